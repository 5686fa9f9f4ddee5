/**
 * The line in which a note is written, near the map's lower edge. It is always in the page, so that the key that
 * begins a note can put the focus there before the next key comes; Enter saves, Escape shuts it with what
 * stands in it. What is only for its writer is typed covered: others sit in the room.
 */
import { useLayoutEffect, useRef } from "preact/hooks";
import { markColour } from "../case/marks";
import { LIMITS } from "../contract";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { coveredClass, LookButton, UNREMEMBERED, useLooking } from "../ui/covered";
import { Button } from "../ui/elements";
import { PrivacyHint } from "../ui/fields";
import { type KeptText, useKeptText } from "../ui/kepttext";
import type { Draft, NotesController } from "./controller";
import { pinnedOn } from "./pinned";
import { tagWord } from "./tags";
import { placeOf, useComesBack } from "./unfinished";

export function Composer({ notes }: { notes: NotesController }) {
  usePrefs();
  const draft = useStore(notes.draft);
  const field = useRef<HTMLInputElement>(null);
  const kept = useKeptText(placeOf(notes, draft));
  const { text } = kept;
  const line = useRef<HTMLFormElement>(null);
  useComingBack(draft !== null, line);
  useComesBack(notes, line);
  const [looking, setLooking] = useLooking();
  const own = useStore(notes.own);
  const covered = draft?.private === true;
  // Private words have no place until their writer's own file is open.
  const closed = covered && !own;
  useCarried(draft, kept, closed);
  const end = (save: boolean) => {
    if (save && closed) return notes.warn();
    if (save && text.trim()) kept.bring(() => notes.save(text));
    else notes.draft.set(null);
  };
  return (
    <form
      ref={line}
      class={draft ? "nw-note-line nw-note-open" : "nw-note-line"}
      style={{ "--nw-tag": markColour(draft?.tag ?? "") }}
      aria-hidden={draft ? undefined : true}
      onSubmit={(event) => {
        event.preventDefault();
        end(true);
      }}
    >
      {draft && <About notes={notes} draft={draft} />}
      <div class="nw-note-row">
        <input
          ref={field}
          data-nw-note=""
          data-place={kept.at}
          type="text"
          maxLength={LIMITS.annotation.text}
          {...UNREMEMBERED}
          class={covered ? coveredClass(looking) : ""}
          tabIndex={draft ? 0 : -1}
          aria-label={t("notes.field")}
          placeholder={draft ? asked(draft, closed) : ""}
          readOnly={closed || !draft}
          value={text}
          onInput={(event) => kept.type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.isComposing) return;
            event.preventDefault();
            end(false);
          }}
        />
        {covered && <LookButton looking={looking} onLook={setLooking} disabled={!text} />}
        <Button submit main>
          {t("notes.save")}
        </Button>
        <Button label={t("ui.close")} class="nw-icon" onClick={() => end(false)} sign="✕" />
      </div>
      {draft && <PrivacyHint connection={notes.connection} text={text} />}
    </form>
  );
}

/** Words go along when it is chosen anew who will read them: out of the file of all into one's own, or back. */
function useCarried(draft: Draft | null, kept: KeptText, closed: boolean): void {
  const place = draft ? `${draft.private} ${closed}` : "";
  const before = useRef(place);
  useLayoutEffect(() => {
    const { text } = kept;
    if (before.current && place && before.current !== place && text) {
      kept.clear();
      kept.type(text);
    }
    before.current = place;
  }, [place]);
}

function asked({ goal }: Draft, closed: boolean): string {
  return t(closed ? "notes.own_closed" : `notes.ask.${goal ? "goal" : "question"}`);
}

/** What it will be: its word, whom it is about, and who will read it. */
function About({ notes, draft }: { notes: NotesController; draft: Draft }) {
  return (
    <p class="nw-note-about">
      <strong>{draft.goal ? t("notes.goal") : tagWord(draft.tag)}</strong>
      <span>{pinnedOn(notes, draft)}</span>
      <span class={draft.private ? "nw-note-private" : ""}>{t(draft.private ? "notes.private" : "notes.shared")}</span>
    </p>
  );
}

/** Remembers where the focus was when a note began, and goes back there once the line is shut, also by another case. */
function useComingBack(open: boolean, line: { current: HTMLElement | null }): void {
  const before = useRef<Element | null>(null);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const left = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && "nwNote" in event.target.dataset)
        last.current = event.relatedTarget as Element | null;
    };
    document.addEventListener("focusin", left);
    return () => document.removeEventListener("focusin", left);
  }, []);
  useLayoutEffect(() => {
    if (open) before.current = last.current;
    else if (line.current?.contains(document.activeElement)) comeBack(before.current);
  }, [open]);
}

function comeBack(place: Element | null): void {
  if (place instanceof HTMLElement && place.isConnected && place !== document.body)
    place.focus({ preventScroll: true });
  else (document.activeElement as HTMLElement).blur();
}
