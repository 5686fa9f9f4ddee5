/** Who the numbers are that stand on a map where there is no room for words: a column over its corner, which folds. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { Scene } from "./scene";

/** Where a map is so much wider than high, in pixels, there is room beside it for the key. */
const ROOM = 150;

interface Props {
  scene: Scene;
  /** Whoever is tapped in the key, by id. */
  onPick?: (id: string) => void;
}

export function NumberKey({ scene, onPick }: Props) {
  usePrefs();
  const numbered = useStore(scene.numbered);
  const element = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<boolean | null>(null);
  const { clientWidth, clientHeight } = scene.map.canvas.element;
  const shown = open ?? clientWidth - clientHeight >= ROOM;
  useLayoutEffect(() => {
    const {
      offsetLeft: x = 0,
      offsetTop: y = 0,
      offsetWidth: width = 0,
      offsetHeight: height = 0,
    } = element.current ?? {};
    scene.lay(width ? [{ x: x - scene.map.canvas.element.offsetLeft, y, width, height }] : []);
  });
  if (!numbered.length) return null;
  return (
    <section class="nw-map-key" ref={element}>
      <button
        type="button"
        class="nw-button"
        aria-expanded={shown}
        title={t("map.key")}
        onClick={() => setOpen(!shown)}
      >
        {t("map.key.numbers")}
      </button>
      {shown && (
        <ol>
          {numbered.map((id) => (
            <li key={id}>
              <button type="button" onClick={() => onPick?.(id)}>
                <b>{scene.number(id)}</b> {scene.label(id)}
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
