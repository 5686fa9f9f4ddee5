/**
 * What a workbook says of itself, in the notebook's metadata:
 *
 *   notebook  netwerk: {workbook: "00_start", title: by language, next?: "01_...", previous?: "...",
 *             opens?: the step that takes in the file of `netwerk open FILE`}
 *   cell      netwerk: {step: "kaart", lang?: a language, with?: "client",
 *             layout?: "beside" | "top" | "left" | "head" | "main" | "right"}
 *
 * Cells with the same step make one screen. A markdown cell with `lang` shows in that language only. With
 * `layout: "beside"` on its code cell a step's words stand over the view's side panel, otherwise above the view. Code
 * cells with `left`, `main` and `right` stand side by side under the words: a guide, the map, and what is noted. `top`
 * is a strip above all three and `head` stands over the last two; with a strip the words are for screen readers only.
 * A markdown cell `with: "client"` takes the place of a step's words while the client looks along; where there is
 * none, the step's heading and its question in bold stay.
 */
import type { NotebookPanel } from "@jupyterlab/notebook";
import type { Language } from "../contract";
import { layBeside } from "./beside";
import { headingOf, inSight, speakPlainly } from "./client";

export interface Book {
  name: string;
  /** By language. */
  title: Record<string, string>;
  next: string;
  previous: string;
}

interface Place {
  step: string;
  lang: string;
  layout: string;
}

const COLUMNS = ["top", "left", "head", "main", "right"];

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The workbook in this panel, or null where it is an ordinary notebook. */
export function readBook(panel: NotebookPanel): Book | null {
  const found = record(panel.context.model.getMetadata("netwerk"));
  const name = text(found.workbook);
  if (!name) return null;
  const titles = Object.entries(record(found.title)).filter(([, title]) => text(title)) as [string, string][];
  return {
    name,
    title: Object.fromEntries(titles),
    next: text(found.next),
    previous: text(found.previous),
  };
}

type Cell = NotebookPanel["content"]["widgets"][number];

function placeOf(cell: Cell): Place {
  const found = record(cell.model.getMetadata("netwerk"));
  return { step: text(found.step), lang: text(found.lang), layout: text(found.layout) };
}

function isIn(place: Place, step: string, language: Language): boolean {
  return place.step === step && (!place.lang || place.lang === language);
}

/** The steps in the order of their first cell. */
export function stepsOf(panel: NotebookPanel): string[] {
  return [...new Set(panel.content.widgets.map((cell) => placeOf(cell).step))].filter(Boolean);
}

/** What a step is called on this screen. */
export function stepTitle(panel: NotebookPanel, step: string, language: Language): string {
  return headingOf(inSight(panel.content.widgets.filter((cell) => isIn(placeOf(cell), step, language)))) || step;
}

/** Shows the cells of one step in one language, and gives the step's heading. */
export function showStep(panel: NotebookPanel, step: string, language: Language): HTMLElement | null {
  let heading: HTMLElement | null = null;
  let words: HTMLElement | null = null;
  const layouts = new Set<string>();
  const { widgets } = panel.content;
  const inStep = widgets.filter((cell) => isIn(placeOf(cell), step, language));
  const shown = new Set(inSight(inStep));
  for (const cell of widgets) {
    const place = placeOf(cell);
    const here = shown.has(cell);
    cell.toggleClass("nw-off", !here);
    cell.toggleClass("nw-fill", here && cell.model.type === "code");
    for (const column of COLUMNS) cell.toggleClass(`nw-${column}`, here && place.layout === column);
    if (!here) continue;
    speakPlainly(cell);
    if (cell.model.type === "markdown") words ??= cell.node;
    layouts.add(place.layout);
    const spoken = cell.node.querySelector(":scope > .nw-short-words") ?? cell.node;
    heading ??= spoken.querySelector<HTMLElement>("h1, h2, h3");
  }
  for (const column of COLUMNS) panel.node.classList.toggle(`nw-with-${column}`, layouts.has(column));
  layBeside(panel, layouts.has("beside") ? words : null);
  return heading;
}

/** The code cells of a workbook that were not run, or whose outputs are gone. */
export function missing(panel: NotebookPanel): boolean {
  return code(panel).some(isEmpty);
}

export function code(panel: NotebookPanel): Cell[] {
  return panel.content.widgets.filter(
    (cell) => cell.model.type === "code" && cell.model.sharedModel.getSource().trim(),
  );
}

/** The code cells in the order in which they run: what belongs to no step, the step in front, then the others. */
export function order(panel: NotebookPanel, step: string): [first: Cell[], later: Cell[]] {
  const first = code(panel).filter((cell) => ["", step].includes(placeOf(cell).step));
  return [first, code(panel).filter((cell) => !first.includes(cell))];
}

/** Whether a cell of the workbook ended in an error. */
export function failed(panel: NotebookPanel): boolean {
  return code(panel).some(hasFailed);
}

export function isEmpty(cell: Cell): boolean {
  return outputsOf(cell).length === 0;
}

export function hasFailed(cell: Cell): boolean {
  return outputsOf(cell).some((output) => output.output_type === "error");
}

function outputsOf(cell: Cell): { output_type?: unknown }[] {
  const outputs = record(cell.model.toJSON()).outputs;
  return Array.isArray(outputs) ? (outputs as { output_type?: unknown }[]) : [];
}
