/** What was, under what is: where people stood, the way from there, and who is on the map no longer. */

import { type Brush, on, type Sheet } from "../canvas/brush";
import type { NetCanvas, Point } from "../canvas/canvas";
import type { Wanted } from "../canvas/spots";
import { type BesideView, SELECTED } from "../contract";
import type { Namer } from "../shared/words";

export type Trail = Pick<BesideView, "were" | "gone">;

/** In pixels: a spot where somebody stood, the way from there, and the head of its arrow. */
const SPOT = 6;
const WAY = 2.2;
const HEAD = 9;
/** Whoever is gone is drawn this much larger. */
const GONE_SPOT = 9;
/** The label of somebody who is gone goes by this and their id. */
const GONE = "gone:";

/** `pixel` is how many map units a pixel is. */
export function paintTrail(ctx: Brush, trail: Trail, canvas: NetCanvas, pixel: number): void {
  ctx.save();
  ctx.strokeStyle = SELECTED;
  ctx.fillStyle = SELECTED;
  ctx.lineWidth = WAY * pixel;
  for (const [id, [x, y]] of Object.entries(trail.were)) {
    const node = canvas.nodes.get(id);
    if (!node) continue;
    spot(ctx, x, y, SPOT * pixel);
    arrow(ctx, { x, y }, canvas.position(id), (node.size ?? 18) + 2 * pixel, pixel);
  }
  for (const { x = 0, y = 0 } of trail.gone) spot(ctx, x, y, GONE_SPOT * pixel);
  ctx.restore();
}

/** The names of those who are gone, for a place where no other name stands. */
export function goneLabels(trail: Trail, sheet: Sheet, name: Namer): Wanted[] {
  const reach = (GONE_SPOT + 2) * sheet.words;
  return trail.gone.map(({ id, number, x = 0, y = 0 }) => ({
    id: `${GONE}${id}`,
    text: name(id),
    number: String(number ?? ""),
    ...on(sheet, { x, y }),
    reach,
  }));
}

export function isGone(label: string): boolean {
  return label.startsWith(GONE);
}

/** Whose label this is, if they are gone. */
export function goneId(label: string): string | undefined {
  return isGone(label) ? label.slice(GONE.length) : undefined;
}

function spot(ctx: Brush, x: number, y: number, radius: number): void {
  ctx.setLineDash([radius * 0.6, radius * 0.5]);
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.setLineDash([]);
}

function arrow(ctx: Brush, from: Point, to: Point, short: number, pixel: number): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const [start, head] = [SPOT * pixel, HEAD * pixel];
  if (length < short + start + head) return;
  const [ux, uy] = [dx / length, dy / length];
  const tip = { x: to.x - ux * short, y: to.y - uy * short };
  const [backX, backY] = [tip.x - ux * head, tip.y - uy * head];
  ctx.beginPath();
  ctx.moveTo(from.x + ux * start, from.y + uy * start);
  ctx.lineTo(backX, backY);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(tip.x, tip.y);
  ctx.lineTo(backX - uy * head * 0.55, backY + ux * head * 0.55);
  ctx.lineTo(backX + uy * head * 0.55, backY - ux * head * 0.55);
  ctx.fill();
}
