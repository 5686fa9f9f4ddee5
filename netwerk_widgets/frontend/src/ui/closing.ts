/** How what was opened by a button is closed: by Escape, or where it is a menu by a tap elsewhere. */
import { useEffect } from "preact/hooks";

interface Opened {
  /** What is open, with its button. */
  box: { current: HTMLElement | null };
  close: () => void;
  /** A tap elsewhere closes it too. */
  menu?: boolean;
  /** To this the focus goes back. */
  button?: () => HTMLElement | null | undefined;
}

export function useClosing(open: boolean, { box, close, menu = true, button }: Opened): void {
  useEffect(() => {
    if (!open) return;
    const owner = new AbortController();
    const here = { signal: owner.signal, capture: true };
    const outside = ({ target }: Event) => !box.current?.contains(target as Node) && close();
    if (menu) document.addEventListener("pointerdown", outside, here);
    const key = ({ key, target }: KeyboardEvent) => {
      // A dialog over it closes first, and a field has an Escape of its own.
      if (key !== "Escape" || (target as HTMLElement).closest("dialog, input, textarea, select")) return;
      close();
      (button ? button() : box.current?.querySelector("button"))?.focus();
    };
    document.addEventListener("keydown", key, here);
    return () => owner.abort();
  }, [open]);
}
