/**
 * The history of a case as a row of moments, one of which is shown. The kernel knows how the map was; the player
 * asks it for one moment at a time, and for what differs once a map stands here. Nothing in the case is altered.
 */

import { Mirror, together } from "../case/mirror";
import type { Change, Differing, Drawn, ReplayChange, Shown, Sign } from "../contract";
import { personOf, StillMap } from "../drawing/still";
import { Connection } from "../kernel/connection";
import { newId } from "../kernel/wire";
import { liveRegion } from "../shared/announce";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { day, type Sentence } from "../shared/words";
import type { Root } from "../ui/root";

export interface Moment {
  number: number;
  at: number;
  sign: Sign;
}
type Row = NonNullable<ReplayChange["moment"]>;
type Answer = Shown & (Drawn | Differing);

/** How long a moment stands while it is played at speed 1, in milliseconds. */
const STAY = 1500;
export const SPEEDS = [1, 2, 4, 8] as const;

export class Player {
  readonly mirror = new Mirror();
  readonly moments: Store<Moment[]> = createStore<Moment[]>([]);
  /** The place in the row of the moment that is shown; -1 before anything is. */
  readonly place: Store<number> = createStore(-1);
  readonly shown: Store<Shown | null> = createStore<Shown | null>(null);
  readonly playing: Store<boolean> = createStore(false);
  readonly speed: Store<number> = createStore<number>(1);
  /** Only moments of this kind are stepped through; empty for all. */
  readonly only: Store<Sign | ""> = createStore<Sign | "">("");
  readonly connection: Connection;
  readonly still: StillMap;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted: number | null = null;
  private following: Promise<void> | null = null;
  /** Counts how often all was asked anew: what was asked before that is answered to nobody. */
  private run = 0;
  private drawn: number | null = null;
  /** Whoever looks at now goes on looking at now; whoever looks back is left where they are. */
  private now = true;
  private code = "";
  /** The number of the moment that was gone to last: it need not be drawn yet. */
  private last: number | undefined;

  constructor(root: Root, element: HTMLElement) {
    this.still = new StillMap(element, { name: this.mirror.name, chosen: () => false }, root.signal);
    const handlers = {
      picture: () => void this.load(),
      change: (change: Change) => this.change(change as ReplayChange),
    };
    this.connection = new Connection(root.model, handlers, root.signal);
    page.prefs.watch(() => together() && this.putAway(root.element), root.signal);
    root.signal.addEventListener("abort", () => clearTimeout(this.timer));
  }

  /** Goes to a place in the row. One question at a time: of what is asked meanwhile only the last is answered. */
  async go(place: number): Promise<void> {
    const aim = this.moments.get()[place];
    if (!aim) return;
    this.last = aim.number;
    this.place.set(place);
    this.now = place === this.moments.get().length - 1;
    this.wanted = place;
    this.following ??= this.follow();
    await this.following;
  }

  private async follow(): Promise<void> {
    const { run } = this;
    while (this.wanted !== null && run === this.run) {
      const place = this.wanted;
      const from = this.drawn;
      this.wanted = null;
      const number = this.moments.get()[place]?.number;
      const answer = await this.connection.ask("seek", { number, ...(from === null ? {} : { from }) });
      if (run !== this.run) return;
      // What differs can only be drawn on what it differs from.
      if (from !== this.drawn) this.wanted ??= place;
      else if (!this.connection.failed(answer)) this.draw(answer as unknown as Answer);
    }
    this.following = null;
  }

  /** The next place in this direction whose moment is of the kind that is stepped through; -1 where there is none. */
  next(way: 1 | -1): number {
    const only = this.only.get();
    const moments = this.moments.get();
    for (let place = this.place.get() + way; moments[place]; place += way) {
      if (!only || moments[place]?.sign === only) return place;
    }
    return -1;
  }

  step(way: 1 | -1): void {
    this.stop();
    const place = this.next(way);
    if (place >= 0) void this.go(place);
  }

  /** To the first moment of the day before, or of the day after. */
  day(way: 1 | -1): void {
    this.stop();
    const days = daysOf(this.moments.get());
    const now = dayAt(days, this.place.get());
    const here = days[now];
    const back = way < 0 && here && this.place.get() > here.from ? here : days[now + way];
    if (back) void this.go(back.from);
  }

  play(): void {
    if (this.playing.get()) return this.stop();
    this.playing.set(true);
    // From the end it begins anew.
    if (this.next(1) < 0) void this.go(0).then(() => this.later());
    else this.later(0);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.playing.set(false);
  }

  /** Names the map of now, and sets the case back to what is shown. */
  async goOn(name: string): Promise<Sentence | null> {
    const shown = this.shown.get();
    if (!shown) return null;
    const answer = await this.connection.ask("go_on", { number: shown.number, name, version: newId("v") });
    return (answer.error as Sentence | undefined) ?? null;
  }

  private later(wait = STAY / this.speed.get()): void {
    this.timer = setTimeout(async () => {
      const place = this.next(1);
      if (!this.playing.get() || place < 0) return this.stop();
      await this.go(place);
      if (this.playing.get()) this.later();
    }, wait);
  }

  /** The whole row, and the moment that was shown or else the last one. */
  private async load(): Promise<void> {
    this.run += 1;
    this.following = null;
    const answer = await this.connection.ask("timeline");
    const rows = (answer.moments ?? []) as Row[];
    const back = this.now || this.code !== this.connection.code ? undefined : this.last;
    this.clients = together();
    this.code = this.connection.code;
    this.moments.set(rows.map(moment));
    this.drawn = null;
    const place = back === undefined ? rows.length : rows.filter(([number]) => number <= back).length;
    await this.go(Math.max(0, place - 1));
  }

  /** The client looks along: what is shown goes at once, until the kernel has told the map's own history. */
  private putAway(element: HTMLElement): void {
    if (this.clients) return;
    this.clients = true;
    this.shown.set(null);
    this.moments.set([]);
    liveRegion(element).textContent = "";
  }
  private clients = false;

  private change(change: ReplayChange): void {
    this.mirror.change(change);
    if (change.anew) return void this.load();
    if (!change.moment) return;
    const { now } = this;
    this.moments.set([...this.moments.get(), moment(change.moment)]);
    if (now && !this.playing.get()) void this.go(this.moments.get().length - 1);
  }

  private draw(answer: Answer): void {
    this.mirror.remember([...answer.absent, ...answer.nodes.map(personOf)]);
    if ("frame" in answer) this.still.show(answer);
    else this.still.differ(answer);
    this.still.beside(answer.beside);
    this.drawn = answer.number;
    this.shown.set(answer);
  }
}

function moment([number, at, sign]: Row): Moment {
  return { number, at, sign };
}

export interface Day {
  /** As it is called, and the places of its first and last moment. */
  title: string;
  from: number;
  to: number;
}

/** The days on which something happened, with the places of their moments. */
export function daysOf(moments: readonly Moment[]): Day[] {
  const days: Day[] = [];
  let last = "";
  for (const [place, { at }] of moments.entries()) {
    const date = new Date(at).toDateString();
    const here = days.at(-1);
    if (date === last && here) here.to = place;
    else days.push({ title: dayTitle(at), from: place, to: place });
    last = date;
  }
  return days;
}

/** Which of the days a place in the row is on. */
export function dayAt(days: readonly Day[], place: number): number {
  return days.filter(({ from }) => from <= place).length - 1;
}

export function dayTitle(at: number): string {
  return day(new Date(at).toISOString());
}
