/**
 * Several at once: a box dragged with Shift, or a line drawn around people with the tool for several in hand. Whoever
 * stands within is chosen as well. vis-network hears nothing of it: it would move the picture.
 */
import type { Point } from "./items";
import type { VisNetwork } from "./visnetwork";

/** How far a finger goes before it means a line and no tap, in pixels. */
const TAP = 6;

/** Whoever wants to know what was drawn. */
export interface Drawing {
  element: HTMLElement;
  /** Whether a line that begins here is one around people. */
  begins(at: Point, shift: boolean): boolean;
  /** A line around something, in the network's units. */
  around(line: Point[]): void;
  /** It was but a tap. */
  tapped(at: Point): void;
  refresh(): void;
}

export class Lasso {
  private line: Point[] = [];
  private box = false;
  private pointer = -1;
  private start: Point = { x: 0, y: 0 };

  constructor(
    private readonly drawing: Drawing,
    private readonly network: VisNetwork,
    signal: AbortSignal,
  ) {
    const { element } = drawing;
    const options = { capture: true, signal };
    element.addEventListener("pointerdown", (event) => this.down(event), options);
    element.addEventListener("pointermove", (event) => this.move(event), options);
    for (const end of ["pointerup", "pointercancel"] as const)
      element.addEventListener(end, (event) => this.up(event), options);
  }

  private down(event: PointerEvent): void {
    if (this.pointer !== -1) return this.drop();
    const at = this.at(event);
    if (event.defaultPrevented || event.button !== 0 || !this.drawing.begins(at, event.shiftKey)) return;
    this.pointer = event.pointerId;
    this.box = event.shiftKey;
    this.start = at;
    this.line = [this.units(at)];
    hold(event);
    this.drawing.element.setPointerCapture(event.pointerId);
    // A press that the browser is told nothing of brings no focus, and whoever is chosen next is worked on by keys too.
    this.drawing.element.focus({ preventScroll: true });
  }

  private move(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    hold(event);
    const at = this.at(event);
    if (this.line.length === 1 && Math.hypot(at.x - this.start.x, at.y - this.start.y) < TAP) return;
    this.line = this.box ? this.corners(at) : [...this.line, this.units(at)];
    this.drawing.refresh();
  }

  private up(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    hold(event);
    const { line, start } = this;
    this.drop();
    if (event.type === "pointercancel") return;
    if (line.length < 3) this.drawing.tapped(start);
    else this.drawing.around(line);
  }

  /** Draws nothing any more: it was done, or a second finger came. */
  drop(): void {
    this.pointer = -1;
    this.line = [];
    this.drawing.refresh();
  }

  paint(ctx: CanvasRenderingContext2D, colour: string): void {
    const [first, ...others] = this.line;
    if (!first || others.length < 2) return;
    const pixel = 1 / this.network.getScale();
    ctx.save();
    ctx.beginPath();
    ctx.moveTo(first.x, first.y);
    for (const { x, y } of others) ctx.lineTo(x, y);
    ctx.closePath();
    ctx.globalAlpha = 0.08;
    ctx.fillStyle = colour;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.setLineDash([8 * pixel, 6 * pixel]);
    ctx.lineWidth = 2 * pixel;
    ctx.strokeStyle = colour;
    ctx.stroke();
    ctx.restore();
  }

  private corners({ x, y }: Point): Point[] {
    const { start } = this;
    return [start, { x, y: start.y }, { x, y }, { x: start.x, y }].map((corner) => this.units(corner));
  }

  private at(event: PointerEvent): Point {
    const { left, top } = this.drawing.element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  private units(at: Point): Point {
    return this.network.DOMtoCanvas(at);
  }
}

/** Whether a point lies within a line that is closed. */
export function within({ x, y }: Point, line: readonly Point[]): boolean {
  let inside = false;
  for (const [index, a] of line.entries()) {
    const b = line[(index + 1) % line.length] ?? a;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}

function hold(event: PointerEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
