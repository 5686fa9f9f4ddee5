/**
 * vis-network, with all of it that is used here and that it does not promise to keep. No other file imports it or names
 * its private parts (tests/test_layers.py); that each of those in the interfaces below is there, with at least one that
 * has what is optional, is looked up in a page (tests/browser/test_visnetwork.py).
 */
import { Network } from "vis-network/esnext/esm/vis-network.js";
import { page } from "../shared/page";
import type { Brush } from "./brush";
import type { Point } from "./items";

interface Inside {
  body: Body;
  renderer: Renderer;
  selectionHandler: SelectionHandler;
  interactionHandler: InteractionHandler;
  physics: Physics;
}

interface Body {
  nodes: Record<string, BodyNode>;
  edges: Record<string, BodyEdge>;
  /** What is drawn, in this order. */
  nodeIndices: string[];
  edgeIndices: string[];
  view: View;
  emitter: Emitter;
  functions: Functions;
}

interface View {
  scale: number;
}

interface Emitter {
  emit(event: string): void;
}

interface Functions {
  createNode(node: object): BodyNode;
}

interface Renderer {
  _drawEdges(brush: Brush): void;
  _drawNodes(brush: Brush, all: boolean): void;
  _drawArrows(brush: Brush): void;
}

interface SelectionHandler {
  getNodeAt(pointer: Point, whole?: boolean): unknown;
}

interface InteractionHandler {
  touchTime: number;
}

interface Physics {
  startSimulation(): void;
}

/** A node as it is drawn: where it is now, also in the middle of a drag. */
export interface BodyNode extends Point {
  shape: Shape;
  options: NodeOptions;
  edges: BodyEdge[];
  labelModule: Words;
  getFormattingValues(): { borderWidth: number };
  distanceToBorder(ctx: CanvasRenderingContext2D, angle: number): number;
  updateBoundingBox(ctx: CanvasRenderingContext2D): void;
}

interface Shape {
  radius?: number;
  width?: number;
  height?: number;
}

interface NodeOptions {
  hidden?: boolean;
}

interface BodyEdge {
  from: BodyNode;
  to: BodyNode;
  edgeType: Way;
  labelModule: Words;
  /** Whether both of its ends are there. */
  connected: boolean;
}

type Segment = [x1: number, y1: number, x2: number, y2: number];
type Via = Point | [Point, Point];

/** How a line is drawn; what bends one is a point, or two. */
interface Way {
  from: BodyNode;
  to: BodyNode;
  fromPoint: Point;
  toPoint: Point;
  options: WayOptions;
  connect(): void;
  getDistanceToEdge(...given: [...Segment, x: number, y: number]): number;
  /** Where it is at this part of its way, from 0 to 1. */
  getPoint(part: number): Point;
  _getViaCoordinates?(): Via;
}

interface WayOptions {
  selfReference: SelfReference;
}

interface SelfReference {
  angle: number;
}

type How = [selected?: boolean, hover?: boolean];

interface Words {
  /** Of what they belong to. */
  elementOptions: WordOptions;
  propagateFonts(styles: object[]): void;
  draw(ctx: CanvasRenderingContext2D, x: number, y: number, ...how: How): void;
  getTextSize(ctx: CanvasRenderingContext2D, ...how: How): { width: number; height: number };
}

interface WordOptions {
  label?: string;
}

const EVENTS = {
  paint: "_redraw",
  paintSoon: "_requestRedraw",
  hold: "_blockRedraw",
  release: "_allowRedraw",
  measure: "_resizeNodes",
};

export class VisNetwork extends Network {
  constructor(element: HTMLElement, options: object) {
    super(element, {}, options as never);
    asDrawnHere(this.inside.body);
    // Told of an edit, an engine that is off still draws all at once; the next frame would then do so again.
    this.inside.physics.startSimulation = () => {};
  }

  private get inside(): Inside {
    return this as unknown as Inside;
  }

  /** A node as it is drawn. */
  drawn(id: string): BodyNode | undefined {
    return this.inside.body.nodes[id];
  }

  line(id: string): Line | undefined {
    const edge = this.inside.body.edges[id];
    return edge && new Line(edge);
  }

  /** Whoever stands out of sight by their box, which is where they were painted last, is left out. */
  updateBox(id: string, ctx: CanvasRenderingContext2D): void {
    this.drawn(id)?.updateBoundingBox(ctx);
  }

  tell(event: keyof typeof EVENTS): void {
    this.inside.body.emitter.emit(EVENTS[event]);
  }

  /** Finds a node under a finger or the mouse in another way than its own. */
  findNodes(at: (pointer: Point) => string | undefined): void {
    this.inside.selectionHandler.getNodeAt = (pointer, whole = true) => {
      const id = at(this.DOMtoCanvas(pointer));
      return id !== undefined && whole ? this.drawn(id) : id;
    };
  }

  /** Forgets when it was touched: whoever is taken hold of again at once, within 50 ms, would stay where they are. */
  forgetTouch(): void {
    this.inside.interactionHandler.touchTime = 0;
  }

  /** Paints at once, and of nodes and lines only some. */
  paintSome(node: (id: string) => boolean, edge: (id: string) => boolean): void {
    const { body } = this.inside;
    const { nodeIndices, edgeIndices } = body;
    body.nodeIndices = nodeIndices.filter(node);
    body.edgeIndices = edgeIndices.filter(edge);
    try {
      this.tell("paint");
    } finally {
      Object.assign(body, { nodeIndices, edgeIndices });
    }
  }

  /** Paints all lines and nodes with another brush, in its own order, also what is out of sight; nobody is chosen then. */
  paintWith(brush: Brush, scale: number): void {
    const { renderer, body } = this.inside;
    const onScreen = body.view.scale;
    this.setSelection({ nodes: [], edges: [] });
    body.view.scale = scale; // borders are as wide in pixels at every zoom
    onPaper = true;
    try {
      renderer._drawEdges(brush);
      renderer._drawNodes(brush, true);
      renderer._drawArrows(brush);
    } finally {
      onPaper = false;
      body.view.scale = onScreen;
    }
  }
}

/** A line as it is drawn, with other ends, bends or places for its words than vis-network gives it. */
export class Line {
  constructor(private readonly edge: BodyEdge) {}

  get from(): BodyNode {
    return this.edge.from;
  }

  get to(): BodyNode {
    return this.edge.to;
  }

  get isBent(): boolean {
    return Boolean(this.edge.edgeType._getViaCoordinates);
  }

  /** At which angle a loop leaves its node. */
  get angle(): number {
    return this.edge.edgeType.options.selfReference.angle;
  }

  /** Where it is halfway; nowhere while one of its ends is not there. */
  get middle(): Point | undefined {
    return this.edge.connected ? this.edge.edgeType.getPoint(0.5) : undefined;
  }

  /** All lines of its pair. */
  get pair(): Line[] {
    const { from, to } = this.edge;
    const theirs = from.edges.filter((one) => (one.from === from ? one.to === to : one.from === to && one.to === from));
    return theirs.map((one) => new Line(one));
  }

  /** As vis-network made it. */
  restore(): void {
    const { edgeType, labelModule } = this.edge;
    for (const own of ["_getViaCoordinates", "connect", "getDistanceToEdge"]) Reflect.deleteProperty(edgeType, own);
    Reflect.deleteProperty(labelModule, "draw");
  }

  /** How large its words are. */
  size(ctx: CanvasRenderingContext2D, ...how: How): { width: number; height: number } {
    return this.edge.labelModule.getTextSize(ctx, ...how);
  }

  moveWords(step: (ctx: CanvasRenderingContext2D, ...how: How) => [dx: number, dy: number]): void {
    const { labelModule: words } = this.edge;
    const draw = words.draw.bind(words);
    words.draw = (ctx, x, y, ...how) => {
      const [dx, dy] = step(ctx, ...how);
      draw(ctx, x + dx, y + dy, ...how);
    };
  }

  bend(moved: (asked: Via) => Via): void {
    const { edgeType: way } = this.edge;
    const asked = way._getViaCoordinates?.bind(way);
    if (asked) way._getViaCoordinates = () => moved(asked());
  }

  /** A straight line runs between ends beside the middles of its nodes; `border` is how far theirs is on that way. */
  shift(off: () => Point, border: (whole: (angle: number) => number, angle: number) => number): void {
    const { edgeType: way } = this.edge;
    const { connect, getDistanceToEdge } = Object.getPrototypeOf(way) as Way;
    const beside = (node: BodyNode): BodyNode =>
      Object.create(node, {
        x: { get: () => node.x + off().x },
        y: { get: () => node.y + off().y },
        distanceToBorder: {
          value: (ctx: CanvasRenderingContext2D, angle: number) =>
            border((there) => node.distanceToBorder(ctx, there), angle),
        },
      });
    way.connect = () => {
      connect.call(way);
      [way.from, way.to] = [beside(way.from), beside(way.to)];
      [way.fromPoint, way.toPoint] = [way.from, way.to];
    };
    way.getDistanceToEdge = (_x1, _y1, _x2, _y2, x, y) =>
      getDistanceToEdge.call(way, way.from.x, way.from.y, way.to.x, way.to.y, x, y);
    way.connect();
  }
}

let done = false;
let onPaper = false;

/** How it draws otherwise than by itself. Before there is anything in the network; once is enough for all. */
function asDrawnHere({ functions }: Body): void {
  if (done) return;
  done = true;
  const node = functions.createNode({ id: "" });
  wordless(Object.getPrototypeOf(node.labelModule) as Words);
  bordered(Object.getPrototypeOf(node) as BodyNode);
}

/** Borders, whose width in pixels follows no zoom, grow with all else on a large screen (see lab/scale). */
function bordered(node: BodyNode): void {
  const { getFormattingValues } = node;
  node.getFormattingValues = function () {
    const values = getFormattingValues.call(this);
    return onPaper ? values : { ...values, borderWidth: values.borderWidth * page.scale.get() };
  };
}

/**
 * vis-network prepares fonts for every node and edge, with or without words. Nearly all are without, since nodes are
 * labelled by us (see labels): in a large network that was a tenth of the time until it was painted. So from here on
 * whatever has no words gets no fonts.
 */
function wordless(words: Words): void {
  const { propagateFonts } = words;
  if (!propagateFonts) return;
  words.propagateFonts = function (styles) {
    if (this.elementOptions.label) propagateFonts.call(this, styles);
  };
}
