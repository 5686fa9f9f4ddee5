/** One row: whom it is about, when, what it is marked as, and its texts; saved on leaving a field. */
import { useEffect, useRef } from "preact/hooks";
import { choose } from "../case/selection";
import type { RowField } from "../contract";
import { LIMITS, OUTCOMES } from "../contract";
import { useName } from "../shared/hooks";
import { spoken, t } from "../shared/words";
import { Button } from "../ui/elements";
import { TextField } from "../ui/fields";
import { placed } from "../ui/typing";
import type { Answer, Fields } from "./answers";
import { toggled } from "./choice";
import type { PartProps } from "./part";

/** What turned out, once a supposition was checked. */
const LEARNED: RowField = { id: "learned", labels: {}, client_labels: {} };

export interface RowProps extends PartProps {
  /** The row as it is in the case; `null` while nothing stands in it. */
  row: Answer | null;
  id: string;
  /** What is kept with the row when it is begun. */
  begin?: Fields;
  /** The fields to show; all of them where left out. */
  fields?: RowField[];
  /** Not marked here: the row stands where its mark says. */
  unmarked?: boolean;
}

export function Row(props: RowProps) {
  const { part, row, id, answers, begin } = props;
  const save = (fields: Fields) => {
    // The row may have been added a moment ago, and not be drawn with it yet.
    const there = answers.all.some((one) => one.id === id);
    if (there) answers.change(id, fields);
    else answers.begin({ ...begin, ...fields }, id);
  };
  const fields = props.fields ?? part.fields;
  return (
    <li class="nw-board-row" data-row={id}>
      <RowHead {...props} save={save} />
      <div class="nw-row-fields" style={{ "--nw-fields": fields.length }}>
        {fields.map((field) => (
          <Text key={field.id} {...props} field={field} save={save} />
        ))}
      </div>
      {!props.unmarked && part.options.length > 0 && <Marks {...props} save={save} />}
      <Supposed {...props} save={save} />
      {row && props.writable && (
        <Button
          class="nw-icon nw-row-away"
          label={t("board.rows.remove")}
          onClick={() => answers.remove(id)}
          sign="✕"
        />
      )}
    </li>
  );
}

interface Saving extends RowProps {
  save: (fields: Fields) => void;
}

function RowHead({ connection, mirror, part, row, writable, save }: Saving) {
  const who = row?.persons.find((one) => mirror.person(one));
  if (!part.person && !part.date) return null;
  return (
    <div class="nw-line nw-row-head">
      {part.date && (
        <DateField value={row?.more.date ?? ""} disabled={!writable} onChange={(date) => save({ more: { date } })} />
      )}
      {part.person && row && (
        <Button class="nw-somebody" disabled={!who} onClick={() => who && choose(connection, [who])}>
          {who ? mirror.name(who) : t("ui.somebody")}
        </Button>
      )}
    </div>
  );
}

function Text({ connection, answers, row, id, begin, writable, field, save }: Saving & { field: RowField }) {
  const value = row?.more[field.id] ?? "";
  return (
    <TextField
      label={field.id === LEARNED.id ? t("board.learned") : spoken(field.labels, field.id)}
      value={value}
      stamp={{}}
      rows={2}
      limit={LIMITS.answer.more}
      disabled={!writable}
      kept={{ connection, place: placed("row", answers.card, answers.about, id, field.id), more: begin?.mark }}
      onCommit={(text) => save({ more: { [field.id]: text } })}
    />
  );
}

function Marks({ part, row, writable, titled, save }: Saving) {
  const marks = row?.marks ?? [];
  return (
    <div class="nw-line" role="group" aria-labelledby={titled}>
      {part.options.map(({ id, labels }) => (
        <Button
          key={id}
          class="nw-mark"
          pressed={marks.includes(id)}
          disabled={!writable}
          onClick={() => save({ mark: toggled(marks, id, part.many) })}
        >
          {spoken(labels, id)}
        </Button>
      ))}
    </div>
  );
}

/** What was not checked yet stays a supposition, and says so; once it was, what came of it. */
function Supposed(props: Saving) {
  const { part, row, unmarked, fields, writable, save } = props;
  const label = useName();
  const above = unmarked && fields !== undefined && fields.length < part.fields.length;
  if (!part.supposition || above) return null;
  const outcome = row?.more.outcome ?? "";
  const tell = (found: string) => save({ more: { outcome: found === outcome ? "" : found } });
  return (
    <>
      {!outcome && <p class="nw-supposed">{t("board.supposition")}</p>}
      {row && (
        <div class="nw-line" role="group" aria-labelledby={label}>
          <span id={label} class="nw-soft">
            {t("board.checked")}
          </span>
          {OUTCOMES.map((found) => (
            <Button
              key={found}
              class="nw-mark"
              pressed={found === outcome}
              disabled={!writable}
              onClick={() => tell(found)}
            >
              {t(`board.outcome.${found}`)}
            </Button>
          ))}
        </div>
      )}
      {row && outcome && <Text {...props} field={LEARNED} />}
    </>
  );
}

interface DateProps {
  value: string;
  disabled: boolean;
  onChange: (date: string) => void;
}

/** Kept on leaving the field: while the figures are being typed the row must not yet move along the line. */
function DateField({ value, disabled, onChange }: DateProps) {
  const id = useName();
  const typed = useRef(value);
  const commit = () => {
    if (typed.current !== value) onChange(typed.current);
  };
  const latest = useRef(commit);
  latest.current = commit;
  useEffect(() => {
    typed.current = value;
  }, [value]);
  useEffect(() => () => latest.current(), []);
  return (
    <div class="nw-row-date">
      <label for={id} class="nw-visually-hidden">
        {t("board.date")}
      </label>
      <input
        id={id}
        type="date"
        autocomplete="off"
        max="2100-12-31"
        value={value}
        disabled={disabled}
        onInput={(event) => {
          typed.current = event.currentTarget.value;
        }}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Enter" && commit()}
      />
    </div>
  );
}
