/** The answer to a card, who is named in it, and what of it joins somebody's trail. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { choose, pointedOf } from "../case/selection";
import { LIMITS } from "../contract";
import { useMention } from "../mention/mention";
import { usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { TextField } from "../ui/fields";
import { placed } from "../ui/typing";
import { Answering, nameable } from "./answers";
import { Naming } from "./link";

interface AnswerProps extends Ground {
  card: string;
  writable: boolean;
  /** Beside a map. */
  short: boolean;
}

export function AnswerTo({ connection, mirror, card, writable, short }: AnswerProps) {
  const ground = { connection, mirror };
  const answering = useMemo(() => new Answering(ground, card), [connection, mirror, card]);
  const { hideNames } = usePrefs();
  // What was done is shown at once; that it is on disk is said elsewhere.
  useStore(page.status);
  const element = useRef<HTMLDivElement>(null);
  usePointing(ground, answering, writable ? element : null);
  const { aside, list } = useMention(ground, answering);
  const { answer } = answering;
  return (
    <div class="nw-cards-answer" ref={element}>
      <div class="nw-cards-words">
        <TextField
          label={t("cards.answer")}
          {...(hideNames ? {} : { hint: t(short ? "cards.answer.tap" : "cards.answer.hint") })}
          value={answer?.text ?? ""}
          // What was sent is in the answer at once; the field need not remember it, and an undo shows.
          stamp={{}}
          rows={2}
          limit={LIMITS.answer.text}
          disabled={!writable}
          kept={{ connection, place: placed("card", card) }}
          aside={aside}
          onCommit={(text) => answering.write(text)}
        />
        {list}
      </div>
      <div class="nw-line nw-named">
        {answering.persons.map((id) => (
          <Linked key={id} {...{ ...ground, answering, id, writable }} />
        ))}
        {writable && <Naming {...{ ...ground, answering }} />}
      </div>
    </div>
  );
}

/** A tap on somebody on the map beside the cards names them in this answer, where that is in sight. */
function usePointing(ground: Ground, answering: Answering, place: { current: HTMLElement | null } | null): void {
  const { code } = ground.connection;
  useEffect(() => {
    return pointedOf(code).watch((at) => {
      const person = at && place?.current?.checkVisibility() && ground.mirror.person(at.id);
      if (person && person.circle !== 0 && nameable(ground, person.id)) answering.link(person.id);
    });
  }, [answering, code, place]);
}

interface NamedProps extends Ground {
  answering: Answering;
  id: string;
  writable: boolean;
}

/** Somebody who is named: shown on the map by a tap, marked for a good word or a good expectation, or let go. */
function Linked({ connection, mirror, answering, id, writable }: NamedProps) {
  const who = mirror.name(id);
  return (
    <fieldset class="nw-link">
      <legend class="nw-visually-hidden">{who}</legend>
      <Button label={t("cards.show", { who })} onClick={() => choose(connection, [id])}>
        {who}
      </Button>
      {[false, true].map((expectation) => (
        <Mark key={String(expectation)} {...{ answering, id, who, expectation, writable }} />
      ))}
      {writable && <Button label={t("cards.unlink", { who })} onClick={() => answering.unlink(id)} sign="✕" />}
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
