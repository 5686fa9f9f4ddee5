/** The list's own keys. Single letters can be switched off (WCAG 2.1.4). */
import { announce } from "../base/announce";
import { choose, selectionOf } from "../base/selection";
import type { Ground } from "../base/ui";
import type { Kind } from "../base/wire";
import { page } from "../page";
import { t } from "../words";

export function paneKey(event: KeyboardEvent, ground: Ground, back: () => void): void {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented || target.closest("dialog") || event.altKey) return;
  const pane = event.currentTarget as HTMLElement;
  const typing = target.closest("input:not([type='checkbox']), textarea, select");
  const done = event.key === "Escape" ? leave(target, pane, ground, back) : !typing && key(event, pane, ground);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

function key(event: KeyboardEvent, pane: HTMLElement, ground: Ground): boolean {
  const letter = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (letter !== "z" && letter !== "y") return false;
    ground.session.take(letter === "y" || event.shiftKey ? "redo" : "undo");
    return true;
  }
  if (event.key === "Delete") return remove(event.target as HTMLElement, ground);
  const field = { p: "[data-mark='add']", "/": "[data-nw-find]" }[letter];
  if (!field || !page.prefs.get().singleKeys) return false;
  pane.querySelector<HTMLElement>(field)?.focus();
  return true;
}

/** Out of the panel to its row; then the selection goes. */
function leave(target: HTMLElement, pane: HTMLElement, { session }: Ground, back: () => void): boolean {
  if (target.closest(".nw-list-panel")) {
    back();
    return true;
  }
  const find = target.closest<HTMLInputElement>("[data-nw-find]");
  if (find?.value) return false;
  choose(session, []);
  return pane.contains(target);
}

/** Takes away who is selected, or the person of this row where another is. */
function remove(target: HTMLElement, { session, mirror }: Ground): boolean {
  const id = target.closest<HTMLElement>("tr[data-id]")?.dataset.id;
  if (!id || !session.writable.get()) return false;
  const { people } = selectionOf(session.code).get();
  const gone = people.includes(id) ? people : [id];
  announce(target, t("panel.removed", { who: gone.map(mirror.name).join(", ") }));
  session.edit({ edit: "remove", ids: gone.map((one): [Kind, string] => ["person", one]) });
  choose(
    session,
    people.filter((one) => !gone.includes(one)),
  );
  return true;
}
