/** The column of tools left of the map. Each has a word, a key and 44 pixels. */
import type { ComponentChildren } from "preact";
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
    >
      {icon(which)}
    </ToolButton>
  );
  const list = (
    <ToolButton label={t("map.list")} hint="L" pressed={listOpen} act={() => map.listOpen.set(!map.listOpen.get())}>
      {icon("list")}
    </ToolButton>
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
      >
        {icon("undo")}
      </ToolButton>
      <ToolButton
        label={offered("ui.redo", redo, map.mirror)}
        hint="Ctrl+Y"
        off={!redo || !writable}
        act={() => map.connection.take("redo")}
      >
        {icon("redo")}
      </ToolButton>
      {list}
      <ToolButton label={t("map.zoom_in")} hint="+" act={() => map.canvas.zoom(1.25)}>
        {icon("plus")}
      </ToolButton>
      <ToolButton label={t("map.zoom_out")} hint="-" act={() => map.canvas.zoom(0.8)}>
        {icon("minus")}
      </ToolButton>
      <ToolButton label={t("map.fit")} hint="0" act={() => map.canvas.fit()}>
        {icon("fit")}
      </ToolButton>
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
  children: ComponentChildren;
}

function ToolButton({ label, hint, act, pressed, off, children }: Props) {
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
      {children}
    </button>
  );
}
