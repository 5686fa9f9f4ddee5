/** What the kernel tells of a meeting, read. */
import type { Phase, Told } from "../contract";

/** What a phase takes today, in whole minutes: what its method says, or its share of the time until the meeting stops. */
export function minutesOf(told: Told, place: number): number {
  return Math.round((told.meeting?.clocks[place]?.total ?? 0) / 60);
}

/** The phase that is on, if one is. */
export function phaseOf(told: Told | null): Phase | null {
  const held = told?.meeting;
  return held?.state === "going" ? (held.phases[held.index] ?? null) : null;
}
