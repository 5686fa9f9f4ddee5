/** What the parts of the panel share: one entity, and how a field of it is changed. */
import { usePrefs, useStore } from "../base/hooks";
import type { Ground } from "../base/ui";
import type { Kind, Person, Tie } from "../base/wire";

/** In which circle and domain somebody is wished, by person. */
export type Wishes = Record<string, [number, string]>;

/** On the wished map: what is put somewhere there is a wish, and all else is about now. */
export interface Wishing {
  wishes?: Wishes | undefined;
}

export interface PersonPart extends Ground {
  person: Person;
  writable: boolean;
}

export interface TiePart extends Ground {
  tie: Tie;
  writable: boolean;
}

/** Redraws with every change of the case and of the page; gives whether the case can be altered. */
export function useGround({ session, mirror }: Ground): boolean {
  usePrefs();
  useStore(mirror.version);
  return useStore(session.writable);
}

/** Sends fields of an entity to the kernel. */
export function changer({ session }: Ground, kind: Kind, id: string): (fields: Record<string, unknown>) => void {
  return (fields) => session.edit({ edit: "change", kind, id, fields });
}
