/**
 * What is kept between two days, in one small file of the server: language, hidden names, sizes, the last
 * workbook and the step of each. Where the server cannot keep it, the choice lasts as long as the page.
 */
import { ServerConnection } from "@jupyterlab/services";
import { differing, type Prefs, page, readPrefs } from "../shared/page";
import { forgetPlace, placeKept } from "./back";
import type { Line } from "./events";

export interface Memory {
  /** Settled once what was kept has been read. */
  ready: Promise<void>;
  step(book: string): string;
  keepStep(book: string, step: string): void;
  /** Take over what another window chose, as the server tells it. */
  follow(line: Line, signal: AbortSignal): void;
}

/** Changes within this time (milliseconds) are written together. */
const PAUSE = 250;

export function remember(settings: ServerConnection.ISettings, signal: AbortSignal): Memory {
  const url = `${settings.baseUrl}netwerk/state`;
  const steps: Record<string, string> = {};
  let waiting: Record<string, unknown> = {};
  /** What is on its way to the server. */
  let sent: Record<string, unknown> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = async () => {
    if (Object.keys(waiting).length === 0) return;
    const mine = { ...sent, ...waiting };
    [sent, waiting] = [mine, {}];
    try {
      const body = JSON.stringify(mine);
      await ServerConnection.makeRequest(url, { method: "PUT", body, keepalive: true }, settings);
    } catch {
      // The server is away: it goes with the next change, or when the server is back.
      if (sent === mine) waiting = { ...mine, ...waiting };
    }
    // A later request may be under way by now: what that one brings is not there yet.
    if (sent === mine) sent = {};
  };
  const keep = (change: Record<string, unknown>) => {
    const { steps: before } = waiting as { steps?: Record<string, string> };
    const { steps: after } = change as { steps?: Record<string, string> };
    waiting = { ...waiting, ...change, ...(before || after ? { steps: { ...before, ...after } } : {}) };
    clearTimeout(timer);
    timer = setTimeout(() => void send(), PAUSE);
  };

  /** The preferences as this window last sent or got them: only what differs is sent, so no window undoes another's. */
  let known = page.prefs.get();
  const take = (prefs: Prefs) => {
    known = prefs;
    page.prefs.set(prefs);
  };
  const fetchKept = async () => {
    const answer = await ServerConnection.makeRequest(url, {}, settings);
    return (await answer.json()) as Record<string, unknown>;
  };

  const read = async () => {
    try {
      const kept = await fetchKept();
      Object.assign(steps, typeof kept.steps === "object" ? kept.steps : {});
      const read = readPrefs(kept);
      // Where browser and disk disagree about the client looking along, nothing private shows until somebody says so.
      take({ ...read, together: read.together || page.prefs.get().together });
    } catch {
      // Nothing was kept, or this is not the `netwerk` server: the defaults serve.
    }
    Object.assign(steps, placeKept());
    page.prefs.watch((prefs) => {
      const change = differing(prefs, known);
      known = prefs;
      if (Object.keys(change).length > 0) keep(change);
    }, signal);
  };
  /** What others chose; but what was chosen here and is still on its way stands. */
  const merge = (said: unknown) => {
    const here = page.prefs.get();
    const unsaid = { ...sent, ...waiting };
    const together = "together" in unsaid ? here.together : joined(said, here);
    take({ ...readPrefs(unsaid, readPrefs(said, here)), together });
  };
  window.addEventListener("pagehide", () => void send(), { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));

  return {
    ready: read(),
    follow(line, ended) {
      line.hear(({ prefs, back }) => {
        if (prefs) merge(prefs);
        if (!back) return;
        void fetchKept()
          .then(merge)
          .then(send, () => undefined); // still away: the line comes back once more
      }, ended);
    },
    step: (book) => steps[book] ?? "",
    keepStep(book, step) {
      if (steps[book] === step) return keep({ last: book });
      steps[book] = step;
      forgetPlace();
      keep({ last: book, steps: { [book]: step } });
    },
  };
}

/** That the client looks along is taken over when it begins; where it ends elsewhere, this window may still face them. */
function joined(said: unknown, here: Prefs): boolean {
  return here.together || readPrefs(said, here).together;
}
