/**
 * A network on a vis-network canvas that is drawn as it is told and reports what was done to it.
 *
 * It knows nodes and edges and nothing of cases. State: `nodes` and `edges` as they were told, by id (vis-network
 * has a copy of what it draws from); `selectedNodes` and `selectedEdges` are the page's own. Nothing moves by
 * itself: no physics, no animation. What is told first after a frame is painted at once, so that the next frame has
 * only to show it; whatever else comes before that frame is painted in it, once.
 */
import { DataSet } from "vis-data/esnext/esm/vis-data.js";
import { Network } from "vis-network/esnext/esm/vis-network.js";
import { plainInCrowd } from "./crowd";
import { type Body, Gestures, type Mode } from "./gestures";
import { type CanvasEdge, type CanvasNode, type Point, undone, unlabelled, whole } from "./items";
import type { Placed } from "./labels";
import type { Events, Look } from "./look";
import { LabelPainter } from "./painting";

export type { CanvasEdge, CanvasNode, Point } from "./items";
export type { Events, Look } from "./look";

/** What is chosen, by id. */
interface Chosen {
  nodes: string[];
  edges: string[];
}

/** What a network has inside and does not promise to keep: so a new version of it is tried out (tests/browser). */
interface Inside {
  selectionHandler: { getNodeAt: (pointer: Point, whole?: boolean) => unknown };
  physics: { startSimulation: () => void };
}

/** How long a picture may wait after a drag, in milliseconds: as long as it mostly takes to save. */
const REST = 80;

export class NetCanvas {
  readonly nodes = new Map<string, CanvasNode>();
  readonly edges = new Map<string, CanvasEdge>();
  network: Network | null = null;
  selectedNodes: string[] = [];
  selectedEdges: string[] = [];
  private readonly shownNodes = new DataSet<CanvasNode>();
  private readonly shownEdges = new DataSet<CanvasEdge>();
  private readonly painter: LabelPainter;
  private readonly gestures: Gestures;
  private fitted = true;
  private faded = false;
  private size = "";
  private resting: ReturnType<typeof setTimeout> | undefined;
  private painted = false;

  constructor(
    readonly element: HTMLElement,
    readonly look: Look,
    events: Events,
    private readonly signal: AbortSignal,
  ) {
    this.painter = new LabelPainter(this);
    this.gestures = new Gestures(this, events);
    signal.addEventListener("abort", () => {
      clearTimeout(this.resting);
      this.network?.destroy();
    });
    // What is on a canvas cannot be found in the page: tests and benchmarks look here, and wait for `nw-painted`.
    Object.assign(element, { netwerkCanvas: this });
  }

  /** Where the labels stand, in pixels of the element. */
  get placed(): Placed[] {
    return this.painter.placed;
  }

  /** Draws a network; the first call makes the canvas, once the element has a size. */
  show(nodes: CanvasNode[], edges: CanvasEdge[], options: object): void {
    if (this.gestures.dragging) return this.showAround(nodes, edges);
    this.nodes.clear();
    this.edges.clear();
    this.shownNodes.clear();
    this.shownEdges.clear();
    this.faded = false;
    for (const node of nodes) this.nodes.set(node.id, node);
    for (const edge of edges) this.edges.set(edge.id, edge);
    this.shownNodes.add(nodes.map(unlabelled));
    this.shownEdges.add(edges);
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

  /** Draws all anew in the middle of a drag: taken out and put in again, whoever is held would be let go. */
  private showAround(nodes: CanvasNode[], edges: CanvasEdge[]): void {
    const told = new Set([...nodes, ...edges].map(({ id }) => id));
    const gone = [...this.nodes.keys(), ...this.edges.keys()].filter((id) => !told.has(id));
    this.update(nodes, edges, gone);
  }

  /** Puts in what is new or other, and takes out what is gone; whoever is under a finger stays there. */
  update(told: CanvasNode[], edges: CanvasEdge[], gone: string[], chosen = this.chosen()): void {
    const nodes = this.gestures.dragging ? told.map((node) => this.held(node)) : told;
    this.body?.emitter.emit("_blockRedraw");
    this.shownEdges.remove(gone.filter((id) => this.edges.delete(id)));
    this.shownNodes.remove(gone.filter((id) => this.nodes.delete(id)));
    if (nodes.length) this.shownNodes.update(nodes.map((node) => unlabelled(undone(this.nodes.get(node.id), node))));
    if (edges.length) this.shownEdges.update(edges.map((edge) => undone(this.edges.get(edge.id), edge)));
    for (const node of nodes) this.nodes.set(node.id, whole(node) ? node : { ...this.nodes.get(node.id), ...node });
    for (const edge of edges) this.edges.set(edge.id, whole(edge) ? edge : { ...this.edges.get(edge.id), ...edge });
    this.choose(chosen);
    this.paint();
  }

  move(moves: [string, number, number][]): void {
    const places = moves.filter(([id]) => this.nodes.has(id)).map(([id, x, y]) => ({ id, x, y }));
    this.update(places, [], []);
  }

  /** Lets nodes and edges fade, each to its own opacity; null lets nothing fade. */
  fade(opacity: { node: (id: string) => number; edge: (id: string) => number } | null): void {
    if (!opacity && !this.faded) return;
    this.faded = opacity !== null;
    const { node = () => 1, edge = () => 1 } = opacity ?? {};
    const nodes = [...this.nodes.values()].map((one) => ({ ...one, opacity: node(one.id) }));
    const edges = [...this.edges.values()].map((one) => ({
      ...one,
      color: { ...(one.color as object), opacity: edge(one.id) },
    }));
    this.update(nodes, edges, []);
  }

  /** Where a node is now, also in the middle of a drag. */
  position(id: string): Point {
    return this.body?.nodes[id] ?? this.nodes.get(id) ?? { x: 0, y: 0 };
  }

  private held(node: CanvasNode): CanvasNode {
    if (!this.selectedNodes.includes(node.id)) return node;
    const { x, y } = this.position(node.id);
    return { ...node, x, y };
  }

  setMode(mode: Mode): void {
    this.gestures.setMode(mode);
    this.refresh();
  }

  select(nodes: string[], edges: string[] = []): void {
    this.choose({ nodes, edges });
    this.refresh();
  }

  private chosen(): Chosen {
    return { nodes: this.selectedNodes, edges: this.selectedEdges };
  }

  private choose({ nodes, edges }: Chosen): void {
    this.selectedNodes = nodes.filter((id) => this.nodes.has(id));
    this.selectedEdges = edges.filter((id) => this.edges.has(id));
    this.network?.setSelection(this.chosen(), { highlightEdges: false });
  }

  fit(): void {
    const { clientWidth, clientHeight } = this.element;
    // A map that is not in sight has no size, and nothing fits in nothing.
    if (!this.network || !clientWidth || !clientHeight) return;
    this.fitted = true;
    const extent = this.look.extent?.();
    if (extent === undefined) return this.network.fit({ animation: false });
    const scale = Math.min(clientWidth, clientHeight) / (2 * extent);
    this.network.moveTo({ position: { x: 0, y: 0 }, scale, animation: false });
  }

  /** How much larger words are than on a small screen: on a wall they grow with the map, up to three times. */
  textScale(): number {
    return Math.max(1, Math.min(3, Math.min(this.element.clientWidth, this.element.clientHeight) / 640));
  }

  zoom(factor: number): void {
    this.loosen();
    this.network?.moveTo({ scale: this.network.getScale() * factor, animation: false });
  }

  /** The user looks where they will: the picture no longer follows the size of the screen. */
  loosen(): void {
    this.fitted = false;
  }

  /** Brings a node into the picture, without a ride. */
  reveal(id: string): void {
    const node = this.nodes.get(id);
    if (!node || !this.network) return;
    const { x, y } = this.toScreen(node);
    const inside = x > 40 && y > 40 && x < this.element.clientWidth - 40 && y < this.element.clientHeight - 40;
    if (inside) return;
    this.loosen();
    this.network.moveTo({ position: { x: node.x, y: node.y }, animation: false });
  }

  toScreen(at: Point): Point {
    return this.network ? this.network.canvasToDOM(at) : { x: 0, y: 0 };
  }

  /** Has all painted anew in the next frame. */
  refresh(): void {
    if (this.resting !== undefined) this.wake();
    this.body?.emitter.emit("_requestRedraw");
  }

  /**
   * Paints nothing until there is something new, or for a moment at most: when somebody is let go nothing looks
   * other than it did, and a large network would be painted several times before the edit could leave.
   */
  rest(): void {
    if (this.resting !== undefined || !this.network) return;
    this.body?.emitter.emit("_blockRedraw");
    this.resting = setTimeout(() => this.refresh(), REST);
  }

  /** Paints what was just told: at once where nothing was since the last frame, else with the next. */
  private paint(): void {
    this.wake();
    if (this.painted) return this.refresh();
    this.painted = true;
    requestAnimationFrame(() => {
      this.painted = false;
    });
    this.body?.emitter.emit("_redraw");
  }

  private wake(): void {
    clearTimeout(this.resting);
    this.resting = undefined;
    this.body?.emitter.emit("_allowRedraw");
  }

  private get body(): Body | undefined {
    return (this.network as unknown as { body: Body } | null)?.body;
  }

  private build(options: object): void {
    const data = { nodes: this.shownNodes, edges: this.shownEdges };
    const network = new Network(this.element, data as never, options as never);
    this.network = network;
    this.size = this.measured();
    const { selectionHandler, physics } = network as unknown as Inside;
    // The network's own way to a node looks under one pixel; a finger needs more (see gestures).
    selectionHandler.getNodeAt = (pointer, whole = true) => {
      const id = this.gestures.nodeAt(network.DOMtoCanvas(pointer), network.getScale(), this.body?.nodes ?? {});
      return id !== undefined && whole ? this.body?.nodes[id] : id;
    };
    // Told of an edit, an engine that is off still draws all at once; the next frame would then do so again.
    physics.startSimulation = () => {};
    const [drawnOn] = this.element.getElementsByTagName("canvas");
    if (drawnOn)
      plainInCrowd(
        drawnOn,
        () => this.edges.size,
        () => network.getScale(),
      );
    this.gestures.listen(network);
    network.on("beforeDrawing", (ctx: CanvasRenderingContext2D) => this.look.background?.(ctx, network.getScale()));
    network.on("afterDrawing", (ctx: CanvasRenderingContext2D) => this.paintOver(ctx, network));
    this.fit();
    this.select(this.selectedNodes, this.selectedEdges);
  }

  private measured(): string {
    return `${this.element.clientWidth}/${this.element.clientHeight}`;
  }

  private resized(): void {
    const size = this.measured();
    if (size === this.size || !this.element.clientWidth || !this.element.clientHeight) return;
    this.size = size;
    this.network?.setSize("100%", "100%");
    if (this.fitted) this.fit();
    this.refresh();
  }

  private paintOver(ctx: CanvasRenderingContext2D, network: Network): void {
    this.gestures.paint(ctx);
    this.look.decorate?.(ctx, network.getScale());
    this.painter.paint(ctx, network, this.gestures.dragging);
    this.element.dispatchEvent(new CustomEvent("nw-painted", { bubbles: true }));
  }
}
