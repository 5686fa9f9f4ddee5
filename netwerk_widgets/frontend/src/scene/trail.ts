/** What was, under what is: where people stood, the way from there, and who is on the map no longer. */
import type { Person } from "../base/wire";
import type { NetCanvas, Point } from "../canvas/canvas";
import type { Wanted } from "../canvas/labels";
import type { Namer } from "../words";

export interface Trail {
  /** Where somebody stood who now stands elsewhere. */
  were: Record<string, [number, number]>;
  gone: Person[];
}

const INK = "#6b3fa0";
const SPOT = 11;
/** The label of somebody who is gone goes by this and their id. */
const GONE = "gone:";

export function paintTrail(ctx: CanvasRenderingContext2D, trail: Trail, canvas: NetCanvas): void {
  ctx.save();
  ctx.strokeStyle = INK;
  ctx.fillStyle = INK;
  ctx.lineWidth = 3;
  for (const [id, [x, y]] of Object.entries(trail.were)) {
    const node = canvas.nodes.get(id);
    if (!node) continue;
    spot(ctx, x, y, SPOT);
    arrow(ctx, { x, y }, canvas.position(id), (node.size ?? 18) + 6);
  }
  for (const { x = 0, y = 0 } of trail.gone) spot(ctx, x, y, SPOT + 7);
  ctx.restore();
}

/** The names of those who are gone, for a place where no other name stands. */
export function goneLabels(trail: Trail, canvas: NetCanvas, name: Namer): Wanted[] {
  const scale = canvas.network?.getScale() ?? 1;
  return trail.gone.map(({ id, x = 0, y = 0 }) => {
    const at = canvas.toScreen({ x, y });
    return { id: `${GONE}${id}`, text: name(id), x: at.x, y: at.y, reach: (SPOT + 7) * scale };
  });
}

export function isGone(label: string): boolean {
  return label.startsWith(GONE);
}

function spot(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.setLineDash([5, 5]);
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.setLineDash([]);
}

function arrow(ctx: CanvasRenderingContext2D, from: Point, to: Point, short: number): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < short + SPOT) return;
  const [ux, uy] = [dx / length, dy / length];
  const tip = { x: to.x - ux * short, y: to.y - uy * short };
  ctx.beginPath();
  ctx.moveTo(from.x + ux * SPOT, from.y + uy * SPOT);
  ctx.lineTo(tip.x - ux * 10, tip.y - uy * 10);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(tip.x, tip.y);
  ctx.lineTo(tip.x - ux * 15 - uy * 8, tip.y - uy * 15 + ux * 8);
  ctx.lineTo(tip.x - ux * 15 + uy * 8, tip.y - uy * 15 - ux * 8);
  ctx.fill();
}
