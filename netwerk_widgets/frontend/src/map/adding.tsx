/** One field where the map was tapped: who belongs here? */
import { useLayoutEffect, useRef } from "preact/hooks";
import { LIMITS } from "../contract";
import { useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { useKeptText } from "../ui/kepttext";
import { placed } from "../ui/typing";
import { zoomOf } from "../ui/zoom";
import type { MapController } from "./controller";

const WIDTH = 300;

export function AddingField({ map }: { map: MapController }) {
  const adding = useStore(map.adding);
  const field = useRef<HTMLInputElement>(null);
  const kept = useKeptText({ connection: map.connection, place: placed("new_person", "map") });
  // What was left unfinished stands here again, chosen: who types anew types over it.
  useLayoutEffect(() => field.current?.select(), [adding]);
  if (!adding) return null;
  const { clientWidth, clientHeight } = map.canvas.element;
  const zoom = zoomOf(map.canvas.element);
  const left = Math.max(8, Math.min(adding.screen.x / zoom - WIDTH / 2, clientWidth / zoom - WIDTH - 8));
  const top = Math.max(8, Math.min(adding.screen.y / zoom + 14, clientHeight / zoom - 160));
  const commit = () => {
    if (kept.text.trim()) kept.bring(() => map.add(kept.text));
    else map.add("");
  };
  return (
    <form
      class="nw-map-adding nw-card"
      style={{ left: `${left}px`, top: `${top}px`, width: `${WIDTH}px` }}
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
      <Button submit main>
        {t("map.put_here")}
      </Button>
    </form>
  );
}
