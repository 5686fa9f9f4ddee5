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
  let held = false;
  const go = () => {
    const [gone] = line;
    if (!gone || (gone.isConnected && !gone.matches(":disabled"))) return;
    if (!root.isConnected || document.activeElement !== document.body) return;
    const around = [...line.filter((one) => one.isConnected), root];
    line = [];
    const found = around.flatMap((near) =>
      [HOME, TAKES].flatMap((which) => [...near.querySelectorAll<HTMLElement>(which)]),
    );
    found.find((one) => one.offsetParent)?.focus({ preventScroll: true });
  };
  // A key that is still down acts on whatever gets the focus: Enter would press the button it comes to.
  const watch = new MutationObserver(() => !held && go());
  const come = ({ target }: FocusEvent) => {
    line = [];
    for (let at = target as Element | null; at && at !== root; at = at.parentElement) line.push(at);
    watch.observe(root, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) watch.disconnect();
  };
  const down = () => {
    held = true;
  };
  const up = () => {
    held = false;
    go();
  };
  root.addEventListener("focusin", come, { signal });
  root.addEventListener("focusout", leave, { signal });
  root.addEventListener("keydown", down, { signal, capture: true });
  window.addEventListener("keyup", up, { signal, capture: true });
  window.addEventListener("blur", () => up(), { signal });
  signal.addEventListener("abort", () => watch.disconnect());
}
