/**
 * A network on a vis-network canvas that is drawn as it is told and reports what was done to it.
 *
 * It knows nodes and edges and nothing of cases. State: `nodes` and `edges` are vis DataSets, filled from the
 * kernel only; `selected` is the page's own. Nothing moves by itself: no physics, no animation.
 */
import { DataSet } from "vis-data/esnext/esm/vis-data.js";
import { Network } from "vis-network/esnext/esm/vis-network.js";
import { page } from "../page";
import { type Box, LabelPlacer, type Placed, type Wanted } from "./labels";

export interface CanvasNode {
  id: string;
  label?: string;
  x: number;
  y: number;
  size?: number;
  [style: string]: unknown;
}

export interface CanvasEdge {
  id: string;
  from: string;
  to: string;
  [style: string]: unknown;
}

export interface Point {
  x: number;
  y: number;
}

export interface Events {
  moved(moves: [string, number, number][]): void;
  selected(nodes: string[], edges: string[]): void;
  /** A tap (or click) on nothing, in the network's own units. */
  tapped(at: Point): void;
  tappedTwice(at: Point): void;
  connected(from: string, to: string): void;
}

export interface Look {
  /** Painted under the network, in its units. */
  background?(ctx: CanvasRenderingContext2D, scale: number): void;
  /** Painted over nodes and edges, in its units. */
  decorate?(ctx: CanvasRenderingContext2D, scale: number): void;
  /** What labels must keep clear of, in pixels. */
  reserved?(): Box[];
  label(id: string): string;
  labelColour?(id: string): string;
  emphasised?(id: string): boolean;
  /** Whether this node's label stands in the node itself, where it fits. */
  inside?(id: string): boolean;
  /** How far the picture reaches from the middle, in its units, when it is fitted. */
  extent?(): number;
}

/** Half of the 44 pixels within which a finger finds a node. */
const FINGER = 22;

export class NetCanvas {
  readonly nodes = new DataSet<CanvasNode>();
  readonly edges = new DataSet<CanvasEdge>();
  readonly labels = new LabelPlacer();
  placed: Placed[] = [];
  network: Network | null = null;
  selectedNodes: string[] = [];
  selectedEdges: string[] = [];
  private mode: "select" | "more" | "connect" = "select";
  private fitted = true;
  private connecting: { from: string; to: Point } | null = null;
  private readonly widths = new Map<string, number>();
  /** What vis-network is not told of a node: its label is ours to draw. */
  readonly names = new Map<string, Named>();

  constructor(
    readonly element: HTMLElement,
    private readonly look: Look,
    private readonly events: Events,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => this.network?.destroy());
    // What is on a canvas cannot be found in the page: tests and benchmarks look here, and wait for `nw-painted`.
    Object.assign(element, { netwerkCanvas: this });
  }

  /** Draws a network; the first call makes the canvas, once the element has a size. */
  show(nodes: CanvasNode[], edges: CanvasEdge[], options: object): void {
    this.nodes.clear();
    this.edges.clear();
    this.names.clear();
    this.nodes.add(nodes.map((node) => this.unlabelled(node)));
    this.edges.add(edges);
    if (this.network) return this.refresh();
    const build = () => {
      if (this.network || this.signal.aborted || !this.element.clientWidth || !this.element.clientHeight) return;
      this.build(options);
    };
    const observer = new ResizeObserver(() => (this.network ? this.resized() : build()));
    observer.observe(this.element);
    this.signal.addEventListener("abort", () => observer.disconnect());
    build();
  }

  /** Puts in what is new or other, and takes out what is gone. */
  update(nodes: CanvasNode[], edges: CanvasEdge[], gone: string[]): void {
    this.edges.remove(gone.filter((id) => this.edges.get(id)));
    this.nodes.remove(gone.filter((id) => this.nodes.get(id)));
    this.nodes.update(nodes.map((node) => this.unlabelled(node)));
    this.edges.update(edges);
    this.refresh();
  }

  move(moves: [string, number, number][]): void {
    this.nodes.update(moves.filter(([id]) => this.nodes.get(id)).map(([id, x, y]) => ({ id, x, y })));
  }

  /** Lets nodes and edges fade, each to its own opacity. */
  fade(node: (id: string) => number, edge: (id: string) => number): void {
    this.nodes.update(
      this.nodes.getIds().map((id) => ({ id: String(id), opacity: node(String(id)) }) as unknown as CanvasNode),
    );
    this.edges.update(
      this.edges.get().map((e) => ({ ...e, color: { ...(e.color as object), opacity: edge(e.id) } }) as CanvasEdge),
    );
  }

  /** Where a node is now, also in the middle of a drag. */
  position(id: string): Point {
    const body = (this.network as unknown as { body?: { nodes: Record<string, Point> } } | null)?.body;
    return body?.nodes[id] ?? this.nodes.get(id) ?? { x: 0, y: 0 };
  }

  setMode(mode: "select" | "more" | "connect"): void {
    this.mode = mode;
    this.connecting = null;
    this.network?.setOptions({ interaction: { dragNodes: mode !== "connect", dragView: mode !== "connect" } });
    this.refresh();
  }

  select(nodes: string[], edges: string[] = []): void {
    this.selectedNodes = nodes.filter((id) => this.nodes.get(id));
    this.selectedEdges = edges.filter((id) => this.edges.get(id));
    this.network?.setSelection({ nodes: this.selectedNodes, edges: this.selectedEdges }, { highlightEdges: false });
    this.refresh();
  }

  fit(): void {
    const extent = this.look.extent?.();
    if (!this.network || !this.element.clientWidth || !this.element.clientHeight) return;
    this.fitted = true;
    if (extent === undefined) {
      this.network.fit({ animation: false });
      return;
    }
    const { clientWidth, clientHeight } = this.element;
    const scale = Math.min(clientWidth, clientHeight) / (2 * extent);
    this.network.moveTo({ position: { x: 0, y: 0 }, scale, animation: false });
  }

  zoom(factor: number): void {
    this.fitted = false;
    this.network?.moveTo({ scale: this.network.getScale() * factor, animation: false });
  }

  /** Brings a node into the picture, without a ride. */
  reveal(id: string): void {
    const node = this.nodes.get(id);
    if (!node || !this.network) return;
    const { x, y } = this.toScreen(node);
    const inside = x > 40 && y > 40 && x < this.element.clientWidth - 40 && y < this.element.clientHeight - 40;
    if (!inside) {
      this.fitted = false;
      this.network.moveTo({ position: { x: node.x, y: node.y }, animation: false });
    }
  }

  toScreen(at: Point): Point {
    return this.network ? this.network.canvasToDOM(at) : { x: 0, y: 0 };
  }

  refresh(): void {
    this.network?.redraw();
  }

  /** The labels are ours to draw: vis-network would let them overlap, and measures each one twice. */
  private unlabelled(node: CanvasNode): CanvasNode {
    const { label, title: _title, ...rest } = node;
    this.names.set(node.id, { label: label ?? "", n: Number(node.n ?? 0), kind: String(node.kind ?? "") });
    return rest as CanvasNode;
  }

  private build(options: object): void {
    const network = new Network(this.element, { nodes: this.nodes, edges: this.edges } as never, options as never);
    this.network = network;
    this.widen(network);
    network.on("beforeDrawing", (ctx: CanvasRenderingContext2D) => this.look.background?.(ctx, network.getScale()));
    network.on("afterDrawing", (ctx: CanvasRenderingContext2D) => this.paintOver(ctx, network));
    network.on("dragStart", (event: Gesture) => this.dragStart(event));
    network.on("dragging", (event: Gesture) => this.dragging(event));
    network.on("dragEnd", (event: Gesture) => this.dragEnd(event));
    network.on("click", (event: Gesture) => this.click(event));
    network.on("doubleClick", (event: Gesture) => {
      if (!event.nodes.length && !event.edges.length) this.events.tappedTwice(event.pointer.canvas);
    });
    network.on("zoom", () => {
      this.fitted = false;
    });
    this.fit();
    this.select(this.selectedNodes, this.selectedEdges);
  }

  /** vis-network finds a node under one pixel; a finger needs 44. The nearest within reach is meant. */
  private widen(network: Network): void {
    const handler = (network as unknown as { selectionHandler: { getNodeAt: NodeAt } }).selectionHandler;
    const body = (
      network as unknown as { body: { nodes: Record<string, Point & { id: string; shape: { radius?: number } }> } }
    ).body;
    handler.getNodeAt = (pointer, returnNode = true) => {
      const at = network.DOMtoCanvas(pointer);
      const reach = FINGER / network.getScale();
      let nearest: (Point & { id: string }) | undefined;
      let best = Number.POSITIVE_INFINITY;
      for (const node of this.nodes.getIds().map((id) => body.nodes[id])) {
        if (!node) continue;
        const distance = Math.hypot(node.x - at.x, node.y - at.y);
        if (distance < Math.max(reach, node.shape?.radius ?? 0) && distance < best) [nearest, best] = [node, distance];
      }
      if (!nearest) return undefined;
      return returnNode ? nearest : nearest.id;
    };
  }

  private click(event: Gesture): void {
    const node = this.network?.getNodeAt(event.pointer.DOM) as string | undefined;
    if (this.mode === "connect") return this.clickToConnect(node);
    const more = this.mode === "more" || event.event?.srcEvent?.ctrlKey || event.event?.srcEvent?.shiftKey;
    if (node !== undefined) {
      const others = more ? this.selectedNodes : [];
      const nodes = others.includes(node) ? others.filter((id) => id !== node) : [...others, node];
      return this.choose(nodes, []);
    }
    const edge = this.network?.getEdgeAt(event.pointer.DOM) as string | undefined;
    if (edge !== undefined) return this.choose([], [edge]);
    if (!more) this.choose([], []);
    this.events.tapped(event.pointer.canvas);
  }

  private choose(nodes: string[], edges: string[]): void {
    this.select(nodes, edges);
    this.events.selected(nodes, edges);
  }

  private clickToConnect(node: string | undefined): void {
    const [from] = this.selectedNodes;
    if (node === undefined) return this.choose([], []);
    if (!from || from === node) return this.choose([node], []);
    this.events.connected(from, node);
  }

  private dragStart(event: Gesture): void {
    const node = this.network?.getNodeAt(event.pointer.DOM) as string | undefined;
    if (this.mode === "connect") {
      if (node !== undefined) this.connecting = { from: node, to: event.pointer.canvas };
      return;
    }
    if (node !== undefined && !this.selectedNodes.includes(node)) this.choose([node], []);
    if (node === undefined) this.fitted = false;
  }

  private dragging(event: Gesture): void {
    if (!this.connecting) return;
    this.connecting.to = event.pointer.canvas;
    this.refresh();
  }

  private dragEnd(event: Gesture): void {
    if (this.connecting) {
      const target = this.network?.getNodeAt(event.pointer.DOM) as string | undefined;
      const { from } = this.connecting;
      this.connecting = null;
      if (target !== undefined && target !== from) this.events.connected(from, target);
      return this.refresh();
    }
    if (!event.nodes.length) return;
    const places = this.network?.getPositions(event.nodes) ?? {};
    this.events.moved(
      Object.entries(places).map(([id, { x, y }]) => [id, Math.round(x * 10) / 10, Math.round(y * 10) / 10]),
    );
  }

  private resized(): void {
    // A step that is not on screen has no size; it is drawn again when it has one.
    if (!this.element.clientWidth || !this.element.clientHeight) return;
    this.network?.setSize("100%", "100%");
    this.network?.redraw();
    if (this.fitted) this.fit();
  }

  private paintOver(ctx: CanvasRenderingContext2D, network: Network): void {
    if (this.connecting) {
      const from = network.getPosition(this.connecting.from);
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
    this.look.decorate?.(ctx, network.getScale());
    this.paintLabels(ctx, network);
    this.element.dispatchEvent(new CustomEvent("nw-painted", { bubbles: true }));
  }

  private paintLabels(ctx: CanvasRenderingContext2D, network: Network): void {
    const ratio = ctx.canvas.width / Math.max(1, ctx.canvas.clientWidth);
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const size = page.prefs.get().labelSize;
    const font = `${size}px ${FONT}`;
    ctx.font = font;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.lineJoin = "round";
    const screen = { width: this.element.clientWidth, height: this.element.clientHeight };
    const wanted = this.wanted(network);
    for (const label of wanted) this.paintInside(ctx, label, this.width(ctx, font, label.text));
    this.placed = this.labels.place(wanted, this.look.reserved?.() ?? [], screen, (text) => ({
      width: this.width(ctx, font, text),
      height: size * 1.15,
    }));
    for (const label of this.placed) this.paintLabel(ctx, label, network);
    ctx.restore();
  }

  private paintInside(ctx: CanvasRenderingContext2D, label: Wanted, width: number): void {
    if (!this.look.inside?.(label.id) || width > label.reach * 1.9) return;
    ctx.fillStyle = "#ffffff";
    ctx.textAlign = "center";
    ctx.fillText(label.text, label.x, label.y);
    ctx.textAlign = "left";
    label.text = "";
  }

  private wanted(network: Network): Wanted[] {
    const scale = network.getScale();
    // Whoever is chosen is named first, and so never goes without a label for want of room.
    const chosen = (id: string) => (this.look.emphasised?.(id) ? 0 : 1);
    const nodes = this.nodes.get().sort((a, b) => chosen(a.id) - chosen(b.id));
    return nodes.map((node) => {
      const { x, y } = network.canvasToDOM(this.position(node.id));
      return { id: node.id, text: this.look.label(node.id), x, y, reach: (node.size ?? 18) * scale };
    });
  }

  private paintLabel(ctx: CanvasRenderingContext2D, label: Placed, network: Network): void {
    const middle = label.y + label.height / 2;
    if (label.line) {
      const at = network.canvasToDOM(network.getPosition(label.id));
      ctx.strokeStyle = "#7b8794";
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(at.x, at.y);
      ctx.lineTo(
        Math.min(Math.max(at.x, label.x), label.x + label.width),
        at.y < label.y ? label.y : label.y + label.height,
      );
      ctx.stroke();
    }
    if (this.look.emphasised?.(label.id)) ctx.font = `bold ${ctx.font.replace(/^bold /, "")}`;
    ctx.lineWidth = 5;
    ctx.strokeStyle = "rgba(255, 255, 255, 0.85)";
    ctx.strokeText(label.text, label.x, middle);
    ctx.fillStyle = this.look.labelColour?.(label.id) ?? "#1f2933";
    ctx.fillText(label.text, label.x, middle);
    ctx.font = ctx.font.replace(/^bold /, "");
  }

  private width(ctx: CanvasRenderingContext2D, font: string, text: string): number {
    const key = `${font}|${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = ctx.measureText(text).width * 1.06;
      this.widths.set(key, width);
    }
    return width;
  }
}

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

type NodeAt = (pointer: Point, returnNode?: boolean) => unknown;

interface Gesture {
  nodes: string[];
  edges: string[];
  pointer: { DOM: Point; canvas: Point };
  event?: { srcEvent?: { ctrlKey?: boolean; shiftKey?: boolean } };
}

export interface Named {
  label: string;
  n: number;
  kind: string;
}
