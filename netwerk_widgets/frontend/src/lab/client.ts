/**
 * The words of a step while the client looks along: those that were written for that, or else only the step's
 * heading and its questions (what stands in bold).
 */
import type { NotebookPanel } from "@jupyterlab/notebook";
import { page } from "../shared/page";

type Cell = NotebookPanel["content"]["widgets"][number];

const SHORT = "nw-short-words";
const HEADING = /^#{1,3}\s+(.+?)\s*#*$/m;
const BOLD = /\*\*(.+?)\*\*/g;

/** Those of a step's cells that show now. */
export function inSight(cells: Cell[]): Cell[] {
  const forClient = (cell: Cell) => with_(cell) === "client";
  const spoken = page.prefs.get().together && cells.some(forClient);
  return cells.filter((cell) => cell.model.type !== "markdown" || forClient(cell) === spoken);
}

/** Leaves of a cell's words the heading and the questions, or gives it all its words back. */
export function speakPlainly(cell: Cell): void {
  const plain = page.prefs.get().together && cell.model.type === "markdown" && with_(cell) !== "client";
  cell.toggleClass("nw-short", plain);
  cell.node.querySelector(`:scope > .${SHORT}`)?.remove();
  if (plain) cell.node.append(shortened(cell.model.sharedModel.getSource()));
}

/** The heading of these words. */
export function headingOf(cells: Cell[]): string {
  const words = cells.filter(({ model }) => model.type === "markdown");
  return words.map((cell) => HEADING.exec(cell.model.sharedModel.getSource())?.[1] ?? "").find(Boolean) ?? "";
}

function with_(cell: Cell): unknown {
  const found = cell.model.getMetadata("netwerk") as Record<string, unknown> | undefined;
  return found?.with;
}

function shortened(source: string): HTMLElement {
  const words = document.createElement("div");
  words.className = `${SHORT} jp-RenderedMarkdown`;
  const add = (tag: string, text: string, into: HTMLElement = words) => {
    const element = document.createElement(tag);
    element.textContent = text;
    into.append(element);
    return element;
  };
  const heading = HEADING.exec(source)?.[1];
  if (heading) add("h2", heading);
  // What stands in bold within a link or a list is a choice for the professional, and no question.
  const paragraphs = source.split(/\n\s*\n/).filter((text) => !/^\s*([-*]\s|\d+\.\s|#)/.test(text));
  for (const [, question = ""] of paragraphs.join("\n\n").matchAll(BOLD)) add("strong", question, add("p", ""));
  return words;
}
