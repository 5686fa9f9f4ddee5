/** The bundle's one entry: draws the view that a widget names. */
import type { RenderProps } from "@anywidget/types";
import { boardView } from "./board/view";
import { canvasView } from "./canvas/view";
import { CardsBeside } from "./cards/beside";
import { cardsView } from "./cards/view";
import { gated, withheld } from "./keep/gate";
import { learningView } from "./learning/view";
import { NetworkListPane } from "./list/pane";
import { listView } from "./list/view";
import { mapView } from "./map/view";
import { meetingView } from "./meeting/view";
import { notesView } from "./notes/view";
import { ownView } from "./own/view";
import { replayView } from "./replay/view";
import { shelfView } from "./shelf/view";
import { mount, type View } from "./ui/root";

const VIEWS: Record<string, View> = {
  // Views know nothing of each other: what stands beside the map, or in its place, is given to it here.
  map: (root) => mapView(root, { List: NetworkListPane, Cards: CardsBeside }),
  list: listView,
  shelf: withheld(shelfView),
  own: ownView,
  cards: cardsView,
  notes: withheld(notesView),
  replay: replayView,
  meeting: withheld(meetingView),
  log: withheld(learningView),
  board: boardView,
  canvas: canvasView,
};

export function render(props: RenderProps): () => void {
  const name = props.model.get("view") as string;
  const view = VIEWS[name];
  if (!view) throw new Error(`There is no view "${name}" in this build`);
  return mount(props, view !== ownView && props.model.get("own") === true ? gated(view) : view);
}
