/**
 * The pen: while it is in hand, a finger (or pen, or mouse) on the map draws a line instead of moving the map.
 *
 * State: the line under the finger; a line that was drawn is an entity of the case. Points are map units, so a line
 * stays with the circles it was drawn in, at every size of the screen.
 */

import type { Point } from "../canvas/canvas";
import { together } from "../case/mirror";
import { DEFAULTS, type Ink } from "../contract";
import { type Line, lineOf } from "../drawing/strokes";
import { newId } from "../kernel/wire";
import { createStore, type Store } from "../shared/store";
import type { MapController } from "./controller";

/** How far apart the points of a line are at least, in pixels. */
const APART = 3;
/** How many points a line can have: with more, every second one is left out. */
const MOST = 900;

export class Pen {
  readonly ink: Store<Ink> = createStore<Ink>(DEFAULTS.stroke.colour);
  private line: Point[] = [];
  private pointer = -1;

  constructor(
    private readonly map: MapController,
    element: HTMLElement,
    signal: AbortSignal,
  ) {
    const options = { capture: true, signal };
    element.addEventListener("pointerdown", (event) => this.down(event), options);
    element.addEventListener("pointermove", (event) => this.move(event), options);
    for (const end of ["pointerup", "pointercancel"] as const) {
      element.addEventListener(end, (event) => this.up(event), options);
    }
  }

  /** All lines of the case, and the one under the finger; what the team drew is not for a client who looks along. */
  lines(): Line[] {
    if (together()) return [];
    const drawn = this.map.mirror.others("stroke").map(lineOf);
    return this.line.length ? [...drawn, { points: this.line, colour: this.ink.get() }] : drawn;
  }

  private get inHand(): boolean {
    return this.map.tool.get() === "draw" && !together() && this.map.connection.writable.get();
  }

  private down(event: PointerEvent): void {
    if (!this.inHand || event.button !== 0 || this.pointer !== -1) return;
    this.pointer = event.pointerId;
    this.line = [this.at(event)];
    hold(event);
  }

  private move(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    hold(event);
    const scale = this.map.canvas.network?.getScale() ?? 1;
    for (const part of event.getCoalescedEvents?.() ?? [event]) {
      const [next, last] = [this.at(part), this.line.at(-1)];
      if (!last || Math.hypot(next.x - last.x, next.y - last.y) * scale >= APART) this.line.push(next);
    }
    this.map.canvas.refresh();
  }

  private up(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    hold(event);
    const line = thin(this.line);
    this.pointer = -1;
    this.line = [];
    this.map.canvas.refresh();
    if (event.type === "pointercancel" || !line.length) return;
    const points = line.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(" ");
    const fields = { points, at: new Date().toISOString(), colour: this.ink.get() };
    this.map.connection.edit({ edit: "add", kind: "stroke", id: newId("k"), fields });
  }

  private at(event: PointerEvent): Point {
    const box = this.map.canvas.element.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    return this.map.canvas.network?.DOMtoCanvas(at) ?? at;
  }
}

/** vis-network must not hear of it: it would move the map. */
function hold(event: PointerEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function thin(line: Point[]): Point[] {
  let kept = line;
  while (kept.length > MOST) kept = kept.filter((_, index) => index % 2 === 0);
  return kept;
}
