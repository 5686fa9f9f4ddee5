/**
 * What is typed covered, so that whoever sits in the room reads dots: a pass phrase, and what is not yet for all.
 * These are ordinary fields whose letters do not show. A browser takes a password field for a login, and keeps what
 * stood above it as a user name in a file of its own; these it leaves alone.
 */
import { useLayoutEffect, useState } from "preact/hooks";
import { LONGEST_SLIP } from "../contract";
import { useName, usePrefs } from "../shared/hooks";
import { page } from "../shared/page";
import { t } from "../shared/words";
import { TextArea } from "./fields";

/** For a field that neither the browser nor a password manager is to remember, complete or send to be checked. */
export const UNREMEMBERED = {
  autocomplete: "off",
  autocapitalize: "off",
  spellcheck: false,
  "data-1p-ignore": "",
  "data-lpignore": "true",
  "data-bwignore": "true",
} as const;

/** The class of a field: dots, unless somebody holds the button to look. */
export function coveredClass(looking: boolean): string {
  return looking ? "nw-covered nw-looking" : "nw-covered";
}

const LOOK_KEYS = [" ", "Enter"];

/** Whether somebody holds the button; let go in any way, and it is covered again. */
export function useLooking(): [looking: boolean, setLooking: (looking: boolean) => void] {
  const [looking, setLooking] = useState(false);
  // Before the browser paints: whoever lets go at once must be heard.
  useLayoutEffect(() => {
    if (!looking) return;
    const owner = new AbortController();
    const cover = () => setLooking(false);
    window.addEventListener("blur", cover, { signal: owner.signal });
    document.addEventListener("visibilitychange", cover, { signal: owner.signal });
    page.cover.watch(cover, owner.signal);
    return () => owner.abort();
  }, [looking]);
  return [looking, setLooking];
}

/** Hold to look, by finger, mouse, space or Enter. */
export function LookButton(props: { looking: boolean; onLook: (looking: boolean) => void; disabled?: boolean }) {
  const { looking, onLook, disabled } = props;
  const key = (event: KeyboardEvent, down: boolean) => {
    if (!LOOK_KEYS.includes(event.key)) return;
    // A held key repeats; and the click that it would make in the end is not wanted.
    event.preventDefault();
    event.stopPropagation();
    onLook(down);
  };
  return (
    <button
      type="button"
      class="nw-button nw-look"
      aria-pressed={looking}
      disabled={disabled}
      onPointerDown={(event) => {
        event.preventDefault(); // the field keeps the focus
        event.currentTarget.setPointerCapture(event.pointerId);
        onLook(true);
      }}
      onMouseDown={(event) => event.preventDefault()}
      onPointerUp={() => onLook(false)}
      onLostPointerCapture={() => onLook(false)}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => key(event, true)}
      onKeyUp={(event) => key(event, false)}
      onBlur={() => onLook(false)}
    >
      {t("ui.look")}
    </button>
  );
}

export interface CoveredProps {
  /** Where it is kept as a draft (see kepttext.ts). */
  at?: string;
  label: string;
  value: string;
  onInput: (text: string) => void;
}

/** A field of several lines that is typed in a room: large enough for all, and readable to nobody who does not hold the button. */
export function CoveredField({ label, value, onInput, at }: CoveredProps) {
  const id = useName();
  const { hideNames } = usePrefs();
  const [looking, setLooking] = useLooking();
  return (
    <TextArea
      label={label}
      {...UNREMEMBERED}
      data-place={at}
      class={`nw-writing ${coveredClass(looking && !hideNames)}`}
      rows={3}
      maxLength={LONGEST_SLIP}
      aria-describedby={id}
      value={value}
      onInput={onInput}
    >
      <div class="nw-look-row">
        <LookButton looking={looking} onLook={setLooking} disabled={hideNames || !value} />
        <p id={id} class="nw-soft">
          {t("ui.covered")}
        </p>
      </div>
    </TextArea>
  );
}
