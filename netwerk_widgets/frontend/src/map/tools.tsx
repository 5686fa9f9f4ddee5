/** The column of tools left of the map. Each has a word, a key and 44 pixels; what does not fit stands in a menu at its end. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LABEL_SIZES } from "../contract";
import { usePrefs, useStore } from "../shared/hooks";
import { setPrefs } from "../shared/page";
import { t } from "../shared/words";
import { useClosing } from "../ui/closing";
import { offered } from "../ui/elements";
import type { MapController, Over, Tool as Taken } from "./controller";
import { addInMiddle } from "./keys";
import { Tool, type ToolProps } from "./tool";

/** How high a tool is, with what is left between two; in pixels. */
const STEP = 48;

export function Tools({ map }: { map: MapController }) {
  const column = useRef<HTMLDivElement>(null);
  const fit = useFit(column);
  const tools = useTools(map);
  const shown = tools.length <= fit ? tools : tools.slice(0, Math.max(1, fit - 1));
  const rest = tools.slice(shown.length);
  return (
    <div class="nw-map-tools" role="toolbar" aria-label={t("map.tools")} aria-orientation="vertical" ref={column}>
      {shown.map((tool) => (
        <Tool key={tool.sign} {...tool} />
      ))}
      {rest.length > 0 && <Rest tools={rest} />}
    </div>
  );
}

/** How many tools there is room for. */
function useFit(column: { current: HTMLElement | null }): number {
  const [fit, setFit] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = column.current;
    if (!element) return;
    const measure = () => element.clientHeight && setFit(Math.floor((element.clientHeight + 4) / STEP));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return fit;
}

function Rest({ tools }: { tools: ToolProps[] }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useClosing(open, { box, close: () => setOpen(false) });
  return (
    <div class="nw-map-rest" ref={box}>
      <Tool sign="rest" label={t("map.rest")} expanded={open} act={() => setOpen(!open)} />
      {open && (
        <div class="nw-card nw-map-rest-list">
          {tools.map((tool) => (
            <Tool
              key={tool.sign}
              {...tool}
              named
              act={(byKey) => {
                setOpen(false);
                tool.act(byKey);
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** All that may be done, what is done most first. */
function useTools(map: MapController): ToolProps[] {
  const { together, labelSize } = usePrefs();
  useStore(map.mirror.version);
  const writable = useStore(map.connection.writable);
  const listOpen = useStore(map.listOpen);
  const tool = useStore(map.tool);
  const over = useStore(map.over);
  const timeOpen = useStore(map.looking.open);
  const back = useBack(map);
  const pick = (which: Taken, hint: string): ToolProps => ({
    sign: which,
    label: t(`map.tool.${which}`),
    hint,
    pressed: tool === which,
    off: !writable,
    act: (byKey) => takeUp(map, which, byKey),
  });
  const laid = (sign: Over, label: string, hint = ""): ToolProps => ({
    sign,
    label,
    hint,
    expanded: over === sign,
    act: () => map.lay(sign),
  });
  const list = () => map.listOpen.set(!listOpen);
  const find = laid("find", t("map.find"), "/");
  const listed = { sign: "list", label: t("map.list"), hint: "L", pressed: listOpen, act: list };
  const time = { sign: "time", label: t("map.time"), pressed: timeOpen, act: () => map.looking.toggle() };
  const paper = laid("paper", t("map.paper"));
  if (listOpen) return [listed, find, time, paper];
  const pen = together ? [] : [pick("draw", "D")];
  const signs = laid("legend", t("map.legend"));
  const pens = [find, pick("add", "P"), pick("connect", "T"), pick("more", "M"), ...pen];
  return [...pens, ...back, listed, signs, time, ...sizes(map, labelSize), paper];
}

function useBack(map: MapController): ToolProps[] {
  const undo = useStore(map.connection.undo);
  const redo = useStore(map.connection.redo);
  const writable = useStore(map.connection.writable);
  const way = (sign: "undo" | "redo", hint: string, offer: typeof undo): ToolProps => ({
    sign,
    label: offered(`ui.${sign}`, offer, map.mirror),
    hint,
    off: !offer || !writable,
    act: () => map.connection.take(sign),
  });
  return [way("undo", "Ctrl+Z", undo), way("redo", "Ctrl+Y", redo)];
}

function sizes(map: MapController, labelSize: number): ToolProps[] {
  const larger = LABEL_SIZES.find((size) => size > labelSize) ?? LABEL_SIZES[0];
  return [
    { sign: "fit", label: t("map.fit"), hint: "0", act: () => map.canvas.fit() },
    { sign: "plus", label: t("map.zoom_in"), hint: "+", act: () => map.canvas.zoom(1.25) },
    { sign: "minus", label: t("map.zoom_out"), hint: "-", act: () => map.canvas.zoom(0.8) },
    { sign: "letters", label: t("map.label_size"), act: () => setPrefs({ labelSize: larger }) },
  ];
}

/** Whoever takes a tool by key goes on by key: to the field of the name, or to the map, where arrows go to the others. */
function takeUp(map: MapController, which: Taken, byKey: boolean): void {
  if (byKey && which === "add") return addInMiddle(map);
  map.take(which);
  if (byKey && map.tool.get() === which) map.canvas.element.focus();
}
