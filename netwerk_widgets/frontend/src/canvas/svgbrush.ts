/**
 * A brush for paper: each stroke, area and word becomes an element of an SVG picture, in the order in which a canvas
 * would be painted. Every text is set through the DOM, so a role cannot become markup.
 */
import type { Brush } from "./brush";

export type Attributes = Record<string, string | number>;

const NS = "http://www.w3.org/2000/svg";
const ANCHORS: Record<string, string> = { center: "middle", right: "end", end: "end" };

export class SvgBrush implements Brush {
  // What a canvas paints with before anything is said.
  strokeStyle: Brush["strokeStyle"] = "#000000";
  fillStyle: Brush["fillStyle"] = "#000000";
  lineWidth = 1;
  lineCap: Brush["lineCap"] = "butt";
  lineJoin: Brush["lineJoin"] = "miter";
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign: Brush["textAlign"] = "start";
  textBaseline: Brush["textBaseline"] = "alphabetic";
  private dashes: number[] = [];
  private path: string[] = [];
  private readonly kept: object[] = [];
  /** Measures words, and is painted on by nobody. */
  private readonly ruler = document.createElement("canvas").getContext("2d");

  constructor(private readonly parent: Element) {}

  save(): void {
    const { parent: _parent, path: _path, kept, ruler: _ruler, ...style } = this;
    kept.push(style);
  }

  restore(): void {
    Object.assign(this, this.kept.pop());
  }

  setLineDash(dashes: number[]): void {
    this.dashes = dashes;
  }

  beginPath(): void {
    this.path = [];
  }

  closePath(): void {
    if (this.path.length) this.path.push("Z");
  }

  moveTo(x: number, y: number): void {
    this.go("M", x, y);
  }

  lineTo(x: number, y: number): void {
    this.go(this.path.length ? "L" : "M", x, y);
  }

  quadraticCurveTo(...points: [number, number, number, number]): void {
    this.go("Q", ...points);
  }

  bezierCurveTo(...points: [number, number, number, number, number, number]): void {
    this.go("C", ...points);
  }

  /** Clockwise; a whole circle is two halves, since an arc that ends where it begins is nothing to SVG. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const turn = to - from >= 2 * Math.PI ? 2 * Math.PI : (to - from + 2 * Math.PI) % (2 * Math.PI);
    this.lineTo(x + radius * Math.cos(from), y + radius * Math.sin(from));
    for (const angle of [from + turn / 2, from + turn])
      this.go("A", radius, radius, 0, 0, 1, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    for (const [dx, dy] of [[width, 0] as const, [width, height] as const, [0, height] as const])
      this.lineTo(x + dx, y + dy);
    this.closePath();
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.min(radius, width / 2, height / 2);
    const quarter = Math.PI / 2;
    this.moveTo(x + r, y);
    this.arc(x + width - r, y + r, r, -quarter, 0);
    this.arc(x + width - r, y + height - r, r, 0, quarter);
    this.arc(x + r, y + height - r, r, quarter, 2 * quarter);
    this.arc(x + r, y + r, r, 2 * quarter, 3 * quarter);
    this.closePath();
  }

  fill(): void {
    this.add("path", { d: this.path.join(""), ...paint("fill", this.fillStyle) });
  }

  stroke(): void {
    this.add("path", { d: this.path.join(""), fill: "none", ...this.line() });
  }

  fillRect(...box: [number, number, number, number]): void {
    this.beginPath();
    this.rect(...box);
    this.fill();
  }

  fillText(words: string, x: number, y: number): void {
    this.write(words, x, y, paint("fill", this.fillStyle));
  }

  strokeText(words: string, x: number, y: number): void {
    this.write(words, x, y, { fill: "none", ...this.line() });
  }

  measureText(words: string): TextMetrics {
    if (!this.ruler) throw new Error("nothing to measure words with");
    Object.assign(this.ruler, { font: this.font, textBaseline: this.textBaseline });
    return this.ruler.measureText(words);
  }

  /** How far under the height that is asked for letters stand: not every program knows SVG's own word for it. */
  private drop(): number {
    const asked = this.measureText("x").fontBoundingBoxAscent;
    const { textBaseline } = this;
    this.textBaseline = "alphabetic";
    const plain = this.measureText("x").fontBoundingBoxAscent;
    this.textBaseline = textBaseline;
    return plain - asked;
  }

  private write(words: string, x: number, y: number, look: Attributes): void {
    const [, bold, size = "10", family = ""] = /^(bold )?([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const letters: Attributes = { "font-family": family, "font-size": short(Number(size)) };
    if (bold) letters["font-weight"] = "bold";
    const anchor = ANCHORS[this.textAlign];
    if (anchor) letters["text-anchor"] = anchor;
    const made = this.add("text", { x: short(x), y: short(y + this.drop()), ...letters, ...look });
    made.textContent = words;
  }

  private line(): Attributes {
    const look: Attributes = { ...paint("stroke", this.strokeStyle), "stroke-width": short(this.lineWidth) };
    if (this.dashes.some(Boolean)) look["stroke-dasharray"] = this.dashes.map(short).join(" ");
    if (this.lineCap !== "butt") look["stroke-linecap"] = this.lineCap;
    if (this.lineJoin !== "miter") look["stroke-linejoin"] = this.lineJoin;
    return look;
  }

  private go(letter: string, ...figures: number[]): void {
    this.path.push(letter + figures.map(short).join(" "));
  }

  private add(name: string, attributes: Attributes): Element {
    const alpha: Attributes = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {};
    const made = element(name, { ...attributes, ...alpha });
    this.parent.append(made);
    return made;
  }
}

export function element(name: string, attributes: Attributes): Element {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A colour that is seen through is told in two, which every program understands. */
function paint(what: "fill" | "stroke", style: Brush["fillStyle"]): Attributes {
  const [, colour, through] = /^rgba\((.+),\s*([\d.]+)\)$/.exec(String(style)) ?? [];
  if (!colour || !through) return { [what]: String(style) };
  return { [what]: `rgb(${colour})`, ...(Number(through) < 1 ? { [`${what}-opacity`]: through } : {}) };
}

function short(figure: number): number {
  return Math.round(figure * 100) / 100;
}
