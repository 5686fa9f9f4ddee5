/**
 * The element every view draws in: brings the style sheet once, keeps JupyterLab's shortcuts away from what is
 * typed inside, and ends all listeners with the view.
 */
import type { AnyModel, RenderProps } from "@anywidget/types";
import css from "../styles/all";

export interface Root {
  element: HTMLElement;
  model: AnyModel;
  /** Ends with the view. */
  signal: AbortSignal;
}

export type View = (root: Root) => void;

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
  el.replaceChildren(element);
  view({ element, model, signal: owner.signal });
  return () => owner.abort();
}

function style(): void {
  if (document.getElementById("netwerk-widgets-style")) return;
  const sheet = document.createElement("style");
  sheet.id = "netwerk-widgets-style";
  sheet.textContent = css;
  document.head.append(sheet);
}
