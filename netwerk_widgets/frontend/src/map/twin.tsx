/** The map that was there first, left of the one that is worked on: to look at only. */
import { useEffect, useRef } from "preact/hooks";
import { usePrefs, useStore } from "../base/hooks";
import type { Person } from "../base/wire";
import { type CanvasEdge, type CanvasNode, NetCanvas } from "../canvas/canvas";
import { page } from "../page";
import { type Frame, Scene, type Stage } from "../scene/scene";
import { t } from "../words";
import type { MapController } from "./controller";
import { isBeside } from "./looking";

/** Nothing is done to a map that only shows how it was. */
export const STILL = {
  moved: () => {},
  selected: () => {},
  tapped: () => {},
  tappedTwice: () => {},
  connected: () => {},
};

interface Drawn {
  nodes: CanvasNode[];
  edges: CanvasEdge[];
  options: { interaction?: object };
  frame: Frame;
}

export function Twin({ map }: { map: MapController }) {
  const element = useRef<HTMLDivElement>(null);
  const look = useStore(map.look);
  const version = useStore(map.mirror.version);
  usePrefs();
  const stage = useRef<TwinStage | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const owner = new AbortController();
    stage.current = new TwinStage(map, element.current, owner.signal);
    return () => owner.abort();
  }, [map]);
  useEffect(() => void stage.current?.draw(), [look, version]);
  if (!isBeside(look)) return null;
  const since = look.lens === "since";
  return (
    <>
      <p class="nw-map-then">{t(since ? "map.pair.then" : "map.pair.now")}</p>
      <p class="nw-map-now">{t(since ? "map.pair.now" : "map.pair.wished")}</p>
      <div class="nw-canvas nw-map-twin" ref={element} role="img" aria-label={t("map.pair.label")} />
    </>
  );
}

class TwinStage implements Stage {
  readonly canvas: NetCanvas;
  private readonly scene = new Scene(this);

  constructor(
    private readonly map: MapController,
    element: HTMLElement,
    signal: AbortSignal,
  ) {
    this.canvas = new NetCanvas(element, this.scene, STILL, signal);
    page.prefs.watch(() => this.canvas.refresh(), signal);
  }

  readonly name = (id: string): string => this.map.mirror.name(id);

  chosen(id: string): boolean {
    return this.map.chosen(id);
  }

  mark(): undefined {
    return undefined;
  }

  async draw(): Promise<void> {
    const view = this.map.look.get();
    if (!isBeside(view)) return;
    const answer = await this.map.session.ask("drawn", { lens: view.lens, version: view.version });
    if (answer.error) return;
    const { nodes, edges, options, frame } = answer as unknown as Drawn;
    const gone = nodes.map(({ id, label, n, kind }) => person(id, label, n, kind));
    this.map.mirror.remember(gone);
    this.scene.frame = frame;
    this.canvas.show(nodes, edges, { ...options, interaction: { ...options.interaction, dragNodes: false } });
  }
}

/** What is needed to name somebody who is on this map and perhaps on no other. */
function person(id: string, role = "", number: unknown = 0, kind: unknown = ""): Person {
  return { id, role, number: Number(number), circle: kind === "centre" ? 0 : 1 };
}
