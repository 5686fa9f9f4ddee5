/** One entry of the learning log. What is typed stays on this page until it is kept. */
import { useState } from "preact/hooks";
import { DIMENSIONS, type LogEntry as Entry, FORMS, type Form, FULL_HOUR, LIMITS } from "../contract";
import type { Connection } from "../kernel/connection";
import { useAsked, useName } from "../shared/hooks";
import { page } from "../shared/page";
import { type Sentence, say, t } from "../shared/words";
import { Button } from "../ui/elements";
import { Field, SelectField, TextArea } from "../ui/fields";
import { PlainField } from "../ui/plain";

const PLAIN = ["method", "participants", "facilitator", "number"] as const;
const DEEP = ["question", ...DIMENSIONS] as const;
/** Silence after which the kernel is asked whether a text is about the case, in milliseconds. */
const IDLE = 600;

export interface FormProps {
  connection: Connection;
  /** Whose log it is. */
  who: string;
  entry: Entry;
  onTouch: () => void;
  onKeep: (entry: Entry) => Promise<boolean>;
}

/** The entries in somebody's log that were written in and not kept yet, whichever view of it they were typed in. */
export function begun(who: string): Entry[] {
  return page.drafts.held(`log:${who}`) as Entry[];
}

/** An entry holds words on this page (null: no longer). */
export function hold(who: string, id: string, words: Entry | null): void {
  page.drafts.hold(`log:${who}:${id}`, words);
}

export function EntryForm({ connection, who, entry, onTouch, onKeep }: FormProps) {
  const [draft, setDraft] = useState(() => begun(who).find(({ id }) => id === entry.id) ?? entry);
  const [kept, setKept] = useState(false);
  const set = (change: Partial<Entry>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    setKept(false);
    hold(who, entry.id, next);
    onTouch();
  };
  const keep = async () => {
    const done = await onKeep(draft);
    setKept(done);
    if (done) hold(who, entry.id, null);
  };
  const warnings = useWarnings(connection, draft);
  const minutes = between(draft.start, draft.end);
  return (
    <section class="nw-card nw-scrolls nw-log-form" aria-label={t("log.title")}>
      <p class="nw-soft nw-small">{t("log.explain")}</p>
      <div class="nw-log-when">
        <When label={t("log.field.day")} type="date" value={draft.day} onInput={(day) => set({ day })} />
        <When label={t("log.field.start")} type="time" value={draft.start} onInput={(start) => set({ start })} />
        <When label={t("log.field.end")} type="time" value={draft.end} onInput={(end) => set({ end })} />
        <SelectField
          label={t("log.field.form")}
          value={draft.form}
          options={FORMS.map((form) => [form, t(`log.form.${form}`)] as const)}
          onChange={(form) => set({ form: form as Form })}
        />
      </div>
      {minutes !== null && minutes < FULL_HOUR && (
        <p class="nw-log-short" role="status">
          {t("log.short.now", { minutes, hour: FULL_HOUR })}
        </p>
      )}
      <div class="nw-log-who">
        {PLAIN.map((name) => (
          <Plain key={name} name={name} {...{ draft, set }} />
        ))}
      </div>
      {DEEP.map((name) => (
        <Deep key={name} name={name} {...{ draft, set }} />
      ))}
      {warnings.map((warning) => (
        <p key={warning.key} class="nw-privacy" role="note">
          <span aria-hidden="true">⚠ </span>
          {say(warning)}
        </p>
      ))}
      <div class="nw-line nw-beginning">
        <Button main onClick={() => void keep()}>
          {t("log.keep")}
        </Button>
        <span role="status">{kept ? `✓ ${t("log.kept")}` : ""}</span>
      </div>
    </section>
  );
}

interface PartProps {
  draft: Entry;
  set: (change: Partial<Entry>) => void;
}

function Plain({ name, draft, set }: PartProps & { name: (typeof PLAIN)[number] }) {
  const onInput = (value: string) => set({ [name]: value });
  return <PlainField label={t(`log.field.${name}`)} value={draft[name]} limit={LIMITS.log[name]} onInput={onInput} />;
}

function Deep({ name, draft, set }: PartProps & { name: (typeof DEEP)[number] }) {
  return (
    <TextArea
      label={`${t(`log.field.${name}`)}: ${t(`log.help.${name}`)}`}
      rows={2}
      maxLength={LIMITS.log[name]}
      value={draft[name]}
      onInput={(text) => set({ [name]: text })}
    />
  );
}

interface WhenProps {
  label: string;
  type: "date" | "time";
  value: string;
  onInput: (value: string) => void;
}

function When({ label, type, value, onInput }: WhenProps) {
  const id = useName();
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        type={type}
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}

/** The minutes between two times on the wall; a meeting may go on past midnight. */
function between(start: string, end: string): number | null {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return start && end ? (minutes(end) - minutes(start) + 1440) % 1440 : null;
}

/** What in the texts seems to be about the case: said, and left to whoever writes. */
function useWarnings(connection: Connection, draft: Entry): Sentence[] {
  const [warnings, setWarnings] = useState<Sentence[]>([]);
  const text = DEEP.map((name) => draft[name]).join("\n") + draft.participants;
  useAsked(
    async (wanted) => {
      if (!text.trim()) return setWarnings([]);
      const answer = await connection.ask("check_log", { entry: draft });
      if (wanted()) setWarnings((answer.warnings as Sentence[] | undefined) ?? []);
    },
    [text, connection],
    text.trim() ? IDLE : 0,
  );
  return warnings;
}
