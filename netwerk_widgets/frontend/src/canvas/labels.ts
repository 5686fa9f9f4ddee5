/**
 * Finds a place for every label so that no two overlap: near its node, on the side where it stood before
 * (so nothing jumps), shortened where there is no room for all of it.
 */
import { signs } from "../shared/signs";
import {
  type Box,
  CUTS,
  clear,
  FAR,
  type Field,
  fits,
  type Measure,
  NEAR,
  type Placed,
  shortened,
  type Taken,
  type Wanted,
} from "./spots";

type Try = [cut: number, from: number, to: number];
/**
 * What is tried, in order: which cut, from which spot to which. Near and shortened reads better than far off.
 * One row for each crowd: where somebody would go without a label, all are shortened more.
 */
const TRIES: Try[][] = [
  [
    [0, 0, NEAR],
    [1, 0, NEAR],
    [0, NEAR, FAR],
    [2, 0, NEAR],
    [1, NEAR, FAR],
    [3, 0, FAR],
  ],
  [
    [1, 0, NEAR],
    [2, 0, NEAR],
    [1, NEAR, FAR],
    [3, 0, FAR],
  ],
  [
    [2, 0, NEAR],
    [3, 0, NEAR],
    [2, NEAR, FAR],
    [3, NEAR, FAR],
  ],
  [
    [3, 0, NEAR],
    [3, NEAR, FAR],
  ],
];
const NEAR_ONLY: Try[] = [[0, 0, NEAR]];
/** With more people in sight than this no screen has room for all their labels: only places beside them are tried. */
const CROWD = 300;

/** Up to how many labels several ways are tried, how often at each level, and what a shortened one is worth. */
const SEARCHED = 80;
const TURNS = 8;
const SHORTENED = 0.6;

interface Screen extends Field {
  /** How many pixels a map unit is. */
  scale: number;
}

/** How places are looked for; `wide`: for these all around, `first`: for these before all others. */
interface How {
  thorough?: boolean;
  busy?: boolean;
  wide?: ReadonlySet<string>;
  first?: ReadonlySet<string>;
}

type Stood = Map<string, [spot: number, cut: number]>;
/** Labels with their places, and where and how much shortened that is. */
type Found = [labels: Placed[], stood: Stood, level: number];

/** Who comes may be looked a place for all around where they are few, or where all are. */
const FEW = 12;
const NOBODY: ReadonlySet<string> = new Set();

export class LabelPlacer {
  /** Where each label stood last: which spot, and how much of the text. */
  private stood: Stood = new Map();
  /** What each that was in sight was called then. */
  private called = new Map<string, string>();
  /** How much all are shortened, and for which picture that was found. */
  private level = 0;
  private picture = "";

  /**
   * Places for the labels, the first ones first; `fixed` is what they must keep clear of. With `busy` whoever
   * had no place gets none now: all of them are looked for again once the picture is at rest.
   */
  place(labels: Wanted[], fixed: Box[], screen: Screen, measure: Measure, busy = false): Placed[] {
    const seen = labels.filter(
      (l) => l.text && l.x > -20 && l.y > -20 && l.x < screen.width + 20 && l.y < screen.height + 20,
    );
    const free = () => clear(labels, fixed, screen);
    if (busy) return this.attempt(seen, free(), measure, { busy });
    const coming = this.coming(seen);
    const another = this.isAnother(screen, measure) || coming.size > seen.length / 2;
    if (!another) return this.fitIn(seen, coming, free, measure);
    return seen.length <= SEARCHED
      ? this.search(seen, free, measure)
      : this.attempt(seen, free(), measure, { thorough: true });
  }

  /** Another zoom, screen or size of letters. */
  private isAnother({ width, height, scale }: Screen, measure: Measure): boolean {
    const picture = [scale.toFixed(4), width, height, measure("").height].join();
    const same = picture === this.picture;
    this.picture = picture;
    return !same;
  }

  /** Who was not in sight before, or is called otherwise now. */
  private coming(seen: Wanted[]): Set<string> {
    const coming = new Set(seen.filter(({ id, text }) => this.called.get(id) !== text).map(({ id }) => id));
    this.called = new Map(seen.map(({ id, text }) => [id, text]));
    return coming;
  }

  /**
   * All keep their places, whoever comes finds one. Only where somebody would lose their name those go first, and who
   * is in their way looks for another place; all look anew only where somebody came and more of them are named then.
   */
  private fitIn(seen: Wanted[], coming: Set<string>, free: () => Taken, measure: Measure): Placed[] {
    const before = new Map(this.stood);
    const wide = seen.length <= CROWD || coming.size <= FEW ? coming : NOBODY;
    const nameless = (found: Placed[]) => {
      const named = new Set(found.map(({ id }) => id));
      const due = seen.filter(({ id }) => (before.has(id) || coming.has(id)) && !named.has(id));
      return new Set(due.map(({ id }) => id));
    };
    const found = this.attempt(seen, free(), measure, { wide });
    const first = nameless(found);
    if (!first.size || seen.length > CROWD) return found;
    let kept: Found = [found, this.stood, this.level];
    this.stood = new Map(before);
    kept = this.better(kept, this.attempt(seen, free(), measure, { wide, first }));
    if (coming.size && seen.length <= SEARCHED && nameless(kept[0]).size)
      kept = this.better(kept, this.search(seen, free, measure));
    [, this.stood, this.level] = kept;
    return kept[0];
  }

  /** What was just found where it names more, and what was kept otherwise. */
  private better(kept: Found, found: Placed[]): Found {
    return found.length > kept[0].length ? [found, this.stood, this.level] : kept;
  }

  /** Tries several ways and keeps the best: whoever found no place goes first the next time. */
  private search(seen: Wanted[], free: () => Taken, measure: Measure): Placed[] {
    let best: Found = [[], this.stood, 0];
    let worth = -1;
    for (let turn = 0, order = seen; turn < TURNS * TRIES.length && best[0].length < seen.length; turn += 1) {
      [this.stood, this.level] = [turn ? new Map() : this.stood, Math.floor(turn / TURNS)];
      const found = this.attempt(order, free(), measure, { thorough: true });
      const named = new Set(found.map(({ id }) => id));
      order = [...order.filter(({ id }) => !named.has(id)), ...order.filter(({ id }) => named.has(id))];
      const value = found.reduce((sum, { text }) => sum + (text.endsWith("…") ? SHORTENED : 1), 0);
      if (value > worth || found.length === seen.length) [best, worth] = [[found, this.stood, this.level], value];
    }
    [, this.stood, this.level] = best;
    return best[0];
  }

  /**
   * Once: whoever stood somewhere stays there where they can, the others look for a place. Thorough only for another
   * picture: later whoever found none looks close by, so that painting stays cheap, and whoever is shortened stays so.
   */
  private attempt(seen: Wanted[], taken: Taken, measure: Measure, how: How = {}): Placed[] {
    const { thorough = false, busy = false, wide = NOBODY, first = NOBODY } = how;
    const tries = TRIES[this.level] ?? NEAR_ONLY;
    const placed = new Map<string, Placed>();
    const before = first.size ? seen.filter(({ id }) => first.has(id)) : [];
    for (const label of before) this.look(placed, label, taken, measure, tries);
    this.again(placed, seen, taken, measure, thorough ? this.level : CUTS.length);
    for (const label of seen) {
      const stood = this.stood.has(label.id);
      if (placed.has(label.id) || (busy && !stood)) continue;
      const widely = (thorough && seen.length <= CROWD) || stood || label.chosen || wide.has(label.id);
      this.look(placed, label, taken, measure, widely ? tries : NEAR_ONLY);
    }
    return [...placed.values()];
  }

  private again(placed: Map<string, Placed>, labels: Wanted[], taken: Taken, measure: Measure, cut: number): void {
    for (const label of labels) {
      const stood = placed.has(label.id) ? undefined : this.stood.get(label.id);
      const found = stood && stood[1] <= cut ? fits(label, stood[0], shortened(label, stood[1], measure), taken) : null;
      if (found) this.settle(placed, found, taken);
    }
  }

  private look(placed: Map<string, Placed>, label: Wanted, taken: Taken, measure: Measure, tries: Try[]): void {
    const found = this.find(label, taken, measure, tries);
    if (found) this.settle(placed, found, taken);
  }

  private settle(placed: Map<string, Placed>, found: Placed, taken: Taken): void {
    taken.take(found);
    placed.set(found.id, found);
  }

  private find(label: Wanted, taken: Taken, measure: Measure, tries: Try[]): Placed | null {
    for (const [cut, from, to] of tries) {
      // As it would read less shortened: that was tried.
      if (cut > (tries[0]?.[0] ?? 0) && signs(label.text).length <= (CUTS[cut] ?? 0)) continue;
      const shown = shortened(label, cut, measure);
      for (let spot = from; spot < to; spot += 1) {
        const found = fits(label, spot, shown, taken);
        if (!found) continue;
        this.stood.set(label.id, [spot, cut]);
        return found;
      }
    }
    this.stood.delete(label.id);
    return null;
  }
}
