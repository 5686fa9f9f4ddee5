/** Paints the labels over a network, each in a place of its own (see labels). All in pixels of the sheet. */

import { signs } from "../shared/signs";
import type { Box } from "./boxes";
import { type Brush, on, pixelOf, type Sheet } from "./brush";
import type { NetCanvas } from "./canvas";
import { LabelPlacer } from "./labels";
import type { Look } from "./look";
import { meets, outlined } from "./part";
import { core, type Placed, type Wanted } from "./spots";

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

/** How high a line is, of its letters. */
const LINE = 1.06;
/** A label stands a little apart from what is beside it; bold letters are wider than measured. */
const AIR = 1.06;

export class LabelPainter {
  placed: Placed[] = [];
  /** Those that stand in what they name. */
  private inside: Wanted[] = [];
  private readonly placer = new LabelPlacer();
  private readonly letters = new Map<string, number>();
  private font = "";
  /** On what they were placed last, and how large letters are there, in pixels. */
  private sheet: Sheet | null = null;
  private size = 0;

  constructor(
    private readonly canvas: NetCanvas,
    private readonly look: Look,
  ) {}

  /**
   * Finds where the labels stand in this picture. `busy` while somebody is dragged: whoever found no place before is
   * then not looked for again.
   */
  place(ctx: Brush, sheet: Sheet, busy: boolean): void {
    const { look } = this;
    if (!look.label) return;
    ctx.save();
    this.useFont(ctx, `${sheet.letters}px ${FONT}`);
    const wanted = this.wanted(sheet);
    const fits = (label: Wanted) => this.width(ctx, label.text) <= label.reach * 1.9;
    this.inside = wanted.filter((label) => look.inside?.(label.id) && fits(label));
    const beside = wanted.filter((label) => !this.inside.includes(label));
    const measure = (text: string) => ({ width: this.width(ctx, text), height: sheet.letters * LINE });
    const fixed = [...(look.reserved?.(sheet) ?? []), ...this.inside.map(core)];
    this.placed = this.placer.place(beside, wanted, fixed, sheet, measure, busy);
    this.sheet = sheet;
    this.size = sheet.letters * this.placer.letters;
    if (!busy) look.keyed?.(this.placed.filter(({ form }) => form === "number"));
    ctx.restore();
  }

  /** Paints them where they stand; of a part of the picture those that are in it. */
  paint(ctx: Brush, part: Box | null): void {
    if (!this.look.label) return;
    ctx.save();
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.font = this.font;
    this.paintInside(ctx);
    ctx.font = `${this.size}px ${FONT}`;
    const shown = part ? this.placed.filter((label) => meets(part, outlined(label))) : this.placed;
    for (const label of shown) this.paintLabel(ctx, label);
    if (this.sheet) this.look.beside?.(ctx, this.sheet, this.placed);
    ctx.restore();
  }

  private useFont(ctx: Brush, font: string): void {
    ctx.font = font;
    if (font === this.font) return;
    this.font = font;
    this.letters.clear();
  }

  private wanted(sheet: Sheet): Wanted[] {
    const { canvas, look } = this;
    const pixel = pixelOf(sheet);
    const labels: Wanted[] = [];
    // Whoever is chosen is named first, and so never goes without a label for want of room.
    const first: Wanted[] = [];
    for (const { id, size = 18 } of canvas.nodes.values()) {
      const { x, y } = on(sheet, canvas.position(id));
      const chosen = look.emphasised?.(id) ?? false;
      const reach = (size + (look.reach?.(id, pixel) ?? 0)) * sheet.scale;
      const label = { id, text: look.label?.(id) ?? "", number: look.number?.(id) ?? "", x, y, reach, chosen };
      (chosen ? first : labels).push(label);
    }
    return [...first, ...labels, ...(look.extra?.(sheet) ?? [])];
  }

  private paintInside(ctx: Brush): void {
    ctx.fillStyle = "#ffffff";
    ctx.textAlign = "center";
    for (const label of this.inside) ctx.fillText(label.text, label.x, label.y);
    ctx.textAlign = "left";
  }

  private paintLabel(ctx: Brush, label: Placed): void {
    const { look } = this;
    const font = `${this.size}px ${FONT}`;
    const bold = look.emphasised?.(label.id) ?? false;
    if (bold) ctx.font = `bold ${font}`;
    ctx.lineWidth = 5;
    ctx.strokeStyle = "rgba(255, 255, 255, 0.85)";
    ctx.fillStyle = look.labelColour?.(label.id) ?? "#1f2933";
    const lines = label.text.split("\n");
    const line = label.height / lines.length;
    for (const [index, text] of lines.entries()) {
      const x = lines.length > 1 ? label.x + (label.width - this.wide(ctx, text)) / 2 : label.x;
      const y = label.y + (index + 0.5) * line;
      ctx.strokeText(text, x, y);
      ctx.fillText(text, x, y);
    }
    if (bold) ctx.font = font;
  }

  /** How wide a text is in the letters that labels have now. */
  private wide(ctx: Brush, text: string): number {
    return this.width(ctx, text) * this.placer.letters;
  }

  /** How wide a text is, from the widths of its signs: each is measured once, not each text. */
  private width(ctx: Brush, text: string): number {
    let width = 0;
    for (const letter of signs(text)) {
      let own = this.letters.get(letter);
      if (own === undefined) {
        own = ctx.measureText(letter).width;
        this.letters.set(letter, own);
      }
      width += own;
    }
    return width * AIR;
  }
}
