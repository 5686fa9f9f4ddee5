/** The list's own keys. Single letters can be switched off (WCAG 2.1.4). */

import { choose, selectionOf } from "../case/selection";
import type { Kind } from "../contract";
import { severalKey } from "../panel/several";
import { announce } from "../shared/announce";
import { page } from "../shared/page";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";

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
  if (severalKey(event, ground, false, page.prefs.get().singleKeys)) return true;
  const letter = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (letter !== "z" && letter !== "y") return false;
    ground.connection.take(letter === "y" || event.shiftKey ? "redo" : "undo");
    return true;
  }
  if (event.key === "Delete") return remove(event.target as HTMLElement, ground);
  const field = { p: "[data-mark='add']", "/": "[data-nw-find]" }[letter];
  if (!field || !page.prefs.get().singleKeys) return false;
  pane.querySelector<HTMLElement>(field)?.focus();
  return true;
}

/** Out of the panel to its row; then the selection goes. */
function leave(target: HTMLElement, pane: HTMLElement, { connection }: Ground, back: () => void): boolean {
  if (target.closest(".nw-list-panel")) {
    back();
    return true;
  }
  const find = target.closest<HTMLInputElement>("[data-nw-find]");
  if (find?.value) return false;
  choose(connection, []);
  return pane.contains(target);
}

/** Takes away who is selected, or the person of this row where another is. */
function remove(target: HTMLElement, { connection, mirror }: Ground): boolean {
  const id = target.closest<HTMLElement>("tr[data-id]")?.dataset.id;
  if (!id || !connection.writable.get()) return false;
  const { people } = selectionOf(connection.code).get();
  const gone = people.includes(id) ? people : [id];
  announce(target, t("panel.removed", { who: gone.map(mirror.name).join(", ") }));
  connection.edit({ edit: "remove", ids: gone.map((one): [Kind, string] => ["person", one]) });
  choose(
    connection,
    people.filter((one) => !gone.includes(one)),
  );
  return true;
}
