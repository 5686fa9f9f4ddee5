/**
 * A module-federation container by hand: what JupyterLab's loader asks of a prebuilt extension (`init` with
 * the share scope, then `get`). Lab's packages are put in `__netwerkShared` before the extension is evaluated.
 */
type Factory = () => unknown;
type Shared = Record<string, Record<string, { get: () => Promise<Factory>; loaded?: unknown }>>;

const registry: Record<string, unknown> = {};
(globalThis as Record<string, unknown>).__netwerkShared = registry;

let scope: Shared = {};

async function take(name: string): Promise<void> {
  const version = Object.values(scope[name] ?? {})[0];
  if (!version) throw new Error(`JupyterLab does not share ${name}`);
  registry[name] = (await version.get())();
}

const container = {
  init(shared: Shared): void {
    scope = shared;
  },
  async get(): Promise<Factory> {
    await Promise.all(__SHARED__.map(take));
    const extension = await import("./index");
    return () => ({ __esModule: true, default: extension.default });
  },
};

const page = globalThis as unknown as { _JUPYTERLAB: Record<string, unknown> };
page._JUPYTERLAB = page._JUPYTERLAB ?? {};
page._JUPYTERLAB["netwerk-widgets"] = container;
