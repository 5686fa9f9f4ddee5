/**
 * What may be seen of "niet benaderen" and "buiten gelaten" while the client looks along.
 *
 * The client usually said so, and then the sign is theirs: it stays, for a map without it would take back what they told.
 * But it may also be a supposition of the professional, or the team's own reason not to count somebody in; whoever reads
 * that over a shoulder hears it in the worst way, and where somebody is dangerous it may come to their ears. So a mark
 * stays in sight only where it was ticked that the client knows of it. The reason never does (panel/details.tsx).
 */

import type { Person } from "../contract";
import { together } from "./mirror";

export type Shareable = "unsafe" | "left_out";

export function isShareable(flag: string): flag is Shareable {
  return flag === "unsafe" || flag === "left_out";
}

/** Whether this mark of somebody is to be seen now. */
export function marked(person: Person, flag: string): boolean {
  if (person[flag as keyof Person] !== true) return false;
  return !(isShareable(flag) && together() && !person[`${flag}_shared`]);
}

/** The marks to draw on a node (Python: views/drawing.py). */
export function marksOn(node: { [name: string]: unknown }): string[] {
  const marks = (node.marks as string[] | undefined) ?? [];
  const unshared = (node.unshared as string[] | undefined) ?? [];
  return together() ? marks.filter((mark) => !unshared.includes(mark)) : marks;
}
