/**
 * With what a map is painted, and on what. All that is drawn, by us and by vis-network, is told to a brush: on the
 * screen that is the canvas itself, on paper one that makes an SVG picture of it (see svgbrush). So there is one
 * description of a map, and paper shows what the screen shows.
 */
import { labelSize, page } from "../shared/page";
import type { NetCanvas } from "./canvas";
import type { Point } from "./items";

/** What of a canvas's own context is used. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | "beginPath"
  | "closePath"
  | "moveTo"
  | "lineTo"
  | "quadraticCurveTo"
  | "bezierCurveTo"
  | "rect"
  | "fill"
  | "stroke"
  | "fillRect"
  | "fillText"
  | "strokeText"
  | "measureText"
  | "save"
  | "restore"
  | "strokeStyle"
  | "fillStyle"
  | "lineWidth"
  | "lineCap"
  | "lineJoin"
  | "globalAlpha"
  | "font"
  | "textAlign"
  | "textBaseline"
> & {
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  setLineDash(dashes: number[]): void;
};

/** What is painted on: the screen as it looks now, or paper. */
export interface Sheet {
  /** In pixels, as are words. */
  width: number;
  height: number;
  /** Where the middle of the map is. */
  middle: Point;
  /** How many pixels a map unit is. */
  scale: number;
  /** How much larger words are than on a small screen. */
  words: number;
  /** How large the letters of a label are. */
  letters: number;
}

/** Words are as large as all on the page, however narrow a map is: what cannot be read need not be there. */
export function screenOf(canvas: NetCanvas): Sheet {
  const { clientWidth: width, clientHeight: height } = canvas.element;
  const words = page.scale.get();
  const scale = canvas.network?.getScale() ?? 1;
  return { width, height, middle: canvas.toScreen({ x: 0, y: 0 }), scale, words, letters: labelSize() * words };
}

/** Where on a sheet something on the map is. */
export function on({ middle, scale }: Sheet, { x, y }: Point): Point {
  return { x: middle.x + x * scale, y: middle.y + y * scale };
}

/** Where on the map something on a sheet is. */
export function off({ middle, scale }: Sheet, { x, y }: Point): Point {
  return { x: (x - middle.x) / scale, y: (y - middle.y) / scale };
}

/** How many map units a pixel is, on a sheet where words are not enlarged. */
export function pixelOf({ words, scale }: Sheet): number {
  return words / scale;
}
