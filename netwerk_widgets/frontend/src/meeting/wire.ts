/** What the kernel tells of a meeting, read. */
import type { Phase, Told } from "../contract";

/** The phase that is on, if one is. */
export function phaseOf(told: Told | null): Phase | null {
  const held = told?.meeting;
  return held?.state === "going" ? (held.phases[held.index] ?? null) : null;
}
