/** Rows: a few texts each, about a person or a thought; in a list, along a line of time or as an iceberg. */
import { useRef, useState } from "preact/hooks";
import { newId } from "../kernel/wire";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { placed } from "../ui/typing";
import type { Answer } from "./answers";
import { useFirstField, useReady, withDraft } from "./fresh";
import { Iceberg } from "./iceberg";
import type { PartProps } from "./part";
import { usePointing } from "./pointing";
import { Row } from "./row";
import { Who } from "./who";

export function RowsPart(props: PartProps) {
  const { part, answers } = props;
  if (part.look === "iceberg") return <Iceberg {...props} />;
  const rows = part.look === "line" ? byDate(answers.all) : answers.all;
  return (
    <div class={part.look === "line" ? "nw-part-answer nw-rows-line" : "nw-part-answer"}>
      {part.person ? <PeopleRows {...props} rows={rows} /> : <PlainRows {...props} rows={rows} />}
    </div>
  );
}

interface Listed extends PartProps {
  rows: Answer[];
}

/** A row about each person; somebody is chosen or comes new on the map. */
function PeopleRows({ rows, ...props }: Listed) {
  const { connection, mirror, part, answers, writable } = props;
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const [fresh, setFresh] = useState("");
  useFirstField(place, fresh, rows);
  const pick = (person: string) => {
    const id = newId("a");
    answers.begin({ persons: person }, id);
    setFresh(id);
    setAsking(false);
  };
  const about = rows.flatMap(({ persons }) => persons);
  const there = part.date ? [] : about;
  const tapped = (person: string) => {
    const row = rows.find(({ persons }) => !part.date && persons.includes(person));
    if (row) focusRow(place.current, row.id);
    else pick(person);
  };
  usePointing({ connection, mirror }, place, about, writable ? tapped : undefined);
  return (
    <div class="nw-fields nw-rows-all" ref={place}>
      <ol class="nw-board-rows">
        {rows.map((row) => (
          <Row key={row.id} {...props} row={row} id={row.id} />
        ))}
      </ol>
      {writable &&
        (asking || !rows.length ? (
          <Who {...{ connection, mirror }} label={t("board.who")} without={there} focused={asking} onPick={pick} />
        ) : (
          <Button class="nw-offer" onClick={() => setAsking(true)}>
            {t("board.rows.person")}
          </Button>
        ))}
    </div>
  );
}

function focusRow(place: HTMLElement | null, id: string): void {
  const row = [...(place?.querySelectorAll<HTMLElement>("[data-row]") ?? [])].find((one) => one.dataset.row === id);
  row?.querySelector<HTMLElement>("textarea, input")?.focus();
}

/** Rows that are about nobody in particular; the first one lies ready, and is saved once something stands in it. */
function PlainRows({ rows, ...props }: Listed) {
  const { connection, answers, writable } = props;
  const place = useRef<HTMLDivElement>(null);
  const { ready, fresh, more } = useReady(connection, placed("row", answers.card, answers.about), rows, "a");
  useFirstField(place, fresh, rows);
  return (
    <div class="nw-fields nw-rows-all" ref={place}>
      <ol class="nw-board-rows">
        {withDraft(rows, writable ? ready : "").map(({ id, row }) => (
          <Row key={id} {...props} row={row} id={id} />
        ))}
      </ol>
      {writable && !ready && (
        <Button class="nw-offer" onClick={more}>
          {t("board.rows.more")}
        </Button>
      )}
    </div>
  );
}

/** In order of time; what has no date yet comes last. */
function byDate(rows: Answer[]): Answer[] {
  const at = ({ more }: Answer) => more.date || "9999";
  return [...rows].sort((a, b) => at(a).localeCompare(at(b)));
}
