/** A map that is only looked at: drawn by the same canvas and scene as the one that is worked on. */

import { type CanvasNode, NetCanvas } from "../canvas/canvas";
import { type Marks, marksOf } from "../case/marks";
import { together } from "../case/mirror";
import type { AlsoDrawn, Differing, Drawn, Group, Named } from "../contract";
import { whole } from "../kernel/wire";
import { page } from "../shared/page";
import type { Namer } from "../shared/words";
import { Scene, type Stage } from "./scene";
import { type Line, lineOf } from "./strokes";

const NOTHING_DONE = {
  moved: () => {},
  selected: () => {},
  tapped: () => {},
  tappedTwice: () => {},
  connected: () => {},
};

export class StillMap implements Stage {
  readonly canvas: NetCanvas;
  readonly name: Namer;
  readonly chosen: (id: string) => boolean;
  readonly scene: Scene<StillMap> = new Scene(this);
  private pinned: Marks = new Map();
  private drawnByHand: Line[] = [];
  private grouped: Group[] = [];

  constructor(element: HTMLElement, whose: Pick<Stage, "name" | "chosen">, signal: AbortSignal) {
    this.name = whose.name;
    this.chosen = whose.chosen;
    this.canvas = new NetCanvas(element, this.scene, NOTHING_DONE, signal);
    page.prefs.watch(() => this.canvas.refresh(), signal);
  }

  mark(): undefined {
    return undefined;
  }

  show({ nodes, edges, options, frame }: Drawn): void {
    this.scene.frame = frame;
    this.canvas.show(nodes, edges, { ...options, interaction: { ...options.interaction, dragNodes: false } });
  }

  notes(): Marks {
    return together() ? new Map() : this.pinned;
  }

  lines(): Line[] {
    return together() || page.prefs.get().hideNames ? [] : this.drawnByHand;
  }

  groups(): Group[] {
    return page.prefs.get().hideNames ? this.grouped.map((one) => ({ ...one, name: "" })) : this.grouped;
  }

  /** The notes, the lines and the groups of that moment; what is not told is as it was. */
  beside({ annotation, stroke, group }: AlsoDrawn): void {
    if (group) this.grouped = group.map((one) => whole("group", one));
    if (annotation) this.pinned = marksOf(annotation.map((one) => whole("annotation", one)));
    if (stroke) this.drawnByHand = stroke.map((one) => lineOf(whole("stroke", one)));
    this.canvas.refresh();
  }

  differ({ nodes, edges, gone }: Differing): void {
    this.canvas.update(nodes, edges, gone);
  }
}

/** What is needed to name somebody who is drawn. */
export function personOf({ id, label = "", n, kind }: CanvasNode): Named {
  return { id, role: label, number: Number(n ?? 0), circle: kind === "centre" ? 0 : 1 };
}
