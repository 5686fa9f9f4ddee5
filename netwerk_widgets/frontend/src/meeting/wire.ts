/** What the kernel tells of a meeting, read. */
import type { Phase, Told } from "../contract";
import { page } from "../shared/page";
import type { Sentence } from "../shared/words";

export interface Fit {
  method: string;
  suits: Sentence[];
  mind: Sentence[];
}

/** A text in the page's language; in another where it has none in that. */
export function spoken(texts: Record<string, string> | undefined): string {
  return texts?.[page.prefs.get().lang] ?? Object.values(texts ?? {})[0] ?? "";
}

/** The phase that is on, if one is. */
export function phaseOf(told: Told | null): Phase | null {
  const held = told?.meeting;
  return held?.state === "going" ? (held.phases[held.index] ?? null) : null;
}
