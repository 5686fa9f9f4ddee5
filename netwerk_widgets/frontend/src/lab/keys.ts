/**
 * The few shortcuts of a workbook: PageUp and PageDown, hide names (n, Alt+N), blank screen (b, Alt+B), the client
 * looks along (s, Alt+S).
 * Single letters never fire while typing and can be switched off.
 */
import { page, setPrefs } from "../shared/page";
import type { Desk } from "./desk";
import { asking, toggleTogether } from "./together";

const TYPED = "input, textarea, select, [contenteditable='true'], [role='textbox']";
const LINES = "textarea, [contenteditable='true'], [role='textbox']";

/** By the place of the key: with Alt some keyboards write another sign. */
const LETTERS: Record<string, string> = { KeyN: "n", KeyB: "b", KeyS: "s" };

export function listen(desk: Desk, signal: AbortSignal): void {
  window.addEventListener(
    "keydown",
    (event) => {
      const act = desk.place.get() && !event.defaultPrevented && wish(event, desk);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    { capture: true, signal },
  );
}

export function toggleNames(): void {
  setPrefs({ hideNames: !page.prefs.get().hideNames });
}

export function toggleBlank(): void {
  const cover = page.cover.get();
  if (cover === "" || cover === "blank") page.cover.set(cover ? "" : "blank");
}

function wish(event: KeyboardEvent, desk: Desk): (() => void) | null {
  const cover = page.cover.get();
  if (cover === "locked" || cover === "pause") return () => undefined; // a key there opens nothing beneath
  const target = event.target instanceof Element ? event.target : document.body;
  const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  const letter = letterOf(event, target, plain);
  if (letter === "b") return toggleBlank;
  if (cover === "blank") return event.key === "Escape" ? toggleBlank : null;
  if (asking.get()) return null;
  if (letter === "n") return toggleNames;
  if (letter === "s") return toggleTogether;
  return plain && !target.closest(LINES) ? way(event.key, desk) : saving(event, desk);
}

function way(key: string, desk: Desk): (() => void) | null {
  if (key === "PageDown") return () => desk.next();
  return key === "PageUp" ? () => desk.previous() : null;
}

/** Ctrl+S: there is nothing to save by hand, so the browser must not offer to save the page. */
function saving(event: KeyboardEvent, desk: Desk): (() => void) | null {
  return (event.ctrlKey || event.metaKey) && event.code === "KeyS" && !desk.code.get() ? () => undefined : null;
}

/** The letter that was meant as a shortcut, or "". */
function letterOf(event: KeyboardEvent, target: Element, plain: boolean): string {
  const alt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (alt) return LETTERS[event.code] ?? "";
  if (!plain || !page.prefs.get().singleKeys || target.closest(TYPED)) return "";
  return event.key.length === 1 ? event.key : "";
}
