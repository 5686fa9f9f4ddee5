/** Above the map: find a person, look through a lens, larger labels, paper. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LABEL_SIZES, type Look } from "../contract";
import { toldApart, useFound } from "../mention/reading";
import { usePrefs, useStore } from "../shared/hooks";
import { setPrefs } from "../shared/page";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import type { MapController } from "./controller";
import { icon } from "./icons";
import { Paper } from "./paper";

const LENSES: readonly Look[] = ["now", "then", "soon", "without_us", "you_give", "drawn_said"];

export function Bar({ map }: { map: MapController }) {
  const look = useStore(map.look);
  const { labelSize } = usePrefs();
  const [paper, setPaper] = useState(false);
  const timeOpen = useStore(map.looking.open);
  const larger = LABEL_SIZES.find((size) => size > labelSize) ?? LABEL_SIZES[0];
  return (
    <div class="nw-map-bar">
      <Find map={map} />
      <div class="nw-map-lenses" role="group" aria-label={t("map.lenses")}>
        {LENSES.map((lens) => (
          <Button
            key={lens}
            class="nw-map-lens"
            pressed={look?.lens === lens}
            onClick={() => void map.lookThrough(look?.lens === lens ? "" : lens)}
          >
            {t(`lenses.look.${lens}`)}
          </Button>
        ))}
      </div>
      <Button class="nw-map-tool" label={t("map.label_size")} onClick={() => setPrefs({ labelSize: larger })}>
        Aa
      </Button>
      <Button class="nw-map-tool" label={t("map.paper")} onClick={() => setPaper(true)}>
        {icon("paper")}
      </Button>
      <Button class="nw-map-tool" label={t("map.time")} pressed={timeOpen} onClick={() => map.looking.toggle()}>
        {icon("time")}
      </Button>
      {paper && <Paper map={map} close={() => setPaper(false)} />}
    </div>
  );
}

/** Finds a person by a part of their role; Enter goes to the first, the list shows the rest. */
function Find({ map }: { map: MapController }) {
  const [text, setText] = useState<string | null>(null);
  useStore(map.drawn);
  const { hideNames } = usePrefs();
  const { found, settled } = useFound(map, text ?? "", hideNames);
  const people = found.people.filter((id) => map.mirror.person(id)).slice(0, 6);
  const told = toldApart(map.mirror);
  const go = (id: string | undefined) => {
    if (!id) return;
    map.find(id);
    setText(null);
  };
  return (
    <div class="nw-map-find">
      <button
        type="button"
        class="nw-button nw-map-tool"
        data-nw-map-find=""
        title={t("map.find")}
        aria-label={t("map.find")}
        aria-expanded={text !== null}
        onClick={() => setText(text === null ? "" : null)}
      >
        {icon("find")}
      </button>
      {text !== null && (
        <div class="nw-map-found">
          <FindField text={text} setText={setText} enter={() => void settled().then(([id]) => go(id))} />
          {people.map((id) => (
            <Button key={id} onClick={() => go(id)}>
              {told(id)}
            </Button>
          ))}
          {found.wanted && people.length === 0 && <p class="nw-soft">{t("map.found_nobody")}</p>}
        </div>
      )}
    </div>
  );
}

function FindField(props: { text: string; setText: (text: string | null) => void; enter: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      type="search"
      autocomplete="off"
      spellcheck={false}
      aria-label={t("map.find")}
      placeholder={t("map.find")}
      value={props.text}
      onInput={(event) => props.setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") props.enter();
        if (event.key === "Escape") props.setText(null);
      }}
    />
  );
}
