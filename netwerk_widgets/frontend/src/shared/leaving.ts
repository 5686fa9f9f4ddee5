/** What leaves the page: a file to the browser's downloads, or a sheet to the printer. */

export function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Prints a page of its own in a frame, so that nothing of the screen is on the paper. */
export function onPaper(title: string, draw: (sheet: Document) => void): void {
  const frame = paperFrame();
  const sheet = frame.contentDocument;
  if (!sheet) return frame.remove();
  sheet.title = title;
  draw(sheet);
  printFrame(frame);
}

/** Prints a page that is made of this text, in which nothing can run whatever stands in it. */
export function printPage(html: string): void {
  const frame = paperFrame({ sandbox: "allow-same-origin allow-modals", srcdoc: html });
  frame.addEventListener("load", () => printFrame(frame), { once: true });
}

function paperFrame(attributes: Record<string, string> = {}): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.className = "nw-print";
  for (const [name, value] of Object.entries({ "aria-hidden": "true", ...attributes })) frame.setAttribute(name, value);
  document.body.append(frame);
  return frame;
}

function printFrame(frame: HTMLIFrameElement): void {
  frame.contentWindow?.addEventListener("afterprint", () => frame.remove(), { once: true });
  frame.contentWindow?.print();
}
