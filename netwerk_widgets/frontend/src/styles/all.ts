/** One style sheet from one file per room. */
import board from "../board/board.css";
import boardparts from "../board/parts.css";
import boardrows from "../board/rows.css";
import plain from "../canvas/plain.css";
import beside from "../cards/beside.css";
import cards from "../cards/cards.css";
import list from "../list/list.css";
import map from "../map/map.css";
import pen from "../map/pen.css";
import versions from "../map/versions.css";
import guide from "../meeting/guide.css";
import meeting from "../meeting/meeting.css";
import notes from "../notes/notes.css";
import panel from "../panel/panel.css";
import replay from "../replay/replay.css";
import shelf from "../shelf/shelf.css";
import covered from "../ui/covered.css";
import ui from "../ui/elements.css";
import views from "../ui/views.css";
import narrow from "./narrow.css";

export default [
  views,
  ui,
  panel,
  covered,
  list,
  shelf,
  map,
  plain,
  versions,
  cards,
  beside,
  board,
  boardrows,
  boardparts,
  notes,
  pen,
  replay,
  guide,
  meeting,
  narrow,
].join("\n");
