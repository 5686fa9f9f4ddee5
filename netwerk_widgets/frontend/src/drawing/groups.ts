/** Groups as soft hulls behind their members, on the screen and on paper alike; the name stands where no other name does. */

import { type Brush, on, type Sheet } from "../canvas/brush";
import type { NetCanvas, Point } from "../canvas/canvas";
import { within } from "../canvas/lasso";
import type { Wanted } from "../canvas/spots";
import type { Group } from "../contract";

/** Its name as it is shown, and nothing where names are hidden. */
export type Shown = Pick<Group, "id" | "name" | "members">;

/** What is filled, and its edge; the next group has the next colours. */
const COLOURS: readonly (readonly [string, string])[] = [
  ["#e6efdf", "#a9bf98"],
  ["#e2eaf5", "#a3b8d3"],
  ["#f3e6ee", "#cfadc1"],
  ["#f1e8d3", "#cbb98a"],
];
/** How far a hull reaches beyond its members, in map units; and how wide its edge is, in pixels. */
const BEYOND = 14;
const EDGE = 1.5;
/** The label of a group goes by this and its id; how far it stands off from the hull, in pixels. */
const LABEL = "group:";
const OFF = 2;

interface Hull {
  id: string;
  name: string;
  /** Lines through its members; closed where they stand around an area that is all theirs. */
  lines: Point[][];
  closed: boolean;
  /** How far around those lines it reaches. */
  reach: number;
  colours: readonly [string, string];
}

export function hullsOf(groups: Iterable<Shown>, canvas: NetCanvas): Hull[] {
  return [...groups].flatMap(({ id, name, members }, index): Hull[] => {
    const ids = new Set(members.split(" ").filter((one) => canvas.nodes.has(one)));
    if (!ids.size) return [];
    const at = (one: string) => {
      const { x, y } = canvas.position(one);
      return { x, y };
    };
    const points = [...ids].map(at);
    const around = outline(points);
    // Nobody who is not of them stands within: otherwise it goes from the one to the other.
    const others = [...canvas.nodes.keys()].filter((one) => !ids.has(one)).map(at);
    const size = Math.max(...[...ids].map((one) => canvas.nodes.get(one)?.size ?? 18));
    const strange = (one: Point) => within(one, around) || near(around, true, one) < size;
    const closed = around.length > 2 && !others.some(strange);
    const lines = closed ? [around] : tree(points);
    return [
      { id, name, lines, closed, reach: size + BEYOND, colours: COLOURS[index % COLOURS.length] as [string, string] },
    ];
  });
}

export function paintHulls(ctx: Brush, hulls: Hull[], pixel: number): void {
  ctx.save();
  ctx.setLineDash([]);
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  for (const { lines, closed, reach, colours } of hulls) {
    const [fill, edge] = colours;
    for (const [colour, width] of [[edge, 2 * (reach + EDGE * pixel)] as const, [fill, 2 * reach] as const]) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      trace(ctx, lines, closed);
      ctx.stroke();
    }
    if (!closed) continue;
    ctx.fillStyle = fill;
    trace(ctx, lines, closed);
    ctx.fill();
  }
  ctx.restore();
}

function trace(ctx: Brush, lines: Point[][], closed: boolean): void {
  ctx.beginPath();
  for (const [first, ...others] of lines) {
    if (!first) continue;
    ctx.moveTo(first.x, first.y);
    // One member alone is a dot.
    for (const { x, y } of others.length ? others : [{ x: first.x + 0.1, y: first.y }]) ctx.lineTo(x, y);
    if (closed) ctx.closePath();
  }
}

/** Their names, each above its hull. */
export function hullLabels(hulls: Hull[], sheet: Sheet): Wanted[] {
  return hulls.flatMap(({ id, name, lines, reach }): Wanted[] => {
    const top = lines.flat().reduce((best, point) => (point.y < best.y ? point : best));
    const at = on(sheet, { x: top.x, y: top.y - reach });
    return name ? [{ id: LABEL + id, text: name, number: "", ...at, reach: OFF * sheet.words }] : [];
  });
}

export function isGroup(label: string): boolean {
  return label.startsWith(LABEL);
}

/** Whose hull lies here, the uppermost where there are several. */
export function hullAt(hulls: Hull[], at: Point): string | undefined {
  const here = ({ lines, closed, reach }: Hull) =>
    (closed && within(at, lines[0] ?? [])) || lines.some((line) => near(line, closed, at) <= reach);
  return hulls.filter(here).at(-1)?.id;
}

function near(line: Point[], closed: boolean, at: Point): number {
  const ways = line.map((point, index) => [point, line[index + 1] ?? (closed ? line[0] : point) ?? point] as const);
  return Math.min(...ways.map(([a, b]) => offWay(at, a, b)));
}

function offWay(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(at.x - a.x - along * dx, at.y - a.y - along * dy);
}

/** The points around which a string would lie that is drawn tight around all. */
function outline(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (row: Point[]) => {
    const kept: Point[] = [];
    for (const point of row) {
      while (kept.length > 1 && !turns(kept.at(-2) as Point, kept.at(-1) as Point, point)) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turns(a: Point, b: Point, c: Point): boolean {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}

/** The shortest lines by which all hang together: each next one from whoever is nearest. */
function tree([first, ...rest]: Point[]): Point[][] {
  if (!first) return [];
  const [there, lines]: [Point[], Point[][]] = [[first], []];
  const off = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
  while (rest.length) {
    const ways = there.flatMap((from) => rest.map((to) => [from, to] as const));
    const [from, to] = ways.sort((a, b) => off(...a) - off(...b))[0] as (typeof ways)[number];
    lines.push([from, to]);
    there.push(to);
    rest.splice(rest.indexOf(to), 1);
  }
  return lines.length ? lines : [[first]];
}
