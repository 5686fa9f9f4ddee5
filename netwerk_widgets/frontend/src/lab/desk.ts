/** The workbooks that are open on this page: which one is in front, and at which step it stands. */
import type { ILabShell } from "@jupyterlab/application";
import type { IDocumentManager } from "@jupyterlab/docmanager";
import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { type Book, failed, readBook, showStep, stepsOf, stepTitle } from "./book";
import { sayFailed } from "./failing";
import { leaveField } from "./keeping";
import type { Memory } from "./memory";
import { hushPanel } from "./quiet";
import { Runner } from "./runner";

const NO_SHORTCUTS = "data-lm-suppress-shortcuts";
/** The headings that took the focus once: a shortcut of Lab's for what has the focus matches there first. */
const FOCUSED = ".jp-RenderedMarkdown [tabindex='-1']";

export interface Place {
  book: Book;
  steps: string[];
  index: number;
  /** A cell of this workbook ended in an error. */
  failed: boolean;
  /** The workbook was run: its maps are there. */
  ready: boolean;
}

interface Open {
  panel: NotebookPanel;
  book: Book;
  runner: Runner;
  step: string;
  ready: boolean;
}

export class Desk {
  /** Where the user is; null where an ordinary notebook, or nothing, is in front. */
  readonly place: Store<Place | null> = createStore<Place | null>(null);
  /** The code of the workbook is shown, with JupyterLab around it. */
  readonly code: Store<boolean> = createStore(false);
  private readonly opened = new Map<NotebookPanel, Open>();
  /** What is being loaded: until it is known what it is, the bar stays as it was. */
  private readonly coming = new Set<NotebookPanel>();

  constructor(
    private readonly shell: ILabShell,
    private readonly tracker: INotebookTracker,
    private readonly manager: IDocumentManager,
    private readonly memory: Memory,
    signal: AbortSignal,
  ) {
    tracker.widgetAdded.connect(this.onAdded, this);
    tracker.currentChanged.connect(this.refresh, this);
    tracker.forEach((panel) => void this.onAdded(tracker, panel));
    page.prefs.watch(() => this.refresh(), signal);
    this.code.watch(() => this.frame(), signal);
    signal.addEventListener("abort", () => {
      tracker.widgetAdded.disconnect(this.onAdded, this);
      tracker.currentChanged.disconnect(this.refresh, this);
    });
  }

  /** To the next step, or at the last one to the next workbook. */
  next(): void {
    this.move(1);
  }

  previous(): void {
    this.move(-1);
  }

  /** Runs the workbook in front once more, where a cell of it failed. */
  again(): void {
    void this.front()?.runner.again();
  }

  /** To this step of the workbook in front. */
  go(step: string): void {
    const open = this.front();
    if (!open || open.step === step || !stepsOf(open.panel).includes(step)) return;
    leaveField();
    open.step = step;
    this.refresh();
    this.focus(open);
  }

  /** Opens a workbook on the same kernel: at a step, at its last one (`end`), or else at its first. */
  open(name: string, at: { step?: string; end?: boolean } = {}): void {
    if (at.step && this.place.get()?.book.name === name) return this.go(at.step);
    if (at.step) this.memory.keepStep(name, at.step);
    // What is not here yet cannot be fetched now, and the screen would stay empty; the bar says why.
    const here = [...this.opened.values()].some(({ book }) => book.name === name);
    if (page.status.get().away && !here) return;
    leaveField();
    const kernel = this.front()?.panel.sessionContext.session?.kernel;
    const widget = this.manager.openOrReveal(`${name}.ipynb`, "Notebook", kernel ? { id: kernel.id } : undefined);
    const open = [...this.opened.values()].find((candidate) => candidate.panel === widget);
    if (!open) return;
    const steps = stepsOf(open.panel);
    open.step = at.step || ((at.end ? steps.at(-1) : steps[0]) ?? "");
    this.shell.activateById(open.panel.id);
    this.refresh();
    this.focus(open);
  }

  /** The steps of the workbook in front, as they are called. */
  contents(): { step: string; title: string }[] {
    const open = this.front();
    if (!open) return [];
    const { lang } = page.prefs.get();
    return stepsOf(open.panel).map((step) => ({ step, title: stepTitle(open.panel, step, lang) }));
  }

  private move(by: number): void {
    const place = this.place.get();
    if (!place) return;
    const step = place.steps[place.index + by];
    if (step) this.go(step);
    else if (by > 0 && place.book.next) this.open(place.book.next);
    else if (by < 0 && place.book.previous) this.open(place.book.previous, { end: true });
  }

  private front(): Open | undefined {
    const current = this.tracker.currentWidget;
    return current ? this.opened.get(current) : undefined;
  }

  private async onAdded(_: INotebookTracker, panel: NotebookPanel): Promise<void> {
    this.coming.add(panel);
    panel.disposed.connect(() => this.coming.delete(panel));
    await Promise.all([panel.context.ready, this.memory.ready]);
    this.coming.delete(panel);
    const book = readBook(panel);
    if (!book || panel.isDisposed) return this.refresh();
    const steps = stepsOf(panel);
    const kept = this.memory.step(book.name);
    const step = steps.includes(kept) ? kept : (steps[0] ?? "");
    const at = () => this.opened.get(panel)?.step ?? step;
    const runner = new Runner(panel, at, () => this.ran(panel));
    this.opened.set(panel, { panel, book, step, ready: false, runner });
    panel.disposed.connect(() => this.opened.delete(panel));
    panel.addClass("nw-book");
    hushPanel(panel);
    this.refresh();
  }

  private ran(panel: NotebookPanel): void {
    const open = this.opened.get(panel);
    if (open) open.ready = true;
    this.refresh();
  }

  private refresh(): void {
    const open = this.front();
    const place = this.place.get();
    const { currentWidget } = this.tracker;
    if (place && currentWidget && this.coming.has(currentWidget)) return this.place.set({ ...place, ready: false });
    if (open) {
      const steps = stepsOf(open.panel);
      showStep(open.panel, open.step, page.prefs.get().lang);
      this.memory.keepStep(open.book.name, open.step);
      page.step.set(`${open.book.name} ${open.step}`);
      sayFailed(open.panel, () => this.again());
      const index = steps.indexOf(open.step);
      this.place.set({ book: open.book, steps, index, failed: failed(open.panel), ready: open.ready });
    } else this.place.set(null);
    this.frame();
  }

  /** Takes JupyterLab's own frame away, or gives it back around the code. */
  private frame(): void {
    const bare = this.place.get() !== null && !this.code.get();
    document.body.classList.toggle("nw-mode", this.place.get() !== null);
    document.body.classList.toggle("nw-bare", bare);
    document.body.toggleAttribute(NO_SHORTCUTS, bare);
    for (const { panel } of this.opened.values()) {
      panel.toolbar.setHidden(bare);
      // Lumino looks from the focus upwards and stops at the first match: so every step of the way says no.
      for (const part of [panel, panel.content, ...panel.content.widgets])
        part.node.toggleAttribute(NO_SHORTCUTS, bare);
      for (const heading of panel.node.querySelectorAll(FOCUSED)) heading.toggleAttribute(NO_SHORTCUTS, bare);
    }
    if (!this.place.get()) return;
    this.shell.mode = "single-document";
    this.shell.collapseLeft();
    this.shell.collapseRight();
    for (const side of ["left", "right"] as const) {
      if (this.shell.isSideTabBarVisible(side) === bare) this.shell.toggleSideTabBarVisibility(side);
    }
    for (const part of this.shell.children()) {
      if (["jp-top-panel", "jp-menu-panel", "jp-bottom-panel"].includes(part.id)) part.setHidden(bare);
    }
    // What changes nothing of the frame, such as hiding names, shall not make every map measure and draw itself anew.
    const framed = `${bare} ${this.tracker.currentWidget?.id}`;
    if (framed !== this.framed) window.dispatchEvent(new Event("resize"));
    this.framed = framed;
  }
  private framed = "";

  /** The step's heading takes the focus, so a reader begins where the step begins. */
  private focus(open: Open): void {
    const heading = showStep(open.panel, open.step, page.prefs.get().lang);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.toggleAttribute(NO_SHORTCUTS, document.body.hasAttribute(NO_SHORTCUTS));
    heading.focus({ preventScroll: true });
    open.panel.content.node.querySelector(".jp-WindowedPanel-outer")?.scrollTo(0, 0);
  }
}
