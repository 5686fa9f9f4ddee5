import { page } from "../shared/page";

/**
 * In a crowd no line hardly wider than a pixel is dashed: among thousands nobody can tell such dashes apart, and a fifth
 * of the browser's painting goes into them. Zoomed in, the same lines are thick enough and are dashed again.
 */
const CROWD = 1000;
/** In pixels of a projector. */
const THIN = 1.5;

export function plainInCrowd(ctx: CanvasRenderingContext2D, lines: () => number, scale: () => number): void {
  const dash = ctx.setLineDash.bind(ctx);
  ctx.setLineDash = (segments) =>
    dash(lines() > CROWD && ctx.lineWidth * scale() < THIN * page.scale.get() ? [] : segments);
}
