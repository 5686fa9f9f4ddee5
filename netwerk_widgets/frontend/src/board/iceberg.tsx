/** The iceberg: above the water what was said, below it what might lie under that, each a supposition to be checked. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Option } from "../contract";
import { newId } from "../kernel/wire";
import { spoken } from "../shared/words";
import { Button } from "../ui/elements";
import { useBegun } from "../ui/kepttext";
import { placed } from "../ui/typing";
import type { Answer } from "./answers";
import { useFirstField, withDraft } from "./fresh";
import type { PartProps } from "./part";
import { Row } from "./row";

interface Draft {
  id: string;
  mark: string;
}

export function Iceberg(props: PartProps) {
  const { connection, part, answers } = props;
  const place = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const rows = answers.all;
  useFirstField(place, draft?.id ?? "", rows);
  // A row of which only a draft is kept is begun again, where it was.
  const [kept, , mark] = useBegun(connection, placed("row", answers.card, answers.about), rows) ?? [];
  useEffect(() => {
    if (kept && mark) setDraft({ id: kept, mark });
  }, [kept, mark]);
  const waiting = draft && !rows.some(({ id }) => id === draft.id) ? draft : null;
  const [above, ...below] = part.options;
  if (!above) return null;
  const under = below.map(({ id }) => id);
  const begin = (mark: string) => setDraft({ id: newId("a"), mark });
  const said = rows.filter(({ marks }) => !under.some((id) => marks.includes(id)));
  const supposed = rows.filter((row) => !said.includes(row));
  return (
    <div class="nw-iceberg" ref={place}>
      <Level {...props} name="above" options={[above]} rows={said} draft={waiting} begin={begin} />
      <Water />
      <Level {...props} name="below" options={below} rows={supposed} draft={waiting} begin={begin} />
    </div>
  );
}

interface LevelProps extends PartProps {
  name: "above" | "below";
  options: Option[];
  rows: Answer[];
  draft: Draft | null;
  begin: (mark: string) => void;
}

function Level({ name, options, rows, draft, begin, ...props }: LevelProps) {
  const { part, writable } = props;
  const here = draft && options.some(({ id }) => id === draft.mark) ? draft : null;
  const fields = name === "above" ? part.fields.slice(0, 1) : part.fields;
  const label = (mark: string | undefined) => spoken(options.find(({ id }) => id === mark)?.labels ?? {}, "");
  return (
    <div class={`nw-ice-${name}`}>
      <div class="nw-buttons nw-ice-add">
        {options.map((option) => (
          <Button key={option.id} class="nw-offer" disabled={!writable} onClick={() => begin(option.id)}>
            + {spoken(option.labels, option.id)}
          </Button>
        ))}
      </div>
      <ol class="nw-board-rows">
        {withDraft(rows, here?.id ?? "").map(({ id, row }) => (
          <Titled key={id} title={name === "below" ? label(row?.marks[0] ?? here?.mark) : ""}>
            <Row {...props} {...{ row, id, fields }} begin={{ mark: here?.mark ?? "" }} unmarked />
          </Titled>
        ))}
      </ol>
    </div>
  );
}

function Titled({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <div class="nw-ice-row">
      {title && <p class="nw-ice-mark">{title}</p>}
      {children}
    </div>
  );
}

function Water() {
  return (
    <svg class="nw-ice-water" viewBox="0 0 400 16" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 8 Q 25 0 50 8 T 100 8 T 150 8 T 200 8 T 250 8 T 300 8 T 350 8 T 400 8 V16 H0 Z" />
    </svg>
  );
}
