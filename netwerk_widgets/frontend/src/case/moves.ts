/**
 * Which moves are closed by the meeting that goes on, for all views of this page: in a phase in which nobody is added
 * to the map, the map says so and offers to deviate. Set by the guide, and only while the guide is in sight.
 */
import { createStore, type Store } from "../shared/store";

export interface Moves {
  closed: readonly string[];
  /** Whether the guide that says so is on the screen. */
  shown: () => boolean;
  /** Opens a closed move on purpose, which is noted. */
  deviate: (move: string) => Promise<boolean>;
}

export const moves: Store<Moves | null> = createStore<Moves | null>(null);

/** Whether a move is closed here and now. */
export function closedNow(move: string): boolean {
  const now = moves.get();
  return now?.closed.includes(move) === true && now.shown();
}
