// The reference: the same graph with vis-network in a plain anywidget that saves nothing.
import { DataSet } from "vis-data/esnext/esm/vis-data.js";
import { Network } from "vis-network/esnext/esm/vis-network.js";

export default {
  render({ model, el }) {
    const place = document.createElement("div");
    place.style.height = "600px";
    el.append(place);
    const nodes = new DataSet(model.get("nodes"));
    const edges = new DataSet(model.get("edges"));
    const build = () => {
      if (!place.clientWidth) return;
      observer.disconnect();
      const network = new Network(place, { nodes, edges }, model.get("options"));
      place.benchPosition = (id) => network.body.nodes[id];
      place.benchScreen = (id) => network.canvasToDOM(network.body.nodes[id]);
      network.fit({ animation: false });
      network.on("afterDrawing", () => place.dispatchEvent(new CustomEvent("bench-painted", { bubbles: true })));
      network.on("dragEnd", ({ nodes: moved }) => {
        const [[id, { x, y }]] = Object.entries(network.getPositions(moved));
        model.send({ id, x, y });
      });
    };
    const observer = new ResizeObserver(build);
    observer.observe(place);
    model.on("msg:custom", (node) => nodes.update(node));
  },
};
