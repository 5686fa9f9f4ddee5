/**
 * Lays the lines between one pair aside from each other, with their words (Python: canvas/strands.py says which lie
 * beside which). Each keeps its way: a straight one stays straight, a bent one bends as asked and a little further.
 *
 * vis-network has no such lines. So each is given ends or a bend of its own; all else that is done with a line (its
 * arrows, finding it under a finger) follows from these.
 */
import type { CanvasEdge, Point } from "./items";
import type { Line } from "./visnetwork";

/** Which of how many, counted from the middle: -1, 0 and 1 of three. */
export type Strand = NonNullable<CanvasEdge["strand"]>;

/** How far lines lie apart, in map units. */
const APART = 26;
/** Straight ones must meet their nodes: none lies farther from a node's middle than this part of its half. */
const WITHIN = 0.85;
/** Between the words of two lines. */
const AIR = 2;

/** Lays a line where it belongs; again when vis-network has made it anew. */
export function lay(line: Line, strand: Strand): void {
  line.restore();
  if (line.from === line.to) return line.moveWords((...brush) => [beside(line, line.size(...brush)), 0]);
  const aside = line.isBent ? () => APART : () => within(line, strand);
  const off = () => across(line, strand[0] * aside());
  if (line.isBent) line.bend((asked) => bent(asked, off()));
  else line.shift(off, (whole, angle) => toBorder(whole, angle, off()));
  line.moveWords((ctx) => along(line, strand, aside(), ctx));
}

/** A step of this length to the side, seen along a line. */
function across({ from, to }: Line, step: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (-(to.y - from.y) / length) * step, y: ((to.x - from.x) / length) * step };
}

/** How far straight lines lie apart, so that all of them meet both nodes. */
function within({ from, to }: Line, [, many]: Strand): number {
  const halves = [from, to].map(({ shape: { width = 20, height = 20 } }) => Math.min(width, height) / 2);
  return Math.min(APART, (2 * WITHIN * Math.min(...halves)) / (many - 1));
}

/** The middle of a bend lies half as far aside as its one point, and three quarters as far as its two. */
function bent(asked: Point | [Point, Point], off: Point): Point | [Point, Point] {
  const moved = ({ x, y }: Point, times: number) => ({ x: x + times * off.x, y: y + times * off.y });
  return Array.isArray(asked) ? [moved(asked[0], 4 / 3), moved(asked[1], 4 / 3)] : moved(asked, 2);
}

/** How far the border is on a line that runs beside the middle: nearer than on one through it. */
function toBorder(whole: (angle: number) => number, angle: number, off: Point): number {
  let reach = whole(angle);
  for (let turn = 0; turn < 3; turn += 1) {
    const there = Math.atan2(reach * Math.sin(angle) - off.y, reach * Math.cos(angle) - off.x);
    reach = Math.sqrt(Math.max(0, whole(there) ** 2 - off.x * off.x - off.y * off.y));
  }
  return reach;
}

/**
 * How far the words of a line go along it, so that they stand clear of those of the lines beside it: above or below
 * them where that is the shorter way, else to the left or right.
 */
function along(line: Line, [place, many]: Strand, aside: number, ctx: CanvasRenderingContext2D): [number, number] {
  const [dx, dy] = [line.to.x - line.from.x, line.to.y - line.from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [cos, sin] = [Math.abs(dx) / length, Math.abs(dy) / length];
  const { width, height } = largest(line, ctx);
  const above = height <= aside * cos ? 0 : (height - aside * cos) / sin;
  const next = (width + aside * sin) / cos;
  const room = (0.8 * length) / (many - 1);
  const step = place * Math.min(above, next, room) * (dx * dy < 0 ? -1 : 1);
  return [(dx / length) * step, (dy / length) * step];
}

/** The largest words between this pair. */
function largest(line: Line, ctx: CanvasRenderingContext2D): { width: number; height: number } {
  const sizes = line.pair.map((one) => one.size(ctx));
  return {
    width: Math.max(...sizes.map(({ width }) => width)) + AIR,
    height: Math.max(...sizes.map(({ height }) => height)) + AIR,
  };
}

/** Of several loops the words stand outside: left of what is left, right of what is right. */
function beside({ angle }: Line, { width }: { width: number }): number {
  const side = Math.cos(angle);
  return Math.abs(side) < 0.1 ? 0 : Math.sign(side) * (width / 2 + 2 * AIR);
}
