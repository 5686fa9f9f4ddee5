/** Words that belong to this meeting and are kept in the case: read from it, and altered by edits that can be undone. */

import { useRef } from "preact/hooks";
import { type Answer, LIMITS } from "../contract";
import { newId } from "../kernel/wire";
import { useStore } from "../shared/hooks";
import type { Ground } from "../ui/elements";
import { TextField } from "../ui/fields";
import { placed } from "../ui/typing";

/** What each takes along. */
export const TAKES = "meeting.takes";

/** Midnight: what was said on this day, also before the meeting began. */
export function today(): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
}

/** What is kept under this name since a moment, in the order in which it came. */
export function saidSince(mirror: Ground["mirror"], card: string, since: string): Answer[] {
  return mirror.others("answer").filter((one) => one.card === card && one.at >= since);
}

export function addSaid({ connection }: Ground, card: string, text: string, more: { persons?: string } = {}): void {
  const fields = { card, text, at: new Date().toISOString(), ...more };
  connection.edit({ edit: "add", kind: "answer", id: newId("a"), fields });
}

export interface SaidProps extends Ground {
  card: string;
  label: string;
  /** When the meeting began: what was said before it stays as it is. */
  since: string;
  rows?: number;
  hint?: string;
  /** What stands there as long as nothing was said since: what was written before is not asked again. */
  before?: string;
}

/** One text of this meeting, saved on leaving it. */
export function Said({ connection, mirror, card, label, since, rows = 2, hint, before = "" }: SaidProps) {
  useStore(mirror.version);
  const found = saidSince(mirror, card, since).at(-1);
  // What was added and is not yet known here: a second save changes it, and does not add it again.
  const added = useRef("");
  if (found) added.current = "";
  const commit = (text: string) => {
    const id = found?.id ?? added.current;
    if (id) return connection.edit({ edit: "change", kind: "answer", id, fields: { text } });
    if (!text) return;
    added.current = newId("a");
    const fields = { card, text, at: new Date().toISOString() };
    connection.edit({ edit: "add", kind: "answer", id: added.current, fields });
  };
  return (
    <TextField
      label={label}
      value={found?.text ?? before}
      stamp={found ?? before}
      onCommit={commit}
      rows={rows}
      limit={LIMITS.answer.text}
      disabled={!connection.writable.get()}
      kept={{ connection, place: placed("said", card) }}
      {...(hint ? { hint } : {})}
    />
  );
}
