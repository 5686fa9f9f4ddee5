/** The answer to a card, who is named in it, and what of it joins somebody's trail. */
import { useMemo } from "preact/hooks";
import { type Option, SelectField, TextField } from "../base/fields";
import { usePrefs } from "../base/hooks";
import { choose, useSelection } from "../base/selection";
import { Button, type Ground } from "../base/ui";
import { t } from "../words";
import { Answering } from "./answers";
import { namedIn } from "./naming";

interface AnswerProps extends Ground {
  card: string;
  writable: boolean;
}

export function AnswerTo({ session, mirror, card, writable }: AnswerProps) {
  const answering = useMemo(() => new Answering({ session, mirror }, card), [session, mirror, card]);
  const { hideNames } = usePrefs();
  const { answer } = answering;
  return (
    <div class="nw-cards-answer">
      <TextField
        label={t("cards.answer")}
        {...(hideNames ? {} : { hint: t("cards.answer.hint") })}
        value={answer?.text ?? ""}
        stamp={answer?.text}
        rows={2}
        limit={4000}
        disabled={!writable}
        privacy={session}
        onCommit={(text) => answering.write(text)}
      />
      <div class="nw-named">
        {answering.persons.map((id) => (
          <Linked key={id} {...{ session, mirror, answering, id, writable }} />
        ))}
        {writable && <Naming {...{ session, mirror, answering }} />}
      </div>
    </div>
  );
}

interface NamedProps extends Ground {
  answering: Answering;
}

/** Somebody who is named: shown on the map by a tap, marked for a good word or a good expectation, or let go. */
function Linked({ session, mirror, answering, id, writable }: NamedProps & { id: string; writable: boolean }) {
  const who = mirror.name(id);
  const safe = !mirror.person(id)?.unsafe;
  return (
    <fieldset class="nw-link">
      <legend class="nw-visually-hidden">{who}</legend>
      <Button label={t("cards.show", { who })} onClick={() => choose(session, [id])}>
        {who}
      </Button>
      {safe &&
        [false, true].map((expectation) => (
          <Mark key={String(expectation)} {...{ answering, id, who, expectation, writable }} />
        ))}
      {writable && (
        <Button label={t("cards.unlink", { who })} onClick={() => answering.unlink(id)}>
          <span aria-hidden="true">✕</span>
        </Button>
      )}
    </fieldset>
  );
}

interface MarkProps {
  answering: Answering;
  id: string;
  who: string;
  expectation: boolean;
  writable: boolean;
}

function Mark({ answering, id, who, expectation, writable }: MarkProps) {
  const on = answering.compliment(id, expectation) !== undefined;
  const word = expectation ? "expectation" : "compliment";
  return (
    <Button
      pressed={on}
      disabled={!writable}
      label={t(`cards.mark.${word}`, { who })}
      onClick={() => answering.mark(id, expectation)}
    >
      {on && <span aria-hidden="true">✓ </span>}
      {t(`cards.${word}`)}
      {!on && <span aria-hidden="true">?</span>}
    </Button>
  );
}

/** Who may be linked: whoever is chosen on the map, whoever was written and is not on it yet, or one from the list. */
function Naming({ session, mirror, answering }: NamedProps) {
  const { hideNames } = usePrefs();
  const selected = useSelection(session).people;
  const linked = answering.persons;
  const others = mirror.people().filter(({ circle, unsafe }) => circle !== 0 && !unsafe);
  const free = others.filter(({ id }) => !linked.includes(id));
  const options = free.map(({ id }): Option => [id, mirror.name(id)]);
  const unknown = hideNames ? [] : namedIn(answering.answer?.text ?? "", mirror.people()).unknown;
  const add = (role: string) => choose(session, [answering.add(role)]);
  return (
    <>
      {unknown.map((role) => (
        <Button key={role} class="nw-offer" onClick={() => add(role)}>
          {t("cards.add", { who: role })}
        </Button>
      ))}
      {free
        .filter(({ id }) => selected.includes(id))
        .map(({ id }) => (
          <Button key={id} class="nw-offer" onClick={() => answering.link(id)}>
            {t("cards.link", { who: mirror.name(id) })}
          </Button>
        ))}
      {options.length > 0 && (
        <SelectField
          bare
          label={t("cards.name")}
          value=""
          stamp={mirror.version.get()}
          options={[["", t("cards.name.first")], ...options]}
          onChange={(id) => id && answering.link(id)}
        />
      )}
    </>
  );
}
