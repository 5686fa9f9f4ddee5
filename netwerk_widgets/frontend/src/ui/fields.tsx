/**
 * Fields that follow the case. What somebody is typing is never overwritten by what comes in; what comes in
 * while nobody types is shown. A field shows what was sent until the kernel has answered.
 */
import type { ComponentChildren, TextareaHTMLAttributes } from "preact";
import { useMemo, useState } from "preact/hooks";
import { discreet } from "../case/mirror";
import type { Connection } from "../kernel/connection";
import type { Draft } from "../shared/draft";
import { useAsked, useName, usePrefs } from "../shared/hooks";
import { page } from "../shared/page";
import { clock, type Sentence, say, t } from "../shared/words";
import { Button } from "./elements";
import { address } from "./onward";
import { type Kept, type Typing, useTyping, whereOf } from "./typing";

/** Silence after which the kernel is asked about a text, in milliseconds. */
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

export interface AreaProps extends Omit<TextareaHTMLAttributes, "onInput" | "value" | "label"> {
  label: string;
  value: string;
  onInput: (text: string) => void;
  children?: ComponentChildren;
}

/** A text of several lines that the case does not have yet; while names are hidden it is neither read nor written. */
export function TextArea({ label, value, onInput, children, ...field }: AreaProps) {
  const id = useName();
  const { hideNames } = usePrefs();
  return (
    <Field id={id} label={label}>
      <textarea
        id={id}
        autocomplete="off"
        readOnly={hideNames}
        {...field}
        value={discreet(value)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {children}
    </Field>
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
  /** Where its drafts are kept; null where none may be (see tests/test_typed_fields.py). */
  kept: Kept | null;
  numeric?: boolean;
  /** With `rows`: what opens beside it. */
  aside?: TextAside;
}

/** A text that is a draft while one is in the field, and is sent on leaving it or on Enter. */
export function TextField(props: TextProps) {
  // Another field in the same place of the page: what was typed in the one before is sent as that one's.
  return <OneField key={props.kept?.place ?? ""} {...props} />;
}

function OneField(props: TextProps) {
  const id = useName();
  const hidden = usePrefs().hideNames && !props.plain;
  const [sent, send] = useSent(props.value, props.stamp);
  const onCommit = (text: string) => {
    send(text);
    props.onCommit(text);
  };
  const typing = useTyping({ ...props, sent, hidden, onCommit });
  const fault = typing.text === null ? "" : (props.wrong?.(typing.text) ?? "");
  const notes = `${id}-notes`;
  const shared = {
    id,
    "data-place": props.kept ? address(whereOf(props.kept)) : undefined,
    value: hidden ? discreet(typing.shown) : typing.shown,
    readOnly: hidden || props.disabled === true,
    maxLength: props.limit,
    autocomplete: "off",
    placeholder: props.placeholder,
    "aria-describedby": notes,
    "aria-invalid": fault ? true : undefined,
    onInput: (event: InputEvent) => typing.type((event.currentTarget as HTMLInputElement).value),
    onFocus: typing.enter,
    onBlur: (event: FocusEvent) => stays(event) || typing.leave(),
    onKeyDown: (event: KeyboardEvent) => pressed(event, typing, props.rows !== undefined),
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
        {typing.offered && !props.disabled && <Offer draft={typing.offered} take={typing.take} />}
        {props.hint && <p class="nw-soft">{props.hint}</p>}
        {props.kept && !hidden && !props.plain && (
          <PrivacyHint connection={props.kept.connection} text={typing.shown} />
        )}
      </div>
    </Field>
  );
}

/** Whoever looks at another window for a moment has not left the field. */
function stays({ currentTarget }: FocusEvent): boolean {
  return document.activeElement === currentTarget;
}

/** Enter sends a line, Ctrl+Enter a text of several; Escape leaves the field, with its words. */
function pressed(event: KeyboardEvent, typing: Typing, several: boolean): void {
  if (event.isComposing) return;
  if (event.key === "Enter" && (!several || event.ctrlKey || event.metaKey)) typing.commit();
  if (event.key !== "Escape" || typing.text === null) return;
  event.stopPropagation();
  (event.currentTarget as HTMLElement).blur();
}

/** What somebody wrote here before the text was changed elsewhere: never put over it unasked, and never lost. */
function Offer({ draft, take }: { draft: Draft; take: (draft: Draft) => void }) {
  const { hideNames } = usePrefs();
  return (
    <div class="nw-draft" role="note">
      <p>{t("ui.draft.other", { time: clock(draft.at) })}</p>
      {!hideNames && <blockquote>{draft.text}</blockquote>}
      <div class="nw-buttons">
        <Button disabled={hideNames} onClick={() => take(draft)}>
          {t("ui.draft.take")}
        </Button>
        <Button onClick={() => page.drafts.drop(draft)}>{t("ui.draft.drop")}</Button>
      </div>
    </div>
  );
}

/** The listeners of a field beside which something opens; its own come after. */
function besides(aside: TextAside | undefined, own: { onInput: Listen; onBlur: Listen; onKeyDown: Listen }) {
  if (!aside) return {};
  const look = ({ currentTarget }: Event) => aside.look(currentTarget as HTMLTextAreaElement);
  return {
    ...aside.attributes,
    onInput: (event: InputEvent) => {
      own.onInput(event as never);
      look(event);
    },
    onBlur: (event: FocusEvent) => {
      own.onBlur(event as never);
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

/** Warns, without stopping anybody, where a text may tell who somebody is. */
export function PrivacyHint({ connection, text }: { connection: Connection; text: string }) {
  const [warnings, setWarnings] = useState<Sentence[]>([]);
  // All that is looked for has a figure or an @ in it; other texts need no question to the kernel.
  const tells = /[\d@]/.test(text);
  useAsked(
    async (wanted) => {
      if (!tells) return setWarnings([]);
      const answer = await connection.ask("privacy", { text });
      if (wanted()) setWarnings((answer.warnings as Sentence[] | undefined) ?? []);
    },
    [text, connection],
    tells ? IDLE : 0,
  );
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
