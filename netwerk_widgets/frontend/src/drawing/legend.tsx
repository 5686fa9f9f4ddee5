/** What the lines and shapes on a map mean, drawn as on it. */

import type { CanvasNode } from "../canvas/canvas";
import { marksOn } from "../case/known";
import { LINES as DRAWN, FIGURES, type Tie } from "../contract";
import { t } from "../shared/words";
import { LEFT_OUT } from "./marks";

/** How a sign is drawn, as attributes of its path. */
type Drawn = Record<string, string | number>;

/** A sign of the legend, in a field of 32 by 16. */
export interface Sign {
  name: string;
  path: string;
  label: string;
  line: boolean;
  look: Drawn;
}

const PLAIN: Drawn = { fill: "none", stroke: DRAWN.ordinary.colour, "stroke-width": 2 };
const figure = (kind: keyof typeof FIGURES): Drawn => ({ fill: FIGURES[kind].fill, stroke: FIGURES[kind].border });
const ROUND = "M16 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z";
const LINES: [string, string, Drawn?][] = [
  ["strong", "M1 8h30", { "stroke-width": 5 }],
  ["ordinary", "M1 8h30"],
  ["weak", "M1 8h30", { "stroke-dasharray": "2 4" }],
  ["strained", "M1 8h30", { stroke: DRAWN.strained.colour, "stroke-width": 3, "stroke-dasharray": "9 3 2 3" }],
  ["broken", "M1 8h30M19 3l-6 10", { stroke: "#7b8794" }],
];
const SHAPES: [string, string, Drawn?][] = [
  ["kin", ROUND, figure("kin")],
  ["other", "M10 2h12v12H10z", figure("other")],
  ["professional", "M16 .5 24 8l-8 7.5L8 8Z", figure("professional")],
  ["pet", "M12 1.5h8l4 6.5-4 6.5h-8L8 8Z", figure("pet")],
  ["sleeping", ROUND, { "stroke-dasharray": "3 3" }],
  ["deceased", "M16 1v14M12 5.5h8"],
  ["unsafe", "M13 1h6l4 4v6l-4 4h-6l-4-4V5ZM12 8h8", { fill: "#b42318", stroke: "#fff" }],
  ["left_out", "M20.6 3.4a6.5 6.5 0 1 0 0 9.2", { fill: LEFT_OUT }],
  [
    "valued",
    "M16 1l2 5h5.2l-4.2 3.2 1.6 5.2L16 11.2l-4.6 3.2L13 9.2 8.8 6H14Z",
    { fill: "#fffdf5", stroke: "#8a6410" },
  ],
  [
    "ring",
    "M16 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 0 0 0-12.4Z",
    { stroke: "rgb(201,145,32)", "stroke-opacity": 0.6, "stroke-width": 3.5 },
  ],
];

/** What there is to explain of these nodes, and of ties of these qualities. */
export function signsOf(nodes: Iterable<CanvasNode>, ties: Iterable<Tie>): Sign[] {
  const drawn = [...nodes];
  const qualities = new Set<string>([...ties].map(({ quality }) => quality));
  const lines = LINES.filter(([name]) => qualities.has(name)).map(([name, path, look]) => {
    return { name, path, label: t(`model.quality.${name}`), line: true, look: { ...PLAIN, ...look } };
  });
  const shapes = SHAPES.filter(([name]) => drawn.some((node) => looks(node, name))).map(([name, path, look]) => {
    return { name, path, label: t(`map.legend.${name}`), line: false, look: { ...PLAIN, ...look } };
  });
  return [...lines, ...shapes];
}

/** What stands on this map, and no more: so a client is told of nothing that nobody has. */
export function Legend(drawn: { nodes: Iterable<CanvasNode>; ties: Iterable<Tie> }) {
  return (
    <ul class="nw-map-legend" aria-label={t("map.legend")}>
      {signsOf(drawn.nodes, drawn.ties).map(({ name, path, label, line, look }) => (
        <li key={name}>
          <svg viewBox="0 0 32 16" width={line ? 32 : 26} height="16" aria-hidden="true">
            <path d={path} {...look} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Whether somebody is drawn so. */
function looks(node: CanvasNode, name: string): boolean {
  return (
    node.kind === name || marksOn(node).includes(name) || (name === "sleeping" && node.faded === true) || !!node[name]
  );
}
