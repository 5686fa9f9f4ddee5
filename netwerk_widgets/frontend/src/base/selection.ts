/**
 * What is selected, one selection for all views of a case on this page: whoever is chosen on the map is chosen
 * in the list. Never saved, never sent.
 */
import { createStore, type Store } from "../store";
import { useStore } from "./hooks";
import type { Session } from "./session";

export interface Selection {
  people: string[];
  ties: string[];
}

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
export function choose(session: Session, people: string[], ties: string[] = []): void {
  const store = selectionOf(session.code);
  const now = store.get();
  if (same(now.people, people) && same(now.ties, ties)) return;
  store.set(people.length || ties.length ? { people, ties } : NOTHING);
}

/** Adds a person to the selection, or takes them out. */
export function toggle(session: Session, person: string): void {
  const { people } = selectionOf(session.code).get();
  choose(session, people.includes(person) ? people.filter((id) => id !== person) : [...people, person]);
}

/** The selection in the case that this session shows; follows it to another case. */
export function useSelection(session: Session): Selection {
  return useStore(selectionOf(session.code));
}

function same(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
