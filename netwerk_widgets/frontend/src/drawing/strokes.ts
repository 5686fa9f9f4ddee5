/** Lines that were drawn on a map by hand, in map units: they stay with the circles they were drawn in. */

import type { Brush } from "../canvas/brush";
import type { Point } from "../canvas/canvas";
import type { Ink, Stroke } from "../contract";

export const INK_COLOURS: Record<Ink, string> = {
  blue: "#0f609b",
  orange: "#c2550a",
  green: "#18794e",
  purple: "#6b3fa0",
};

export interface Line {
  points: Point[];
  colour: Ink;
}

/** How wide a line is, in map units. */
const WIDTH = 5;
const read = new WeakMap<Stroke, Line>();

/** A stroke of the case as a line; read once, however often it is painted. */
export function lineOf(stroke: Stroke): Line {
  let line = read.get(stroke);
  if (!line) {
    line = { points: parse(stroke.points), colour: stroke.colour };
    read.set(stroke, line);
  }
  return line;
}

/** Paints them over the map. */
export function paintLines(ctx: Brush, lines: Iterable<Line>): void {
  ctx.save();
  ctx.lineWidth = WIDTH;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.setLineDash([]);
  ctx.globalAlpha = 0.85;
  for (const { points, colour } of lines) {
    const [first, ...others] = points;
    if (!first) continue;
    ctx.strokeStyle = INK_COLOURS[colour];
    ctx.beginPath();
    ctx.moveTo(first.x, first.y);
    // A single tap is a dot.
    for (const { x, y } of others.length ? others : [{ x: first.x + 0.1, y: first.y }]) ctx.lineTo(x, y);
    ctx.stroke();
  }
  ctx.restore();
}

/** "12,-40 13,-38" as points; what is no pair of figures is left out. */
export function parse(points: string): Point[] {
  return points.split(" ").flatMap((pair) => {
    const [x, y] = pair.split(",").map(Number);
    return x !== undefined && y !== undefined && Number.isFinite(x + y) ? [{ x, y }] : [];
  });
}
