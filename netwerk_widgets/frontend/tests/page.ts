/** As much of a browser's page as the laws need; build.mjs puts it before all else. */
const page = new EventTarget();
const kept = () => {
  const all = new Map<string, string>();
  return {
    getItem: (key: string) => all.get(key) ?? null,
    setItem: (key: string, value: string) => all.set(key, value),
  };
};

Object.assign(globalThis, {
  window: page,
  document: Object.assign(new EventTarget(), { documentElement: { classList: { toggle: () => false } } }),
  addEventListener: page.addEventListener.bind(page),
  localStorage: kept(),
  sessionStorage: kept(),
});

/** Lets all promises that are due come true. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
