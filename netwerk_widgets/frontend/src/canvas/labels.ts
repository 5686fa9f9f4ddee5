/**
 * Finds a place for every label: nearer to its own symbol than to any other (see spots), overlapping none, where it
 * stood before where that can be (so nothing jumps). Where room is short all letters become smaller; then in this order
 * a text takes two lines, is cut, or gives way to a number.
 */

import { Assignment, NAMELESS } from "./assignment";
import type { Box } from "./boxes";
import {
  CLOSE,
  type Field,
  FORMS,
  type Form,
  Ground,
  type Measure,
  NEAR,
  type Placed,
  reading,
  type Wanted,
  WORSE,
} from "./spots";

/** How large letters are, of their own size: as a whole, and smaller where room is short (22 pixels, 19, 16). */
const LETTERS = [1, 19 / 22, 16 / 22];
const SMALLEST = LETTERS.length - 1;
/** With more people in sight than this no screen has room for all: only words beside them are tried. */
const CROWD = 300;
/** Up to how many labels others make way for one. */
const SEARCHED = 120;
/** What part of all words must be read before it is tried to find room for the rest with letters so large. */
const HOPE = 0.9;
/** With words over more than this part of the screen large letters leave many without room. */
const FILLED = 0.35;
/** A text with so many signs may take two lines before all letters become smaller. */
const LONG = 15;

interface Screen extends Field {
  /** How many pixels a map unit is. */
  scale: number;
}

/** One picture: who is to be named, on what ground, and how. */
interface Picture {
  seen: Wanted[];
  ground: Ground;
  measure: Measure;
  /** How small letters are: a place in {@link LETTERS}. */
  level: number;
}

/** Where somebody's label stands: in which form, on which spot. */
type Stood = Map<string, [form: Form, spot: number]>;

export class LabelPlacer {
  /** How large the letters are that the last labels were placed with, of their own size. */
  get letters(): number {
    return LETTERS[this.level] ?? 1;
  }
  private level = 0;
  private stood: Stood = new Map();
  /** What each that was in sight was called then. */
  private called = new Map<string, string>();
  /** For which picture places were found. */
  private picture = "";

  /**
   * Places for these labels, clear of all symbols and of what is fixed. With `busy`, in the middle of a movement,
   * whoever had no place gets none: all of them are looked for again once the picture is at rest.
   */
  place(labels: Wanted[], symbols: Wanted[], fixed: Box[], screen: Screen, measure: Measure, busy = false): Placed[] {
    const inSight = (l: Wanted) => l.x > -20 && l.y > -20 && l.x < screen.width + 20 && l.y < screen.height + 20;
    const seen = labels.filter((label) => label.text && inSight(label));
    const ground = new Ground(symbols.filter(inSight), fixed, screen);
    const known = busy ? seen.filter(({ id }) => this.stood.has(id)) : seen;
    const coming = busy ? new Set<string>() : this.coming(seen);
    const another = !busy && (this.isAnother(screen, measure) || coming.size > seen.length / 2);
    const level = another ? this.begin(seen, screen, measure) : this.level;
    const found = this.largest({ seen: known, ground, measure, level }, another, busy);
    this.stood = new Map(found.map(({ id, form, spot }) => [id, [form, spot]]));
    return found;
  }

  /** With which letters it begins: where all words would fill much of the screen, larger ones are not even tried. */
  private begin(seen: Wanted[], { width, height }: Screen, measure: Measure): number {
    if (seen.length > CROWD) return 0;
    const filled = seen.reduce((sum, { text }) => {
      const { width: wide, height: high } = measure(text);
      return sum + wide * high;
    }, 0);
    return filled > FILLED * width * height ? SMALLEST : 0;
  }

  /** With the largest letters with which as much can be read as with smaller ones. */
  private largest(picture: Picture, another: boolean, busy: boolean): Placed[] {
    const last = busy || picture.seen.length > CROWD ? picture.level : SMALLEST;
    let best: Placed[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (let level = picture.level; level <= last; level += 1) {
      const placed = this.assigned({ ...picture, level }, another || level > picture.level, level === last);
      const missed = picture.seen.length - placed.length;
      const worse = placed.reduce((sum, { form }) => sum + WORSE[form], missed * NAMELESS);
      if (worse >= least) continue;
      [best, least, this.level] = [placed, worse, level];
      if (!worse || this.isFine(picture, placed, missed)) break;
    }
    return best;
  }

  /** All words can be read, and only long ones in two lines. */
  private isFine({ seen }: Picture, placed: Placed[], missed: number): boolean {
    const long = new Set(seen.filter(({ text }) => text.length >= LONG).map(({ id }) => id));
    return !missed && placed.every(({ id, form }) => form === "whole" || (form === "lines" && long.has(id)));
  }

  /** Where letters may become smaller yet, and many words found no room, nobody makes way: it would not be enough. */
  private assigned(picture: Picture, another: boolean, last: boolean): Placed[] {
    const { seen } = picture;
    const count = seen.length > CROWD ? NEAR : seen.length > SEARCHED ? CLOSE : undefined;
    const places = (label: Wanted) => this.places(picture, label, count);
    const kept = (label: Wanted) => this.kept(picture, label);
    const assigned = new Assignment(seen, places, kept);
    const lost = assigned.fill(seen.length <= SEARCHED);
    const words = assigned.placed.filter(({ form }) => form === "whole" || form === "lines").length;
    const hopeful = last || words >= HOPE * seen.length;
    if (hopeful && seen.length <= SEARCHED) assigned.improve(another ? seen : lost, another);
    return assigned.placed;
  }

  /** Where it stood, if it may stand there still. */
  private kept({ ground, measure, level }: Picture, label: Wanted): Placed | null {
    const [form, spot] = this.stood.get(label.id) ?? [];
    if (!form || spot === undefined) return null;
    const size = reading(label, form, smaller(measure, level));
    return size && ground.at(label, size, spot);
  }

  private *places({ ground, measure, level }: Picture, label: Wanted, count?: number): Iterable<Placed> {
    const letters = smaller(measure, level);
    for (const form of count === NEAR ? (["whole"] as const) : FORMS) {
      const size = reading(label, form, letters);
      if (size) yield* ground.places(label, size, count);
    }
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
}

function smaller(measure: Measure, level: number): Measure {
  const by = LETTERS[level] ?? 1;
  return (text) => {
    const { width, height } = measure(text);
    return { width: width * by, height: height * by };
  };
}
