/** Who stands in the middle, and the support between the middle and somebody. */
import type { Mirror } from "../case/mirror";
import type { Tie } from "../contract";
import { t } from "../shared/words";
import { type Support, turned } from "./support";

/** The persons in the middle, the first one first. */
export function centreOf(mirror: Mirror): string[] {
  return mirror
    .people()
    .filter((person) => person.circle === 0)
    .map((person) => person.id);
}

/** What the middle is called in a sentence: one name, or all of them. */
export function centreName(mirror: Mirror): string {
  const names = centreOf(mirror).map(mirror.name);
  const last = names.pop() ?? t("model.circle.0");
  return names.length ? `${names.join(", ")} ${t("model.list.and")} ${last}` : last;
}

/** The ties that carry the support between the middle and each person: as `set_support` chooses them. */
export function carriers(mirror: Mirror): Map<string, Tie> {
  const centre = new Set(centreOf(mirror));
  const found = new Map<string, Tie>();
  for (const tie of mirror.ties()) {
    const others = [tie.source, tie.target].filter((_, end) => centre.has(end ? tie.source : tie.target));
    for (const other of others) if (!centre.has(other) && !found.has(other)) found.set(other, tie);
  }
  return found;
}

/** What a tie carries, as seen from the end that is not this person. */
export function supportFor(person: string, tie: Tie | undefined): Support {
  return tie?.source === person ? turned(tie.support) : (tie?.support ?? {});
}
