/** What is laid over the map when it is asked for: whom one looks for, what the signs mean, the ways to paper. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Legend } from "../drawing/legend";
import { toldApart, useFound } from "../mention/reading";
import { KeyHelp } from "../panel/keyhelp";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { useClosing } from "../ui/closing";
import { Button } from "../ui/elements";
import type { MapController } from "./controller";
import { Paper } from "./paper";
import { toolOf } from "./tool";

export function Over({ map }: { map: MapController }) {
  const over = useStore(map.over);
  if (over === "paper") return <Paper map={map} close={() => map.over.set("")} />;
  if (over === "find") return <Find map={map} />;
  return over === "legend" ? <Signs map={map} /> : null;
}

/** What the signs on this map mean; it stays while one works on, and the map keeps its room. */
function Signs({ map }: { map: MapController }) {
  useStore(map.drawn);
  usePrefs();
  const box = useRef<HTMLElement>(null);
  const button = () => toolOf(map.root.element, "legend");
  useClosing(true, { box, close: () => map.over.set(""), menu: false, button });
  return (
    <section class="nw-card nw-map-over nw-map-signs" ref={box}>
      <Legend nodes={map.canvas.nodes.values()} ties={map.mirror.ties()} />
      <KeyHelp room="map" />
    </section>
  );
}

/** Finds a person by a part of their role; Enter goes to the first, the list shows the rest. */
function Find({ map }: { map: MapController }) {
  const [text, setText] = useState("");
  useStore(map.drawn);
  const { hideNames } = usePrefs();
  const { found, settled } = useFound(map, text, hideNames);
  const people = found.people.filter((id) => map.mirror.person(id)).slice(0, 6);
  const told = toldApart(map.mirror);
  const go = (id: string | undefined) => {
    if (!id) return;
    map.find(id);
    map.over.set("");
  };
  const close = () => {
    map.over.set("");
    toolOf(map.root.element, "find")?.focus();
  };
  return (
    <div class="nw-card nw-map-over nw-map-found">
      <FindField {...{ text, setText, close }} enter={() => void settled().then(([id]) => go(id))} />
      {people.map((id) => (
        <Button key={id} onClick={() => go(id)}>
          {told(id)}
        </Button>
      ))}
      {found.wanted && people.length === 0 && <p class="nw-soft">{t("map.found_nobody")}</p>}
    </div>
  );
}

function FindField(props: { text: string; setText: (text: string) => void; enter: () => void; close: () => void }) {
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
        if (event.key === "Escape") props.close();
      }}
    />
  );
}
