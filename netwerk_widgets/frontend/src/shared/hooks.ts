/** Preact's side of the stores. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Page, page } from "./page";
import type { Store } from "./store";

export function useStore<T>(store: Store<T>): T {
  const value = store.get();
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    const again = () => redraw((count) => count + 1);
    // What was set between drawing and now would otherwise never be seen.
    if (!Object.is(store.get(), value)) again();
    return store.watch(again);
  }, [store]);
  return value;
}

/** Redraws with the language, hidden names and label size of the page. */
export function usePrefs(): ReturnType<Page["prefs"]["get"]> {
  return useStore(page.prefs);
}

/**
 * Asks something anew when one of these changes, after so many milliseconds of quiet. `wanted` says of an answer whether
 * it still is: not once another was asked for, or the view is gone.
 */
export function useAsked(ask: (wanted: () => boolean) => void, changes: unknown[], quiet = 0): void {
  useEffect(() => {
    let stale = false;
    const begin = () => ask(() => !stale);
    const timer = quiet ? setTimeout(begin, quiet) : undefined;
    if (!quiet) begin();
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, changes);
}

let last = 0;

/** An id that no other view of this page uses; Preact's own are unique within one view only. */
export function useName(): string {
  const name = useRef("");
  if (!name.current) {
    last += 1;
    name.current = `nw-${last}`;
  }
  return name.current;
}
