/** One polite live region per view: what screen readers say when something changed that has no focus. */

import { page } from "./page";

/** How long a new region must have stood before screen readers follow it, in milliseconds. */
const SETTLE = 120;

/** The region of the view that holds this element; made where there is none yet. */
export function liveRegion(within: Element): HTMLElement {
  const root = within.closest(".nw-root") ?? within;
  const found = root.querySelector<HTMLElement>(":scope > .nw-live");
  if (found) return found;
  const region = document.createElement("div");
  region.className = "nw-live nw-visually-hidden";
  region.setAttribute("aria-live", "polite");
  region.setAttribute("aria-atomic", "true");
  root.append(region);
  return region;
}

/** Has screen readers say this, once they have finished what they are saying. */
export function announce(within: Element, text: string): void {
  const region = liveRegion(within);
  const before = page.prefs.get();
  // The same sentence twice is no change and would be heard once; a space that is not heard makes it one.
  const spoken = region.textContent === text ? `${text}\u00a0` : text;
  setTimeout(() => {
    // Whoever hid the names, or began to look together, meanwhile must not hear or find them here.
    const { hideNames, together } = page.prefs.get();
    if ((hideNames && !before.hideNames) || (together && !before.together)) return;
    region.textContent = spoken;
  }, SETTLE);
}
