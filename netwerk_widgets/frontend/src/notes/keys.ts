/**
 * One key, one note: 1 to 6 begin a note wherever the eyes are. The field takes the focus before the next key
 * arrives, so nothing that is typed after the figure is lost.
 */
import { page } from "../shared/page";
import type { NotesController } from "./controller";
import { keys } from "./tags";

const TYPED = "input, textarea, select, dialog, [contenteditable='true'], [role='textbox']";

export function listenToKeys(notes: NotesController, element: HTMLElement, signal: AbortSignal): void {
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !page.prefs.get().singleKeys) return;
    if (page.prefs.get().together) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const tag = /^[1-6]$/.test(event.key) ? keys()[Number(event.key) - 1] : undefined;
    // A workbook's other steps keep their views: only the one in sight listens.
    if (!tag || target.closest(TYPED) || element.offsetParent === null || page.cover.get()) return;
    event.preventDefault();
    event.stopPropagation();
    startNote(notes, element, tag);
  };
  window.addEventListener("keydown", pressed, { capture: true, signal });
}

/** Begins a note, and puts the focus in its field at once. */
export function startNote(notes: NotesController, element: Element, tag: string): void {
  notes.begin(tag);
  focusField(element);
}

export function focusField(element: Element): void {
  const root = element.closest(".nw-root") ?? element;
  root.querySelector<HTMLInputElement>("[data-nw-note]")?.focus({ preventScroll: true });
}
