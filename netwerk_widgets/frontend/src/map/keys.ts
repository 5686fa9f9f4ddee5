/**
 * The map by keys alone. Single letters can be switched off (WCAG 2.1.4); all that they do can be done by Tab
 * and Enter as well, here or in the list.
 */
import { pointedOf, selectionOf } from "../case/selection";
import { severalKey } from "../panel/several";
import { page } from "../shared/page";
import type { MapController } from "./controller";

const STEP = 12;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function listenToKeys(map: MapController, element: HTMLElement, signal: AbortSignal): void {
  const single: Record<string, () => void> = {
    p: () => addInMiddle(map),
    t: () => map.take("connect"),
    m: () => map.take("more"),
    d: () => map.take("draw"),
    l: () => map.listOpen.set(!map.listOpen.get()),
    "+": () => map.canvas.zoom(1.25),
    "=": () => map.canvas.zoom(1.25),
    "-": () => map.canvas.zoom(0.8),
    "0": () => map.canvas.fit(),
    "/": () => map.lay("find"),
  };
  element.addEventListener("keydown", (event) => pressed(map, event, single), { signal });
}

function pressed(map: MapController, event: KeyboardEvent, single: Record<string, () => void>): void {
  const target = event.target as HTMLElement;
  if (target.closest("input, textarea, select, dialog, [contenteditable]") || event.altKey) return;
  const letter = page.prefs.get().singleKeys ? single[event.key.toLowerCase()] : undefined;
  const plain = !event.ctrlKey && !event.metaKey;
  const ground = { connection: map.connection, mirror: map.mirror };
  if (severalKey(event, ground, map.looking.wishing, page.prefs.get().singleKeys)) return event.preventDefault();
  if (!plain && !takeBack(map, event)) return;
  if (plain && event.key === "Escape" && putDown(map)) return event.preventDefault();
  if (plain && letter) letter();
  else if (plain && !(target.closest(".nw-canvas") && canvasKey(map, event))) return;
  event.preventDefault();
}

/** First what is in hand goes, wherever on the map the focus is, and only then whoever is chosen. */
function putDown(map: MapController): boolean {
  if (map.tool.get() === "select" && !map.adding.get()) return false;
  if (map.adding.get()) map.adding.set(null);
  else map.take(map.tool.get());
  return true;
}

function takeBack(map: MapController, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return false;
  map.connection.take(key === "y" || event.shiftKey ? "redo" : "undo");
  return true;
}

/** Arrows go to the nearest person that way; with Shift they move who is selected. */
function canvasKey(map: MapController, event: KeyboardEvent): boolean {
  const arrow = ARROWS[event.key];
  if (arrow) {
    if (event.shiftKey) map.nudge(arrow[0] * STEP, arrow[1] * STEP);
    else goTowards(map, arrow);
    return true;
  }
  const [chosen, ...more] = map.canvas.selectedNodes;
  if (event.key === "Enter" && chosen && !more.length) {
    pointedOf(map.connection.code).set({ id: chosen });
    return true;
  }
  if (event.key === "Delete" || event.key === "Backspace") {
    map.removeSelected();
    return true;
  }
  if (event.key === "Escape") {
    selectionOf(map.connection.code).set({ people: [], ties: [] });
    return true;
  }
  return false;
}

function goTowards(map: MapController, [dx, dy]: [number, number]): void {
  const people = [...map.canvas.nodes.values()];
  const from = people.find((node) => node.id === map.canvas.selectedNodes[0]) ?? { id: "", x: 0, y: 0 };
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of people) {
    const [x, y] = [node.x - from.x, node.y - from.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (node.id === from.id || along <= 0 || aside > along * 2) continue;
    if (along + 2 * aside < least) [best, least] = [node.id, along + 2 * aside];
  }
  if (best === null) return;
  if (map.tool.get() === "connect" && map.canvas.selectedNodes[0])
    return map.connect(map.canvas.selectedNodes[0], best);
  map.find(best);
}

/** Asks who belongs there, at a place in sight; whoever uses keys points at none. */
export function addInMiddle(map: MapController): void {
  const { clientWidth, clientHeight } = map.canvas.element;
  const at = map.canvas.network?.DOMtoCanvas({ x: clientWidth * 0.62, y: clientHeight * 0.3 });
  if (at) map.startAdding(at);
}
