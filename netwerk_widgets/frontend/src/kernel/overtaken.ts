/** What an edit says so that it is never put over what another wrote meanwhile (Python: model/edits/performance.py). */
import type { Edit } from "../contract";

/** A change of one text says what stood there when its sitting began (`base`). */
export function since(edit: Edit, base: string | undefined): Edit {
  if (base === undefined || edit.edit !== "change") return edit;
  const was = before(edit.fields as Record<string, unknown>, base);
  return was ? { ...edit, was } : edit;
}

function before(fields: Record<string, unknown>, base: string): object | undefined {
  const [[name, value] = ["", null], ...others] = Object.entries(fields);
  if (others.length > 0) return undefined;
  if (typeof value === "string") return { [name]: base };
  const inner = value && name === "more" ? before(value as Record<string, unknown>, base) : undefined;
  return inner && { [name]: inner };
}
