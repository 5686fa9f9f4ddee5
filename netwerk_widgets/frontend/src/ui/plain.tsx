/** Fields that belong to a question on the screen and not to the case, and what is wrong with an answer. */
import type { ComponentChildren } from "preact";
import { LONGEST_INITIALS } from "../contract";
import { useName } from "../shared/hooks";
import { UNREMEMBERED } from "./covered";
import { Field } from "./fields";

export interface PlainProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  limit?: number;
  placeholder?: string;
  disabled?: boolean;
  /** The name by which a shortcut finds the field. */
  mark?: string;
  /** Where it is kept as a draft (see kepttext.ts). */
  at?: string;
}

export function PlainField({ label, value, onInput, limit, placeholder, disabled, mark, at }: PlainProps) {
  const id = useName();
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        type="text"
        {...UNREMEMBERED}
        maxLength={limit}
        placeholder={placeholder}
        disabled={disabled}
        data-mark={mark}
        data-place={at}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}

/** Who somebody is, by initials and never by name. */
export function InitialsField(props: Pick<PlainProps, "label" | "value" | "onInput" | "mark">) {
  return <PlainField {...props} limit={LONGEST_INITIALS} />;
}

/** Says at once what went wrong; nothing where nothing did. */
export function Fault({ text, soft = false }: { text: string; soft?: boolean }) {
  return text ? (
    <p class={soft ? "nw-soft" : "nw-fault"} role="alert">
      {text}
    </p>
  ) : null;
}

export interface FormProps {
  label?: string;
  class?: string;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A few fields that are sent by Enter or by their button. */
export function Form({ label, class: name, onSubmit, children }: FormProps) {
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class={name} aria-label={label} autocomplete="off" onSubmit={submit}>
      {children}
    </form>
  );
}
