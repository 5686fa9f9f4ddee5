/** Above the map: find a person, look through a lens, larger labels, paper. */
import { useState } from "preact/hooks";
import { usePrefs, useStore } from "../base/hooks";
import { LABEL_SIZES, setPrefs } from "../page";
import { t } from "../words";
import type { MapController } from "./controller";
import { icon } from "./icons";
import { Paper } from "./paper";

const LENSES = ["now", "then", "soon", "without_us", "you_give", "drawn_said"];

export function Bar({ map }: { map: MapController }) {
  const look = useStore(map.look);
  const { labelSize } = usePrefs();
  const [paper, setPaper] = useState(false);
  const larger = LABEL_SIZES[(LABEL_SIZES.indexOf(labelSize) + 1) % LABEL_SIZES.length] ?? 22;
  return (
    <div class="nw-bar">
      <Find map={map} />
      <div class="nw-lenses" role="group" aria-label={t("map.lenses")}>
        {LENSES.map((lens) => (
          <button
            key={lens}
            type="button"
            class="nw-button nw-lens"
            aria-pressed={look?.lens === lens}
            onClick={() => void map.lookThrough(look?.lens === lens ? "" : lens)}
          >
            {t(`lenses.look.${lens}`)}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="nw-button nw-tool"
        title={t("map.label_size")}
        aria-label={t("map.label_size")}
        onClick={() => setPrefs({ labelSize: larger })}
      >
        Aa
      </button>
      <button
        type="button"
        class="nw-button nw-tool"
        title={t("map.paper")}
        aria-label={t("map.paper")}
        onClick={() => setPaper(true)}
      >
        {icon("paper")}
      </button>
      {paper && <Paper map={map} close={() => setPaper(false)} />}
    </div>
  );
}

/** Finds a person by a part of their role; Enter goes to the first, the list shows the rest. */
function Find({ map }: { map: MapController }) {
  const [text, setText] = useState("");
  useStore(map.drawn);
  usePrefs();
  const wanted = text.trim().toLocaleLowerCase();
  const found = wanted
    ? map
        .order()
        .filter((p) => map.name(p.id).toLocaleLowerCase().includes(wanted))
        .slice(0, 6)
    : [];
  const go = (id: string | undefined) => {
    if (!id) return;
    map.find(id);
    setText("");
  };
  return (
    <div class="nw-find">
      <input
        type="search"
        autocomplete="off"
        spellcheck={false}
        data-nw-find=""
        placeholder={t("map.find")}
        aria-label={t("map.find")}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") go(found[0]?.id);
          if (event.key === "Escape") setText("");
        }}
      />
      {found.length > 0 && (
        <ul class="nw-found">
          {found.map(({ id }) => (
            <li key={id}>
              <button type="button" class="nw-button" onClick={() => go(id)}>
                {map.name(id)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
