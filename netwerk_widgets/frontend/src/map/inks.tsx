/** While the pen is in hand: its colours, and a way to take all lines away. */

import { INKS, type Kind } from "../contract";
import { INK_COLOURS } from "../drawing/strokes";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import type { MapController } from "./controller";

export function Inks({ map }: { map: MapController }) {
  const { together } = usePrefs();
  const tool = useStore(map.tool);
  const ink = useStore(map.pen.ink);
  useStore(map.mirror.version);
  if (tool !== "draw" || together) return null;
  const strokes = map.mirror.others("stroke");
  const clear = () =>
    map.connection.edit({ edit: "remove", ids: strokes.map(({ id }): [Kind, string] => ["stroke", id]) });
  return (
    <div class="nw-inks" role="toolbar" aria-label={t("map.pen")}>
      {INKS.map((name) => (
        <Button
          key={name}
          class="nw-icon"
          label={t(`map.ink.${name}`)}
          pressed={ink === name}
          onClick={() => map.pen.ink.set(name)}
        >
          <span class="nw-ink" style={{ background: INK_COLOURS[name] }} aria-hidden="true" />
        </Button>
      ))}
      <Button disabled={!strokes.length} onClick={clear}>
        {t("map.pen.clear")}
      </Button>
    </div>
  );
}
