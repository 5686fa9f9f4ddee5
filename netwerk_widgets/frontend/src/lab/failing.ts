/** In the place of a step that did not open: what is safe and what to do, in sentences, never a stack trace. */
import type { NotebookPanel } from "@jupyterlab/notebook";
import { t } from "../shared/words";
import { code, hasFailed } from "./book";

const CARD = "nw-failed";

/** Says it in every cell that failed, and takes it away where a cell is well again. */
export function sayFailed(panel: NotebookPanel, again: () => void): void {
  for (const cell of code(panel)) {
    cell.node.querySelector(`:scope > .${CARD}`)?.remove();
    if (hasFailed(cell)) cell.node.append(card(again));
  }
}

function card(again: () => void): HTMLElement {
  const section = document.createElement("section");
  section.className = CARD;
  section.setAttribute("role", "alert");
  const add = (tag: string, text: string) => {
    const element = document.createElement(tag);
    element.textContent = text;
    section.append(element);
    return element;
  };
  add("h2", t("lab.failed.what"));
  add("p", t("lab.failed.safe"));
  add("p", t("lab.failed.do"));
  const button = add("button", t("lab.failed.again")) as HTMLButtonElement;
  button.type = "button";
  button.className = "nw-button nw-main";
  button.addEventListener("click", again); // ends with the card
  return section;
}
