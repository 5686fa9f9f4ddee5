/** Ctrl+Z and Ctrl+Y in a view, except where the browser takes back what is being typed. */
import type { Connection } from "../kernel/connection";

export function undoKey(event: KeyboardEvent, connection: Connection): void {
  const key = event.key.toLowerCase();
  const typing = (event.target as HTMLElement).closest("input:not([type='checkbox']), textarea, dialog");
  if (typing || !(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
  event.preventDefault();
  connection.take(key === "y" || event.shiftKey ? "redo" : "undo");
}
