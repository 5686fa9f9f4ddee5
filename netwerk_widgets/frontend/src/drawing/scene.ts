/** What a map paints around the network: circles, sectors and their names below, marks above. */

import { around, type Box } from "../canvas/boxes";
import { type Brush, off, on, pixelOf, type Sheet, screenOf } from "../canvas/brush";
import type { CanvasEdge, CanvasNode, Look, NetCanvas, Point } from "../canvas/canvas";
import type { Carried, Extent } from "../canvas/look";
import { FONT } from "../canvas/painting";
import type { Placed, Wanted } from "../canvas/spots";
import { marksOn } from "../case/known";
import { type Marks, markColour } from "../case/marks";
import type { Domain, Frame } from "../contract";
import { createStore } from "../shared/store";
import { type Namer, type Sentence, say, t } from "../shared/words";
import { badges, paintBadges } from "./badges";
import { paintCarried, sectorAt } from "./carried";
import {
  CIRCLE_NAME,
  circleNames,
  type FrameName,
  SECTOR_NAME,
  type Symbols,
  sectorNames,
  symbolsOf,
} from "./framenames";
import {
  type HullName,
  hullAt,
  hullNames,
  hullsOf,
  measureNames,
  paintHullNames,
  paintHulls,
  type Shown,
} from "./groups";
import { CHOSEN, circle, cross, disc, leftOut, noteMarks, ring, star, THANKS, warning } from "./marks";

import { paintSlips, slipBoxes } from "./slips";
import { type Line, paintLines } from "./strokes";
import { goneId, goneLabels, isGone, paintTrail, type Trail } from "./trail";

/** Whoever has a map drawn: the map itself, or a map as it was. */
export interface Stage {
  readonly canvas: NetCanvas;
  readonly name: Namer;
  /** Whether this person is chosen. */
  chosen(id: string): boolean;
  /** What stands in a few letters over a person, and nothing where nothing does. */
  mark(id: string): Sentence | undefined;
  /** What was, to be painted beside what is. */
  readonly trail?: Trail | undefined;
  /** The notes pinned on persons and ties. */
  notes?(): Marks;
  /** What was drawn by hand. It may be a name: it is hidden with the names. */
  lines?(): Line[];
  /** What is said before somebody is let go who then stands in this sector; nothing where nobody can be dragged. */
  becomes?(domain: Domain): string;
  /** Groups whose hull lies behind their members, with the names that are shown. */
  groups?(): Shown[];
  /** The numbers of the slips that lie beside somebody. */
  slips?(): ReadonlyMap<string, number[]>;
}

/** The ring of compliments, in pixels: how far it stands off from a person, its first width, what each one adds. */
const RING = { off: 3, first: 2, step: 1.2 };
/** The star of a valued role, from its middle to a point, in pixels. */
const STAR = 9;

/** What is left around the outer circle, where whoever stands on it sticks out. */
const EDGE = 10;

/** The ring around whoever is chosen: how wide, in pixels; and how far a square's corners reach, of its size. */
const CHOSEN_RING = 3;
const CORNERS = 1.3;

/** How far the open ring of whoever is left out stands off, in map units. */
const OPEN_RING = 8;

const NO_SLIPS: ReadonlyMap<string, number[]> = new Map();

const LINE = "#d9e2ec";
const FILLS = ["#f7f1e3", "#faf7ef", "#fdfcf8"];
const SOFT = "#52606d";
/** The sign of whoever is unsafe, from its middle, in map units. */
const WARNING = 18;
/** Half of the mark of a note. */
const NOTE = 6;

export class Scene<S extends Stage = Stage> implements Look {
  frame: Frame | null = null;
  /** Whose label is a number now, by that number (see key). */
  readonly numbered = createStore<readonly string[]>([]);
  /** Where the names of groups were painted last. */
  groupNames: HullName[] = [];
  /** What lies over the map in the page, in pixels: the key. */
  private over: Box[] = [];

  constructor(readonly map: S) {}

  /** A sector's name, whose size in pixels follows no zoom, needs room right above or below; at the sides it moves inwards. */
  extent(): Extent {
    const { radii = [], domains = [] } = this.frame ?? {};
    const { words } = screenOf(this.map.canvas);
    const turn = (2 * Math.PI) / Math.max(1, domains.length);
    const named = (way: 1 | -1) => domains.some((_, index) => way * Math.cos((index + 0.5) * turn) > 0.95);
    const room = (way: 1 | -1) => (named(way) ? SECTOR_NAME + 10 : EDGE) * words;
    return { radius: radii.at(-1) ?? 400, above: room(1), below: room(-1), beside: EDGE * words };
  }

  background(ctx: Brush, sheet: Sheet): void {
    const { frame } = this;
    const pixel = pixelOf(sheet);
    if (!frame) return;
    const [inner = 0, ...rings] = frame.radii;
    const outer = rings.at(-1) ?? 0;
    for (const [index, radius] of [...rings.slice(0, -1)].reverse().entries()) {
      disc(ctx, radius, FILLS[2 - index] ?? "#fff");
    }
    paintHulls(ctx, this.hulls(), pixel);
    ctx.lineWidth = pixel;
    ctx.strokeStyle = LINE;
    for (const radius of rings.slice(0, -1)) circle(ctx, radius);
    ctx.setLineDash([4 * pixel, 6 * pixel]);
    ctx.strokeStyle = "#9aa5b1";
    circle(ctx, outer);
    ctx.setLineDash([]);
    ctx.strokeStyle = LINE;
    const turn = (2 * Math.PI) / frame.domains.length;
    for (let index = 0; index < frame.domains.length; index += 1) {
      const [sin, cos] = [Math.sin(index * turn), Math.cos(index * turn)];
      ctx.beginPath();
      ctx.moveTo(sin * inner, -cos * inner);
      ctx.lineTo(sin * outer, -cos * outer);
      ctx.stroke();
    }
    this.names(ctx, sheet);
  }

  private hulls() {
    return hullsOf(this.map.groups?.() ?? [], this.map.canvas);
  }

  /** The group whose hull lies at a place. */
  groupAt(at: Point): string | undefined {
    return hullAt(this.hulls(), at);
  }

  private names(ctx: Brush, sheet: Sheet): void {
    const pixel = pixelOf(sheet);
    const { circles, sectors } = this.frameNames(sheet, symbolsOf(this.map.canvas, sheet));
    ctx.textBaseline = "middle";
    ctx.textAlign = "center";
    const write = ({ text, x, y, width, height }: FrameName) => {
      const at = off(sheet, { x: x + width / 2, y: y + height / 2 });
      ctx.fillText(text, at.x, at.y);
    };
    ctx.fillStyle = SOFT;
    ctx.font = `${SECTOR_NAME * pixel}px ${FONT}`;
    sectors.forEach(write);
    ctx.font = `${CIRCLE_NAME * pixel}px ${FONT}`;
    ctx.fillStyle = "#7a6a45";
    circles.forEach(write);
  }

  private frameNames(sheet: Sheet, symbols: Symbols): { circles: FrameName[]; sectors: FrameName[] } {
    const { radii, domains } = this.frame ?? { radii: [], domains: [] };
    const named = radii.slice(1).map((radius, index) => ({ text: t(`model.circle.${index + 1}`), radius }));
    const sectors = domains.map((domain) => t(`model.domain.${domain}`));
    return {
      circles: circleNames(sheet, symbols, named),
      sectors: sectorNames(sheet, symbols, sectors, radii.at(-1) ?? 0),
    };
  }

  named(sheet: Sheet): Box[] {
    const { circles, sectors } = this.frameNames(sheet, symbolsOf(this.map.canvas, sheet));
    return [...circles, ...sectors];
  }

  /** The names of groups, and the letters of a lens. */
  beside(ctx: Brush, sheet: Sheet, placed: Placed[]): void {
    this.nameGroups(ctx, sheet, placed);
    const letters = (id: string) => {
      const mark = this.map.mark(id);
      return mark && say(mark, this.map.name);
    };
    if (![...this.map.canvas.nodes.keys()].some(letters)) return;
    const names = [...placed, ...this.groupNames, ...this.reserved(sheet)];
    paintBadges(ctx, badges(sheet, this.map.canvas, symbolsOf(this.map.canvas, sheet), names, letters), sheet);
  }

  private nameGroups(ctx: Brush, sheet: Sheet, placed: Placed[]): void {
    const hulls = this.hulls();
    this.groupNames = [];
    if (!hulls.length) return;
    const taken = [...placed, ...this.reserved(sheet)];
    this.groupNames = hullNames(hulls, sheet, taken, symbolsOf(this.map.canvas, sheet), measureNames(ctx, sheet));
    paintHullNames(ctx, this.groupNames, sheet);
  }

  /** Whoever is in the middle stays of the middle, wherever they are dragged. */
  carried(ctx: Brush, sheet: Sheet, { node, from, at }: Carried): void {
    const { domains = [] } = this.frame ?? {};
    const now = domains[sectorAt(this.map.canvas.position(node), domains.length)];
    if (!now || now === domains[sectorAt(from, domains.length)] || this.inside(node)) return;
    const text = this.map.becomes?.(now);
    if (text) paintCarried(ctx, sheet, text, at);
  }

  decorate(ctx: Brush, sheet: Sheet): void {
    const { canvas, trail } = this.map;
    const pixel = pixelOf(sheet);
    if (trail) paintTrail(ctx, trail, canvas, pixel);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const node of canvas.nodes.values()) this.marks(ctx, node, pixel);
    for (const edge of canvas.edges.values()) if (edge.broken) this.slash(ctx, edge);
    this.noted(ctx, pixel);
    paintSlips(ctx, canvas, this.map.slips?.() ?? NO_SLIPS, pixel);
    paintLines(ctx, this.map.lines?.() ?? []);
  }

  /** A small mark where somebody noted something: on a person, or halfway a tie. */
  private noted(ctx: Brush, pixel: number): void {
    for (const [id, tags] of this.map.notes?.() ?? []) {
      const at = this.pinned(id);
      if (at) noteMarks(ctx, at, NOTE * pixel, tags.map(markColour));
    }
  }

  private pinned(id: string): Point | null {
    const { canvas } = this.map;
    const node = canvas.nodes.get(id);
    if (node) {
      const { x, y } = canvas.position(id);
      const size = (node.size ?? 18) * 0.75;
      return { x: x + size, y: y + size };
    }
    const edge = canvas.edges.get(id);
    return edge ? canvas.halfway(edge) : null;
  }

  /** `pixel` is asked once for all: it costs a look at the page's layout. */
  private marks(ctx: Brush, node: CanvasNode, pixel: number): void {
    const { canvas } = this.map;
    const { x, y } = canvas.position(node.id);
    const size = node.size ?? 18;
    // What has faded fades whole; but a warning never does.
    ctx.globalAlpha = Number(node.opacity ?? 1);
    if (node.ring) {
      const width = ringWidth(node, pixel);
      ring(ctx, { x, y }, size + RING.off * pixel + width / 2, width, THANKS);
    }
    const marks = marksOn(node);
    if (marks.includes("left_out")) leftOut(ctx, x, y, size, size + this.reach(node.id, pixel));
    if (node.valued) star(ctx, x - size * 0.8, y - size * 0.8, STAR * pixel);
    if (marks.includes("deceased")) cross(ctx, x, y, size);
    ctx.globalAlpha = 1;
    if (this.map.chosen(node.id)) {
      const beyond = Math.max(size * (node.shape === "square" ? CORNERS : 1), size + this.reach(node.id, pixel));
      ring(ctx, { x, y }, beyond + 1.5 * CHOSEN_RING * pixel, CHOSEN_RING * pixel, CHOSEN);
    }
    if (marks.includes("unsafe")) warning(ctx, x + size * 0.8, y - size * 0.8, WARNING);
  }

  private slash(ctx: Brush, edge: CanvasEdge): void {
    const { canvas } = this.map;
    const [a, b] = [canvas.position(edge.from), canvas.position(edge.to)];
    const angle = Math.atan2(b.y - a.y, b.x - a.x) + Math.PI / 3;
    const { x, y } = canvas.halfway(edge);
    const [dx, dy] = [Math.cos(angle) * 12, Math.sin(angle) * 12];
    ctx.strokeStyle = "#52606d";
    ctx.lineWidth = 3;
    ctx.beginPath();
    ctx.moveTo(x - dx, y - dy);
    ctx.lineTo(x + dx, y + dy);
    ctx.stroke();
  }

  /** What labels keep clear of: the frame's names, signs beside somebody, and the key. */
  reserved(sheet: Sheet): Box[] {
    const symbols = symbolsOf(this.map.canvas, sheet);
    const { circles, sectors } = this.frameNames(sheet, symbols);
    const slips = slipBoxes(this.map.canvas, this.map.slips?.() ?? NO_SLIPS, sheet);
    return [...circles, ...sectors, ...this.signs(sheet), ...slips, ...this.over];
  }

  /** The stars and warnings beside persons, and the marks of notes. */
  private signs(sheet: Sheet): Box[] {
    const { scale, words: larger } = sheet;
    const boxes: Box[] = [];
    for (const node of this.map.canvas.nodes.values()) {
      const unsafe = marksOn(node).includes("unsafe");
      if (!unsafe && !node.valued) continue;
      const { x, y } = on(sheet, this.map.canvas.position(node.id));
      const size = 0.8 * (node.size ?? 18) * scale;
      if (node.valued) boxes.push(around({ x: x - size, y: y - size }, STAR * larger));
      if (unsafe) boxes.push(around({ x: x + size, y: y - size }, WARNING * scale));
    }
    for (const id of this.map.notes?.().keys() ?? []) {
      const at = this.pinned(id);
      if (!at) continue;
      boxes.push(around(on(sheet, at), NOTE * larger));
    }
    return boxes;
  }

  label(id: string): string {
    return this.map.name(goneId(id) ?? id);
  }

  number(id: string): string {
    const gone = this.map.trail?.gone.find((one) => one.id === goneId(id));
    return String(gone?.number ?? this.map.canvas.nodes.get(id)?.n ?? "");
  }

  /** From now on this lies over the map. */
  lay(over: Box[]): void {
    if (JSON.stringify(over) === JSON.stringify(this.over)) return;
    this.over = over;
    this.map.canvas.refresh();
  }

  keyed(placed: Placed[]): void {
    const ids = placed.map(({ id }) => id).sort((a, b) => Number(this.number(a)) - Number(this.number(b)));
    if (ids.join() !== this.numbered.get().join()) this.numbered.set(ids);
  }

  /** A label keeps clear of the rings around its person. */
  reach(id: string, pixel: number): number {
    const node = this.map.canvas.nodes.get(id);
    if (!node?.ring && !node?.marks) return 0;
    const open = marksOn(node).includes("left_out") ? OPEN_RING : 0;
    return open + (node.ring ? RING.off * pixel + ringWidth(node, pixel) : 0);
  }

  extra(sheet: Sheet): Wanted[] {
    const { trail, name } = this.map;
    return trail ? goneLabels(trail, sheet, name) : [];
  }

  labelColour(id: string): string {
    if (isGone(id)) return "#52606d";
    const node = this.map.canvas.nodes.get(id);
    if (node?.opacity !== undefined && (node.opacity as number) < 0.5) return "#9aa5b1";
    return node?.faded ? "#52606d" : "#1f2933";
  }

  inside(id: string): boolean {
    return this.map.canvas.nodes.get(id)?.kind === "centre";
  }

  emphasised(id: string): boolean {
    return this.map.chosen(id);
  }
}

/** In map units; on a map with many people, who are small, the ring stays in proportion. */
function ringWidth(node: CanvasNode, pixel: number): number {
  const width = (RING.first + RING.step * Number(node.ring ?? 0)) * pixel;
  return Math.min(width, (node.size ?? 18) * 0.5);
}
