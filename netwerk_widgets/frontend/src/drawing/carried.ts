/** What a drag will make of somebody, said by the finger before they are let go: "wordt: buurt". */

import type { Brush, Sheet } from "../canvas/brush";
import type { Point } from "../canvas/canvas";
import { FONT } from "../canvas/painting";
import { SELECTED } from "../contract";

/** In pixels before words are enlarged: its letters, the room around them, and how far it stands above the finger. */
const LETTERS = 20;
const ROOM = 10;
const ABOVE = 62;

/** The sector in which a place lies, of so many, clockwise from the top. */
export function sectorAt({ x, y }: Point, sectors: number): number {
  const turn = (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI);
  return Math.floor((turn / (2 * Math.PI)) * sectors) % sectors;
}

export function paintCarried(ctx: Brush, sheet: Sheet, text: string, at: Point): void {
  const [letters, room] = [LETTERS * sheet.words, ROOM * sheet.words];
  ctx.save();
  ctx.font = `${letters}px ${FONT}`;
  const [width, height] = [ctx.measureText(text).width + 2 * room, letters + 1.4 * room];
  const left = Math.max(room, Math.min(at.x - width / 2, sheet.width - width - room));
  // Under the finger where there is no room above it.
  const above = at.y - ABOVE * sheet.words - height / 2;
  const top = above < room ? at.y + (ABOVE * sheet.words) / 2 : above;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, height / 4);
  ctx.fillStyle = "#ffffff";
  ctx.strokeStyle = SELECTED;
  ctx.lineWidth = 1.5 * sheet.words;
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = "#1f2933";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, left + width / 2, top + height / 2);
  ctx.restore();
}
