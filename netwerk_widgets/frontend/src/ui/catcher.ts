/**
 * Typing goes on where a view is drawn anew under the hands: a workbook runs again when its kernel was lost. Between the
 * field that went and the one that takes its place, keys reach a field that nobody sees, and not the page's shortcuts;
 * its words are a draft of that place, with which the new field goes on.
 */
import { type Draft, file, type Where } from "../shared/draft";
import { page } from "../shared/page";

type Written = HTMLInputElement | HTMLTextAreaElement;

/** How long the new field is waited for, in milliseconds; then the words rest as a draft. */
const PATIENCE = 20_000;
/** How often the focus is taken back; who wants it more often has a reason. */
const MOST = 20;
const FIELD = "[data-place]:not([readonly], [disabled])";
const TAKEN = "input, textarea, select, button, summary, dialog *";

/** What a field carries in `data-place`. */
export function address({ own, code, place, more }: Where): string {
  return `${file(own, code)}:${more ? `${place}:${more}` : place}`;
}

/** Looks after whoever types in this view, for as long as it stands. */
export function goOnTyping(root: HTMLElement, signal: AbortSignal): void {
  let field: Written | null = null;
  let home: HTMLElement | null = null;
  const watch = new MutationObserver(() => {
    if (root.isConnected) return;
    watch.disconnect(); // also where the view's end came first
    if (field && home?.offsetParent && !document.activeElement?.matches(TAKEN)) new Onward(field, home);
  });
  const come = ({ target }: FocusEvent) => {
    field = (target as HTMLElement).matches(FIELD) ? (target as Written) : null;
    home = root.closest<HTMLElement>(".jp-Notebook");
    if (field) watch.observe(document.body, { childList: true, subtree: true });
    else watch.disconnect();
  };
  const leave = () =>
    setTimeout(() => {
      // The field that went with its view was not left; nor was it by whoever looks at another window for a moment.
      if (!root.isConnected || document.activeElement === field) return;
      field = null;
      watch.disconnect();
    });
  root.addEventListener("focusin", come, { signal });
  root.addEventListener("focusout", leave, { signal });
}

/** The field that nobody sees. It goes as soon as the new one is there, or something else is taken hold of. */
class Onward {
  private readonly catcher: Written;
  private readonly watch = new MutationObserver(() => this.look());
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly before: string;
  private readonly address: string;
  private readonly owner = new AbortController();
  private draft: Draft | null = null;
  private stayed = 0;

  constructor(gone: Written, home: HTMLElement) {
    this.before = gone.value;
    this.address = gone.dataset.place ?? "";
    this.catcher = document.createElement(gone.matches("textarea") ? "textarea" : "input");
    this.catcher.className = "nw-visually-hidden";
    this.catcher.dataset.lmSuppressShortcuts = "true";
    this.catcher.maxLength = gone.maxLength;
    this.catcher.autocomplete = "off";
    this.catcher.value = gone.value;
    this.catcher.addEventListener("input", () => this.type());
    this.catcher.addEventListener("keydown", (event) => this.press(event as KeyboardEvent));
    this.catcher.addEventListener("blur", () => queueMicrotask(() => this.stay()));
    document.addEventListener("pointerdown", () => this.end(), { capture: true, signal: this.owner.signal });
    document.body.append(this.catcher);
    this.catcher.focus({ preventScroll: true });
    this.catcher.setSelectionRange(gone.selectionStart, gone.selectionEnd);
    this.watch.observe(home, { childList: true, subtree: true, characterData: true });
    this.timer = setTimeout(() => this.end(), PATIENCE);
  }

  private type(): void {
    this.draft ??= this.begin();
    page.drafts.type(this.draft, this.catcher.value);
  }

  private begin(): Draft {
    const [desk = "", code = "", ...place] = this.address.split(":");
    const where = { own: desk === "own", code, place: place.join(":") };
    const rests = page.drafts.at(where);
    // One that was offered beside the field, and not shown in it, stays what it is.
    const shown = rests?.text === this.before ? rests : undefined;
    return page.drafts.begin(where, shown?.base ?? this.before, shown);
  }

  /** What a key would do beside writing waits until there is a field to do it in. */
  private press(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") this.end();
  }

  /** The notebook takes the focus where its cells come and go; nobody asked for that, and nothing can be typed in them. */
  private stay(): void {
    if (document.activeElement === this.catcher || !this.catcher.isConnected) return;
    if (document.activeElement?.matches(TAKEN) || this.stayed++ > MOST) this.end();
    else this.catcher.focus({ preventScroll: true });
  }

  /** Whether the field is there, with the words with which the other one went. */
  private look(): void {
    for (const found of document.querySelectorAll<Written>(`[data-place="${CSS.escape(this.address)}"]`)) {
      if (found.offsetParent && !found.readOnly && found.value === this.before) return this.hand(found);
    }
  }

  private hand(field: Written): void {
    const { value, selectionStart, selectionEnd } = this.catcher;
    this.end();
    field.focus({ preventScroll: true });
    if (selectionStart === value.length) return; // at the end it comes by itself, with the words
    setTimeout(() => {
      // By then it shows the draft; unless somebody typed on, it stands where it stood.
      if (field.value === value) field.setSelectionRange(selectionStart, selectionEnd);
    });
  }

  private end(): void {
    if (!this.catcher.isConnected) return;
    clearTimeout(this.timer);
    this.watch.disconnect();
    this.owner.abort();
    if (this.draft) page.drafts.rest(this.draft);
    this.draft = null;
    this.catcher.remove();
  }
}
