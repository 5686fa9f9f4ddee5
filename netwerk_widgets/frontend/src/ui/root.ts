/**
 * The element every view draws in: brings the style sheet once, keeps JupyterLab's shortcuts away from what is
 * typed inside, and ends all listeners with the view.
 */
import type { AnyModel, RenderProps } from "@anywidget/types";
import { hear } from "../kernel/hear";
import type { Sent } from "../kernel/wire";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import css from "../styles/all";
import { goOnTyping } from "./catcher";
import { takeBack } from "./fieldundo";
import { stayNear } from "./focus";

export interface Root {
  element: HTMLElement;
  model: AnyModel;
  /** Whether anything of the view is in sight: a workbook keeps the views of all its steps. */
  seen: Store<boolean>;
  /** Ends with the view. */
  signal: AbortSignal;
}

export type View = (root: Root) => void;

/** How long a view that comes into sight waits for the case that lies on the desk by now, in milliseconds. */
const LATEST = 1500;

export function mount({ model, el }: RenderProps, view: View): () => void {
  style();
  const owner = new AbortController();
  const element = document.createElement("div");
  element.className = "nw-root";
  // Lumino looks for this attribute on its way up from the focused element, and stops at the first selector that
  // fits. Several of the notebook's end in ":focus" and so fit that element itself: it must carry the mark too.
  element.dataset.lmSuppressShortcuts = "true";
  element.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.lmSuppressShortcuts = "true";
  });
  // The notebook itself moves the browser's selection to its active cell at every key that reaches it; Enter in
  // one of our fields would then do nothing.
  element.addEventListener("keydown", (event) => event.stopPropagation());
  takeBack(element, owner.signal);
  goOnTyping(element, owner.signal);
  stayNear(element, owner.signal);
  el.replaceChildren(element);
  const seen = watchSight(element, model, owner.signal);
  if (model.get("own") !== true) nameCase(element, model, seen, owner.signal);
  view({ element, model, seen, signal: owner.signal });
  return () => owner.abort();
}

/**
 * The element says which case the view shows, once it does; the own file is named nowhere. A view that was out of sight
 * when another case came on the desk takes no hand and no key until it shows that one.
 */
function nameCase(element: HTMLElement, model: AnyModel, seen: Store<boolean>, signal: AbortSignal): void {
  const shown = () => element.dataset.case ?? "";
  const behind = () => shown() !== "" && page.status.get().code !== "" && page.status.get().code !== shown();
  const show = () => {
    element.inert = false;
  };
  page.status.watch(() => {
    if (!behind()) show();
    // Where it is in sight somebody may be typing: the words are that case's, and the field goes in a moment.
    else if (!seen.get()) element.inert = true;
  }, signal);
  // Where nothing comes, what it shows is right: its workbook has a kernel of its own, and that another desk.
  seen.watch((now) => {
    if (now) setTimeout(() => !signal.aborted && show(), LATEST);
  }, signal);
  hear(model, signal, ({ kind, info }: { kind?: string; info?: { code?: string } }) => {
    if (kind !== "picture") return;
    element.dataset.case = info?.code ?? "";
    show();
  });
}

/** Tells the kernel whether the view is in sight; where it is not, it hears of edits later and together. */
function watchSight(element: HTMLElement, model: AnyModel, signal: AbortSignal): Store<boolean> {
  const seen = createStore(true);
  const observer = new IntersectionObserver((entries) => {
    seen.set(entries[entries.length - 1]?.isIntersecting ?? true);
  });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  seen.watch((now) => {
    try {
      model.send({ kind: "sight", seen: now } satisfies Sent);
    } catch {
      // The kernel is gone; a new one takes every view to be in sight.
    }
  }, signal);
  return seen;
}

function style(): void {
  if (document.getElementById("netwerk-widgets-style")) return;
  const sheet = document.createElement("style");
  sheet.id = "netwerk-widgets-style";
  sheet.textContent = css;
  document.head.append(sheet);
}
