/** Groups of people in the page's copy of a case. */
import type { Group } from "../contract";
import type { Mirror } from "./mirror";

/** Who is in it and on the map. */
export function membersOf({ members }: Group, mirror: Mirror): string[] {
  return members.split(" ").filter((id) => mirror.person(id));
}

/** The groups in which any of these is, or all of them. */
export function groupsOf(mirror: Mirror, ids: readonly string[], all = false): Group[] {
  return mirror.others("group").filter((group) => {
    const members = membersOf(group, mirror);
    return all ? ids.every((id) => members.includes(id)) : ids.some((id) => members.includes(id));
  });
}

/** The group that is just these people. */
export function sameGroup(mirror: Mirror, ids: readonly string[]): Group | undefined {
  return groupsOf(mirror, ids, true).find((group) => membersOf(group, mirror).length === ids.length);
}
