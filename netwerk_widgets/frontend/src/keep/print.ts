import { onPaper } from "../shared/leaving";

/** Prints a few lines and nothing else: no address, no workbook, no case. */
export function printLines(title: string, code: string, lines: string[]): void {
  onPaper(title, (paper) => {
    const add = (tag: string, text: string, style: string) => {
      const element = paper.createElement(tag);
      element.textContent = text;
      element.style.cssText = `font-family: sans-serif; ${style}`;
      paper.body.append(element);
    };
    add("h1", title, "font-size: 22pt");
    add("p", code, "font: bold 20pt/1.7 monospace; letter-spacing: 1px; white-space: pre-wrap; width: 15cm");
    for (const line of lines) add("p", line, "font-size: 13pt; max-width: 15cm");
  });
}

/** A recovery code in lines of four groups, so that it can be read aloud and typed over. */
export function inLines(code: string): string[] {
  const groups = code.split("-");
  const lines: string[] = [];
  for (let at = 0; at < groups.length; at += 4) lines.push(groups.slice(at, at + 4).join("-"));
  return lines;
}
