/**
 * Lays the lines between one pair aside from each other, with their words (Python: canvas/strands.py says which lie
 * beside which). Each keeps its way: a straight one stays straight, a bent one bends as asked and a little further.
 *
 * vis-network has no such lines. So each is given ends or a bend of its own; all else that is done with a line (its
 * arrows, finding it under a finger) follows from these.
 */
import type { Point } from "./items";

interface End extends Point {
  shape: { width?: number; height?: number };
  edges: Line[];
  distanceToBorder(ctx: CanvasRenderingContext2D, angle: number): number;
}

type Segment = [x1: number, y1: number, x2: number, y2: number];

/** How vis-network draws a line; what bends one is a point, or two. */
interface Way {
  from: End;
  to: End;
  fromPoint: Point;
  toPoint: Point;
  options: { selfReference: { angle: number } };
  connect(): void;
  getDistanceToEdge(...given: [...Segment, x: number, y: number]): number;
  /** Where it is at this part of its way, from 0 to 1. */
  getPoint(part: number): Point;
  _getViaCoordinates?(): Point | [Point, Point];
}

type Draw = [ctx: CanvasRenderingContext2D, x: number, y: number, selected: boolean, hover: boolean];

interface Words {
  draw(...given: Draw): void;
  getTextSize(ctx: CanvasRenderingContext2D, selected?: boolean, hover?: boolean): { width: number; height: number };
}

/** A line as vis-network keeps it. */
export interface Line {
  from: End;
  to: End;
  edgeType: Way;
  labelModule: Words;
  /** Whether both of its ends are there. */
  connected: boolean;
}

/** Which of how many, counted from the middle: -1, 0 and 1 of three. */
export type Strand = [place: number, many: number];

/** How far lines lie apart, in map units. */
const APART = 26;
/** Straight ones must meet their nodes: none lies farther from a node's middle than this part of its half. */
const WITHIN = 0.85;
/** Between the words of two lines. */
const AIR = 2;

/** Lays a line where it belongs; again when vis-network has made it anew. */
export function lay(line: Line, strand: Strand): void {
  const { edgeType: way, labelModule: words } = line;
  for (const own of ["_getViaCoordinates", "connect", "getDistanceToEdge"]) Reflect.deleteProperty(way, own);
  Reflect.deleteProperty(words, "draw");
  const draw = words.draw.bind(words);
  if (line.from === line.to) {
    words.draw = (...given) => draw(...beside(way, words, given));
    return;
  }
  const aside = way._getViaCoordinates ? () => APART : () => within(line, strand);
  if (way._getViaCoordinates) bend(way, () => across(line, strand[0] * aside()));
  else shift(line, () => across(line, strand[0] * aside()));
  words.draw = (ctx, x, y, ...how) => {
    const [dx, dy] = along(line, strand, aside(), ctx);
    draw(ctx, x + dx, y + dy, ...how);
  };
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
function bend(way: Way, off: () => Point): void {
  const asked = way._getViaCoordinates?.bind(way);
  if (!asked) return;
  way._getViaCoordinates = () => {
    const via = asked();
    const [dx, dy] = [off().x, off().y];
    const moved = ({ x, y }: Point, times: number) => ({ x: x + times * dx, y: y + times * dy });
    return Array.isArray(via) ? [moved(via[0], 4 / 3), moved(via[1], 4 / 3)] : moved(via, 2);
  };
}

/** A straight line runs between ends beside the middles of its nodes. */
function shift(line: Line, off: () => Point): void {
  const { edgeType: way } = line;
  const { connect, getDistanceToEdge } = Object.getPrototypeOf(way) as Way;
  way.connect = () => {
    connect.call(way);
    [way.from, way.to] = [shiftedEnd(way.from, off), shiftedEnd(way.to, off)];
    [way.fromPoint, way.toPoint] = [way.from, way.to];
  };
  way.getDistanceToEdge = (_x1, _y1, _x2, _y2, x, y) =>
    getDistanceToEdge.call(way, way.from.x, way.from.y, way.to.x, way.to.y, x, y);
  way.connect();
}

function shiftedEnd(node: End, off: () => Point): End {
  return Object.create(node, {
    x: { get: () => node.x + off().x },
    y: { get: () => node.y + off().y },
    distanceToBorder: { value: (ctx: CanvasRenderingContext2D, angle: number) => toBorder(node, ctx, angle, off()) },
  });
}

/** How far the border is on a line that runs beside the middle: nearer than on one through it. */
function toBorder(node: End, ctx: CanvasRenderingContext2D, angle: number, off: Point): number {
  let reach = node.distanceToBorder(ctx, angle);
  for (let turn = 0; turn < 3; turn += 1) {
    const there = Math.atan2(reach * Math.sin(angle) - off.y, reach * Math.cos(angle) - off.x);
    const whole = node.distanceToBorder(ctx, there);
    reach = Math.sqrt(Math.max(0, whole * whole - off.x * off.x - off.y * off.y));
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
function largest({ from, to }: Line, ctx: CanvasRenderingContext2D): { width: number; height: number } {
  const sizes = from.edges
    .filter((one) => (one.from === from && one.to === to) || (one.from === to && one.to === from))
    .map(({ labelModule }) => labelModule.getTextSize(ctx));
  return {
    width: Math.max(...sizes.map(({ width }) => width)) + AIR,
    height: Math.max(...sizes.map(({ height }) => height)) + AIR,
  };
}

/** Of several loops the words stand outside: left of what is left, right of what is right. */
function beside({ options }: Way, words: Words, [ctx, x, y, ...how]: Draw): Draw {
  const side = Math.cos(options.selfReference.angle);
  const { width } = words.getTextSize(ctx, ...how);
  return [ctx, Math.abs(side) < 0.1 ? x : x + Math.sign(side) * (width / 2 + 2 * AIR), y, ...how];
}
