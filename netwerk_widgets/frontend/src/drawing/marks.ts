/** The small things that are painted on a map, each in its own colours; all in map units. */
import type { Brush } from "../canvas/brush";
import { SELECTED } from "../contract";

/** The colour of the ring of compliments. */
export const THANKS = "rgba(201, 145, 32, 0.6)";
/** The colour of whoever is chosen, and of a lens's letters; a chosen tie has it too. */
export const CHOSEN = SELECTED;
/** The grey of whoever is left out. */
export const LEFT_OUT = "#b8c2cc";

export function disc(ctx: Brush, radius: number, fill: string): void {
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.arc(0, 0, radius, 0, 2 * Math.PI);
  ctx.fill();
}

export function circle(ctx: Brush, radius: number): void {
  ctx.beginPath();
  ctx.arc(0, 0, radius, 0, 2 * Math.PI);
  ctx.stroke();
}

export function cross(ctx: Brush, x: number, y: number, size: number): void {
  ctx.strokeStyle = "#323f4b";
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.moveTo(x, y - size * 0.65);
  ctx.lineTo(x, y + size * 0.65);
  ctx.moveTo(x - size * 0.38, y - size * 0.2);
  ctx.lineTo(x + size * 0.38, y - size * 0.2);
  ctx.stroke();
}

export function warning(ctx: Brush, x: number, y: number, size: number): void {
  ctx.fillStyle = "#b42318";
  ctx.beginPath();
  for (let corner = 0; corner < 8; corner += 1) {
    const angle = ((corner + 0.5) * Math.PI) / 4;
    ctx.lineTo(x + Math.cos(angle) * size, y + Math.sin(angle) * size);
  }
  ctx.fill();
  ctx.fillStyle = "#fff";
  ctx.fillRect(x - size * 0.62, y - size * 0.18, size * 1.24, size * 0.36);
}

/** Whoever is left out is grey within, and an open ring stands around all that is drawn of them. */
export function leftOut(ctx: Brush, x: number, y: number, size: number, radius: number): void {
  ctx.fillStyle = LEFT_OUT;
  ctx.beginPath();
  ctx.arc(x, y, size * 0.7, 0, 2 * Math.PI);
  ctx.fill();
  ctx.strokeStyle = "#52606d";
  ctx.lineWidth = 3.5;
  ctx.setLineDash([]);
  circleAt(ctx, x, y, radius, 0.25 * Math.PI, 1.75 * Math.PI);
}

function circleAt(ctx: Brush, x: number, y: number, radius: number, from: number, to: number): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, from, to);
  ctx.stroke();
}

/** Around a person: whoever is chosen; or gave compliments, the more the wider, and no figure. */
export function ring(
  ctx: Brush,
  { x, y }: { x: number; y: number },
  radius: number,
  width: number,
  colour: string,
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  circleAt(ctx, x, y, radius, 0, 2 * Math.PI);
}

/** Beside whoever is valued in some role. */
export function star(ctx: Brush, x: number, y: number, size: number): void {
  ctx.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const angle = (point * Math.PI) / 5;
    const radius = point % 2 ? size * 0.45 : size;
    ctx.lineTo(x + Math.sin(angle) * radius, y - Math.cos(angle) * radius);
  }
  ctx.closePath();
  ctx.fillStyle = "#fffdf5";
  ctx.strokeStyle = "#8a6410";
  ctx.lineWidth = 2.5;
  ctx.fill();
  ctx.stroke();
}

/** One square a note, three at most: how many there are is not what matters. */
export function noteMarks(ctx: Brush, { x, y }: { x: number; y: number }, size: number, colours: string[]): void {
  for (const [index, colour] of colours.slice(0, 3).entries()) {
    ctx.fillStyle = colour;
    ctx.strokeStyle = "#fff";
    ctx.lineWidth = size / 4;
    ctx.beginPath();
    ctx.rect(x + index * size * 1.5 - size, y - size, size * 2, size * 2);
    ctx.fill();
    ctx.stroke();
  }
}
