/** What is in the case, together with what is still on its way to it: so that nothing is added twice at speed. */
import type { Ground } from "../base/ui";
import type { Edit, Kind, Other } from "../base/wire";

/** All entities of a kind, oldest first, as they will be once all that waits is saved. */
export function expected({ session, mirror }: Ground, kind: Kind): Other[] {
  const found = new Map(mirror.others(kind).map((one) => [one.id, one]));
  for (const { message } of session.pending()) if (message.kind === "edit") expect(found, kind, message.edit);
  return [...found.values()];
}

/** Does to what is known what an edit that is on its way will do. */
function expect(found: Map<string, Other>, kind: Kind, edit: Edit): void {
  if (edit.edit === "remove") for (const [what, id] of edit.ids) if (what === kind) found.delete(id);
  if ((edit.edit !== "add" && edit.edit !== "change") || edit.kind !== kind) return;
  const before = found.get(edit.id);
  if (!before && edit.edit === "change") return;
  const fields = edit.fields as Record<string, unknown>;
  // The texts of a row are changed one by one (Python: model/fields.py, merged).
  const more = { ...(before?.more as object | undefined), ...(fields.more as object | undefined) };
  found.set(edit.id, { ...before, ...fields, ...(kind === "answer" ? { more } : {}), id: edit.id });
}
