/**
 * Where a label can stand: which places around its node there are, how it reads shortened, and what is taken already.
 *
 * All in pixels of the screen. What is taken is kept in a coarse grid, so a try costs the same at 20 nodes and
 * at 2,000.
 */
import { signs } from "../shared/signs";

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
/** The places beside the node; from here on a line is drawn to it. */
export const NEAR = 8;
/** From here on there are no more places. */
export const FAR = SPOTS.length;
/** How much of a text is kept when there is no room: all, then its beginning. */
export const CUTS = [Number.POSITIVE_INFINITY, 9, 6, 4];
export class Taken {
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

/** What the labels must keep within. */
export interface Field {
  width: number;
  height: number;
}

/** A label's text as far as it is shown, and how large that is. */
interface Shown {
  text: string;
  width: number;
  height: number;
}

export function shortened({ text }: Wanted, cut: number, measure: Measure): Shown {
  const length = CUTS[cut] ?? 0;
  const all = text.length > length ? signs(text) : [];
  const shown =
    all.length > length
      ? `${all
          .slice(0, length - 1)
          .join("")
          .trimEnd()}…`
      : text;
  return { text: shown, ...measure(shown) };
}

export function fits(label: Wanted, spot: number, { text, width, height }: Shown, taken: Taken): Placed | null {
  const [x, y] = (SPOTS[spot] as Spot)(label, width, height);
  if (!taken.free(x, y, width, height)) return null;
  return { id: label.id, text, x, y, width, height, line: spot >= NEAR, from: { x: label.x, y: label.y } };
}

export type Measure = (text: string) => { width: number; height: number };

/** What is free once all nodes, and what is fixed, have their place. */
export function clear(labels: Wanted[], fixed: Box[], { width, height }: Field): Taken {
  const taken = new Taken(width, height);
  for (const box of fixed) taken.take(box);
  for (const label of labels) taken.take(core(label));
  return taken;
}

/** Where no other one's label may stand: what is named, save for the corners of its box. */
export function core({ x, y, reach }: Wanted): Box {
  const half = reach * 0.9;
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}
