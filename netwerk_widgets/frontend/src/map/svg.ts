/**
 * The map as a standalone SVG of one size whatever the screen shows, with its own places for the labels and
 * its legend. Every text is set through the DOM, so a role cannot become markup.
 */
import { marksOn } from "../base/known";
import type { CanvasNode, Point } from "../canvas/canvas";
import { LabelPlacer } from "../canvas/labels";
import { QUALITIES } from "../contract";
import { LEFT_OUT } from "../scene/marks";
import { signs } from "../signs";
import { say, t } from "../words";
import type { MapController } from "./controller";

const WIDTH = 1400;
const HEIGHT = 960;
const MIDDLE = { x: WIDTH / 2, y: 455 };
const SCALE = 1;
const TEXT = 22;
const NS = "http://www.w3.org/2000/svg";
const STYLE: Record<string, [string, number, string]> = {
  strong: ["#52606d", 5, ""],
  ordinary: ["#52606d", 2.5, ""],
  weak: ["#7b8794", 2, "2 6"],
  strained: ["#b44d12", 3, "12 5 3 5"],
  broken: ["#9aa5b1", 2, "16 12"],
};

/** What stands on or beside a person. */
const SIGNS: Record<string, string> = { deceased: "†", unsafe: "⛔", left_out: "◌", valued: "☆" };

type Attributes = Record<string, string | number>;

export function drawSvg(map: MapController): string {
  const svg = element("svg", { xmlns: NS, width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
  svg.append(element("rect", { width: WIDTH, height: HEIGHT, fill: "#ffffff" }));
  rings(svg, map);
  ties(svg, map);
  people(svg, map);
  labels(svg, map);
  legend(svg, map);
  return new XMLSerializer().serializeToString(svg);
}

function rings(svg: Element, map: MapController): void {
  const { radii, domains } = map.scene.frame ?? { radii: [], domains: [] };
  const fills = ["#ffffff", "#fdfcf8", "#faf7ef", "#f7f1e3"];
  const [inner = 0, ...outward] = radii;
  const outer = outward.at(-1) ?? 0;
  for (const [index, r] of [...outward].reverse().entries()) {
    const dashes: Attributes = index === 0 ? { "stroke-dasharray": "4 6" } : {};
    svg.append(
      element("circle", {
        cx: MIDDLE.x,
        cy: MIDDLE.y,
        r: r * SCALE,
        fill: fills[index] ?? "none",
        stroke: "#cbd2d9",
        ...dashes,
      }),
    );
  }
  for (const index of domains.keys()) {
    const turn = (2 * Math.PI) / domains.length;
    const [sin, cos] = [Math.sin(index * turn), Math.cos(index * turn)];
    svg.append(line(at(sin * inner, -cos * inner), at(sin * outer, -cos * outer), { stroke: "#d9e2ec" }));
  }
  for (const { words, place, anchor } of sectors(map))
    svg.append(text(words, place, { "text-anchor": anchor, fill: "#52606d" }));
}

type Anchor = "start" | "middle" | "end";

/** The sectors' names, and where each stands. */
function sectors(map: MapController): { words: string; place: Point; anchor: Anchor }[] {
  const { radii, domains } = map.scene.frame ?? { radii: [], domains: [] };
  const radius = (radii.at(-1) ?? 0) + 20;
  return domains.map((domain, index) => {
    const angle = ((index + 0.5) * 2 * Math.PI) / domains.length;
    const [x, y] = [Math.sin(angle), -Math.cos(angle)];
    const anchor = Math.abs(x) < 0.2 ? "middle" : x > 0 ? "start" : "end";
    return { words: t(`model.domain.${domain}`), place: at(x * radius, y * radius), anchor };
  });
}

function ties(svg: Element, map: MapController): void {
  for (const tie of map.mirror.ties()) {
    const [from, to] = [map.canvas.position(tie.source), map.canvas.position(tie.target)];
    const [stroke, width, dashes] = STYLE[tie.quality] ?? ["#52606d", 2, ""];
    const look: Attributes = { stroke, "stroke-width": width, ...(dashes ? { "stroke-dasharray": dashes } : {}) };
    svg.append(line(at(from.x, from.y), at(to.x, to.y), look));
  }
}

function people(svg: Element, map: MapController): void {
  for (const node of map.canvas.nodes.values()) {
    const { x, y } = at(...pair(map, node.id));
    const size = node.size ?? 20;
    const colour = (node.color ?? {}) as { background?: string; border?: string };
    const dashes = ((node.shapeProperties ?? {}) as { borderDashes?: number[] }).borderDashes;
    const look: Attributes = {
      fill: colour.background ?? "#ffffff",
      stroke: colour.border ?? "#52606d",
      "stroke-width": 2,
      ...(dashes ? { "stroke-dasharray": dashes.join(" ") } : {}),
    };
    svg.append(shape(String(node.shape), x, y, size, look));
    marks(svg, node, { x, y }, size);
  }
}

/** What is drawn on and around a person besides the shape. */
function marks(svg: Element, node: CanvasNode, { x, y }: Point, size: number): void {
  if (node.ring) {
    const width = 2 + 1.2 * Number(node.ring);
    const r = size + 3 + width / 2;
    svg.append(element("circle", { cx: x, cy: y, r, fill: "none", stroke: "#dfbd79", "stroke-width": width }));
  }
  if (node.valued)
    svg.append(text(SIGNS.valued ?? "", { x: x - size, y: y - size * 0.6 }, { "text-anchor": "middle" }));
  const shown = marksOn(node);
  if (shown.includes("left_out")) svg.append(element("circle", { cx: x, cy: y, r: size * 0.7, fill: LEFT_OUT }));
  const signs = shown.map((mark) => SIGNS[mark] ?? "");
  if (signs.length) svg.append(text(signs.join(""), { x, y: y + 7 }, { "text-anchor": "middle" }));
}

/** From here on signs are as wide as they are tall: those of East Asia, and pictures. */
const WIDE = "\u2e80";

/** How wide a text is, more or less: it is drawn by whoever opens the picture. */
const width = (words: string) => signs(words).reduce((sum, sign) => sum + (sign > WIDE ? 1.2 : 0.56), 0) * TEXT;

function labels(svg: Element, map: MapController): void {
  const wanted = [...map.canvas.nodes.values()].map((node) => {
    const { x, y } = at(...pair(map, node.id));
    return { id: node.id, text: map.name(node.id), x, y, reach: node.size ?? 20 };
  });
  const screen = { width: WIDTH, height: HEIGHT - 84, scale: SCALE };
  const measure = (words: string) => ({ width: width(words), height: TEXT * 1.15 });
  const fixed = sectors(map).map(({ words, place, anchor }) => {
    const left = { start: 0, middle: width(words) / 2, end: width(words) }[anchor];
    return { x: place.x - left, y: place.y - TEXT, width: width(words), height: TEXT * 1.3 };
  });
  for (const label of new LabelPlacer().place(wanted, fixed, screen, measure)) {
    svg.append(text(label.text, { x: label.x, y: label.y + TEXT * 0.9 }, { fill: "#1f2933" }));
  }
}

function legend(svg: Element, map: MapController): void {
  let [x, y] = [30, HEIGHT - 42];
  for (const quality of QUALITIES) {
    const [stroke, width, dashes] = STYLE[quality] ?? ["#52606d", 2, ""];
    svg.append(
      line(
        { x, y: y - 6 },
        { x: x + 34, y: y - 6 },
        { stroke, "stroke-width": width, "stroke-dasharray": dashes || "none" },
      ),
    );
    x += 42;
    x = word(svg, t(`model.quality.${quality}`), x, y);
  }
  for (const [name, which] of [
    ["kin", "dot"],
    ["other", "square"],
    ["professional", "diamond"],
    ["pet", "hexagon"],
  ] as const) {
    svg.append(shape(which, x + 8, y - 6, 8, { fill: "#fff", stroke: "#1f2933", "stroke-width": 1.5 }));
    x = word(svg, t(`map.legend.${name}`), x + 24, y);
  }
  [x, y] = [30, HEIGHT - 16];
  const nodes = [...map.canvas.nodes.values()];
  for (const [name, sign] of Object.entries(SIGNS)) {
    if (!nodes.some((node) => marksOn(node).includes(name) || node[name] === true)) continue;
    svg.append(text(sign, { x, y }, {}));
    x = word(svg, t(`map.legend.${name}`), x + 30, y);
  }
  const look = map.look.get();
  if (look)
    svg.append(text(say(look.sentence, map.name), { x: 30, y: HEIGHT - 68 }, { fill: "#52606d", "font-size": 16 }));
}

function word(svg: Element, words: string, x: number, y: number): number {
  svg.append(text(words, { x, y }, { "font-size": 16, fill: "#52606d" }));
  return x + words.length * 8.6 + 20;
}

function shape(kind: string, x: number, y: number, r: number, look: Attributes): Element {
  if (kind === "square") return element("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...look });
  if (kind === "diamond")
    return element("path", { d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`, ...look });
  if (kind !== "hexagon") return element("circle", { cx: x, cy: y, r, ...look });
  const corners = [0, 1, 2, 3, 4, 5].map(
    (i) => `${x + r * Math.cos((i * Math.PI) / 3)} ${y + r * Math.sin((i * Math.PI) / 3)}`,
  );
  return element("path", { d: `M${corners.join("L")}Z`, ...look });
}

const at = (x: number, y: number) => ({ x: MIDDLE.x + x * SCALE, y: MIDDLE.y + y * SCALE });

function pair(map: MapController, id: string): [number, number] {
  const { x, y } = map.canvas.position(id);
  return [x, y];
}

function line(a: { x: number; y: number }, b: { x: number; y: number }, look: Attributes): Element {
  return element("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...look });
}

function text(words: string, place: { x: number; y: number }, look: Attributes): Element {
  const made = element("text", { ...place, "font-family": "system-ui, sans-serif", "font-size": TEXT, ...look });
  made.textContent = words;
  return made;
}

function element(name: string, attributes: Attributes): Element {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, String(value));
  return made;
}
