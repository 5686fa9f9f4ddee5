/** What a canvas asks of whoever has a network drawn on it, and what it tells them. */
import type { Box } from "./boxes";
import type { Brush, Sheet } from "./brush";
import type { Point } from "./items";
import type { Placed, Wanted } from "./spots";

/** What was done on it. */
export interface Events {
  moved(moves: [string, number, number][]): void;
  selected(nodes: string[], edges: string[]): void;
  /** A tap (or click) on nothing, in the network's own units. */
  tapped(at: Point): void;
  /** A tap on one node, without a drag and not to choose several. */
  tappedOn?(node: string): void;
  /** The node to which a mark belongs that is painted here, over whatever lies under it. */
  markedAt?(at: Point): string;
  tappedTwice(at: Point): void;
  connected(from: string, to: string): void;
}

/** Somebody under a finger: who, where they stood, and where the finger is, in pixels. */
export interface Carried {
  node: string;
  from: Point;
  at: Point;
}

/** How far a picture reaches from its middle, in its units; and what room words beyond that need, in pixels. */
export interface Extent {
  radius: number;
  above: number;
  below: number;
  beside: number;
}

/** What is painted besides nodes and edges, and what they are called. */
export interface Look {
  /** Painted under the network, in its units. */
  background?(ctx: Brush, sheet: Sheet): void;
  /** Painted over nodes and edges, in its units. */
  decorate?(ctx: Brush, sheet: Sheet): void;
  /** The names of what is painted under the network, which give way to symbols, in pixels. */
  named?(sheet: Sheet): Box[];
  /** What labels must keep clear of, in pixels. */
  reserved?(sheet: Sheet): Box[];
  /** What a node is called, for labels that never overlap; without this vis-network draws the words that it is told. */
  label?(id: string): string;
  /** What stands in place of its words where there is no room for them. */
  number?(id: string): string;
  /** Painted over all, where no label stands, in pixels. */
  beside?(ctx: Brush, sheet: Sheet, placed: Placed[]): void;
  /** Painted over all while somebody is dragged, in pixels; never on paper. */
  carried?(ctx: Brush, sheet: Sheet, carried: Carried): void;
  /** Who has a number in place of words now, for a key. */
  keyed?(placed: Placed[]): void;
  labelColour?(id: string): string;
  emphasised?(id: string): boolean;
  /** How much farther than its own size a node reaches, in its units, where a pixel is so many of them. */
  reach?(id: string, pixel: number): number;
  /** Labels of what is painted and is no node, in pixels. */
  extra?(sheet: Sheet): Wanted[];
  /** Whether this node's label stands in the node itself, where it fits. */
  inside?(id: string): boolean;
  /** What is in the picture when it is fitted. */
  extent?(): Extent;
}
