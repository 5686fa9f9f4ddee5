/** vis-network's own painter, to which another brush is given than the canvas on the screen. */
import type { Network } from "vis-network/esnext/esm/vis-network.js";
import type { Brush } from "./brush";

/** Private parts, in the order in which it paints; so a new version of it is tried out (tests/browser). */
interface Inside {
  renderer: {
    _drawEdges: (brush: Brush) => void;
    _drawNodes: (brush: Brush, all: boolean) => void;
    _drawArrows: (brush: Brush) => void;
  };
}

/** Paints all lines and nodes, also those that are out of sight; what is chosen is let go. */
export function paintNetwork(network: Network, brush: Brush): void {
  const { renderer } = network as unknown as Inside;
  network.setSelection({ nodes: [], edges: [] });
  renderer._drawEdges(brush);
  renderer._drawNodes(brush, true);
  renderer._drawArrows(brush);
}
