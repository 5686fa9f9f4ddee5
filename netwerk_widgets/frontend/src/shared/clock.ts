/**
 * The clock of a phase as a page shows it: it runs here, and the kernel puts it right. Between two corrections it
 * counts on the page's own steady clock. That one may stand still while the computer sleeps and the time of day does
 * not; where the two part ways, or nothing was heard for a while, the page asks again.
 */

/** How long the page trusts itself, in milliseconds. */
const TRUST = 15_000;
/** How far the two clocks of a page may part before one of them must have slept or been changed, in milliseconds. */
const APART = 400;

export interface Beat {
  /** Seconds that were left when the kernel spoke. */
  left: number;
  /** Seconds until the whole meeting ends. */
  ahead: number;
  running: boolean;
}

export class PhaseClock {
  private beat: Beat = { left: 0, ahead: 0, running: false };
  private steady = 0;
  private wall = 0;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly day: () => number = () => Date.now(),
  ) {}

  /** Takes over what the kernel said just now. */
  take(beat: Beat): void {
    this.beat = beat;
    this.steady = this.now();
    this.wall = this.day();
  }

  get running(): boolean {
    return this.beat.running;
  }

  /** The seconds that are left of the phase; less than nothing once its time is over. */
  left(): number {
    return this.beat.left - this.since();
  }

  /** When the meeting ends if all goes as planned. */
  until(): Date {
    const over = Math.max(0, this.since() - Math.max(0, this.beat.left));
    const ahead = this.beat.running ? this.beat.ahead - this.since() + over : this.beat.ahead;
    return new Date(this.day() + 1000 * Math.max(0, ahead));
  }

  /** The page no longer knows for sure: it slept, its time was changed, or it heard nothing for a while. */
  doubtful(): boolean {
    const steady = this.now() - this.steady;
    const wall = this.day() - this.wall;
    return Math.abs(wall - steady) > APART || steady > TRUST;
  }

  private since(): number {
    return this.beat.running ? (this.now() - this.steady) / 1000 : 0;
  }
}

/** 9:14, or +1:20 once the time is over. */
export function shown(seconds: number): string {
  const whole = seconds >= 0 ? Math.ceil(seconds) : Math.floor(-seconds);
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  return seconds >= 0 ? text : `+${text}`;
}
