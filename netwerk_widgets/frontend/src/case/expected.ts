/**
 * What the case will hold once all that waits in the page is saved. An edit that builds on the one before it (who is
 * named, after what was just written) must not build on what the kernel knew earlier.
 */

import type { Answer, Edit, Entities, Kind, Written } from "../contract";
import { whole } from "../kernel/wire";
import type { Ground } from "../ui/elements";

type Found = Map<string, Written>;

export function expected<K extends Kind>({ connection, mirror }: Ground, kind: K): Entities[K][] {
  const found: Found = new Map(mirror.others(kind).map((one) => [one.id, one]));
  for (const { message } of connection.ahead()) if (message.kind === "edit") apply(message.edit, kind, found);
  return [...found.values()] as Entities[K][];
}

function apply(edit: Edit, kind: Kind, found: Found): void {
  if (edit.edit === "remove") for (const [what, id] of edit.ids) if (what === kind) found.delete(id);
  if (edit.edit === "add_person" && kind === "person")
    found.set(edit.id, whole(kind, { id: edit.id, role: edit.role }));
  if (edit.edit === "name") return kind === "answer" ? named(edit, found) : undefined;
  put(edit, kind, found);
}

function put(edit: Edit, kind: Kind, found: Found): void {
  if ((edit.edit !== "add" && edit.edit !== "change") || edit.kind !== kind) return;
  const before = found.get(edit.id);
  if (!before && edit.edit === "change") return;
  const fields = edit.fields as Record<string, unknown>;
  // The texts of a row are changed one by one (Python: model/case/fields.py, merged).
  const more = kind === "answer" ? { more: { ...(before as Answer)?.more, ...(fields.more as object) } } : {};
  found.set(edit.id, whole(kind, { ...before, ...fields, ...more, id: edit.id }));
}

function named({ answer, person, named = true }: Extract<Edit, { edit: "name" }>, found: Found): void {
  const before = found.get(answer) as Answer | undefined;
  if (!before) return;
  const others = before.persons.split(" ").filter((one) => one && one !== person);
  found.set(answer, { ...before, persons: [...others, ...(named ? [person] : [])].join(" ") } as Answer);
}
