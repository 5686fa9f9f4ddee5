/**
 * What is selected, one selection for all views of a case on this page: whoever is chosen on the map is chosen
 * in the list. Never saved, never sent.
 */

import type { Connection } from "../kernel/connection";
import { useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";

export interface Selection {
  people: string[];
  ties: string[];
}

/** At whom one pointed last on a map, by a tap or by Enter; another object each time. */
export type Pointed = { id: string } | null;

export const NOTHING: Selection = { people: [], ties: [] };

const selections = new Map<string, Store<Selection>>();
const pointed = new Map<string, Store<Pointed>>();

// Another step of a workbook begins with nobody chosen.
page.step.watch(() => {
  for (const selection of selections.values()) selection.set(NOTHING);
});

export function selectionOf(code: string): Store<Selection> {
  return ofCase(selections, code, NOTHING);
}

/** For what stands beside a map: a card, or a board. */
export function pointedOf(code: string): Store<Pointed> {
  return ofCase(pointed, code, null);
}

function ofCase<T>(stores: Map<string, Store<T>>, code: string, first: T): Store<T> {
  const found = stores.get(code) ?? createStore<T>(first);
  stores.set(code, found);
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
