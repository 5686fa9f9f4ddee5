/** Boxes on a screen, kept so that what is near is found at once, with 20 of them and with 2,000. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const CELL = 64;
/** More columns than any screen has. */
const COLUMNS = 4096;

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** How far the nearest point of a box is from here; 0 within it. */
export function distance(box: Box, { x, y }: { x: number; y: number }): number {
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));
}

/** The box around a point that reaches so far to each side. */
export function around({ x, y }: { x: number; y: number }, reach: number): Box {
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
}

/** A box that reaches so much farther to each side. */
export function wider({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export class Boxes<B extends Box> {
  private readonly cells = new Map<number, B[]>();

  constructor(boxes: Iterable<B> = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: B): void {
    each(box, (cell) => {
      const there = this.cells.get(cell);
      if (there) there.push(box);
      else this.cells.set(cell, [box]);
      return false;
    });
  }

  remove(box: B): void {
    each(box, (cell) => {
      const there = this.cells.get(cell);
      const at = there ? there.indexOf(box) : -1;
      if (at >= 0) there?.splice(at, 1);
      return false;
    });
  }

  /** Whether one that overlaps this box is so; asked thousands of times for one picture, it makes no list of them. */
  some(box: Box, test: (other: B) => boolean): boolean {
    return each(box, (cell) => this.cells.get(cell)?.some((other) => overlap(box, other) && test(other)) ?? false);
  }

  /** All that overlap this box, each once. */
  meeting(box: Box): B[] {
    const found = new Set<B>();
    this.some(box, (other) => {
      found.add(other);
      return false;
    });
    return [...found];
  }
}

/** The cells that a box is in, until one is enough. */
function each({ x, y, width, height }: Box, visit: (cell: number) => boolean): boolean {
  const [left, right] = [Math.floor(x / CELL), Math.floor((x + width) / CELL)];
  const bottom = Math.floor((y + height) / CELL);
  for (let row = Math.floor(y / CELL); row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) if (visit(row * COLUMNS + column)) return true;
  }
  return false;
}
