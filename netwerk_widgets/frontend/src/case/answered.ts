/**
 * About whom something is answered on the boards of this page, for the maps beside them. Told by each part of a board,
 * and only while it is in sight; nothing of it is kept.
 */
import { createStore, type Store } from "../shared/store";

interface Answered {
  code: string;
  people: readonly string[];
  /** Whether the part that says so is on the screen. */
  shown: () => boolean;
}

export const answeredAt: Store<ReadonlyMap<object, Answered>> = createStore<ReadonlyMap<object, Answered>>(new Map());

/** `place` says about whom it has answers now; with null it says nothing any more. */
export function tellAnswered(place: object, answered: Answered | null): void {
  const next = new Map(answeredAt.get());
  if (answered) next.set(place, answered);
  else next.delete(place);
  answeredAt.set(next);
}

export function isAnswered(code: string, person: string): boolean {
  for (const one of answeredAt.get().values())
    if (one.code === code && one.people.includes(person) && one.shown()) return true;
  return false;
}
