/**
 * What is selected, one selection for all views of a case on this page: whoever is chosen on the map is chosen
 * in the list. Never saved, never sent.
 */

import type { Connection } from "../kernel/connection";
import { useStore } from "../shared/hooks";
import { createStore, type Store } from "../shared/store";

export interface Selection {
  people: string[];
  ties: string[];
}

/** At whom one pointed last on a map, by a tap or by Enter; another object each time. */
export type Pointed = { id: string } | null;

export const NOTHING: Selection = { people: [], ties: [] };

const stores = new Map<string, Store<Selection>>();

export function selectionOf(code: string): Store<Selection> {
  let found = stores.get(code);
  if (!found) {
    found = createStore<Selection>(NOTHING);
    stores.set(code, found);
  }
  return found;
}

/** Selects these and nothing else. */
export function choose(connection: Connection, people: string[], ties: string[] = []): void {
  const store = selectionOf(connection.code);
  const now = store.get();
  if (same(now.people, people) && same(now.ties, ties)) return;
  store.set(people.length || ties.length ? { people, ties } : NOTHING);
}

/** Adds a person to the selection, or takes them out. */
export function toggle(connection: Connection, person: string): void {
  const { people } = selectionOf(connection.code).get();
  choose(connection, people.includes(person) ? people.filter((id) => id !== person) : [...people, person]);
}

/** The selection in the case that this view shows; follows it to another case. */
export function useSelection(connection: Connection): Selection {
  return useStore(selectionOf(connection.code));
}

function same(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
