/** The column of tools left of the map. Each has a word, a key and 44 pixels. */
import { usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { t } from "../shared/words";
import { offered } from "../ui/elements";
import type { MapController, Tool } from "./controller";
import { icon } from "./icons";
import { addInMiddle } from "./keys";

export function Tools({ map }: { map: MapController }) {
  const { together } = usePrefs();
  useStore(map.mirror.version);
  const tool = useStore(map.tool);
  const undo = useStore(map.connection.undo);
  const redo = useStore(map.connection.redo);
  const writable = useStore(map.connection.writable);
  const listOpen = useStore(map.listOpen);
  const pick = (which: Tool, key: string) => (
    <ToolButton
      label={t(`map.tool.${which}`)}
      hint={key}
      pressed={tool === which}
      off={!writable}
      act={(byKey) => takeUp(map, which, byKey)}
      sign={which}
    />
  );
  const list = (
    <ToolButton
      label={t("map.list")}
      hint="L"
      pressed={listOpen}
      act={() => map.listOpen.set(!map.listOpen.get())}
      sign="list"
    />
  );
  if (listOpen) return <div class="nw-map-tools">{list}</div>;
  return (
    <div class="nw-map-tools" role="toolbar" aria-label={t("map.tools")} aria-orientation="vertical">
      {pick("add", "P")}
      {pick("connect", "T")}
      {pick("more", "M")}
      {!together && pick("draw", "D")}
      <ToolButton
        label={offered("ui.undo", undo, map.mirror)}
        hint="Ctrl+Z"
        off={!undo || !writable}
        act={() => map.connection.take("undo")}
        sign="undo"
      />
      <ToolButton
        label={offered("ui.redo", redo, map.mirror)}
        hint="Ctrl+Y"
        off={!redo || !writable}
        act={() => map.connection.take("redo")}
        sign="redo"
      />
      {list}
      <ToolButton label={t("map.zoom_in")} hint="+" act={() => map.canvas.zoom(1.25)} sign="plus" />
      <ToolButton label={t("map.zoom_out")} hint="-" act={() => map.canvas.zoom(0.8)} sign="minus" />
      <ToolButton label={t("map.fit")} hint="0" act={() => map.canvas.fit()} sign="fit" />
    </div>
  );
}

/** Whoever takes a tool by key goes on by key: to the field of the name, or to the map, where arrows go to the others. */
function takeUp(map: MapController, which: Tool, byKey: boolean): void {
  if (byKey && which === "add") return addInMiddle(map);
  map.take(which);
  if (byKey && map.tool.get() === which) map.canvas.element.focus();
}

interface Props {
  label: string;
  hint: string;
  act: (byKey: boolean) => void;
  pressed?: boolean;
  off?: boolean;
  /** Its picture (see icons). */
  sign: string;
}

function ToolButton({ label, hint, act, pressed, off, sign }: Props) {
  const key = hint && (hint.length > 1 || page.prefs.get().singleKeys) ? ` (${hint})` : "";
  return (
    <button
      type="button"
      class="nw-button nw-map-tool"
      aria-label={label}
      title={label + key}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      disabled={off ?? false}
      onClick={({ detail }) => act(detail === 0)}
    >
      {icon(sign)}
    </button>
  );
}
