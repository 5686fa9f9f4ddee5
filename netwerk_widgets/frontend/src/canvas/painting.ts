/** Paints the labels over a network, each in a place of its own (see labels). All in pixels of the screen. */

import type { Network } from "vis-network/esnext/esm/vis-network.js";
import { labelSize } from "../page";
import { signs } from "../signs";
import type { NetCanvas } from "./canvas";
import { LabelPlacer } from "./labels";
import { meets, outlined } from "./part";
import { type Box, core, type Placed, type Wanted } from "./spots";

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

/** A label stands a little apart from what is beside it; bold letters are wider than measured. */
const AIR = 1.06;

export class LabelPainter {
  placed: Placed[] = [];
  /** Those that stand in what they name. */
  private inside: Wanted[] = [];
  private readonly placer = new LabelPlacer();
  private readonly letters = new Map<string, number>();
  private font = "";

  constructor(private readonly canvas: NetCanvas) {}

  /**
   * Finds where the labels stand in this picture. `busy` while somebody is dragged: whoever found no place before is
   * then not looked for again.
   */
  place(ctx: CanvasRenderingContext2D, network: Network, busy: boolean): void {
    const { look, element } = this.canvas;
    if (!look.label) return;
    const size = labelSize() * this.canvas.textScale();
    ctx.save();
    this.useFont(ctx, `${size}px ${FONT}`);
    const screen = { width: element.clientWidth, height: element.clientHeight, scale: network.getScale() };
    const wanted = this.wanted(network);
    const fits = (label: Wanted) => this.width(ctx, label.text) <= label.reach * 1.9;
    this.inside = wanted.filter((label) => look.inside?.(label.id) && fits(label));
    const beside = wanted.filter((label) => !this.inside.includes(label));
    const measure = (text: string) => ({ width: this.width(ctx, text), height: size * 1.06 });
    const fixed = [...(look.reserved?.() ?? []), ...this.inside.map(core)];
    this.placed = this.placer.place(beside, fixed, screen, measure, busy);
    ctx.restore();
  }

  /** Paints them where they stand; of a part of the picture those that are in it. */
  paint(ctx: CanvasRenderingContext2D, part: Box | null): void {
    if (!this.canvas.look.label) return;
    const ratio = ctx.canvas.width / Math.max(1, ctx.canvas.clientWidth);
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.font = this.font;
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    this.paintInside(ctx);
    const shown = part ? this.placed.filter((label) => meets(part, outlined(label))) : this.placed;
    // Lines first: then no line runs over another one's words, whichever was placed first.
    for (const label of shown) if (label.line) this.paintLine(ctx, label);
    for (const label of shown) this.paintLabel(ctx, label);
    ctx.restore();
  }

  private useFont(ctx: CanvasRenderingContext2D, font: string): void {
    ctx.font = font;
    if (font === this.font) return;
    this.font = font;
    this.letters.clear();
  }

  private wanted(network: Network): Wanted[] {
    const { canvas } = this;
    const scale = network.getScale();
    const middle = network.canvasToDOM({ x: 0, y: 0 });
    const labels: Wanted[] = [];
    // Whoever is chosen is named first, and so never goes without a label for want of room.
    const first: Wanted[] = [];
    for (const { id, size = 18 } of canvas.nodes.values()) {
      const at = canvas.position(id);
      const [x, y] = [middle.x + at.x * scale, middle.y + at.y * scale];
      const chosen = canvas.look.emphasised?.(id) ?? false;
      const reach = (size + (canvas.look.reach?.(id) ?? 0)) * scale;
      const label = { id, text: canvas.look.label?.(id) ?? "", x, y, reach, chosen };
      (chosen ? first : labels).push(label);
    }
    return [...first, ...labels, ...(canvas.look.extra?.() ?? [])];
  }

  private paintInside(ctx: CanvasRenderingContext2D): void {
    ctx.fillStyle = "#ffffff";
    ctx.textAlign = "center";
    for (const label of this.inside) ctx.fillText(label.text, label.x, label.y);
    ctx.textAlign = "left";
  }

  private paintLabel(ctx: CanvasRenderingContext2D, label: Placed): void {
    const { look } = this.canvas;
    const middle = label.y + label.height / 2;
    const bold = look.emphasised?.(label.id) ?? false;
    if (bold) ctx.font = `bold ${this.font}`;
    ctx.lineWidth = 5;
    ctx.strokeStyle = "rgba(255, 255, 255, 0.85)";
    ctx.strokeText(label.text, label.x, middle);
    ctx.fillStyle = look.labelColour?.(label.id) ?? "#1f2933";
    ctx.fillText(label.text, label.x, middle);
    if (bold) ctx.font = this.font;
  }

  private paintLine(ctx: CanvasRenderingContext2D, label: Placed): void {
    const at = label.from;
    const right = label.x + label.width;
    ctx.strokeStyle = "#7b8794";
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(at.x, at.y);
    ctx.lineTo(Math.min(Math.max(at.x, label.x), right), at.y < label.y ? label.y : label.y + label.height);
    ctx.stroke();
  }

  /** How wide a text is, from the widths of its signs: each is measured once, not each text. */
  private width(ctx: CanvasRenderingContext2D, text: string): number {
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
