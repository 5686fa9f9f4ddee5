/**
 * The notes that show as small marks on the map and in the list, by the id of what they are pinned on.
 *
 * State: per case, what the notes view of this page knows of its writer's private notes: their tags, never their
 * words. Shared notes are in the case, and every view has those from its own mirror.
 */

import type { Annotation } from "../contract";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import type { Mirror } from "./mirror";

/** By id of a person or tie: the tags of the notes pinned there. */
export type Marks = ReadonlyMap<string, string[]>;

const NONE: Marks = new Map();

/** Per case, the private notes that the notes view in sight knows of. */
export const privateMarks: Store<ReadonlyMap<string, Marks>> = createStore(new Map());

/** The notes of a case by what they are pinned on; a reply counts where its note is pinned. */
export function marksOf(notes: Iterable<Annotation>): Map<string, string[]> {
  const marks = new Map<string, string[]>();
  for (const { on, tag, goal } of notes) {
    if (on && !goal) marks.set(on, [...(marks.get(on) ?? []), tag]);
  }
  return marks;
}

/** Lets all views know which private notes are pinned where; they draw anew only where that is another thing. */
export function pinPrivately(code: string, notes: Iterable<Annotation>): void {
  const marks = marksOf(notes);
  const known = privateMarks.get();
  if (JSON.stringify([...marks]) === JSON.stringify([...(known.get(code) ?? NONE)])) return;
  privateMarks.set(new Map(known).set(code, marks));
}

/** Shared notes from the mirror, and the private ones that this page knows of; with hidden names not even their marks. */
export function allMarks(code: string, mirror: Mirror): Marks {
  const { together, hideNames } = page.prefs.get();
  if (together) return NONE; // the client looks along
  const all = marksOf(mirror.others("annotation"));
  if (hideNames) return all;
  for (const [id, tags] of privateMarks.get().get(code) ?? NONE) all.set(id, [...(all.get(id) ?? []), ...tags]);
  return all;
}

/** The six words that a note can carry, one a key; a team may put words of its own on the keys. */
export const TAGS = ["question", "chance", "compliment", "pattern", "feeling", "care"] as const;

/** Dark enough beside white for 3:1, and told apart by place and word as well. */
export const COLOURS = ["#0f609b", "#18794e", "#6b3fa0", "#8d5a00", "#b4235a", "#b44d12"];

/** The colour of a note: that of its key, or grey where the word is on no key now. */
export function markColour(tag: string): string {
  const ours = (TAGS as readonly string[]).indexOf(tag);
  return COLOURS[ours >= 0 ? ours : page.prefs.get().tags.indexOf(tag)] ?? "#7b8794";
}
