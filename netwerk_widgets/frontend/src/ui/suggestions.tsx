/** What was answered says something of the map: offered in one tap, one at a time, and never done by itself. */
import { useState } from "preact/hooks";
import { DECLINED, type Edit, type Suggestion, type Tap } from "../contract";
import { newId } from "../kernel/wire";
import { useAsked, useStore } from "../shared/hooks";
import { say, t } from "../shared/words";
import { Button, type Ground } from "./elements";

interface SuggestionsProps extends Ground {
  /** Under what the answers are kept. */
  card: string;
  writable: boolean;
}

export function Suggestions({ connection, mirror, card, writable }: SuggestionsProps) {
  const found = useSuggestions({ connection, mirror }, card);
  const [first, ...rest] = writable ? found : [];
  if (!first) return null;
  const send = ({ edit }: Tap) => connection.edit(whole(edit));
  const leave = () => {
    const fields = { card: DECLINED + first.id, at: new Date().toISOString() };
    connection.edit({ edit: "add", kind: "answer", id: newId("a"), fields });
  };
  return (
    <div class="nw-suggested" role="group" aria-label={t("suggest.title")}>
      <p aria-live="polite">{say(first.says, mirror.name)}</p>
      <div class="nw-buttons">
        {first.taps.map((tap) => (
          <Button key={say(tap.label)} class="nw-offer" onClick={() => send(tap)}>
            {say(tap.label)}
          </Button>
        ))}
        <Button label={t("suggest.leave.long")} onClick={leave}>
          {t("suggest.leave")}
        </Button>
        {rest.length > 0 && (
          <span class="nw-soft">
            {t(rest.length === 1 ? "suggest.more.one" : "suggest.more", { count: rest.length })}
          </span>
        )}
      </div>
    </div>
  );
}

/** An entity that is added gets its id here. */
function whole(edit: object): Edit {
  const act = edit as Edit;
  return act.edit === "add" ? { ...act, id: newId(act.kind[0] ?? "a") } : act;
}

/** What the kernel makes of the answers; asked anew a moment after every change of the case. */
function useSuggestions({ connection, mirror }: Ground, card: string): Suggestion[] {
  const version = useStore(mirror.version);
  const [told, setTold] = useState<{ of: string; found: Suggestion[] }>({ of: "", found: [] });
  const of = `${connection.code} ${card}`;
  useAsked(
    async (wanted) => {
      const answer = await connection.ask("suggestions", { card });
      if (wanted()) setTold({ of, found: (answer.suggestions as Suggestion[] | undefined) ?? [] });
    },
    [version, of],
    200,
  );
  return told.of === of ? told.found.filter(({ person }) => mirror.person(person)) : [];
}
