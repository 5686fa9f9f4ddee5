/** The bundle's one entry: draws the view that a widget names. */
import type { RenderProps } from "@anywidget/types";
import { mount, type View } from "./base/root";
import { canvasView } from "./canvas/view";
import { cardsView } from "./cards/view";
import { listView } from "./list/view";
import { mapView } from "./map/view";
import { notesView } from "./notes/view";
import { replayView } from "./replay/view";
import { shelfView } from "./shelf/view";

const VIEWS: Record<string, View> = {
  map: mapView,
  list: listView,
  shelf: shelfView,
  cards: cardsView,
  notes: notesView,
  replay: replayView,
  canvas: canvasView,
};

export function render(props: RenderProps): () => void {
  const name = props.model.get("view") as string;
  const view = VIEWS[name];
  if (!view) throw new Error(`There is no view "${name}" in this build`);
  return mount(props, view);
}
