/** What is done with everybody who is chosen, each as one edit: from the panel, and by keys on the map and in the list. */
import { choose, selectionOf } from "../case/selection";
import { DEFAULTS, MOST_BETWEEN } from "../contract";
import { newId } from "../kernel/wire";
import type { Ground } from "../ui/elements";

/** Those who are done with, around the middle or in it; on the wished map what comes belongs to later. */
export interface Several extends Ground {
  ids: string[];
  wishing: boolean;
}

/** How many may be tied to each other at once. */
export function canConnect(ids: readonly string[]): boolean {
  return ids.length > 1 && ids.length <= MOST_BETWEEN;
}

/** Ties between all of them, or with `hub` between each of them and that one. */
export function connectAll({ connection, ids, wishing }: Several, hub = ""): void {
  const moment = wishing ? "soon" : DEFAULTS.tie.moment;
  connection.edit({ edit: "connect", people: ids, moment, ...(hub ? { hub } : {}) });
}

/** In a row on one circle, each in their own direction. */
export function putOn({ connection, ids, wishing }: Several, circle: number): void {
  connection.edit({ edit: "put", people: ids, circle, ...(wishing ? { wished: true } : {}) });
}

/** Somebody like each of them beside them; whoever is new is chosen then, to be named. */
export function copyAll({ connection, mirror, ids, wishing }: Several): void {
  const copies = around({ mirror, ids }).map((id): [string, string] => [id, newId("p")]);
  if (!copies.length) return;
  connection.edit({ edit: "copy", copies, ...(wishing ? { moment: "soon" } : {}) });
  choose(
    connection,
    copies.map(([, id]) => id),
  );
}

/** To the field of a new group's name, where one can be made. */
function toGroup({ currentTarget }: KeyboardEvent): boolean {
  const root = (currentTarget as Element | null)?.closest(".nw-root");
  const field = root?.querySelector<HTMLElement>("[data-mark='group']");
  field?.focus();
  return field !== undefined && field !== null;
}

/** Of those who are chosen whoever is not in the middle. */
export function around({ mirror, ids }: Pick<Several, "mirror" | "ids">): string[] {
  return ids.filter((id) => {
    const person = mirror.person(id);
    return person !== undefined && person.circle !== 0;
  });
}

/** The keys for it: Ctrl+D, and where single letters are keys V, G and Shift with the number of a circle. Whether this key was one of them. */
export function severalKey(event: KeyboardEvent, ground: Ground, wishing: boolean, letters: boolean): boolean {
  const ids = selectionOf(ground.connection.code)
    .get()
    .people.filter((id) => ground.mirror.person(id));
  const several = { ...ground, ids, wishing };
  const key = event.key.toLowerCase();
  if (!ids.length || !ground.connection.writable.get()) return false;
  if (event.ctrlKey || event.metaKey) {
    if (key === "d") copyAll(several);
    return key === "d";
  }
  if (!letters) return false;
  if (key === "g") return toGroup(event);
  const there = around(several);
  // By the place of the key: with Shift it writes another sign. A figure alone begins a note, where notes stand beside.
  const circle = event.shiftKey && /^Digit([1-4])$/.exec(event.code)?.[1];
  if (key === "v" && canConnect(ids)) connectAll(several);
  else if (circle && there.length) putOn({ ...several, ids: there }, Number(circle));
  else return false;
  return true;
}
