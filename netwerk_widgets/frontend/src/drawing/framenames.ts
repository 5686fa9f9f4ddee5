/** Where the names of circles and sectors stand: each at the first of some places where no symbol covers it. */

import { around, type Box, Boxes, distance, overlap } from "../canvas/boxes";
import { on, type Sheet } from "../canvas/brush";
import type { NetCanvas } from "../canvas/canvas";

/** The height of letters, in pixels on a screen where words are not enlarged. */
export const SECTOR_NAME = 20;
export const CIRCLE_NAME = 16;
/** How wide a letter is, of its height; a name may be drawn before it is measured. */
const LETTER = 0.58;
/** How far a circle's name stands from its ring, and from the line between the first sector and the last. */
const INSIDE = 3;
const ASIDE = 5;
/** At that line, and at so many places more, clockwise. */
const PLACES = 14;
/** How far a sector's name stands outside the outer ring; and where along the sector, from its middle, of its width. */
const OUTSIDE = 16;
const ALONG = [0, -0.2, 0.2, -0.35, 0.35];

/** A name in its box, in pixels of the sheet. */
export interface FrameName extends Box {
  text: string;
}

/** What covers names: everybody as they are drawn. */
export type Symbols = Boxes<Box & { id: string; reach: number; middle: { x: number; y: number } }>;

export function symbolsOf(canvas: NetCanvas, sheet: Sheet): Symbols {
  return new Boxes(
    [...canvas.nodes.values()].map(({ id, size = 18 }) => {
      const middle = on(sheet, canvas.position(id));
      const reach = size * sheet.scale;
      return { ...around(middle, reach), id, reach, middle };
    }),
  );
}

function covered(box: Box, symbols: Symbols): boolean {
  return symbols.some(box, ({ middle, reach }) => distance(box, middle) < reach + 1);
}

/** The names of these circles, from the inner one outwards; one that is covered everywhere is left out. */
export function circleNames(sheet: Sheet, symbols: Symbols, circles: { text: string; radius: number }[]): FrameName[] {
  const found: FrameName[] = [];
  for (const circle of circles) {
    const free = (box: Box) => !found.some((other) => overlap(other, box)) && !covered(box, symbols);
    const place = onRing(sheet, circle).find(free);
    if (place) found.push(place);
  }
  return found;
}

function onRing(sheet: Sheet, { text, radius }: { text: string; radius: number }): FrameName[] {
  const [height, inside] = [(CIRCLE_NAME + 2) * sheet.words, INSIDE * sheet.words];
  const width = (text.length * CIRCLE_NAME * LETTER + 2) * sheet.words;
  return Array.from({ length: PLACES }, (_, index) => {
    const turn = (index * 2 * Math.PI) / PLACES;
    const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
    const { x, y } = on(sheet, { x: sin * radius, y: -cos * radius });
    if (!index) return { text, width, height, x: x + ASIDE * sheet.words, y: y + inside };
    const [left, top] = [x - sin * (inside + width / 2) - width / 2, y + cos * (inside + height / 2) - height / 2];
    return { text, width, height, x: left, y: top };
  });
}

/** The names of the sectors, clockwise from the top, around the outer ring; within the sheet where they would leave it. */
export function sectorNames(sheet: Sheet, symbols: Symbols, texts: string[], outer: number): FrameName[] {
  const turn = (2 * Math.PI) / Math.max(1, texts.length);
  return texts.map((text, index) => {
    const places = ALONG.map((part) => outside(sheet, text, (index + 0.5 + part) * turn, outer));
    return places.find((box) => !covered(box, symbols)) ?? (places[0] as FrameName);
  });
}

function outside(sheet: Sheet, text: string, angle: number, outer: number): FrameName {
  const height = SECTOR_NAME * sheet.words;
  const width = text.length * SECTOR_NAME * LETTER * sheet.words;
  const far = outer + (OUTSIDE * sheet.words) / sheet.scale;
  const sin = Math.sin(angle);
  const { x, y } = on(sheet, { x: sin * far, y: -Math.cos(angle) * far });
  const left = Math.abs(sin) < 0.2 ? x - width / 2 : sin > 0 ? x : x - width;
  // On a narrow sheet a name at the side moves inwards.
  return { text, width, height, x: Math.max(2, Math.min(left, sheet.width - 2 - width)), y: y - height / 2 };
}
