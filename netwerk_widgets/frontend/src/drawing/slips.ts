/** Small numbered slips beside whoever they name, lower left of the symbol; what is on them is read elsewhere. */

import type { Box } from "../canvas/boxes";
import { type Brush, on, pixelOf, type Sheet, screenOf } from "../canvas/brush";
import type { NetCanvas, Point } from "../canvas/canvas";
import { FONT } from "../canvas/painting";

type Beside = ReadonlyMap<string, number[]>;

/** How high a slip is, and how wide for each sign on it, in pixels on a screen where words are not enlarged. */
const HEIGHT = 20;
const LETTER = 9;
/** How far beside it a finger may come, in pixels. */
const NEAR = 6;

interface Lying {
  person: string;
  word: string;
  /** The middle, in map units. */
  at: Point;
  /** In pixels. */
  width: number;
}

/** One slip for everybody who is named, with its place; where several lie, the first and a sign that there are more. */
function lying(canvas: NetCanvas, beside: Beside, pixel: number): Lying[] {
  return [...beside].flatMap(([person, numbers]) => {
    const node = canvas.nodes.get(person);
    if (!node) return [];
    const { x, y } = canvas.position(person);
    const off = (node.size ?? 18) * 0.8;
    const word = numbers.length > 1 ? `${numbers[0]}+` : String(numbers[0]);
    const width = word.length * LETTER + 8;
    return { person, word, width, at: { x: x - off - (width / 4) * pixel, y: y + off } };
  });
}

export function paintSlips(ctx: Brush, canvas: NetCanvas, beside: Beside, pixel: number): void {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.setLineDash([]);
  ctx.lineWidth = 1.5 * pixel;
  ctx.font = `bold ${14 * pixel}px ${FONT}`;
  const half = (HEIGHT / 2) * pixel;
  for (const { word, at, width } of lying(canvas, beside, pixel)) {
    ctx.fillStyle = "#fff3c4";
    ctx.strokeStyle = "#8d5a00";
    ctx.beginPath();
    ctx.roundRect(at.x - (width / 2) * pixel, at.y - half, width * pixel, 2 * half, 3 * pixel);
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = "#1f2933";
    ctx.fillText(word, at.x, at.y);
  }
}

/** What labels keep clear of, in pixels. */
export function slipBoxes(canvas: NetCanvas, beside: Beside, sheet: Sheet): Box[] {
  return lying(canvas, beside, pixelOf(sheet)).map(({ at, width }) => {
    const { x, y } = on(sheet, at);
    const [wide, high] = [(width + 2) * sheet.words, (HEIGHT + 2) * sheet.words];
    return { x: x - wide / 2, y: y - high / 2, width: wide, height: high };
  });
}

/** Beside whom the slip lies that was tapped, or "" where none was. */
export function slipAt(canvas: NetCanvas, beside: Beside, at: Point): string {
  const pixel = pixelOf(screenOf(canvas));
  const near = ({ at: { x, y }, width }: Lying) =>
    Math.abs(x - at.x) < (width / 2 + NEAR) * pixel && Math.abs(y - at.y) < (HEIGHT / 2 + NEAR) * pixel;
  return lying(canvas, beside, pixel).find(near)?.person ?? "";
}
