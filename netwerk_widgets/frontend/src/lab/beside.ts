/**
 * A step whose words stand beside the view, over the head of the view's own side panel: the view gets the whole
 * screen, and is told in `--netwerk-text-height` how much of its right-hand column is taken.
 */
import type { NotebookPanel } from "@jupyterlab/notebook";

const GAP = 12;
const observers = new WeakMap<NotebookPanel, ResizeObserver>();

export function layBeside(panel: NotebookPanel, words: HTMLElement | null): void {
  observers.get(panel)?.disconnect();
  panel.node.classList.toggle("nw-beside", words !== null);
  const tell = () => {
    const height = words ? `${words.offsetHeight + GAP}px` : "0px";
    panel.node.style.setProperty("--netwerk-text-height", height);
  };
  tell();
  if (!words) return;
  const observer = new ResizeObserver(tell);
  observer.observe(words);
  observers.set(panel, observer);
  panel.disposed.connect(() => observer.disconnect());
}
