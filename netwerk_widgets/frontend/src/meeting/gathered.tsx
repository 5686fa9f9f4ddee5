/** What lay on the table in this meeting, to choose from at its end: a tap takes it along, another puts it back. */
import { discreet } from "../case/mirror";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { addSaid, saidSince, TAKES } from "./said";
import { onTable } from "./table";
import type { PartProps } from "./view";

interface Lay {
  id: string;
  kind: string;
  text: string;
}

/** What the rounds brought, and the notes that were made meanwhile; the same words once. */
export function gathered(props: PartProps): Lay[] {
  const since = props.told.meeting?.began ?? "";
  const notes = props.mirror.others("annotation").filter(({ at, goal }) => since && at >= since && !goal);
  const all: Lay[] = [...onTable(props), ...notes.map(({ id, text }) => ({ id, text, kind: "note" }))];
  return all.filter(({ text }, place) => text && all.findIndex((other) => other.text === text) === place);
}

export function Gathered(props: PartProps & { since: string }) {
  const { connection, mirror, since } = props;
  const { hideNames } = usePrefs();
  useStore(mirror.version);
  const all = gathered(props);
  if (!all.length) return null;
  const taken = new Map(saidSince(mirror, TAKES, since).map(({ id, text }) => [text, id]));
  const tap = ({ text }: Lay) => {
    const id = taken.get(text);
    if (id) connection.edit({ edit: "remove", ids: [["answer", id]] });
    else addSaid({ connection, mirror }, TAKES, text);
  };
  return (
    <section class="nw-gathered" aria-label={t("guide.gathered")}>
      <p class="nw-soft nw-small">{t("guide.gathered")}</p>
      <ul class="nw-scrolls">
        {all.map((one) => (
          <li key={one.id}>
            <Button pressed={taken.has(one.text)} disabled={hideNames} onClick={() => tap(one)}>
              <em>{t(one.kind === "note" ? "guide.gathered.note" : `guide.kind.${one.kind}`)}</em> {discreet(one.text)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
