/** Paints the labels over a network, each in a place of its own (see labels). All in pixels of the screen. */
import type { Network } from "vis-network/esnext/esm/vis-network.js";
import { labelSize } from "../page";
import type { NetCanvas } from "./canvas";
import { LabelPlacer, type Placed, type Wanted } from "./labels";

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

/** A label stands a little apart from what is beside it; bold letters are wider than measured. */
const AIR = 1.06;

export class LabelPainter {
  placed: Placed[] = [];
  private readonly placer = new LabelPlacer();
  private readonly letters = new Map<string, number>();
  private font = "";

  constructor(private readonly canvas: NetCanvas) {}

  /** `busy` while somebody is dragged: whoever found no place before is then not looked for again. */
  paint(ctx: CanvasRenderingContext2D, network: Network, busy: boolean): void {
    const ratio = ctx.canvas.width / Math.max(1, ctx.canvas.clientWidth);
    const size = labelSize() * this.canvas.textScale();
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.useFont(ctx, `${size}px ${FONT}`);
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.lineJoin = "round";
    const { look, element } = this.canvas;
    const screen = { width: element.clientWidth, height: element.clientHeight };
    const wanted = this.wanted(network);
    for (const label of wanted) if (look.inside?.(label.id)) this.paintInside(ctx, label);
    const measure = (text: string) => ({ width: this.width(ctx, text), height: size * 1.06 });
    this.placed = this.placer.place(wanted, look.reserved?.() ?? [], screen, measure, busy);
    for (const label of this.placed) this.paintLabel(ctx, label);
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
      const label = { id, text: canvas.look.label(id), x, y, reach, chosen };
      (chosen ? first : labels).push(label);
    }
    return [...first, ...labels, ...(canvas.look.extra?.() ?? [])];
  }

  private paintInside(ctx: CanvasRenderingContext2D, label: Wanted): void {
    if (this.width(ctx, label.text) > label.reach * 1.9) return;
    ctx.fillStyle = "#ffffff";
    ctx.textAlign = "center";
    ctx.fillText(label.text, label.x, label.y);
    ctx.textAlign = "left";
    label.text = "";
  }

  private paintLabel(ctx: CanvasRenderingContext2D, label: Placed): void {
    const { look } = this.canvas;
    const middle = label.y + label.height / 2;
    if (label.line) this.paintLine(ctx, label);
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

  /** How wide a text is, from the widths of its letters: each is measured once, not each text. */
  private width(ctx: CanvasRenderingContext2D, text: string): number {
    let width = 0;
    for (const letter of text) {
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
