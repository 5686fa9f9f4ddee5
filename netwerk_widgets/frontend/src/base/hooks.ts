/** Preact's side of the stores. */
import { useEffect, useState } from "preact/hooks";
import { type Page, page } from "../page";
import type { Store } from "../store";

export function useStore<T>(store: Store<T>): T {
  const [, redraw] = useState(0);
  useEffect(() => store.watch(() => redraw((count) => count + 1)), [store]);
  return store.get();
}

/** Redraws with the language, hidden names and label size of the page. */
export function usePrefs(): ReturnType<Page["prefs"]["get"]> {
  return useStore(page.prefs);
}
