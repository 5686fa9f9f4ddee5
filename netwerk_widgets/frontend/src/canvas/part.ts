/**
 * The part of a picture that an edit alters: where what it names stood and where it stands now, with its ties, its
 * labels and the labels that made room. Only that part is painted again; all else is left as it was painted, which
 * on a screen without a graphics processor is most of the work.
 *
 * Whoever makes it says that nothing else looks other. Too large a box costs a little time and too small a one leaves
 * a stain, so all is taken amply: that the picture is the one that would be painted whole is tried by a test.
 */
import type { Box } from "./boxes";
import { pixelOf, type Sheet, screenOf } from "./brush";
import type { NetCanvas } from "./canvas";
import type { CanvasEdge, CanvasNode, Point } from "./items";
import type { Placed } from "./spots";

/** Left, top, right and bottom, in pixels of the element. */
type Sides = [number, number, number, number];

/** How far the corner of a shape is from its middle, of its size; and its border, in map units. */
const CORNER = 1.5;
const BORDER = 6;
/** How far what is drawn reaches beyond its own size, in map units and in pixels: marks and rings, arrows, notes. */
const UNITS = 16;
const PIXELS = 28;
/** How far a label's outline and its bold letters reach beyond its box, in pixels and of its width. */
const OUTLINE = 8;
const BOLD = 0.12;

export class Part {
  private sides: Sides = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  private readonly nodes: Set<string>;
  private readonly edges: Set<string>;
  private readonly labels: Placed[];
  private readonly named: Box[];
  private readonly sheet: Sheet;
  private readonly pixels: number;
  /** Where it is on the map, since {@link now} was asked. */
  private units: Box = { x: 0, y: 0, width: 0, height: 0 };

  /** Made before the edit is drawn: `named` are the nodes and edges that will look other, or come, or go. */
  constructor(
    private readonly canvas: NetCanvas,
    named: Iterable<string>,
  ) {
    this.nodes = new Set(named);
    const theirs = [...canvas.edges.values()].filter(({ from, to }) => this.nodes.has(from) || this.nodes.has(to));
    this.edges = new Set([...this.nodes, ...theirs.map(({ id }) => id)]);
    this.labels = canvas.placed;
    this.sheet = screenOf(canvas);
    this.named = canvas.look.named?.(this.sheet) ?? [];
    this.pixels = PIXELS * this.sheet.words;
    this.add();
  }

  /** Where it is, once the edit is put in and the labels have their places. */
  now(): Box {
    this.add();
    const stood = new Map(this.labels.map((label) => [label.id, label]));
    for (const label of this.canvas.placed) {
      const before = stood.get(label.id);
      if (before && !this.nodes.has(label.id) && same(before, label)) stood.delete(label.id);
      else this.stretch(outlined(label));
    }
    for (const label of stood.values()) this.stretch(outlined(label));
    this.addMoved(this.canvas.look.named?.(this.sheet) ?? []);
    const box = this.box();
    this.units = this.inUnits(box);
    return box;
  }

  /** The names of the background that gave way, where they stood and where they stand. */
  private addMoved(named: Box[]): void {
    const [before, after] = [this.named, named].map((all) => new Set(all.map(({ x, y }) => `${x},${y}`)));
    for (const box of [...this.named, ...named]) {
      const at = `${box.x},${box.y}`;
      if (!before?.has(at) || !after?.has(at)) this.stretch(outlined(box));
    }
  }

  /** Whether any of this node itself is drawn in it; what else is drawn of it is drawn in any case. */
  hasNode(node: CanvasNode | undefined): boolean {
    if (!node) return true;
    const at = this.canvas.position(node.id);
    return this.near(at, at, CORNER * (node.size ?? 18) + BORDER);
  }

  hasEdge(edge: CanvasEdge | undefined): boolean {
    if (!edge) return true;
    const [from, to] = [this.canvas.position(edge.from), this.canvas.position(edge.to)];
    return this.near(from, to, aside(edge, from, to));
  }

  /** Whether the line from the one to the other comes as near to it as this, in map units. */
  private near(a: Point, b: Point, reach: number): boolean {
    const { x, y, width, height } = this.units;
    const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
    const [top, bottom] = a.y < b.y ? [a.y, b.y] : [b.y, a.y];
    if (!meets(this.units, [left - reach, top - reach, right + reach, bottom + reach])) return false;
    // The same for the line drawn on without an end: how far from it is the middle, and how far do the corners reach?
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const off = Math.abs(dx * (y + height / 2 - a.y) - dy * (x + width / 2 - a.x));
    return off <= (Math.abs(dx) * height + Math.abs(dy) * width) / 2 + reach * Math.hypot(dx, dy);
  }

  private add(): void {
    const { canvas } = this;
    for (const id of this.nodes) {
      const node = canvas.nodes.get(id);
      if (node) this.stretch(this.aroundNode(node));
    }
    for (const id of this.edges) {
      const edge = canvas.edges.get(id);
      if (edge) this.addEdge(edge);
    }
  }

  private aroundNode(node: CanvasNode): Sides {
    const { canvas } = this;
    const reach = CORNER * (node.size ?? 18) + (canvas.look.reach?.(node.id, pixelOf(this.sheet)) ?? 0) + UNITS;
    const at = canvas.position(node.id);
    return this.onScreen(at, at, reach, this.pixels);
  }

  /** The line from the one to the other, and what is noted halfway. */
  private addEdge(edge: CanvasEdge): void {
    const [from, to] = [this.canvas.position(edge.from), this.canvas.position(edge.to)];
    const halfway = this.canvas.halfway(edge);
    this.stretch(this.onScreen(from, to, aside(edge, from, to), 0));
    this.stretch(this.onScreen(halfway, halfway, 0, this.pixels));
  }

  /** What lies within so many units and so many pixels of these two and of all between. */
  private onScreen(a: Point, b: Point, reach: number, pixels: number): Sides {
    const [least, most] = [
      this.canvas.toScreen({ x: Math.min(a.x, b.x) - reach, y: Math.min(a.y, b.y) - reach }),
      this.canvas.toScreen({ x: Math.max(a.x, b.x) + reach, y: Math.max(a.y, b.y) + reach }),
    ];
    return [least.x - pixels, least.y - pixels, most.x + pixels, most.y + pixels];
  }

  private stretch([left, top, right, bottom]: Sides): void {
    const [l, t, r, b] = this.sides;
    this.sides = [Math.min(l, left), Math.min(t, top), Math.max(r, right), Math.max(b, bottom)];
  }

  private box(): Box {
    const { clientWidth, clientHeight } = this.canvas.element;
    const [x, y] = [Math.max(0, Math.floor(this.sides[0])), Math.max(0, Math.floor(this.sides[1]))];
    const width = Math.max(0, Math.min(clientWidth, Math.ceil(this.sides[2])) - x);
    const height = Math.max(0, Math.min(clientHeight, Math.ceil(this.sides[3])) - y);
    return { x, y, width, height };
  }

  private inUnits({ x, y, width, height }: Box): Box {
    const middle = this.canvas.toScreen({ x: 0, y: 0 });
    const scale = this.canvas.toScreen({ x: 1, y: 0 }).x - middle.x;
    return { x: (x - middle.x) / scale, y: (y - middle.y) / scale, width: width / scale, height: height / scale };
  }
}

/**
 * How far a tie reaches beside the straight line, in map units, with its arrow. A bent one swings out by less than its
 * length; one from somebody to themselves runs around them.
 */
function aside({ smooth, width = 1, from, to }: CanvasEdge, a: Point, b: Point): number {
  const bent = smooth || from === to ? Math.hypot(b.x - a.x, b.y - a.y) + 8 * UNITS : 0;
  return 2 * Number(width) + UNITS + bent;
}

function same(a: Placed, b: Placed): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.text === b.text;
}

/** A label with its outline. */
export function outlined({ x, y, width, height }: Box): Sides {
  const wide = OUTLINE + BOLD * width;
  return [x - OUTLINE, y - OUTLINE, x + width + wide, y + height + OUTLINE];
}

export function meets(box: Box, [left, top, right, bottom]: Sides): boolean {
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
}
