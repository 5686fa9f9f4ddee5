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

/**
 * The keys for it, and whether this was one of them: Ctrl+A chooses everybody, Ctrl+D copies; where single letters are keys
 * also V, G and Shift with the number of a circle.
 */
export function severalKey(event: KeyboardEvent, ground: Ground, wishing: boolean, letters: boolean): boolean {
  const { connection, mirror } = ground;
  const ids = selectionOf(connection.code)
    .get()
    .people.filter((id) => mirror.person(id));
  const several = { ...ground, ids, wishing };
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return withCtrl(key, several);
  return letters && ids.length > 0 && connection.writable.get() && letter(key, event, several);
}

function withCtrl(key: string, several: Several): boolean {
  const { connection, mirror, ids } = several;
  if (key === "a")
    choose(
      connection,
      mirror.people().map(({ id }) => id),
    );
  else if (key === "d" && ids.length && connection.writable.get()) copyAll(several);
  // The browser would keep the address of the page.
  return key === "a" || key === "d";
}

function letter(key: string, event: KeyboardEvent, several: Several): boolean {
  if (key === "g") return toGroup(event);
  const there = around(several);
  // By the place of the key: with Shift it writes another sign. A figure alone begins a note, where notes stand beside.
  const circle = event.shiftKey && /^Digit([1-4])$/.exec(event.code)?.[1];
  if (key === "v" && canConnect(several.ids)) connectAll(several);
  else if (circle && there.length) putOn({ ...several, ids: there }, Number(circle));
  else return false;
  return true;
}
