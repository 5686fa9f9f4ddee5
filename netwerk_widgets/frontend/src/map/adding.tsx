/** One field where the map was tapped: who belongs here? */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Point } from "../canvas/canvas";
import { LIMITS, type Moment, PAST } from "../contract";
import { useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { useKeptText } from "../ui/kepttext";
import { placed } from "../ui/typing";
import { zoomOf } from "../ui/zoom";
import type { MapController } from "./controller";

const [WIDTH, HEIGHT] = [300, 160];
/** How far it stands off from the finger, and from the map's edge. */
const [OFF, EDGE] = [14, 8];

export function AddingField({ map }: { map: MapController }) {
  const adding = useStore(map.adding);
  const field = useRef<HTMLInputElement>(null);
  const kept = useKeptText({ connection: map.connection, place: placed("new_person", "map") });
  useLayoutEffect(() => {
    // What was left unfinished stands here again, chosen: who types anew types over it.
    field.current?.select();
    if (!adding) return;
    const owner = new AbortController();
    // After a finger's tap the browser tells of a mouse, which would take the focus to the map.
    const keep = (event: MouseEvent) => event.preventDefault();
    map.canvas.element.addEventListener("mousedown", keep, { capture: true, signal: owner.signal });
    return () => owner.abort();
  }, [adding]);
  const past = useStore(map.look)?.lens === "then";
  const [moment, setMoment] = useState<Moment>(PAST[0]);
  if (!adding) return null;
  const commit = () => {
    if (kept.text.trim()) kept.bring(() => map.add(kept.text, past ? moment : undefined));
    else map.add("");
  };
  return (
    <form
      class="nw-map-adding nw-card"
      style={place(map, adding.screen)}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <label>
        {t("map.who_is_here")}
        <input
          ref={field}
          name="role"
          data-place={kept.at}
          autocomplete="off"
          maxLength={LIMITS.person.role}
          value={kept.text}
          onInput={(event) => kept.type(event.currentTarget.value)}
          placeholder={t("map.role_example")}
          onKeyDown={(event) => {
            if (event.key === "Escape") map.adding.set(null);
            // JupyterLab keeps Enter for itself: the form would never hear of it.
            if (event.key === "Enter") commit();
          }}
        />
      </label>
      {past && (
        <fieldset class="nw-line nw-map-when">
          <legend>{t("map.when")}</legend>
          {PAST.map((one) => (
            <Button key={one} class="nw-mark" pressed={one === moment} onClick={() => setMoment(one)}>
              {t(`model.moment.${one}`)}
            </Button>
          ))}
        </fieldset>
      )}
      <Button submit main>
        {t("map.put_here")}
      </Button>
    </form>
  );
}

/** Below the finger, or above it where there is no room: what comes under it would take the tap that is not over yet. */
function place(map: MapController, at: Point): Record<string, string> {
  const { element } = map.canvas;
  const zoom = zoomOf(element);
  const [x, y, width, height] = [at.x / zoom, at.y / zoom, element.clientWidth / zoom, element.clientHeight / zoom];
  const left = Math.max(EDGE, Math.min(x - WIDTH / 2, width - WIDTH - EDGE));
  const beside =
    y + OFF + HEIGHT > height && y > height / 2 ? { bottom: `${height - y + OFF}px` } : { top: `${y + OFF}px` };
  return { ...beside, left: `${left}px`, width: `${WIDTH}px` };
}
