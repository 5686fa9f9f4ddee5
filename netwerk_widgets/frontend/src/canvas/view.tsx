/** Any pyvis network, editable: the canvas with the few tools that nodes and edges need. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LONGEST_LABEL, type NetworkTold } from "../contract";
import { Connection } from "../kernel/connection";
import { newId } from "../kernel/wire";
import { useStore } from "../shared/hooks";
import { createStore, type Store } from "../shared/store";
import { say, t } from "../shared/words";
import { Button } from "../ui/elements";
import type { Root } from "../ui/root";
import { draw } from "../ui/view";
import { NetCanvas, type Point } from "./canvas";

type Tool = "select" | "add" | "connect";

class CanvasController {
  readonly tool: Store<Tool> = createStore<Tool>("select");
  readonly chosen: Store<{ nodes: string[]; edges: string[] }> = createStore({ nodes: [], edges: [] } as never);
  readonly canvas: NetCanvas;
  readonly connection: Connection;

  constructor(root: Root, element: HTMLElement) {
    this.canvas = new NetCanvas(
      element,
      {},
      {
        moved: (nodes) => this.connection.edit({ edit: "move", nodes }),
        selected: (nodes, edges) => this.chosen.set({ nodes, edges }),
        tapped: (at) => this.tool.get() === "add" && this.add(at),
        tappedTwice: (at) => this.add(at),
        connected: (from, to) => {
          this.connection.edit({ edit: "add_edge", id: newId("e"), from, to });
          this.take("select");
        },
      },
      root.signal,
    );
    const handlers = {
      picture: (drawing: NetworkTold) => {
        element.style.backgroundColor = drawing.background ?? "";
        this.canvas.show(drawing.nodes ?? [], drawing.edges ?? [], drawing.options ?? {});
      },
      change: (drawing: NetworkTold) => {
        this.connection.notice.set(null);
        this.canvas.update(drawing.nodes ?? [], drawing.edges ?? [], drawing.gone ?? []);
        const { selectedNodes: nodes, selectedEdges: edges } = this.canvas;
        // Another widget on this network may have taken out what is chosen here.
        if (drawing.gone?.length) this.chosen.set({ nodes, edges });
      },
    };
    this.connection = new Connection(root.model, handlers as never, root.signal);
  }

  take(tool: Tool): void {
    const next = this.tool.get() === tool ? "select" : tool;
    this.tool.set(next);
    this.canvas.setMode(next === "connect" ? "connect" : "select");
  }

  add(at: Point): void {
    const id = newId("n");
    this.connection.edit({ edit: "add_node", id, label: id, x: Math.round(at.x), y: Math.round(at.y) });
    this.take("select");
  }

  /** The words of a node or an edge. */
  words(id: string): string {
    return String((this.canvas.nodes.get(id) ?? this.canvas.edges.get(id))?.label ?? "");
  }

  label(id: string, label: string): void {
    if (label && label !== this.words(id)) this.connection.edit({ edit: "label", id, label });
  }

  remove(): void {
    const { nodes, edges } = this.chosen.get();
    if (nodes.length + edges.length) this.connection.edit({ edit: "remove", ids: [...edges, ...nodes] });
    this.chosen.set({ nodes: [], edges: [] });
  }
}

export function canvasView(root: Root): void {
  root.element.style.height = (root.model.get("height") as string) || "600px";
  root.element.style.minHeight = "0";
  draw(root, <CanvasView root={root} />);
}

function CanvasView({ root }: { root: Root }) {
  const element = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<CanvasController | null>(null);
  useLayoutEffect(() => {
    if (element.current) setMade(new CanvasController(root, element.current));
  }, [root]);
  return (
    <div class="nw-plain">
      {made && <PlainTools made={made} />}
      <div class="nw-canvas-place">
        <div class="nw-canvas" ref={element} role="img" aria-label={t("canvas.canvas")} />
      </div>
    </div>
  );
}

function PlainTools({ made }: { made: CanvasController }) {
  const tool = useStore(made.tool);
  const { nodes, edges } = useStore(made.chosen);
  const notice = useStore(made.connection.notice);
  const [first] = [...nodes, ...edges];
  const words = first === undefined ? "" : made.words(first);
  return (
    <div class="nw-plain-bar" role="toolbar">
      <Button pressed={tool === "add"} onClick={() => made.take("add")}>
        {t("canvas.add")}
      </Button>
      <Button pressed={tool === "connect"} onClick={() => made.take("connect")}>
        {t("canvas.connect")}
      </Button>
      {/* Words may have several lines; Enter is done with them, with Shift it begins a line. */}
      <textarea
        key={first}
        class="nw-plain-label"
        rows={1}
        aria-label={t("canvas.name")}
        placeholder={t("canvas.label")}
        disabled={first === undefined}
        defaultValue={words}
        autocomplete="off"
        maxLength={LONGEST_LABEL}
        onChange={(event) => first !== undefined && made.label(first, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
      <Button disabled={first === undefined} onClick={() => made.remove()}>
        {t("canvas.remove")}
      </Button>
      <Button label={t("canvas.zoom_in")} onClick={() => made.canvas.zoom(1.25)}>
        +
      </Button>
      <Button label={t("canvas.zoom_out")} onClick={() => made.canvas.zoom(0.8)}>
        −
      </Button>
      <Button onClick={() => made.canvas.fit()}>{t("canvas.fit")}</Button>
      {notice && <p role="status">{say(notice.message)}</p>}
    </div>
  );
}
