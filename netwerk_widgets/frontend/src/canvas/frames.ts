/**
 * When a canvas is painted, and how much of it.
 *
 * What is told first after a frame is painted at once, so that the next frame has only to show it; whatever else
 * comes before that frame is painted in it, once. Of an edit beside which nothing looks other only its part of the
 * picture is painted (see part).
 */
import type { Box } from "./boxes";
import { screenOf } from "./brush";
import type { NetCanvas } from "./canvas";
import type { Gestures } from "./gestures";
import { LabelPainter } from "./painting";
import { Part } from "./part";
import type { Placed } from "./spots";
import type { VisNetwork } from "./visnetwork";

/** How long a picture may wait after a drag, in milliseconds: as long as it mostly takes to save. */
const REST = 80;

/** The network that is painted, and what it is painted on. */
interface Ground {
  network: VisNetwork;
  ctx: CanvasRenderingContext2D;
}

export class Frames {
  private readonly labels: LabelPainter;
  private ground: Ground | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private painted = false;
  /** What of the picture is being painted; null for all of it. */
  private within: Box | null = null;

  constructor(
    private readonly canvas: NetCanvas,
    private readonly gestures: Gestures,
    signal: AbortSignal,
  ) {
    this.labels = new LabelPainter(canvas, canvas.look);
    signal.addEventListener("abort", () => clearTimeout(this.resting));
  }

  /** Where the labels stand, in pixels of the element. */
  get placed(): Placed[] {
    return this.labels.placed;
  }

  begin(ground: Ground): void {
    this.ground = ground;
    const { network } = ground;
    network.on("beforeDrawing", (ctx: CanvasRenderingContext2D) =>
      this.canvas.look.background?.(ctx, screenOf(this.canvas)),
    );
    network.on("afterDrawing", (ctx: CanvasRenderingContext2D) => this.paintOver(ctx));
  }

  /** Has all painted anew in the next frame. */
  refresh(): void {
    if (this.resting !== undefined) this.wake();
    this.tell("paintSoon");
  }

  /**
   * Paints nothing until there is something new, or for a moment at most: when somebody is let go nothing looks
   * other than it did, and a large network would be painted several times before the edit could leave.
   */
  rest(): void {
    if (this.resting !== undefined || !this.ground) return;
    this.hold();
    this.resting = setTimeout(() => this.refresh(), REST);
  }

  /** Paints nothing while an edit is put in. */
  hold(): void {
    this.tell("hold");
  }

  /** Has these painted where they stand now, also where they stood out of sight before. */
  updateBoxes(nodes: string[]): void {
    const { ctx, network } = this.ground ?? {};
    if (ctx) for (const id of nodes) network?.updateBox(id, ctx);
  }

  /** The part of the picture that these alter; null where more than that waits to be painted. */
  part(named: string[]): Part | null {
    const still = this.ground && !this.gestures.dragging && this.resting === undefined && !this.painted;
    return still ? new Part(this.canvas, named) : null;
  }

  /** Paints what was just told, all or a part: at once where nothing was since the last frame, else with the next. */
  paint(part: Part | null): void {
    this.wake();
    if (this.painted) return this.refresh();
    this.painted = true;
    requestAnimationFrame(() => {
      this.painted = false;
    });
    if (!part || !this.ground) return this.tell("paint");
    this.labels.place(this.ground.ctx, screenOf(this.canvas), false);
    this.paintWithin(part.now(), part, this.ground);
  }

  /** Paints what meets this box, and of that what lies in it. */
  private paintWithin(box: Box, part: Part, { ctx, network }: Ground): void {
    const { nodes, edges } = this.canvas;
    this.within = box;
    ctx.save();
    clip(ctx, box);
    try {
      network.paintSome(
        (id) => part.hasNode(nodes.get(id)),
        (id) => part.hasEdge(edges.get(id)),
      );
    } finally {
      ctx.restore();
      this.within = null;
    }
  }

  private paintOver(ctx: CanvasRenderingContext2D): void {
    const { look, element } = this.canvas;
    const sheet = screenOf(this.canvas);
    this.gestures.paint(ctx);
    look.decorate?.(ctx, sheet);
    if (!this.within) this.labels.place(ctx, sheet, this.gestures.dragging);
    const ratio = ratioOf(ctx);
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.labels.paint(ctx, this.within);
    if (this.gestures.carried) look.carried?.(ctx, sheet, this.gestures.carried);
    ctx.restore();
    element.dispatchEvent(new CustomEvent("nw-painted", { bubbles: true }));
  }

  private wake(): void {
    clearTimeout(this.resting);
    this.resting = undefined;
    this.tell("release");
  }

  private tell(event: Parameters<VisNetwork["tell"]>[0]): void {
    this.ground?.network.tell(event);
  }
}

/** From here on only what lies in this box is painted; on whole pixels of the screen, so that no edge shows. */
function clip(ctx: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  const ratio = ratioOf(ctx);
  const [left, top] = [Math.floor(x * ratio), Math.floor(y * ratio)];
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.beginPath();
  ctx.rect(left, top, Math.ceil((x + width) * ratio) - left, Math.ceil((y + height) * ratio) - top);
  ctx.clip();
}

/** How many of the screen's own pixels are in one of the page. */
function ratioOf({ canvas }: CanvasRenderingContext2D): number {
  return canvas.width / Math.max(1, canvas.clientWidth);
}
