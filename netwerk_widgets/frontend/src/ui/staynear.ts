/**
 * Whoever works by keys stays where they were: where the element that has the focus goes, or is switched off (a note is taken
 * away, a panel shuts, nothing is left to undo), the focus goes to what stands nearest, and not to the top of the page.
 */

/** What may be given the focus; no field, for that would bring up a tablet's keyboard. */
const TAKES = "button:not(:disabled), a[href], summary, [tabindex='0']";
/** Where a view's keys begin. */
const HOME = "[data-nw-home]";

export function stayNear(root: HTMLElement, signal: AbortSignal): void {
  let line: Element[] = [];
  const watch = new MutationObserver(() => {
    const [gone] = line;
    if (!gone || (gone.isConnected && !gone.matches(":disabled"))) return;
    if (!root.isConnected || document.activeElement !== document.body) return;
    const around = [...line.filter((one) => one.isConnected), root];
    line = [];
    const found = around.flatMap((near) =>
      [HOME, TAKES].flatMap((which) => [...near.querySelectorAll<HTMLElement>(which)]),
    );
    found.find((one) => one.offsetParent)?.focus({ preventScroll: true });
  });
  const come = ({ target }: FocusEvent) => {
    line = [];
    for (let at = target as Element | null; at && at !== root; at = at.parentElement) line.push(at);
    watch.observe(root, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) watch.disconnect();
  };
  root.addEventListener("focusin", come, { signal });
  root.addEventListener("focusout", leave, { signal });
  signal.addEventListener("abort", () => watch.disconnect());
}
