/** What fingers and mouse do on the canvas: choose, drag, connect. */
import { SELECTED } from "../contract";
import type { Events, NetCanvas, Point } from "./canvas";
import { Lasso, within } from "./lasso";
import type { Carried } from "./look";
import type { BodyNode, VisNetwork } from "./visnetwork";

export type Mode = "select" | "more" | "connect";

/** Half of the 44 pixels within which a finger finds a node. */
const FINGER = 22;

interface Gesture {
  nodes: string[];
  edges: string[];
  pointer: { DOM: Point; canvas: Point };
  event?: { srcEvent?: { ctrlKey?: boolean; shiftKey?: boolean } };
}

export class Gestures {
  /** Somebody is being dragged, or the whole picture. */
  dragging = false;
  /** Whoever is under the finger, with all who are dragged along and where they stood. */
  carried: (Carried & { stood: [string, number, number][] }) | null = null;
  private putBack = false;
  private lasso: Lasso | null = null;
  private mode: Mode = "select";
  private connecting: { from: string; to: Point } | null = null;

  constructor(
    private readonly canvas: NetCanvas,
    private readonly events: Events,
  ) {}

  listen(network: VisNetwork): void {
    network.on("dragStart", (event: Gesture) => this.dragStart(event, network));
    network.on("dragging", (event: Gesture) => this.drag(event));
    network.on("dragEnd", (event: Gesture) => this.dragEnd(event, network));
    network.on("click", (event: Gesture) => this.click(event, network));
    network.on("doubleClick", (event: Gesture) => {
      if (!event.nodes.length && !event.edges.length) this.events.tappedTwice(event.pointer.canvas);
    });
    this.lasso = new Lasso(this.drawing(network), network, this.canvas.signal);
    // Before vis-network hears that the finger is gone, and paints.
    this.canvas.element.addEventListener("pointerup", () => this.dragging && this.canvas.rest(), { capture: true });
    window.addEventListener("keydown", (event) => this.escape(event, network), {
      capture: true,
      signal: this.canvas.signal,
    });
    network.on("zoom", () => this.canvas.loosen());
    // Every setting of options paints the network at once; a canvas begins with what applies here.
    if (this.mode !== "select") this.apply(network);
  }

  setMode(mode: Mode): void {
    this.mode = mode;
    this.connecting = null;
    if (this.canvas.network) this.apply(this.canvas.network);
  }

  /** The nearest node within a finger's reach. */
  nodeAt(at: Point, network: VisNetwork): string | undefined {
    const reach = FINGER / network.getScale();
    let nearest: string | undefined;
    let best = Number.POSITIVE_INFINITY;
    for (const id of this.canvas.nodes.keys()) {
      const node = network.drawn(id);
      if (!node || node.options.hidden) continue;
      const distance = Math.hypot(node.x - at.x, node.y - at.y);
      if (distance < best && (distance < reach || holds(node, at))) [nearest, best] = [id, distance];
    }
    return nearest;
  }

  /** Lines around people begin beside everybody; whoever holds Shift begins one anywhere. */
  private drawing(network: VisNetwork) {
    const { canvas } = this;
    return {
      element: canvas.element,
      begins: (at: Point, shift: boolean) => {
        const free = () => this.nodeAt(network.DOMtoCanvas(at), network) === undefined;
        return this.mode !== "connect" && (shift || (this.mode === "more" && free()));
      },
      around: (line: Point[]) => {
        const shown = [...canvas.nodes.keys()].filter((id) => !network.drawn(id)?.options.hidden);
        const there = shown.filter((id) => within(canvas.position(id), line));
        this.choose([...new Set([...canvas.selectedNodes, ...there])], []);
      },
      tapped: (at: Point) => this.tap(at, network, true),
      refresh: () => canvas.refresh(),
    };
  }

  /** The line that follows the finger: around people, or from the one to the other. */
  paint(ctx: CanvasRenderingContext2D): void {
    this.lasso?.paint(ctx, SELECTED);
    if (!this.connecting) return;
    const from = this.canvas.position(this.connecting.from);
    ctx.save();
    ctx.setLineDash([8, 6]);
    ctx.lineWidth = 3;
    ctx.strokeStyle = "#0f609b";
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(this.connecting.to.x, this.connecting.to.y);
    ctx.stroke();
    ctx.restore();
  }

  private apply(network: VisNetwork): void {
    const { dragNodes = true, dragView = true } = this.canvas.options.interaction ?? {};
    const free = this.mode !== "connect";
    network.setOptions({ interaction: { dragNodes: free && dragNodes, dragView: free && dragView } });
  }

  private click(event: Gesture, network: VisNetwork): void {
    const { ctrlKey, shiftKey } = event.event?.srcEvent ?? {};
    this.tap(event.pointer.DOM, network, this.mode === "more" || ctrlKey === true || shiftKey === true);
  }

  /** `more`: whoever is chosen stays so, and who is tapped on comes to them or goes from them. */
  private tap(at: Point, network: VisNetwork, more: boolean): void {
    const units = network.DOMtoCanvas(at);
    const marked = this.events.markedAt?.(units);
    const node = marked || (network.getNodeAt(at) as string | undefined);
    if (this.mode === "connect") return this.clickToConnect(node);
    if (node !== undefined) {
      const others = more ? this.canvas.selectedNodes : [];
      this.choose(others.includes(node) ? others.filter((id) => id !== node) : [...others, node], []);
      if (!more) this.events.tappedOn?.(node);
      return;
    }
    const edge = network.getEdgeAt(at) as string | undefined;
    if (edge !== undefined) return this.choose([], [edge]);
    if (!more) this.choose([], []);
    this.events.tapped(units);
  }

  private choose(nodes: string[], edges: string[]): void {
    this.canvas.select(nodes, edges);
    this.events.selected(nodes, edges);
  }

  private clickToConnect(node: string | undefined): void {
    const [from] = this.canvas.selectedNodes;
    if (node === undefined) return this.choose([], []);
    if (!from || from === node) return this.choose([node], []);
    this.events.connected(from, node);
  }

  private dragStart(event: Gesture, network: VisNetwork): void {
    this.dragging = true;
    const node = network.getNodeAt(event.pointer.DOM) as string | undefined;
    if (this.mode === "connect") {
      if (node !== undefined) this.connecting = { from: node, to: event.pointer.canvas };
      return;
    }
    if (node === undefined) return this.canvas.loosen();
    if (!this.canvas.selectedNodes.includes(node)) this.choose([node], []);
    const stood = this.canvas.selectedNodes.map((id): [string, number, number] => {
      const { x, y } = this.canvas.position(id);
      return [id, x, y];
    });
    const { x, y } = this.canvas.position(node);
    this.carried = { node, from: { x, y }, at: event.pointer.DOM, stood };
  }

  /** In the middle of a drag: whoever is held goes back to where they stood, and stays there until the finger is gone. */
  private escape(event: KeyboardEvent, network: VisNetwork): void {
    if (event.key !== "Escape" || !this.carried) return;
    event.preventDefault();
    event.stopPropagation();
    const { stood } = this.carried;
    this.carried = null;
    this.dragging = false;
    this.putBack = true;
    network.setOptions({ interaction: { dragNodes: false, dragView: false } });
    this.canvas.move(stood);
  }

  private drag(event: Gesture): void {
    if (this.carried) this.carried.at = event.pointer.DOM;
    if (this.connecting) this.connecting.to = event.pointer.canvas;
    // An engine that is off no longer paints (see visnetwork): without this, whoever is dragged stands still until let go.
    if (this.carried || this.connecting) this.canvas.refresh();
  }

  private dragEnd(event: Gesture, network: VisNetwork): void {
    this.dragging = false;
    this.carried = null;
    if (this.putBack) {
      this.putBack = false;
      return this.apply(network);
    }
    if (this.connecting) {
      const target = network.getNodeAt(event.pointer.DOM) as string | undefined;
      const { from } = this.connecting;
      this.connecting = null;
      if (target !== undefined && target !== from) this.events.connected(from, target);
      return this.canvas.refresh();
    }
    if (!event.nodes.length) return;
    const places = Object.entries(network.getPositions(event.nodes));
    this.events.moved(places.map(([id, { x, y }]) => [id, Math.round(x * 10) / 10, Math.round(y * 10) / 10]));
  }
}

/** Whether a point is in a node: in its circle, or in the box of one that is as wide as its words. */
function holds({ x, y, shape: { radius = 0, width = 0, height = 0 } }: BodyNode, at: Point): boolean {
  const [dx, dy] = [Math.abs(x - at.x), Math.abs(y - at.y)];
  return width === height ? Math.hypot(dx, dy) < radius : dx < width / 2 && dy < height / 2;
}
