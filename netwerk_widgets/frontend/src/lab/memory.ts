/**
 * What is kept between two days, in one small file of the server: language, hidden names, sizes, the last
 * workbook and the step of each. Where the server cannot keep it, the choice lasts as long as the page.
 */
import { ServerConnection } from "@jupyterlab/services";
import { page, readPrefs } from "../page";

export interface Memory {
  /** Settled once what was kept has been read. */
  ready: Promise<void>;
  step(book: string): string;
  keepStep(book: string, step: string): void;
}

/** Changes within this time (milliseconds) are written together. */
const PAUSE = 250;

export function remember(settings: ServerConnection.ISettings, signal: AbortSignal): Memory {
  const url = `${settings.baseUrl}netwerk/state`;
  const steps: Record<string, string> = {};
  let waiting: Record<string, unknown> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = async () => {
    const body = JSON.stringify(waiting);
    waiting = {};
    try {
      await ServerConnection.makeRequest(url, { method: "PUT", body, keepalive: true }, settings);
    } catch {
      // The server is away: the next change carries what matters, and the page still knows it.
    }
  };
  const keep = (change: Record<string, unknown>) => {
    const { steps: before } = waiting as { steps?: Record<string, string> };
    const { steps: after } = change as { steps?: Record<string, string> };
    waiting = { ...waiting, ...change, ...(before || after ? { steps: { ...before, ...after } } : {}) };
    clearTimeout(timer);
    timer = setTimeout(() => void send(), PAUSE);
  };

  const read = async () => {
    try {
      const answer = await ServerConnection.makeRequest(url, {}, settings);
      const kept = (await answer.json()) as Record<string, unknown>;
      Object.assign(steps, typeof kept.steps === "object" ? kept.steps : {});
      const here = page.prefs.get();
      const read = readPrefs(kept);
      // Where browser and disk disagree about the client looking along, nothing private shows until somebody says so.
      page.prefs.set({ ...read, together: read.together || here.together });
    } catch {
      // Nothing was kept, or this is not the `netwerk` server: the defaults serve.
    }
    page.prefs.watch((prefs) => keep({ ...prefs }), signal);
  };
  window.addEventListener("pagehide", () => timer !== undefined && void send(), { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));

  return {
    ready: read(),
    step: (book) => steps[book] ?? "",
    keepStep(book, step) {
      if (steps[book] === step) return keep({ last: book });
      steps[book] = step;
      keep({ last: book, steps: { [book]: step } });
    },
  };
}
