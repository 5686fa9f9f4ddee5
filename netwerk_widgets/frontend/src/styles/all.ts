/** One style sheet from one file per room. */
import board from "./board.css";
import boardkinds from "./boardkinds.css";
import boardrows from "./boardrows.css";
import cards from "./cards.css";
import cardsbeside from "./cardsbeside.css";
import covered from "./covered.css";
import list from "./list.css";
import map from "./map.css";
import meeting from "./meeting.css";
import narrow from "./narrow.css";
import notes from "./notes.css";
import panel from "./panel.css";
import pen from "./pen.css";
import plain from "./plain.css";
import replay from "./replay.css";
import session from "./session.css";
import shelf from "./shelf.css";
import ui from "./ui.css";
import versions from "./versions.css";
import views from "./views.css";

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
  cardsbeside,
  board,
  boardrows,
  boardkinds,
  notes,
  pen,
  replay,
  session,
  meeting,
  narrow,
].join("\n");
