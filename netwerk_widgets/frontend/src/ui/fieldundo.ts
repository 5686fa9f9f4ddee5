/**
 * Ctrl+Z and Ctrl+Y in a text field: back and forth by words, down to what stood there when the field was entered.
 *
 * The browser's own undo goes by what it takes for one piece of typing, and loses its thread where a field is written
 * anew: it left a first letter, or took a whole answer. So every text field of a view is followed here, and what is taken
 * back is typed as far as the field can tell.
 */
const TEXTS = "textarea, input:not([type]), input[type='text'], input[type='search']";
/** How many steps a field remembers. */
const MOST = 500;

type Field = HTMLTextAreaElement | HTMLInputElement;

interface Thread {
  back: string[];
  forth: string[];
  /** What stands there now, and where and how it was altered last. */
  text: string;
  caret: number;
  kind: string;
}

export function takeBack(element: HTMLElement, signal: AbortSignal): void {
  const threads = new WeakMap<Field, Thread>();
  const fieldOf = (event: Event) => (event.target as Element).closest<Field>(TEXTS);
  const begin = (field: Field): Thread => {
    const thread = { back: [], forth: [], text: field.value, caret: -1, kind: "" };
    threads.set(field, thread);
    return thread;
  };
  const entered = (event: Event) => {
    const field = fieldOf(event);
    // Back from another window it is still the same sitting.
    if (field && threads.get(field)?.text !== field.value) begin(field);
  };
  const typed = (event: Event) => {
    const field = fieldOf(event);
    if (field) follow(threads.get(field) ?? begin(field), field, event as InputEvent);
  };
  const pressed = (event: KeyboardEvent) => {
    const field = fieldOf(event);
    const key = event.key.toLowerCase();
    if (!field || field.readOnly || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    if (event.isComposing || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    const thread = threads.get(field) ?? begin(field);
    const forth = key === "y" || event.shiftKey;
    step(thread, field, forth ? thread.forth : thread.back, forth ? thread.back : thread.forth);
  };
  element.addEventListener("focusin", entered, { signal, capture: true });
  element.addEventListener("input", typed, { signal, capture: true });
  element.addEventListener("keydown", pressed, { signal, capture: true });
}

/** Remembers what stood there before, wherever a word began or something else was done. */
function follow(thread: Thread, field: Field, event: InputEvent): void {
  const { text: before } = thread;
  const after = field.value;
  if (stepping || after === before) return;
  const caret = field.selectionStart ?? after.length;
  const kind = event.isComposing ? "insertText" : (event.inputType ?? "");
  const added = after.length - before.length;
  const goesOn = kind === thread.kind && (kind.startsWith("insertText") || kind.startsWith("delete"));
  const inOne = goesOn && (added > 0 ? caret - added === thread.caret : true);
  if (!inOne || beginsWord(before, after, caret, added)) thread.back = [...thread.back, before].slice(-MOST);
  thread.forth = [];
  Object.assign(thread, { text: after, caret, kind });
}

/** A sign after a blank when writing; a blank reached when taking out. */
function beginsWord(before: string, after: string, caret: number, added: number): boolean {
  if (added > 0) return /^\S/.test(after.slice(caret - added)) && /\s$/.test(before.slice(0, caret - added));
  return /\s$/.test(after.slice(0, caret)) && /\S/.test(before.slice(caret, caret - added));
}

let stepping = false;

function step(thread: Thread, field: Field, from: string[], onto: string[]): void {
  const text = from.pop();
  if (text === undefined) return;
  onto.push(thread.text);
  const caret = text.length - sharedEnd(thread.text, text);
  Object.assign(thread, { text, caret: -1, kind: "" });
  stepping = true;
  field.value = text;
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "historyUndo" }));
  stepping = false;
}

/** How much two texts have in common at their end: the caret goes where they differ. */
function sharedEnd(one: string, other: string): number {
  let shared = 0;
  const most = Math.min(one.length, other.length);
  while (shared < most && one.at(-1 - shared) === other.at(-1 - shared)) shared += 1;
  return shared;
}
