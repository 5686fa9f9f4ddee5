/** What the extension draws beside JupyterLab's own parts: each in a place of its own, with no shortcut in it. */
import { type ComponentChild, render } from "preact";

/** Draws it at the end of the page, or before all else there, until the signal ends. */
export function host(id: string, drawn: ComponentChild, signal: AbortSignal, first = false): void {
  const place = document.createElement("div");
  place.id = id;
  place.dataset.lmSuppressShortcuts = "true";
  if (first) document.body.prepend(place);
  else document.body.append(place);
  render(drawn, place);
  signal.addEventListener("abort", () => {
    render(null, place);
    place.remove();
  });
}
