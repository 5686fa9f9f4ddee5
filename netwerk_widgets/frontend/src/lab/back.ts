/** Where this window was when it left for the door of the lock: its workbook and step, kept by the window itself. */
import type { Place } from "./desk";

/** Read by the door too (lab/pages/locked.html). */
const KEPT = "netwerk.back";

export function keepPlace(place: Place | null): void {
  if (!place) return;
  const { name } = place.book;
  // The address may still be that of the workbook with which the window began.
  const path = window.location.pathname.replace(/\/tree\/[^/]*$/, `/tree/${encodeURIComponent(name)}.ipynb`);
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ path, steps: { [name]: place.steps[place.index] } }));
  } catch {
    // A browser that keeps nothing: the window comes back where any window begins.
  }
}

/** The step to come back to, by workbook. It stays until the user goes on: JupyterLab may load the page twice. */
export function placeKept(): Record<string, string> {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") as { steps?: Record<string, string> };
    return kept.steps ?? {};
  } catch {
    return {};
  }
}

export function forgetPlace(): void {
  sessionStorage.removeItem(KEPT);
}
