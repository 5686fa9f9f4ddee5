/**
 * What lies on the table in the meeting that goes on, for the maps of this page: a numbered slip beside whom it names.
 * Set by the guide, and only while the guide is in sight. Nobody moves because of it, and nothing of it is kept here.
 */
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";

export interface Slip {
  id: string;
  /** By which it is called, on the map and in the list. */
  number: number;
  text: string;
  /** Whom it names (Python: views/handlers/slips.py). */
  people: string[];
}

export interface Table {
  code: string;
  slips: readonly Slip[];
  /** Whether the guide that says so is on the screen. */
  shown: () => boolean;
}

export const table: Store<Table | null> = createStore<Table | null>(null);

const NONE: ReadonlyMap<string, Slip[]> = new Map();

/** The slips of this case by the id of whom they name; none while the client looks along. */
export function slipsBeside(code: string): ReadonlyMap<string, Slip[]> {
  const now = table.get();
  if (now?.code !== code || page.prefs.get().together || !now.shown()) return NONE;
  const found = new Map<string, Slip[]>();
  for (const slip of now.slips) {
    for (const person of slip.people) found.set(person, [...(found.get(person) ?? []), slip]);
  }
  return found;
}
