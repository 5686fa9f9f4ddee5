/**
 * This window's part in the lock, which is an act of the server (lab/lock.py): it tells that somebody is there,
 * and when the server locks it sends away what was typed and leaves for the door. Leaving takes all that was painted
 * and remembered of a case with it; the door leads back to the same step.
 */
import { ServerConnection } from "@jupyterlab/services";
import { page } from "../shared/page";
import { keepPlace } from "./back";
import type { Desk } from "./desk";
import type { Line, News } from "./events";

const DOOR = "netwerk/lock";
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];
/** How long an edit may still take before the window leaves, in milliseconds. */
const EDITS = 1000;
/** How often the window looks whether it slept, in milliseconds. */
const LOOK = 1000;

export function keepLock(line: Line, desk: Desk, signal: AbortSignal): void {
  const watch = new Watch(line, signal);
  const door = `${line.base}${DOOR}`;
  line.hear((news) => {
    watch.heed(news);
    if (news.state === "locking" || news.state === "locked") void leave(door, desk);
    else if (news.state) cover(news.state);
  }, signal);
  signal.addEventListener("abort", () => watch.end());
}

/** Locks all windows; this one leaves as the others do, when the server says so. */
export async function lockNow(): Promise<void> {
  const settings = ServerConnection.makeSettings();
  try {
    await ServerConnection.makeRequest(`${settings.baseUrl}${DOOR}`, { method: "POST" }, settings);
  } catch {
    // The server is away, which the bar says; what it held is gone with it.
  }
}

function cover(state: "open" | "covered"): void {
  const now = page.cover.get();
  if (state === "covered" && now !== "blank") page.cover.set("pause");
  else if (state === "open" && (now === "pause" || now === "locked")) page.cover.set("");
}

/** Whether somebody is there, told now and then; and whether this window slept longer than may be quiet. */
class Watch {
  private often = 15_000;
  private limit = Number.POSITIVE_INFINITY;
  private told = 0;
  private looked = Date.now();
  private covered = false;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly line: Line,
    signal: AbortSignal,
  ) {
    for (const sign of SIGNS) {
      window.addEventListener(sign, () => this.sign(), { signal, capture: true, passive: true });
    }
    this.timer = setInterval(() => this.look(), LOOK);
  }

  heed({ state, often, limit }: News): void {
    if (often) this.often = often * 1000;
    if (limit) this.limit = limit * 1000;
    if (state) this.covered = state === "covered";
    // Who opens a window is there.
    if (state === "open" && !this.told) this.sign();
  }

  end(): void {
    clearInterval(this.timer);
  }

  private sign(): void {
    this.look();
    if (!this.covered && Date.now() - this.told < this.often) return;
    if (this.line.say("alive")) this.told = Date.now();
  }

  /** Who wakes a computer sees nothing of the case until the server has said how things stand. */
  private look(): void {
    const slept = Date.now() - this.looked;
    this.looked = Date.now();
    if (slept >= this.limit && page.cover.get() === "") {
      page.cover.set("locked");
      this.line.say("how");
    }
  }
}

let leaving = false;

async function leave(door: string, desk: Desk): Promise<void> {
  if (leaving) return;
  leaving = true;
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.blur(); // a field sends what was typed in it
  page.cover.set("locked");
  keepPlace(desk.place.get());
  for (let waited = 0; waited < EDITS && page.status.get().pending > 0; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
  // In the place of this page, so that there is no way back to it.
  window.location.replace(door);
}
