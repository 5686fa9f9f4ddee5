/** The row that has just been begun: its first field, and its place below the others. */
import { useEffect, useRef } from "preact/hooks";

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

interface Kept<T> {
  id: string;
  row: T | null;
}

/** The rows and the one that is being begun, as one list: it stays the same row, and keeps the focus, once saved. */
export function withDraft<T extends { id: string }>(rows: T[], draft: string): Kept<T>[] {
  const kept = rows.map((row): Kept<T> => ({ id: row.id, row }));
  return draft ? [...kept, { id: draft, row: null }] : kept;
}
