/**
 * How a label can read and where it can stand. All in pixels of the screen.
 *
 * One rule holds for every spot: of all symbols the label's own is nearest to it, from middle and from border, and no
 * more than a line of its letters lies between them. So nobody in the room reads a name as another one's.
 */
import { signs } from "../shared/signs";
import { around, type Box, Boxes, distance, wider } from "./boxes";

export interface Wanted {
  id: string;
  text: string;
  /** The node's middle and how far it reaches. */
  x: number;
  y: number;
  reach: number;
  /** Whoever is chosen does not go without a label. */
  chosen?: boolean;
  /** What stands in place of the words where there is no room for any; they are then in the key (see drawing/key). */
  number?: string;
}

/** How a label reads: as a whole, in two lines, by its beginning, or as a number. */
export type Form = "whole" | "lines" | "cut" | "short" | "number";

export interface Placed extends Box {
  id: string;
  /** What is read; lines are parted by a line break. */
  text: string;
  form: Form;
  spot: number;
}

/** A label's text in one form, how large that is, and how high one line of it. */
export interface Reading {
  form: Form;
  text: string;
  width: number;
  height: number;
  line: number;
}

export type Measure = (text: string) => { width: number; height: number };

/** What the labels must keep within. */
export interface Field {
  width: number;
  height: number;
}

/** In this order, the best first; and what each is worth less than all words in one line. */
export const FORMS: readonly Form[] = ["whole", "lines", "cut", "short", "number"];
export const WORSE: Record<Form, number> = { whole: 0, lines: 0.15, cut: 1, short: 1.4, number: 3 };
/** How many signs are kept of a text that is cut. */
const KEPT: Partial<Record<Form, number>> = { cut: 9, short: 6 };

/** How a label reads in this form; null where that is no shorter than a better one. */
export function reading({ text, number }: Wanted, form: Form, measure: Measure): Reading | null {
  const words = form === "number" ? number : form === "lines" ? inTwo(text, measure) : begun(text, KEPT[form]);
  if (!words) return null;
  const lines = words.split("\n").map(measure);
  const [{ height: line = 0 } = {}] = lines;
  return { form, text: words, width: Math.max(...lines.map(({ width }) => width)), height: line * lines.length, line };
}

/** All of it, or its beginning and the sign that there is more. */
function begun(text: string, kept?: number): string | null {
  if (kept === undefined) return text;
  const all = signs(text);
  if (all.length <= kept) return null;
  const shown = all.slice(0, kept - 1).join("");
  return `${shown.trimEnd()}…`;
}

/** In two lines as even as its words allow. */
function inTwo(text: string, measure: Measure): string | null {
  const words = text.split(" ");
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < words.length; at += 1) {
    const lines = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    const widest = Math.max(...lines.map((line) => measure(line).width));
    if (widest < least) [least, best] = [widest, lines.join("\n")];
  }
  return best;
}

type Spot = (label: Wanted, size: Reading) => [x: number, y: number];

/** How far off, in lines of its letters, and how far aside, in halves of its width or height. */
const OFF = [0, 0.4, 0.8];
const ASIDE = [0, 0.35, -0.35, 0.7, -0.7, 1, -1];
const LEVELS = [0, 0.6, -0.6, 1.2, -1.2];
const GAP = 2;
const DIAGONAL = [0.6, 0.7] as const;

/** From the best to the worst: close by before farther off; below, above, beside, slanting. */
const SPOTS: Spot[] = [];
for (const off of OFF) {
  const gap = (size: Reading) => GAP + off * size.line;
  const aside = (label: Wanted, size: Reading, part: number) => label.x - size.width / 2 + (part * size.width) / 2;
  const level = (label: Wanted, size: Reading, part: number) => label.y - size.height / 2 + (part * size.height) / 2;
  const below =
    (part: number): Spot =>
    (l, s) => [aside(l, s, part), l.y + l.reach + gap(s)];
  const above =
    (part: number): Spot =>
    (l, s) => [aside(l, s, part), l.y - l.reach - gap(s) - s.height];
  const right =
    (part: number): Spot =>
    (l, s) => [l.x + l.reach + gap(s), level(l, s, part)];
  const left =
    (part: number): Spot =>
    (l, s) => [l.x - l.reach - gap(s) - s.width, level(l, s, part)];
  const slanting =
    (across: 1 | -1, down: 1 | -1): Spot =>
    (l, s) => {
      const [x, y] = [
        l.x + across * (l.reach * DIAGONAL[0] + gap(s) - GAP),
        l.y + down * (l.reach * DIAGONAL[1] + gap(s) - GAP),
      ];
      return [across > 0 ? x : x - s.width, down > 0 ? y : y - s.height];
    };
  SPOTS.push(below(0), above(0), right(0), left(0));
  SPOTS.push(slanting(1, 1), slanting(-1, 1), slanting(1, -1), slanting(-1, -1));
  for (const part of ASIDE.slice(1)) SPOTS.push(below(part), above(part));
  for (const part of LEVELS.slice(1)) SPOTS.push(right(part), left(part));
}
/** On the symbol itself, in its middle or towards a side: for a number with no room beside it. */
const WITHIN = SPOTS.length;
for (const reach of [0, 0.5, 1]) {
  for (let turn = 0; turn < (reach ? 8 : 1); turn += 1) {
    const [dx, dy] = [reach * Math.cos((turn * Math.PI) / 4), reach * Math.sin((turn * Math.PI) / 4)];
    SPOTS.push((l, s) => [
      l.x + dx * (l.reach + s.width / 3) - s.width / 2,
      l.y + dy * (l.reach + s.height / 3) - s.height / 2,
    ]);
  }
}

/** The places close by, for many people; and those just beside the symbol, for very many. */
export const CLOSE = WITHIN / OFF.length;
export const NEAR = 8;

/** What stands on the screen already: the symbols, and what else a label keeps clear of. */
export class Ground {
  private readonly symbols: Boxes<Box & { of: Wanted }>;
  private readonly fixed: Boxes<Box>;

  constructor(
    symbols: Wanted[],
    fixed: Box[],
    private readonly field: Field,
  ) {
    this.symbols = new Boxes(symbols.map((of) => ({ ...around(of, of.reach), of })));
    this.fixed = new Boxes(fixed);
  }

  /** The label in this form on this spot; null where it may not stand there. */
  at(label: Wanted, size: Reading, spot: number): Placed | null {
    const [x, y] = (SPOTS[spot] as Spot)(label, size);
    const placed = {
      id: label.id,
      x,
      y,
      width: size.width,
      height: size.height,
      text: size.text,
      form: size.form,
      spot,
    };
    return this.allows(placed, label, size) ? placed : null;
  }

  /** All places where a label may stand in this form, the best first. */
  *places(label: Wanted, size: Reading, count = SPOTS.length): Iterable<Placed> {
    for (let spot = 0; spot < (size.form === "number" ? SPOTS.length : Math.min(count, WITHIN)); spot += 1) {
      const placed = this.at(label, size, spot);
      if (placed) yield placed;
    }
  }

  private allows(box: Placed, label: Wanted, { line }: Reading): boolean {
    const { width, height } = this.field;
    if (box.x < 1 || box.y < 1 || box.x + box.width > width - 1 || box.y + box.height > height - 1) return false;
    const own = distance(box, label);
    const gap = own - label.reach;
    if (gap > line || this.fixed.some(box, () => true)) return false;
    if (box.spot >= WITHIN)
      return !this.symbols.some(wider(box, own + 1), ({ of }) => of.id !== label.id && distance(box, of) <= own + 1);
    // Who is as near as its own: by the middle, or by the border of what is drawn. Whoever is drawn large reaches far.
    return !this.symbols.some(wider(box, own), ({ of }) => {
      if (of.id === label.id) return false;
      const to = distance(box, of);
      return to <= own || to - of.reach <= Math.max(gap, 0) || to < CORE * of.reach;
    });
  }
}

/** No other label stands on what is drawn of somebody, save on the corners of the box around a symbol. */
const CORE = 0.95;

/** Where somebody is drawn, save for the corners. */
export function core(label: Wanted): Box {
  return around(label, label.reach * 0.9);
}
