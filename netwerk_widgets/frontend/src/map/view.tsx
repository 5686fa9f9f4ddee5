/** The map view: canvas and tools on the left; what is selected, and what a lens says, on the right. */
import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useSelection } from "../case/selection";
import { ALL_CARDS, type LensView, NEEDED_BY, type Needs } from "../contract";
import { NumberKey } from "../drawing/key";
import { ProfessionalOrNot } from "../panel/asking";
import { SelectionPanel } from "../panel/panel";
import { announce } from "../shared/announce";
import { usePrefs, useStore } from "../shared/hooks";
import { createStore } from "../shared/store";
import { say, t } from "../shared/words";
import { Dilemma } from "../ui/dilemma";
import type { Ground } from "../ui/elements";
import { FoldButton, foldedClass, useFolding } from "../ui/folding";
import { NoticeBar, SpokenChanges } from "../ui/notice";
import type { Root } from "../ui/root";
import { draw } from "../ui/view";
import { AddingField } from "./adding";
import { Asking } from "./asking";
import { Connecting } from "./connecting";
import { MapController } from "./controller";
import { Inks } from "./inks";
import { listenToKeys } from "./keys";
import { Lenses } from "./lenses";
import { isBeside, wishesOf } from "./looking";
import { Over } from "./over";
import { Slips } from "./slips";
import { Tools } from "./tools";
import { Twin } from "./twin";
import { Versions } from "./versions";

/** What other views lend to the map. */
export interface Lent {
  /** The same network as a list, in the map's place. */
  List: ComponentType<Ground & { onOpen: (byKey: boolean) => void }>;
  /** Question cards, beside the map. */
  Cards: ComponentType<Ground & { family: string }>;
}

export function mapView(root: Root, lent: Lent): void {
  draw(root, <MapView root={root} lent={lent} />);
}

function MapView({ root, lent }: { root: Root; lent: Lent }) {
  const canvas = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapController | null>(null);
  const place = useRef<HTMLDivElement>(null);
  usePrefs();
  // Before the browser paints what is still empty: the kernel then draws the network meanwhile.
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const made = new MapController(root, canvas.current);
    listenToKeys(made, root.element, root.signal);
    setMap(made);
  }, [root]);
  return (
    <div class="nw-map" ref={place}>
      <Main {...{ map, root, lent }} inner={canvas} />
      {map && <Side map={map} lent={lent} place={place} />}
    </div>
  );
}

interface MainProps {
  map: MapController | null;
  root: Root;
  lent: Lent;
  inner: { current: HTMLDivElement | null };
}

/** The map; or, in its place, the same network as a list. The canvas stays, so that the way back costs nothing. */
function Main({ map, root, lent, inner }: MainProps) {
  const listOpen = useStore(map?.listOpen ?? CLOSED);
  useStore(map?.drawn ?? NEVER);
  const pair = useStore(map?.looking.pair ?? CLOSED);
  const look = useStore(map?.look ?? NOTHING);
  const toPanel = (byKey: boolean) => {
    if (byKey) requestAnimationFrame(() => root.element.querySelector<HTMLElement>(".nw-panel-title")?.focus());
  };
  return (
    <div class={`nw-card nw-map-main${listOpen ? " nw-map-listed" : ""}${pair ? " nw-map-pair" : ""}`}>
      {map && <Lenses map={map} />}
      {map && <Tools map={map} />}
      <div class="nw-canvas-place" hidden={listOpen}>
        {map && pair && <Twin map={map} />}
        <Canvas map={map} inner={inner} />
        {map && <Within map={map} />}
      </div>
      {map && listOpen && (
        <div class="nw-list-place">
          {wishesOf(look) && <p class="nw-map-said">{t("map.wish.list")}</p>}
          <lent.List connection={map.connection} mirror={map.mirror} onOpen={toPanel} />
        </div>
      )}
      {map && <Over map={map} />}
    </div>
  );
}

/** From here on two maps have room beside their side panel, in pixels. */
const FOR_THREE = 1150;

/** What stands on the map itself. */
function Within({ map }: { map: MapController }) {
  const drawn = useStore(map.drawn);
  const empty = useStore(map.connection.empty);
  return (
    <>
      {!drawn && !empty && <p class="nw-coming">{t("map.coming")}</p>}
      <AddingField map={map} />
      <Connecting map={map} />
      <Inks map={map} />
      <Slips map={map} />
      <NumberKey scene={map.scene} onPick={(id) => map.canvas.nodes.has(id) && map.find(id)} />
    </>
  );
}

const CLOSED = createStore(false);
const NOTHING = createStore<LensView | null>(null);
const NEVER = createStore(0);

/** The canvas says in words what is on it; the list beside it says the rest. */
function Canvas({ map, inner }: { map: MapController | null; inner: { current: HTMLDivElement | null } }) {
  return (
    <div
      class="nw-canvas"
      ref={inner}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go through the map
      tabIndex={0}
      data-nw-home
      role="application"
      aria-label={t("map.canvas")}
      data-ready={map ? "" : undefined}
    />
  );
}

interface SideProps {
  map: MapController;
  lent: Lent;
  place: { current: HTMLElement | null };
}

function Side({ map, lent, place }: SideProps) {
  const ground = { connection: map.connection, mirror: map.mirror };
  const pair = useStore(map.looking.pair);
  const folding = useFolding("side", map.connection);
  const narrow = (place.current?.clientWidth ?? 0) < FOR_THREE;
  // Two maps and their sentences do not stand side by side on a small screen: the maps come first, as long as there are two.
  useLayoutEffect(() => {
    if (!pair || !narrow) return;
    folding.fold(false);
    return () => folding.fold(true);
  }, [pair]);
  const own = map.root.model.get("own") === true;
  const cards = (map.root.model.get("cards") as string | undefined) ?? "";
  const look = useStore(map.look);
  useStore(map.mirror.version); // with which another case comes, and what is chosen in it
  const { people, ties } = useSelection(map.connection);
  const chosen = people.length + ties.length > 0;
  const side = useRef<HTMLElement>(null);
  // Whoever is chosen stands on top, whatever was read below. (To scroll where nobody is would lay the page out once more.)
  useLayoutEffect(() => {
    if (chosen && cards === "") side.current?.scrollTo(0, 0);
  }, [people.join(" "), ties.join(" ")]);
  const needs = (map.root.model.get("needs") as Needs | "") || NEEDED_BY.find(([lens]) => lens === look?.lens)?.[1];
  const panel = <SelectionPanel key="panel" {...ground} wishes={wishesOf(look)} needs={needs} />;
  return (
    <aside ref={side} class={`nw-map-side${pair ? ` ${foldedClass(folding)}` : ""}`} aria-label={t("map.side")}>
      {pair && <FoldButton {...folding} what={t("map.side")} />}
      <NoticeBar {...ground} />
      <SpokenChanges {...ground} />
      <ProfessionalOrNot key="professional" {...ground} />
      {chosen && cards === "" && panel}
      {!own && <Dilemma key="dilemma" mirror={map.mirror} />}
      <Versions key="versions" map={map} />
      <Asking key="asking" map={map} />
      {cards && <lent.Cards key="cards" {...ground} family={cards === ALL_CARDS ? "" : cards} />}
      <LookCard key="look" map={map} />
      {chosen ? cards !== "" && panel : cards === "" && <Hint key="hint" map={map} />}
    </aside>
  );
}

function Hint({ map }: { map: MapController }) {
  const tool = useStore(map.tool);
  const writable = useStore(map.connection.writable);
  const hint = tool === "select" ? "start" : tool;
  return (
    <section class="nw-card nw-map-hint">
      <p>{t(`map.hint.${writable ? hint : "read"}`)}</p>
    </section>
  );
}

/** What the lens says in one sentence, and what it asks. */
function LookCard({ map }: { map: MapController }) {
  const look = useStore(map.look);
  useStore(map.mirror.version);
  usePrefs();
  useEffect(() => {
    if (look) announce(map.root.element, `${say(look.sentence, map.name)} ${say(look.question, map.name)}`);
  }, [look, map]);
  if (!look || isBeside(look)) return null;
  return (
    <section class="nw-card nw-map-look" aria-label={t("map.lens_says")}>
      <h3>{t(`lenses.look.${look.lens}`)}</h3>
      <p>{say(look.sentence, map.name)}</p>
      <p class="nw-question">{say(look.question, map.name)}</p>
    </section>
  );
}
