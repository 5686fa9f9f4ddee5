/** The row that has just been begun: its first field, and its place below the others. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../kernel/connection";
import { newId } from "../kernel/wire";
import { useBegun } from "../ui/kepttext";

/** The focus comes to the first field of a row that was just begun. */
export function useFirstField(place: { current: HTMLElement | null }, fresh: string, rows: unknown): void {
  const done = useRef("");
  useEffect(() => {
    if (!fresh || done.current === fresh) return;
    const row = place.current?.querySelector(`[data-row="${fresh}"]`);
    if (!row) return;
    done.current = fresh;
    row.querySelector<HTMLElement>("textarea, input:not([type='date'])")?.focus();
    row.scrollIntoView({ block: "nearest" });
  }, [fresh, rows]);
}

/**
 * The row that lies ready where there is none yet, or is being begun, by its id ("" where neither): it is saved once
 * something stands in it. One of which only a draft is kept, in a field of this kind, is the one that lies ready.
 */
export function useReady(connection: Connection, kind: string, rows: { id: string }[], prefix: string) {
  const [ready, setReady] = useState(() => newId(prefix));
  const [begun, setBegun] = useState(false);
  const [fresh, setFresh] = useState("");
  const saved = rows.some(({ id }) => id === ready);
  const [kept] = useBegun(connection, kind, rows) ?? [];
  useEffect(() => {
    if (!kept) return;
    setReady(kept);
    setBegun(true);
  }, [kept]);
  const more = () => {
    const id = newId(prefix);
    setReady(id);
    setBegun(true);
    setFresh(id);
  };
  return { ready: !saved && (begun || !rows.length) ? ready : "", fresh, more };
}

interface Kept<T> {
  id: string;
  row: T | null;
}

/** The rows and the one that is being begun, as one list: it stays the same row, and keeps the focus, once saved. */
export function withDraft<T extends { id: string }>(rows: T[], draft: string): Kept<T>[] {
  const kept = rows.map((row): Kept<T> => ({ id: row.id, row }));
  return draft ? [...kept, { id: draft, row: null }] : kept;
}
