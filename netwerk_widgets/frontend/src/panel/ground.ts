/** What the parts of the panel share: one entity, and how a field of it is changed. */

import type { BesideView, Kind, Needs, Person, Tie } from "../contract";
import { usePrefs, useStore } from "../shared/hooks";
import type { Ground } from "../ui/elements";

export type Wishes = NonNullable<BesideView["wishes"]>;

/** On the wished map: what is put somewhere there is a wish, and all else is about now. */
export interface Wishing {
  wishes?: Wishes | undefined;
}

/** What the step needs of whoever is chosen, on top of their panel. */
export interface Needing {
  needs?: Needs | undefined;
}

export interface PersonPart extends Ground, Needing {
  person: Person;
  writable: boolean;
}

export interface TiePart extends Ground {
  tie: Tie;
  writable: boolean;
}

/** Redraws with every change of the case and of the page; gives whether the case can be altered. */
export function useGround({ connection, mirror }: Ground): boolean {
  usePrefs();
  useStore(mirror.version);
  return useStore(connection.writable);
}

/** Sends fields of an entity to the kernel. */
export function changer({ connection }: Ground, kind: Kind, id: string): (fields: Record<string, unknown>) => void {
  return (fields) => connection.edit({ edit: "change", kind, id, fields });
}
