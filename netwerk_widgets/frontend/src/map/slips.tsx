/** The slips of a meeting that lie beside somebody, to be read: shown once they are chosen, by a tap or by key. */
import { useEffect } from "preact/hooks";
import { discreet } from "../case/mirror";
import { useSelection } from "../case/selection";
import { slipsBeside, table } from "../case/slips";
import { announce } from "../shared/announce";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { zoomOf } from "../ui/zoom";
import type { MapController } from "./controller";

/** How wide it is, how far beside the person it begins and how far from the map's edge it ends, in pixels. */
const [WIDEST, NARROWEST] = [320, 200];
const OFF = 34;
const EDGE = 8;

export function Slips({ map }: { map: MapController }) {
  usePrefs();
  useStore(table);
  useStore(map.drawn);
  const { people } = useSelection(map.connection);
  const [person = "", ...others] = people;
  const found = slipsBeside(map.connection.code).get(person) ?? [];
  const said = found.map(({ number, text }) => `${number}. ${discreet(text)}`).join(" ");
  useEffect(() => {
    if (said && !others.length) announce(map.root.element, said);
  }, [said, others.length]);
  if (!found.length || others.length || !map.canvas.nodes.has(person)) return null;
  return (
    <section
      class="nw-map-slips nw-card"
      style={place(map, person)}
      aria-label={t("map.slips", { who: map.name(person) })}
    >
      <ul>
        {found.map(({ id, number, text }) => (
          <li key={id}>
            <span class="nw-slip-number">{number}</span> <span>{discreet(text)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Beside the person, on the side where there is most room. */
function place(map: MapController, person: string): Record<string, string> {
  const { element } = map.canvas;
  const at = map.canvas.toScreen(map.canvas.position(person));
  const [x = 0, y = 0, clientWidth = 0, clientHeight = 0] = [at.x, at.y, element.clientWidth, element.clientHeight].map(
    (pixels) => pixels / zoomOf(element),
  );
  const [before, after] = [x - OFF - EDGE, clientWidth - x - OFF - EDGE];
  const width = Math.min(WIDEST, Math.max(NARROWEST, before, after));
  const left = after >= before ? Math.min(x + OFF, clientWidth - width - EDGE) : Math.max(EDGE, x - OFF - width);
  const top = Math.max(EDGE, Math.min(y - 20, clientHeight * 0.4));
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, maxHeight: `${clientHeight - top - EDGE}px` };
}
