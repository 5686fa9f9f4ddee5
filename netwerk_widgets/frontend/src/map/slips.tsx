/** The slips of a meeting that lie beside somebody, to be read: shown once they are chosen, by a tap or by key. */
import { useEffect } from "preact/hooks";
import { announce } from "../base/announce";
import { usePrefs, useStore } from "../base/hooks";
import { discreet } from "../base/mirror";
import { useSelection } from "../base/selection";
import { slipsBeside, table } from "../base/slips";
import { t } from "../words";
import type { MapController } from "./controller";

const WIDTH = 280;
/** How far beside the person it begins, in pixels. */
const OFF = 40;

export function Slips({ map }: { map: MapController }) {
  usePrefs();
  useStore(table);
  useStore(map.drawn);
  const { people } = useSelection(map.session);
  const [person = "", ...others] = people;
  const found = slipsBeside(map.session.code).get(person) ?? [];
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

/** Beside the person, on the side where there is room. */
function place(map: MapController, person: string): Record<string, string> {
  const { clientWidth, clientHeight } = map.canvas.element;
  const { x, y } = map.canvas.toScreen(map.canvas.position(person));
  const left = x + OFF + WIDTH < clientWidth ? x + OFF : Math.max(8, x - OFF - WIDTH);
  return { left: `${left}px`, top: `${Math.max(8, Math.min(y - 20, clientHeight - 120))}px`, width: `${WIDTH}px` };
}
