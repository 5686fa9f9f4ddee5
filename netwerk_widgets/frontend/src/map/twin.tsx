/** The map that was there first, left of the one that is worked on: to look at only. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Earlier } from "../contract";
import { NumberKey } from "../drawing/key";
import { personOf, StillMap } from "../drawing/still";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { MapController } from "./controller";
import { isBeside } from "./looking";

export function Twin({ map }: { map: MapController }) {
  const element = useRef<HTMLDivElement>(null);
  const look = useStore(map.look);
  const version = useStore(map.mirror.version);
  usePrefs();
  const [still, setStill] = useState<StillMap | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const owner = new AbortController();
    const chosen = (id: string) => map.chosen(id);
    setStill(new StillMap(element.current, { name: map.mirror.name, chosen }, owner.signal));
    return () => owner.abort();
  }, [map]);
  useEffect(() => void (still && draw(map, still)), [still, look, version]);
  if (!isBeside(look)) return null;
  const since = look.lens === "since";
  return (
    <>
      <p class="nw-map-then">{t(since ? "map.pair.then" : "map.pair.now")}</p>
      <p class="nw-map-now">{t(since ? "map.pair.now" : "map.pair.wished")}</p>
      <div class="nw-canvas nw-map-twin" ref={element} role="img" aria-label={t("map.pair.label")} />
      <div>{still && <NumberKey scene={still.scene} />}</div>
    </>
  );
}

/** Shows what was there first, and names whoever is on no other map. */
async function draw(map: MapController, still: StillMap): Promise<void> {
  const view = map.look.get();
  if (!isBeside(view)) return;
  const answer = await map.connection.ask("drawn", { lens: view.lens, version: view.version });
  if (answer.error) return;
  const drawn = answer as unknown as Earlier;
  map.mirror.remember(drawn.nodes.map(personOf));
  still.show(drawn);
  still.beside(drawn.beside);
}
