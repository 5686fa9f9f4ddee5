/** Whose panel it is. It comes into sight with whoever is chosen, however far down one was before. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { zoomOf } from "../ui/zoom";

export function PanelTitle({ id, children }: { id: string; children: ComponentChildren }) {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => bringUp(element.current), []);
  return (
    <h2 id={id} ref={element} tabIndex={-1} class="nw-panel-title">
      {children}
    </h2>
  );
}

/** Scrolls the column and not the page, and only back up: a card above it on which one writes stays where it is. */
function bringUp(title: HTMLElement | null): void {
  const column = scroller(title);
  if (!title || !column) return;
  const above = title.getBoundingClientRect().top - column.getBoundingClientRect().top;
  column.scrollTop += Math.min(0, above / zoomOf(column));
}

function scroller(from: HTMLElement | null): HTMLElement | null {
  for (let one = from?.parentElement; one && !one.classList.contains("nw-root"); one = one.parentElement)
    if (one.scrollHeight > one.clientHeight && getComputedStyle(one).overflowY === "auto") return one;
  return null;
}
