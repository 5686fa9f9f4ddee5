/**
 * The letters of a lens, beside the persons whom they tell of: where no name stands, so that names stay where they are
 * when a lens is taken up, and nearer to their own person than to anybody else. All in pixels.
 */

import { type Box, Boxes, distance, wider } from "../canvas/boxes";
import { type Brush, on, type Sheet } from "../canvas/brush";
import type { NetCanvas } from "../canvas/canvas";
import { FONT } from "../canvas/painting";
import type { Symbols } from "./framenames";
import { CHOSEN } from "./marks";

/** How high letters are, how wide one, and how far a badge stands from its person, before words are enlarged. */
const LETTERS = 16;
const WIDE = 11.2;
const OFF = 3;
/** Where it is tried, from the middle of its person: across and down, in their reach and its own half size. */
const PLACES = [
  [0, -1],
  [0.7, -0.9],
  [-0.7, -0.9],
  [1, -0.4],
  [-1, -0.4],
  [1, 0.3],
  [-1, 0.3],
  [0.7, 0.9],
  [-0.7, 0.9],
  [0, 1],
] as const;

export interface Badge extends Box {
  text: string;
}

/** `letters`: what stands beside somebody, and nothing where nothing does; `names`: what stands there already. */
export function badges(
  sheet: Sheet,
  canvas: NetCanvas,
  symbols: Symbols,
  names: Box[],
  letters: (id: string) => string | undefined,
): Badge[] {
  const taken = new Boxes<Box>(names);
  const found: Badge[] = [];
  for (const { id, size = 18 } of canvas.nodes.values()) {
    const text = letters(id);
    if (!text) continue;
    const [width, height] = [(text.length * WIDE + LETTERS * 0.6) * sheet.words, LETTERS * 1.3 * sheet.words];
    const middle = on(sheet, canvas.position(id));
    const reach = size * sheet.scale + OFF * sheet.words;
    const at = (across: number, down: number): Badge => ({
      text,
      width,
      height,
      x: middle.x + across * (reach + width / 2) - width / 2,
      y: middle.y + down * (reach + height / 2) - height / 2,
    });
    const others = (box: Box) =>
      symbols.some(wider(box, distance(box, middle)), (other) => {
        if (other.id === id) return false;
        const to = distance(box, other.middle);
        return to <= distance(box, middle) || to < other.reach + 1;
      });
    const out = ({ x, y }: Box) => x < 0 || y < 0 || x + width > sheet.width || y + height > sheet.height;
    const places = PLACES.map(([across, down]) => at(across, down));
    // With no room beside them it stands on its own person, whose colour and border still show.
    const badge = places.find((box) => !out(box) && !taken.some(box, () => true) && !others(box)) ?? at(0, 0);
    taken.add(badge);
    found.push(badge);
  }
  return found;
}

export function paintBadges(ctx: Brush, shown: Badge[], sheet: Sheet): void {
  ctx.font = `bold ${LETTERS * sheet.words}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const { text, x, y, width, height } of shown) {
    ctx.fillStyle = CHOSEN;
    ctx.beginPath();
    ctx.roundRect(x, y, width, height, 0.3 * height);
    ctx.fill();
    ctx.fillStyle = "#fff";
    ctx.fillText(text, x + width / 2, y + 0.52 * height);
  }
}
