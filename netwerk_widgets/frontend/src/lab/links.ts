/**
 * Ways to a step other than "Volgende": those that a view takes, and links from a workbook's words to a step of this or another workbook: `01_netwerk_in_kaart.ipynb#tekenen`. They
 * go where "Volgende" would go, on the same kernel; JupyterLab would open a second copy with a kernel of its own.
 */
import { page } from "../shared/page";
import type { Desk } from "./desk";

const TARGET = /([\w-]+)\.ipynb(?:\?[^#]*)?(?:#([\w-]+))?$/;

export function followLinks(desk: Desk, signal: AbortSignal): void {
  document.addEventListener(
    "click",
    (event) => {
      const link = (event.target as Element | null)?.closest?.(".nw-book .jp-RenderedMarkdown a");
      const [, name, step] = TARGET.exec(link?.getAttribute("href") ?? "") ?? [];
      if (!name) return;
      event.preventDefault();
      event.stopPropagation();
      desk.open(name, { step: step ?? "" });
    },
    { capture: true, signal },
  );
}

/** Lets a view of the workbook in front lead to another of its steps. */
export function openWays(desk: Desk, signal: AbortSignal): void {
  page.goTo.set((step) => desk.go(step));
  signal.addEventListener("abort", () => page.goTo.set(null));
}
