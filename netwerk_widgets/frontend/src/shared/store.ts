/** A value that can be watched. Plain on purpose: two bundles on one page share the same stores. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  /** Calls back after every change until the signal ends. */
  watch(listener: (value: T) => void, signal?: AbortSignal): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener(value);
    },
    watch(listener, signal) {
      listeners.add(listener);
      const end = () => void listeners.delete(listener);
      signal?.addEventListener("abort", end, { once: true });
      return end;
    },
  };
}
