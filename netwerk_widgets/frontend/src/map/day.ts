/**
 * The same day on one sheet of A4: the map, the dilemma, what the meeting advised, the intention, the small steps and the
 * shared notes.
 *
 * Names are neutral labels, in what was written too, unless the user chose otherwise. Private notes are never on it.
 */
import { dilemmaOf } from "../case/dilemma";
import type { Mirror } from "../case/mirror";
import { together } from "../case/mirror";
import { type Annotation, INTENTION, MEETING, type Step } from "../contract";
import type { Connection } from "../kernel/connection";
import { dayOf, type Namer, t } from "../shared/words";
import type { Ground } from "../ui/elements";

export interface Part {
  title: string;
  lines: string[];
}

/** A line as it was written, and what stands around it. */
interface Line {
  text: string;
  before?: string;
  after?: string;
}

/** The parts of the sheet that have something to say; notes are those of the given day. */
export async function partsOf({ connection, mirror }: Ground, roles: boolean, day: string): Promise<Part[]> {
  const parts = written(mirror, day, (id) => mirror.called(id, !roles)).filter(({ lines }) => lines.length);
  const texts = parts.flatMap(({ lines }) => lines.flatMap(({ text, after = "" }) => [text, after]));
  const shown = roles ? texts : await unnamed(connection, texts);
  const next = () => shown.shift() ?? "";
  const whole = ({ before = "" }: Line) => `${before}${next()}${next()}`;
  return parts.map(({ title, lines }) => ({ title, lines: lines.map(whole) }));
}

/** The texts without names: the kernel knows where a text names somebody. Nothing is printed where it does not say. */
async function unnamed(connection: Connection, texts: string[]): Promise<string[]> {
  const { texts: found, error } = await connection.ask("unnamed", { texts });
  if (!Array.isArray(found) || error) throw new Error("names could not be taken out");
  return found.map(String);
}

function written(mirror: Mirror, day: string, name: Namer): { title: string; lines: Line[] }[] {
  // What the professional noted is not on the paper that is made while the client looks along.
  const today = ({ at }: Annotation) => !together() && dayOf(at) === day;
  const said = (card: string) =>
    together() ? [] : mirror.others("answer").filter((one) => one.card === card && one.text);
  const notes = mirror.others("annotation").filter(today);
  const plain = ({ text }: { text: string }): Line => ({ text });
  const advice = said(`${MEETING}advice`).filter(({ at }) => dayOf(at) === day);
  const dilemma = dilemmaOf(mirror, false);
  return [
    { title: t("map.day.dilemma"), lines: dilemma ? [{ text: dilemma }] : [] },
    { title: t("map.day.advice"), lines: advice.map(plain) },
    { title: t("map.day.intention"), lines: said(INTENTION).slice(-3).map(plain) },
    {
      title: t("map.day.steps"),
      lines: mirror
        .others("step")
        .filter(({ done, text }) => !done && text)
        .map((one) => stepLine(one, name)),
    },
    { title: t("map.day.goals"), lines: notes.filter((one) => one.goal).map(plain) },
    { title: t("map.day.notes"), lines: notes.filter((one) => !one.goal).map((one) => noteLine(mirror, one, name)) },
  ];
}

function stepLine({ text, person, by }: Step, name: Namer): Line {
  const more = [person && name(person), by].filter(Boolean).join(", ");
  return { text, after: more ? ` (${more})` : "" };
}

function noteLine(mirror: Mirror, { on, text }: Annotation, name: Namer): Line {
  return { text, before: mirror.person(on) ? `${name(on)}: ` : "" };
}

const STYLE = `@page{size:A4 portrait;margin:12mm}
body{margin:0;font:11pt/1.35 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;color:#1f2933}
main{width:186mm}h1{margin:0 0 2mm;font-size:16pt}svg{width:100%;height:auto;max-height:128mm;display:block}
section{break-inside:avoid;margin-top:3mm}h2{margin:0 0 1mm;font-size:1.1em}ul{margin:0;padding-left:5mm}
li{margin-bottom:.6mm;overflow-wrap:anywhere}footer{margin-top:3mm;font-size:8pt;color:#52606d}`;

/** How tall a sheet is within its margins, in CSS pixels of 1/96 inch, and how small letters may become to fit. */
const TALL = (273 / 25.4) * 96;
const SIZES = [11, 10, 9, 8];

/** Lays the sheet out in a page of its own, in smaller letters where it is full, and cut short where it is too full. */
export function layOut(sheet: Document, title: string, map: Node, parts: Part[]): void {
  const style = sheet.createElement("style");
  style.textContent = STYLE;
  sheet.head.append(style);
  const main = element(sheet, "main");
  main.append(element(sheet, "h1", title), map);
  for (const part of parts) {
    const list = element(sheet, "ul");
    list.append(...part.lines.map((line) => element(sheet, "li", line)));
    const section = element(sheet, "section");
    section.append(element(sheet, "h2", part.title), list);
    main.append(section);
  }
  main.append(element(sheet, "footer", t("map.day.foot")));
  sheet.body.append(main);
  fit(main);
}

function fit(main: HTMLElement): void {
  for (const size of SIZES) {
    main.style.fontSize = `${size}pt`;
    if (main.scrollHeight <= TALL) return;
  }
  for (const list of [...main.querySelectorAll("ul")].reverse()) {
    const cut = element(main.ownerDocument, "li");
    for (let left = 1; main.scrollHeight > TALL && list.childElementCount > (left > 1 ? 1 : 0); left += 1) {
      list.lastElementChild?.remove();
      if (left > 1) list.lastElementChild?.remove();
      cut.textContent = t("map.day.more", { count: left });
      list.append(cut);
    }
  }
}

function element(sheet: Document, tag: string, text = ""): HTMLElement {
  const made = sheet.createElement(tag);
  if (text) made.textContent = text;
  return made;
}
