/**
 * The map on paper: of one size whatever the screen shows, with its own places for the labels and its legend. All that
 * is on it is painted by what paints the screen (see brush), save what is the screen's alone: what is chosen, and where
 * somebody noted something for themselves.
 */

import type { Sheet } from "../canvas/brush";
import { FONT, LabelPainter } from "../canvas/painting";
import { element, SvgBrush } from "../canvas/svgbrush";
import { marksOf } from "../case/marks";
import { together } from "../case/mirror";
import { signsOf } from "../drawing/legend";
import { Scene, type Stage } from "../drawing/scene";
import { say } from "../shared/words";
import type { MapController } from "./controller";

const WIDTH = 1400;
const HEIGHT = 960;
/** How high the legend is, which stands below the map; and its letters. */
const LEGEND = 84;
const SMALL = 16;
const EDGE = 30;
const LINE = 26;
/** How wide a line of what the lens says is, in a corner where nobody stands. */
const SAID = 330;

const SHEET: Sheet = {
  width: WIDTH,
  height: HEIGHT - LEGEND,
  middle: { x: WIDTH / 2, y: 448 },
  scale: 1,
  words: 1,
  letters: 22,
};

/** With roles, or with neutral labels, whatever the screen shows now. */
export function drawSvg(map: MapController, roles: boolean): string {
  const svg = element("svg", { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
  const { x, y } = SHEET.middle;
  const network = element("g", { transform: `translate(${x} ${y})` });
  svg.append(element("rect", { width: WIDTH, height: HEIGHT, fill: "#ffffff" }), network);
  const stage = stageOf(map, roles);
  const scene = new Scene(stage);
  scene.frame = map.scene.frame;
  const brush = new SvgBrush(network);
  scene.background(brush, SHEET);
  map.canvas.draw(brush, SHEET);
  scene.decorate(brush, SHEET);
  const words = new SvgBrush(svg);
  const labels = new LabelPainter(map.canvas, scene);
  labels.place(words, SHEET, false);
  labels.paint(words, null);
  Object.assign(words, { font: `${SMALL}px ${FONT}`, fillStyle: "#52606d", textAlign: "left", textBaseline: "middle" });
  legend(svg, words, map);
  const view = map.look.get();
  if (view) write(words, say(view.sentence, stage.name));
  return new XMLSerializer().serializeToString(svg);
}

function stageOf(map: MapController, roles: boolean): Stage {
  const shared = together() ? [] : map.mirror.others("annotation");
  return {
    canvas: map.canvas,
    name: (id) => map.called(id, !roles),
    chosen: () => false,
    mark: (id) => map.seen(id),
    trail: map.trail,
    notes: () => marksOf(shared),
    lines: () => (roles ? map.pen.lines() : []),
    groups: () => map.groups(roles),
    slips: () => map.slips(),
  };
}

/** What the signs mean that are on this map. */
function legend(svg: Element, words: SvgBrush, map: MapController): void {
  let [x, y] = [EDGE, HEIGHT - 42];
  for (const { path, label, line, look } of signsOf(map.canvas.nodes.values(), map.mirror.ties())) {
    const [sign, width] = [line ? 40 : 30, words.measureText(label).width];
    if (x + sign + width > WIDTH - EDGE) [x, y] = [EDGE, y + LINE];
    svg.append(element("path", { d: path, transform: `translate(${line ? x : x - 8} ${y - 8})`, ...look }));
    words.fillText(label, x + sign, y);
    x += sign + width + 20;
  }
}

/** What the lens says, in as many lines as it needs. */
function write(words: SvgBrush, sentence: string): void {
  let [line = "", ...others] = sentence.split(" ");
  let y = EDGE;
  for (const word of others) {
    const longer = `${line} ${word}`;
    if (words.measureText(longer).width > SAID) {
      words.fillText(line, EDGE, y);
      [line, y] = [word, y + LINE];
    } else line = longer;
  }
  words.fillText(line, EDGE, y);
}
