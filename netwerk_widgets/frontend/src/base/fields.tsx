/**
 * Fields that follow the case. What somebody is typing is never overwritten by what comes in; what comes in
 * while nobody types is shown. A field shows what was sent until the kernel has answered.
 */
import type { ComponentChildren, TextareaHTMLAttributes } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Sentence, say, t } from "../words";
import { useName, usePrefs } from "./hooks";
import { discreet } from "./mirror";
import type { Session } from "./session";

/** Silence after which what was typed is sent, in milliseconds. */
const IDLE = 800;

/**
 * The value to show: what was sent, until the entity that it belongs to (`stamp`) is replaced by what the
 * kernel says.
 */
export function useSent<T>(value: T, stamp: unknown): [T, (next: T) => void] {
  const [sent, setSent] = useState<{ value: T; stamp: unknown } | null>(null);
  return [sent && sent.stamp === stamp ? sent.value : value, (next) => setSent({ value: next, stamp })];
}

export function Field(props: { id: string; label: string; bare?: boolean | undefined; children: ComponentChildren }) {
  return (
    <div class="nw-field">
      <label for={props.id} class={props.bare ? "nw-visually-hidden" : "nw-label"}>
        {props.label}
      </label>
      {props.children}
    </div>
  );
}

export type Option = readonly [value: string, words: string];

export interface SelectProps {
  label: string;
  value: string;
  options: readonly Option[];
  stamp?: unknown;
  onChange: (value: string) => void;
  disabled?: boolean;
  /** The label is for screen readers only. */
  bare?: boolean;
  /** For a field in a row: its name in the row, and whether Tab stops there. */
  part?: string;
  tab?: number;
}

export function SelectField({ label, value, options, stamp, onChange, disabled, bare, part, tab }: SelectProps) {
  const id = useName();
  const [shown, send] = useSent(value, stamp);
  const pick = (next: string) => {
    send(next);
    onChange(next);
  };
  const list = useMemo(
    () =>
      options.map(([key, words]) => (
        <option key={key} value={key} selected={key === shown}>
          {words}
        </option>
      )),
    [options, shown],
  );
  return (
    <Field id={id} label={label} bare={bare}>
      <select
        id={id}
        value={shown}
        disabled={disabled}
        data-part={part}
        tabIndex={tab}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        {list}
      </select>
    </Field>
  );
}

export interface CheckProps {
  label: string;
  checked: boolean;
  stamp?: unknown;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

export function CheckField({ label, checked, stamp, onChange, disabled }: CheckProps) {
  const [shown, send] = useSent(checked, stamp);
  const pick = (next: boolean) => {
    send(next);
    onChange(next);
  };
  return (
    <label class="nw-check">
      <input
        type="checkbox"
        checked={shown}
        disabled={disabled}
        onChange={(event) => pick(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** What a field of several lines lets another know: a list that opens beside what is being written. */
export interface TextAside {
  /** What the field says of that list. */
  attributes: TextareaHTMLAttributes;
  /** Called after every change of the text or the caret. */
  look: (field: HTMLTextAreaElement) => void;
  /** Whether this key was for the list and not for the field. */
  key: (event: KeyboardEvent) => boolean;
  leave: () => void;
}

export interface TextProps {
  label: string;
  value: string;
  stamp?: unknown;
  onCommit: (text: string) => void;
  rows?: number;
  limit?: number;
  disabled?: boolean;
  hint?: string;
  /** Stands, softly, where one is to write. */
  placeholder?: string;
  /** The label is for screen readers only. */
  bare?: boolean;
  /** Says what is wrong with a text that cannot be sent, or "" where it can. */
  wrong?: (text: string) => string;
  /** Stays readable while names are hidden: a figure, not a text. */
  plain?: boolean;
  /** Asks the kernel whether the text gives somebody away. */
  privacy?: Session;
  numeric?: boolean;
  /** With `rows`: what opens beside it. */
  aside?: TextAside;
}

/** A text that is sent on leaving the field, on Enter, or after a short silence. */
export function TextField(props: TextProps) {
  const id = useName();
  const hidden = usePrefs().hideNames && !props.plain;
  const typing = useTyping(props, hidden);
  const fault = typing.draft === null ? "" : (props.wrong?.(typing.draft) ?? "");
  const notes = `${id}-notes`;
  const shared = {
    id,
    value: hidden ? discreet(typing.shown) : typing.shown,
    readOnly: hidden || props.disabled === true,
    maxLength: props.limit,
    autocomplete: "off",
    placeholder: props.placeholder,
    "aria-describedby": notes,
    "aria-invalid": fault ? true : undefined,
    onInput: (event: InputEvent) => typing.type((event.currentTarget as HTMLInputElement).value),
    onBlur: typing.leave,
    onKeyDown: (event: KeyboardEvent) => typing.key(event, props.rows !== undefined),
  } as const;
  return (
    <Field id={id} label={props.label} bare={props.bare}>
      {props.rows ? (
        <textarea rows={props.rows} {...shared} {...besides(props.aside, shared)} />
      ) : (
        <input type="text" inputMode={props.numeric ? "numeric" : "text"} {...shared} />
      )}
      <div id={notes} class="nw-notes">
        {fault && <p class="nw-fault">{fault}</p>}
        {props.hint && <p class="nw-soft">{props.hint}</p>}
        {props.privacy && !hidden && <PrivacyHint session={props.privacy} text={typing.shown} />}
      </div>
    </Field>
  );
}

/** The listeners of a field beside which something opens; its own come after. */
function besides(aside: TextAside | undefined, own: { onInput: Listen; onBlur: () => void; onKeyDown: Listen }) {
  if (!aside) return {};
  const look = ({ currentTarget }: Event) => aside.look(currentTarget as HTMLTextAreaElement);
  return {
    ...aside.attributes,
    onInput: (event: InputEvent) => {
      own.onInput(event as never);
      look(event);
    },
    onBlur: () => {
      own.onBlur();
      aside.leave();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.isComposing || !aside.key(event)) return own.onKeyDown(event as never);
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyUp: look,
    onClick: look,
  };
}

type Listen = (event: never) => void;

/** What stands in a text field, and when it is sent. */
function useTyping(props: TextProps, hidden: boolean) {
  const [draft, setDraft] = useState<string | null>(null);
  const [sent, send] = useSent(props.value, props.stamp);
  const state = useRef({ text: "", dirty: false, timer: 0 });
  const commit = () => {
    const { text, dirty, timer } = state.current;
    clearTimeout(timer);
    if (!dirty || props.wrong?.(text)) return;
    state.current.dirty = false;
    if (text === sent) return;
    send(text);
    props.onCommit(text);
  };
  const latest = useRef(commit);
  latest.current = commit;
  const type = (text: string) => {
    clearTimeout(state.current.timer);
    state.current = { text, dirty: true, timer: window.setTimeout(() => latest.current(), IDLE) };
    setDraft(text);
  };
  const leave = () => {
    commit();
    if (!state.current.dirty) setDraft(null);
  };
  const key = (event: KeyboardEvent, several: boolean) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (!several || event.ctrlKey || event.metaKey)) commit();
    if (event.key !== "Escape" || !state.current.dirty) return;
    event.stopPropagation();
    clearTimeout(state.current.timer);
    state.current.dirty = false;
    setDraft(null);
  };
  // Whoever hides the names while typing loses nothing; nor does who goes to another person.
  useEffect(() => {
    if (hidden) leave();
  }, [hidden]);
  useEffect(() => () => latest.current(), []);
  return { draft, shown: draft ?? sent, type, leave, key };
}

/** Warns, without stopping anybody, where a text may tell who somebody is. */
export function PrivacyHint({ session, text }: { session: Session; text: string }) {
  const [warnings, setWarnings] = useState<Sentence[]>([]);
  useEffect(() => {
    // All that is looked for has a figure or an @ in it; other texts need no question to the kernel.
    if (!/[\d@]/.test(text)) return setWarnings([]);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await session.ask("privacy", { text });
      if (!stale) setWarnings((answer.warnings as Sentence[] | undefined) ?? []);
    }, IDLE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text, session]);
  return warnings.length ? (
    <div class="nw-privacy" role="note">
      {warnings.map((warning) => (
        <p key={warning.key}>
          <span aria-hidden="true">⚠ </span>
          {say(warning)}
        </p>
      ))}
      <p>{t("ui.privacy.advice")}</p>
    </div>
  ) : null;
}
