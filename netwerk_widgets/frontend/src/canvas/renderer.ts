/** vis-network's own painter, to which another brush is given than the canvas on the screen. */
import type { Network } from "vis-network/esnext/esm/vis-network.js";
import type { Brush, Sheet } from "./brush";

/** Private parts, in the order in which it paints: so a new version of it is tried out (tests/browser). */
interface Inside {
  body: { view: { scale: number } };
  renderer: {
    _drawEdges: (brush: Brush) => void;
    _drawNodes: (brush: Brush, all: boolean) => void;
    _drawArrows: (brush: Brush) => void;
  };
}

/** Paints all lines and nodes, also those that are out of sight; what is chosen is let go. */
export function paintNetwork(network: Network, brush: Brush, { scale }: Sheet): void {
  const { renderer, body } = network as unknown as Inside;
  const onScreen = body.view.scale;
  network.setSelection({ nodes: [], edges: [] });
  body.view.scale = scale; // borders are as wide in pixels at every zoom
  try {
    renderer._drawEdges(brush);
    renderer._drawNodes(brush, true);
    renderer._drawArrows(brush);
  } finally {
    body.view.scale = onScreen;
  }
}
