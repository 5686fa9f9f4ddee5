/** Groups as soft hulls behind their members, on the screen and on paper alike; the name stands where no other does. */

import { type Box, distance, overlap } from "../canvas/boxes";
import { type Brush, on, type Sheet } from "../canvas/brush";
import type { NetCanvas, Point } from "../canvas/canvas";
import { within } from "../canvas/lasso";
import { FONT } from "../canvas/painting";
import type { Group } from "../contract";
import type { Symbols } from "./framenames";

/** Its name as it is shown, and nothing where names are hidden. */
export type Shown = Pick<Group, "id" | "name" | "members">;

/** What is filled, its edge and its name; the next group has the next colours. */
const COLOURS = [
  ["#e6efdf", "#a9bf98", "#44632c"],
  ["#e2eaf5", "#a3b8d3", "#2f5583"],
  ["#f3e6ee", "#cfadc1", "#82406a"],
  ["#f1e8d3", "#cbb98a", "#715a14"],
] as const;
/** How far a hull reaches beyond its members, in map units; and how wide its edge is, in pixels. */
const BEYOND = 14;
const EDGE = 1.5;
/** The letters of a name, how high a line of them is, and how far it stands off from the hull, in pixels before words are enlarged. */
const LETTERS = 18;
const LINE = 1.15;
const OFF = [3, 14, 28];
/** The directions in which a name can leave its hull, from the top to either side. */
const WAYS = Array.from({ length: 24 }, (_, index) => (Math.ceil(index / 2) * (index % 2 ? 1 : -1) * Math.PI) / 12);

/** How wide words are in the letters of a name. */
export type Measure = (text: string) => number;

interface Hull {
  id: string;
  name: string;
  /** Lines through its members; closed where they stand around an area that is all theirs. */
  lines: Point[][];
  closed: boolean;
  /** How far around those lines it reaches. */
  reach: number;
  colours: (typeof COLOURS)[number];
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
      { id, name, lines, closed, reach: size + BEYOND, colours: COLOURS[index % COLOURS.length] as Hull["colours"] },
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

/** A name in its box, in pixels of the sheet, with a line break where it stands in two lines. */
export interface HullName extends Box {
  text: string;
  colour: string;
}

/**
 * Their names, each outside its hull at the first of some places where no other name stands, and nobody. One that would
 * hide another is left out: it stands in the panel.
 */
export function hullNames(hulls: Hull[], sheet: Sheet, names: Box[], symbols: Symbols, measure: Measure): HullName[] {
  const found: HullName[] = [];
  const free = (box: Box) =>
    inside(box, sheet) &&
    ![...names, ...found].some((other) => overlap(box, other)) &&
    !symbols.some(box, ({ middle, reach }) => distance(box, middle) < reach + 1);
  for (const hull of hulls) {
    const place = hull.name && placesOf(hull, sheet, measure).find(free);
    if (place) found.push(place);
  }
  return found;
}

export function paintHullNames(ctx: Brush, shown: HullName[], sheet: Sheet): void {
  ctx.save();
  ctx.font = `${LETTERS * sheet.words}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = "rgba(255, 255, 255, 0.85)";
  for (const { text, colour, x, y, width, height } of shown) {
    ctx.fillStyle = colour;
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      const at = y + ((index + 0.5) * height) / lines.length;
      ctx.strokeText(line, x + width / 2, at);
      ctx.fillText(line, x + width / 2, at);
    }
  }
  ctx.restore();
}

/** Where a name can stand, the nearest places first, in one line before in two. */
function placesOf({ name, lines, reach, colours }: Hull, sheet: Sheet, measure: Measure): HullName[] {
  const points = lines.flat();
  const texts = [...new Set([name, inTwo(name)])].map((text) => {
    const rows = text.split("\n");
    return { text, width: Math.max(...rows.map(measure)), height: rows.length * LETTERS * LINE * sheet.words };
  });
  return OFF.flatMap((off) =>
    texts.flatMap(({ text, width, height }) =>
      WAYS.map((angle): HullName => {
        const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
        const far = points.reduce((best, one) => (one.x * dx + one.y * dy > best.x * dx + best.y * dy ? one : best));
        const edge = on(sheet, { x: far.x + dx * reach, y: far.y + dy * reach });
        const away = off * sheet.words;
        const [x, y] = [edge.x + dx * (width / 2 + away), edge.y + dy * (height / 2 + away)];
        return { text, colour: colours[2], x: x - width / 2, y: y - height / 2, width, height };
      }),
    ),
  );
}

/** The words in two lines, parted as near to the middle as can be. */
function inTwo(text: string): string {
  const middle = text.length / 2;
  const gaps = [...text.matchAll(/ /g)]
    .map(({ index }) => index)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const [gap] = gaps;
  return gap === undefined ? text : `${text.slice(0, gap)}\n${text.slice(gap + 1)}`;
}

function inside({ x, y, width, height }: Box, sheet: Sheet): boolean {
  return x >= 0 && y >= 0 && x + width <= sheet.width && y + height <= sheet.height;
}

/** How wide words are in the letters of a name on this sheet. */
export function measureNames(ctx: Brush, sheet: Sheet): Measure {
  return (text) => {
    ctx.font = `${LETTERS * sheet.words}px ${FONT}`;
    return ctx.measureText(text).width;
  };
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
