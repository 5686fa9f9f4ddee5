/**
 * A network on a vis-network canvas that is drawn as it is told and reports what was done to it.
 *
 * It knows nodes and edges and nothing of cases. State: `nodes` and `edges` as they were told, by id (vis-network
 * has a copy of what it draws from); `selectedNodes` and `selectedEdges` are the page's own. Nothing moves by
 * itself: no physics, no animation.
 */
import { DataSet } from "vis-data/esnext/esm/vis-data.js";
import type { Brush, Sheet } from "./brush";
import { plainInCrowd } from "./crowd";
import { Frames } from "./frames";
import { Gestures, type Mode } from "./gestures";
import { type CanvasEdge, type CanvasNode, known, type Point, undone, unlabelled } from "./items";
import type { Events, Look } from "./look";
import type { Placed } from "./spots";
import { lay } from "./strands";
import { VisNetwork } from "./visnetwork";

export type { CanvasEdge, CanvasNode, Point } from "./items";
export type { Events, Look } from "./look";

/** What is chosen, by id. */
interface Chosen {
  nodes: string[];
  edges: string[];
}

/** What may be dragged: all, where nothing is said. */
interface Allowed {
  dragNodes?: boolean;
  dragView?: boolean;
}

/** How what is told is drawn. */
interface How {
  /** What is chosen from then on; otherwise what is chosen now. */
  chosen?: Chosen;
  /** Nothing looks other than what is told and what is chosen, so no more than that need be painted. */
  alone?: boolean;
}

/** How small a whole picture may be, in pixels. */
const LEAST = 80;

export class NetCanvas {
  readonly nodes = new Map<string, CanvasNode>();
  readonly edges = new Map<string, CanvasEdge>();
  network: VisNetwork | null = null;
  selectedNodes: string[] = [];
  selectedEdges: string[] = [];
  /** What the network's maker asks, and lets the user do. */
  options: { interaction?: Allowed } = {};
  private readonly shownNodes = new DataSet<CanvasNode>();
  private readonly shownEdges = new DataSet<CanvasEdge>();
  private readonly frames: Frames;
  private readonly gestures: Gestures;
  private fitted = true;
  private faded = false;
  private size = "";

  constructor(
    readonly element: HTMLElement,
    readonly look: Look,
    events: Events,
    readonly signal: AbortSignal,
  ) {
    this.gestures = new Gestures(this, events);
    this.frames = new Frames(this, this.gestures, signal);
    signal.addEventListener("abort", () => this.network?.destroy());
    // What is on a canvas cannot be found in the page: tests and benchmarks look here, and wait for `nw-painted`.
    Object.assign(element, { netwerkCanvas: this });
  }

  /** Where the labels stand, in pixels of the element. */
  get placed(): Placed[] {
    return this.frames.placed;
  }

  /** Draws a network; the first call makes the canvas, once the element has a size. */
  show(nodes: CanvasNode[], edges: CanvasEdge[], options: { interaction?: Allowed }): void {
    this.options = options;
    if (this.gestures.dragging) return this.showAround(nodes, edges);
    this.nodes.clear();
    this.edges.clear();
    this.shownNodes.clear();
    this.shownEdges.clear();
    this.faded = false;
    for (const node of nodes) this.nodes.set(node.id, node);
    for (const edge of edges) this.edges.set(edge.id, edge);
    this.shownNodes.add(nodes.map((node) => this.told(node)));
    this.shownEdges.add(edges);
    this.layStrands(edges);
    if (this.network) return this.refresh();
    const observer = new ResizeObserver(() => this.resized());
    observer.observe(this.element);
    this.signal.addEventListener("abort", () => observer.disconnect());
    this.resized();
  }

  /** Draws all nodes and edges with another brush, and nobody as chosen; also where no screen showed them yet. */
  draw(brush: Brush, sheet: Sheet): void {
    (this.network ?? this.build()).paintWith(brush, sheet.scale);
    this.choose(this.chosen());
  }

  /** Draws all anew in the middle of a drag: taken out and put in again, whoever is held would be let go. */
  private showAround(nodes: CanvasNode[], edges: CanvasEdge[]): void {
    const told = new Set([...nodes, ...edges].map(({ id }) => id));
    const gone = [...this.nodes.keys(), ...this.edges.keys()].filter((id) => !told.has(id));
    this.update(nodes, edges, gone);
  }

  /** Puts in what is new or other, and takes out what is gone; whoever is under a finger stays there. */
  update(told: CanvasNode[], edges: CanvasEdge[], gone: string[], how: How = {}): void {
    const nodes = this.gestures.dragging ? told.map((node) => this.held(node)) : told;
    const chosen = how.chosen ?? this.chosen();
    const altered = [...nodes, ...edges].map(({ id }) => id).concat(gone, all(this.chosen()), all(chosen));
    const part = how.alone && !this.faded ? this.frames.part(altered) : null;
    this.frames.hold();
    this.shownEdges.remove(gone.filter((id) => this.edges.delete(id)));
    this.shownNodes.remove(gone.filter((id) => this.nodes.delete(id)));
    if (nodes.length) this.shownNodes.update(nodes.map((node) => this.told(undone(this.nodes.get(node.id), node))));
    if (edges.length) this.shownEdges.update(edges.map((edge) => undone(this.edges.get(edge.id), edge)));
    this.layStrands(edges);
    for (const node of nodes) this.nodes.set(node.id, known(this.nodes, node));
    for (const edge of edges) this.edges.set(edge.id, known(this.edges, edge));
    this.choose(chosen);
    this.frames.updateBoxes(nodes.map(({ id }) => id));
    this.frames.paint(part);
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
    return this.network?.drawn(id) ?? this.nodes.get(id) ?? { x: 0, y: 0 };
  }

  /** The middle of a line as it runs, straight or bent. */
  halfway({ id, from, to }: CanvasEdge): Point {
    const [a, b] = [this.position(from), this.position(to)];
    return this.network?.line(id)?.middle ?? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
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
    if (extent === undefined) {
      // Before anything was painted no node knows how large its words are.
      this.network.tell("measure");
      return this.network.fit({ animation: false });
    }
    const { radius, above, below, beside } = extent;
    const room = Math.min(clientWidth - 2 * beside, clientHeight - above - below);
    const scale = Math.max(LEAST, room) / (2 * radius);
    const position = { x: 0, y: (below - above) / (2 * scale) };
    this.network.moveTo({ position, scale, animation: false });
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
    this.frames.refresh();
  }

  /** Paints nothing for a moment, unless there is something new. */
  rest(): void {
    this.frames.rest();
  }

  private told(node: CanvasNode): CanvasNode {
    return this.look.label ? unlabelled(node) : node;
  }

  private layStrands(edges: Iterable<CanvasEdge>): void {
    for (const { id, strand } of edges) {
      const line = strand && this.network?.line(id);
      if (line) lay(line, strand);
    }
  }

  private build(): VisNetwork {
    const network = new VisNetwork(this.element, this.options);
    this.element.firstElementChild?.removeAttribute("tabindex"); // one stop for Tab: the element around it has the words
    this.network = network;
    network.setData({ nodes: this.shownNodes, edges: this.shownEdges } as never);
    this.layStrands(this.edges.values());
    this.size = this.measured();
    // The network's own way to a node looks under one pixel; a finger needs more (see gestures).
    network.findNodes((at) => this.gestures.nodeAt(at, network));
    const { signal } = this;
    this.element.addEventListener("pointerdown", () => network.forgetTouch(), { capture: true, signal });
    const ctx = this.element.getElementsByTagName("canvas")[0]?.getContext("2d");
    if (ctx) {
      plainInCrowd(
        ctx,
        () => this.edges.size,
        () => network.getScale(),
      );
      this.frames.begin({ network, ctx });
    }
    this.gestures.listen(network);
    this.fit();
    this.select(this.selectedNodes, this.selectedEdges);
    return network;
  }

  private measured(): string {
    return `${this.element.clientWidth}/${this.element.clientHeight}`;
  }

  private resized(): void {
    const size = this.measured();
    if (size === this.size || !this.element.clientWidth || !this.element.clientHeight || this.signal.aborted) return;
    if (!this.network) return void this.build();
    this.size = size;
    this.network.setSize("100%", "100%");
    if (this.fitted) this.fit();
    this.refresh();
  }
}

function all({ nodes, edges }: Chosen): string[] {
  return [...nodes, ...edges];
}
