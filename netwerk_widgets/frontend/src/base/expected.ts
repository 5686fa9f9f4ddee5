/**
 * What the case will hold once all that waits in the page is saved. An edit that builds on the one before it (who is
 * named, after what was just written) must not build on what the kernel knew earlier.
 */
import type { Ground } from "./ui";
import type { Edit, Kind, Other } from "./wire";

export function expected({ session, mirror }: Ground, kind: Kind): Other[] {
  const found = new Map(mirror.others(kind).map((one) => [one.id, one]));
  for (const { message } of session.ahead()) if (message.kind === "edit") apply(message.edit, kind, found);
  return [...found.values()];
}

function apply(edit: Edit, kind: Kind, found: Map<string, Other>): void {
  if (edit.edit === "remove") for (const [what, id] of edit.ids) if (what === kind) found.delete(id);
  if (edit.edit === "add_person" && kind === "person") found.set(edit.id, { id: edit.id, role: edit.role });
  if (edit.edit === "name") return kind === "answer" ? named(edit, found) : undefined;
  put(edit, kind, found);
}

function put(edit: Edit, kind: Kind, found: Map<string, Other>): void {
  if ((edit.edit !== "add" && edit.edit !== "change") || edit.kind !== kind) return;
  const before = found.get(edit.id);
  if (!before && edit.edit === "change") return;
  const fields = edit.fields as Record<string, unknown>;
  // The texts of a row are changed one by one (Python: model/fields.py, merged).
  const more = kind === "answer" ? { more: { ...(before?.more as object), ...(fields.more as object) } } : {};
  found.set(edit.id, { ...before, ...fields, ...more, id: edit.id });
}

function named({ answer, person, named = true }: Extract<Edit, { edit: "name" }>, found: Map<string, Other>): void {
  const before = found.get(answer);
  if (!before) return;
  const others = String(before.persons ?? "")
    .split(" ")
    .filter((one) => one && one !== person);
  found.set(answer, { ...before, persons: [...others, ...(named ? [person] : [])].join(" ") });
}
