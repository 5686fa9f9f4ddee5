/**
 * One view's line to the meeting: what the kernel tells of it, the clock that runs in between, and the acts.
 *
 * State: `told` is the kernel's last word; `clock` runs on from there and is put right when it may be wrong. All parts
 * of the guide, in all windows, are told of every act.
 */
import type { AnyModel } from "@anywidget/types";
import type { Told } from "../contract";
import type { Connection } from "../kernel/connection";
import { hear } from "../kernel/hear";
import { PhaseClock } from "../shared/clock";
import { createStore, type Store } from "../shared/store";

/** How often a page looks whether its clock can be trusted, and draws it, in milliseconds. */
const TICK = 250;

export class MeetingLine {
  readonly told: Store<Told | null> = createStore<Told | null>(null);
  /** Counts up while the clock runs, and with every word from the kernel; who shows the time draws anew. */
  readonly tick: Store<number> = createStore(0);
  readonly clock = new PhaseClock();
  private asking = false;

  constructor(
    private readonly connection: Connection,
    model: AnyModel,
    signal: AbortSignal,
  ) {
    hear(model, signal, (message) => {
      if (message.kind === "meeting") this.take(message as unknown as Told);
      if (message.kind === "picture" && this.told.get() === null) void this.look();
    });
    const timer = setInterval(() => this.beat(), TICK);
    // A tab that slept wakes with one of these, before its timers do.
    for (const sign of ["focus", "pageshow"]) window.addEventListener(sign, () => void this.look(), { signal });
    document.addEventListener("visibilitychange", () => void this.look(), { signal });
    signal.addEventListener("abort", () => clearInterval(timer));
  }

  /** Asks how the meeting stands. */
  async look(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    const end = setTimeout(() => {
      this.asking = false; // the kernel went away with the question; the next look asks again
    }, 3000);
    const answer = await this.connection.ask("meeting");
    clearTimeout(end);
    this.asking = false;
    this.heard(answer);
  }

  /** Does an act of the meeting. */
  act(name: string, more: Record<string, unknown> = {}): Promise<boolean> {
    return this.ask("act", { act: { ...more, do: name } });
  }

  /** Asks something of the meeting that may alter it; whether it could be done. */
  async ask(what: string, content: Record<string, unknown> = {}): Promise<boolean> {
    return this.heard(await this.connection.ask(what, content));
  }

  private heard(answer: Record<string, unknown>): boolean {
    if (this.connection.failed(answer)) return false;
    this.take(answer as unknown as Told);
    return true;
  }

  private take(told: Told): void {
    this.clock.take({ left: told.left ?? 0, ahead: told.ahead ?? 0, running: told.running === true });
    this.told.set(told);
    this.tick.set(this.tick.get() + 1);
  }

  private beat(): void {
    if (!this.told.get()?.meeting || !this.clock.running) return;
    if (this.clock.doubtful()) void this.look();
    this.tick.set(this.tick.get() + 1);
  }
}
