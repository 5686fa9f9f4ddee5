/** Nodes and edges as they are told, and what of them is told on to vis-network. */
import type { CanvasEdge, CanvasNode } from "../contract";

export type { CanvasEdge, CanvasNode } from "../contract";

export interface Point {
  x: number;
  y: number;
}

/** Whether this is all of a node or an edge, and not only what changed of it. */
export function whole(item: CanvasNode | CanvasEdge): boolean {
  return "shape" in item || "from" in item;
}

/** The item as it is now known: all of it, or what was known with what changed. */
export function known<T extends CanvasNode | CanvasEdge>(items: Map<string, T>, item: T): T {
  return whole(item) ? item : { ...items.get(item.id), ...item };
}

/** vis-network keeps what it is not told anew: what is no longer so has to be said. */
const PLAIN: Record<string, unknown> = { dashes: false, smooth: false, shapeProperties: { borderDashes: false } };

export function undone<T extends CanvasNode | CanvasEdge>(before: T | undefined, item: T): T {
  if (!before || !whole(item)) return item;
  const gone = Object.keys(PLAIN).filter((key) => key in before && !(key in item));
  return gone.length ? { ...item, ...Object.fromEntries(gone.map((key) => [key, PLAIN[key]])) } : item;
}

/** The labels are ours to draw: vis-network would let them overlap, and measures each one twice. */
export function unlabelled({ label: _label, title: _title, ...node }: CanvasNode): CanvasNode {
  return node;
}
