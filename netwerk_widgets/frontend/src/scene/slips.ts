/** Small numbered slips beside whoever they name, lower left of the symbol; what is on them is read elsewhere. */
import type { NetCanvas, Point } from "../canvas/canvas";
import { FONT } from "../canvas/painting";
import type { Box } from "../canvas/spots";

type Beside = ReadonlyMap<string, number[]>;

/** How wide and high a slip is, in pixels on a screen where words are not enlarged; and how far apart they lie. */
const SIZE = 24;
const GAP = 3;
/** So many fit beside somebody; the last of them then says that there are more. */
const MOST = 3;
/** How near a finger has to come, from the middle of a slip. */
const REACH = 24;

interface Lying {
  person: string;
  word: string;
  /** The middle, in map units. */
  at: Point;
}

/** Every slip with its place; `pixel` is how many map units a pixel is. */
function lying(canvas: NetCanvas, beside: Beside, pixel: number): Lying[] {
  return [...beside].flatMap(([person, numbers]) => {
    const node = canvas.nodes.get(person);
    if (!node) return [];
    const { x, y } = canvas.position(person);
    const off = (node.size ?? 18) * 0.8;
    const words = numbers.length > MOST ? [...numbers.slice(0, MOST - 1).map(String), "…"] : numbers.map(String);
    const first = x - off - (words.length - 1) * (SIZE + GAP) * pixel;
    return words.map((word, index) => ({
      person,
      word,
      at: { x: first + index * (SIZE + GAP) * pixel, y: y + off },
    }));
  });
}

function pixelOf(canvas: NetCanvas): number {
  return canvas.textScale() / (canvas.network?.getScale() ?? 1);
}

export function paintSlips(ctx: CanvasRenderingContext2D, canvas: NetCanvas, beside: Beside, pixel: number): void {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.setLineDash([]);
  ctx.lineWidth = 1.5 * pixel;
  ctx.font = `bold ${15 * pixel}px ${FONT}`;
  const half = (SIZE / 2) * pixel;
  for (const { word, at } of lying(canvas, beside, pixel)) {
    ctx.fillStyle = "#fff3c4";
    ctx.strokeStyle = "#8d5a00";
    ctx.beginPath();
    ctx.roundRect(at.x - half, at.y - half, 2 * half, 2 * half, 3 * pixel);
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = "#1f2933";
    ctx.fillText(word, at.x, at.y);
  }
}

/** What labels keep clear of, in pixels. */
export function slipBoxes(canvas: NetCanvas, beside: Beside): Box[] {
  const size = (SIZE + 2) * canvas.textScale();
  return lying(canvas, beside, pixelOf(canvas)).map(({ at }) => {
    const { x, y } = canvas.toScreen(at);
    return { x: x - size / 2, y: y - size / 2, width: size, height: size };
  });
}

/** Beside whom the slip lies that was tapped, or "" where none was. */
export function slipAt(canvas: NetCanvas, beside: Beside, at: Point): string {
  const pixel = pixelOf(canvas);
  const near = ({ at: { x, y } }: Lying) => Math.hypot(x - at.x, y - at.y) < REACH * pixel;
  return lying(canvas, beside, pixel).find(near)?.person ?? "";
}
