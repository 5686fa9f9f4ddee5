/**
 * Finds a place for every label so that no two overlap: near its node, on the side where it stood before
 * (so nothing jumps), shortened where there is no room for all of it.
 *
 * All in pixels of the screen. What is taken is kept in a coarse grid, so a try costs the same at 20 nodes and
 * at 2,000.
 */
const CELL = 2;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Wanted {
  id: string;
  text: string;
  /** The node's middle and how far it reaches. */
  x: number;
  y: number;
  reach: number;
  /** Whoever is chosen does not go without a label. */
  chosen?: boolean;
}

export interface Placed extends Box {
  id: string;
  text: string;
  /** Set where the label stands too far off to be read as its node's without a line. */
  line: boolean;
  /** The middle of what it names. */
  from: { x: number; y: number };
}

type Spot = (label: Wanted, width: number, height: number) => [number, number];

const GAP = 2;
const SPOTS: Spot[] = [
  (l, w) => [l.x - w / 2, l.y + l.reach + GAP],
  (l, w, h) => [l.x - w / 2, l.y - l.reach - GAP - h],
  (l, _w, h) => [l.x + l.reach + GAP, l.y - h / 2],
  (l, w, h) => [l.x - l.reach - GAP - w, l.y - h / 2],
  (l) => [l.x + l.reach * 0.6, l.y + l.reach * 0.7],
  (l, w) => [l.x - l.reach * 0.6 - w, l.y + l.reach * 0.7],
  (l, _w, h) => [l.x + l.reach * 0.6, l.y - l.reach * 0.7 - h],
  (l, w, h) => [l.x - l.reach * 0.6 - w, l.y - l.reach * 0.7 - h],
];
/** Farther off, in rounds around the node; drawn with a line to it. */
for (const far of [0.7, 1.4, 2.4, 3.6, 5.2, 7]) {
  for (let turn = 0; turn < 12; turn += 1) {
    const angle = (turn * Math.PI) / 6 + Math.PI / 2;
    SPOTS.push((l, w, h) => [
      l.x + Math.cos(angle) * (l.reach + far * h) + (Math.cos(angle) * w) / 2 - w / 2,
      l.y + Math.sin(angle) * (l.reach + far * h) - h / 2,
    ]);
  }
}
const NEAR = 8;
/** How much of a text is kept when there is no room: all, then its beginning. */
const CUTS = [Number.POSITIVE_INFINITY, 9, 6, 4];
type Try = [cut: number, from: number, to: number];
const FAR = SPOTS.length;
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

class Taken {
  private readonly cells: Uint8Array;
  private readonly columns: number;
  private readonly rows: number;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.columns = Math.ceil(width / CELL) + 1;
    this.rows = Math.ceil(height / CELL) + 1;
    this.cells = new Uint8Array(this.columns * this.rows);
  }

  /** Asked thousands of times for one picture: so it takes numbers, and no box is made for it. */
  free(x: number, y: number, width: number, height: number): boolean {
    if (x < 1 || y < 1 || x + width > this.width - 1 || y + height > this.height - 1) return false;
    const [left, right, bottom] = [
      Math.floor(x / CELL),
      Math.floor((x + width) / CELL),
      Math.floor((y + height) / CELL),
    ];
    for (let row = Math.floor(y / CELL); row <= bottom; row += 1) {
      const from = row * this.columns + left;
      const to = row * this.columns + right;
      for (let cell = from; cell <= to; cell += 1) if (this.cells[cell]) return false;
    }
    return true;
  }

  take({ x, y, width, height }: Box): void {
    const bottom = Math.min(this.rows - 1, Math.floor((y + height) / CELL));
    const right = Math.min(this.columns - 1, Math.floor((x + width) / CELL));
    for (let row = Math.max(0, Math.floor(y / CELL)); row <= bottom; row += 1) {
      for (let column = Math.max(0, Math.floor(x / CELL)); column <= right; column += 1) {
        this.cells[row * this.columns + column] = 1;
      }
    }
  }
}

/** Up to how many labels several ways are tried, how often at each level, and what a shortened one is worth. */
const SEARCHED = 80;
const TURNS = 8;
const SHORTENED = 0.6;

interface Screen {
  width: number;
  height: number;
}

export class LabelPlacer {
  /** Where each label stood last: which spot, and how much of the text. */
  private stood = new Map<string, [spot: number, cut: number]>();
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
    const thorough = !busy && this.isNew(seen, screen);
    if (thorough && seen.length <= SEARCHED) return this.search(seen, free, measure);
    return this.attempt(seen, free(), measure, thorough, busy);
  }

  /** Another zoom, screen or number of people, or other names. */
  private isNew(seen: Wanted[], screen: Screen): boolean {
    const letters = seen.reduce((sum, { text }) => sum + text.length, 0);
    const reach = seen.reduce((sum, label) => sum + label.reach, 0).toFixed(1);
    const picture = [seen.length, letters, reach, screen.width, screen.height].join();
    const same = picture === this.picture;
    this.picture = picture;
    return !same;
  }

  /** Tries several ways and keeps the best: whoever found no place goes first the next time. */
  private search(seen: Wanted[], free: () => Taken, measure: Measure): Placed[] {
    let best: Placed[] = [];
    let kept: [typeof this.stood, number] = [this.stood, 0];
    let worth = -1;
    for (let turn = 0, order = seen; turn < TURNS * TRIES.length && best.length < seen.length; turn += 1) {
      [this.stood, this.level] = [turn ? new Map() : this.stood, Math.floor(turn / TURNS)];
      const found = this.attempt(order, free(), measure, true);
      const named = new Set(found.map(({ id }) => id));
      order = [...order.filter(({ id }) => !named.has(id)), ...order.filter(({ id }) => named.has(id))];
      const value = found.reduce((sum, { text }) => sum + (text.endsWith("…") ? SHORTENED : 1), 0);
      if (value > worth || found.length === seen.length) [best, worth, kept] = [found, value, [this.stood, this.level]];
    }
    [this.stood, this.level] = kept;
    return best;
  }

  /**
   * Once: whoever stood somewhere stays there where they can, the others look for a place. Thorough only for a new
   * picture: later whoever found none looks close by, so that painting stays cheap, and whoever is shortened stays so.
   */
  private attempt(seen: Wanted[], taken: Taken, measure: Measure, thorough: boolean, busy = false): Placed[] {
    const placed = this.again(seen, taken, measure, thorough ? this.level : CUTS.length);
    const tries = TRIES[this.level] ?? NEAR_ONLY;
    for (const label of seen) {
      const stood = this.stood.has(label.id);
      if (placed.has(label.id) || (busy && !stood)) continue;
      const widely = (thorough && seen.length <= CROWD) || stood || label.chosen;
      const found = this.find(label, taken, measure, widely ? tries : NEAR_ONLY);
      if (found) this.settle(placed, found, taken);
    }
    return [...placed.values()];
  }

  private again(labels: Wanted[], taken: Taken, measure: Measure, cut: number): Map<string, Placed> {
    const placed = new Map<string, Placed>();
    for (const label of labels) {
      const stood = this.stood.get(label.id);
      const found = stood && stood[1] <= cut ? fits(label, stood[0], shortened(label, stood[1], measure), taken) : null;
      if (found) this.settle(placed, found, taken);
    }
    return placed;
  }

  private settle(placed: Map<string, Placed>, found: Placed, taken: Taken): void {
    taken.take(found);
    placed.set(found.id, found);
  }

  private find(label: Wanted, taken: Taken, measure: Measure, tries: Try[]): Placed | null {
    for (const [cut, from, to] of tries) {
      // As it would read less shortened: that was tried.
      if (cut > (tries[0]?.[0] ?? 0) && label.text.length <= (CUTS[cut] ?? 0)) continue;
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

/** A label's text as far as it is shown, and how large that is. */
interface Shown {
  text: string;
  width: number;
  height: number;
}

function shortened({ text }: Wanted, cut: number, measure: Measure): Shown {
  const length = CUTS[cut] ?? 0;
  const shown = text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
  return { text: shown, ...measure(shown) };
}

function fits(label: Wanted, spot: number, { text, width, height }: Shown, taken: Taken): Placed | null {
  const [x, y] = (SPOTS[spot] as Spot)(label, width, height);
  if (!taken.free(x, y, width, height)) return null;
  return { id: label.id, text, x, y, width, height, line: spot >= NEAR, from: { x: label.x, y: label.y } };
}

export type Measure = (text: string) => { width: number; height: number };

/** What is free once all nodes, and what is fixed, have their place. */
function clear(labels: Wanted[], fixed: Box[], screen: Screen): Taken {
  const taken = new Taken(screen.width, screen.height);
  for (const box of fixed) taken.take(box);
  for (const label of labels) {
    const reach = label.reach * 0.9;
    taken.take({ x: label.x - reach, y: label.y - reach, width: 2 * reach, height: 2 * reach });
  }
  return taken;
}
