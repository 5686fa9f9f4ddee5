/**
 * The JupyterLab extension: it turns a notebook with `netwerk` in its metadata into a workbook without code.
 *
 *   book      what a workbook says of itself: title, steps, neighbours
 *   desk      the workbooks open on this page: which is in front, at which step
 *   runner    runs a workbook whenever its outputs are missing, also after the kernel died
 *   bar       the top bar; cover: what lies over everything; keys: the few shortcuts
 *   events    the line to the server; lock: tells it that somebody is there, and leaves when it locks
 *   together  asks whether the client wants to look along; failing: says in a step what did not open
 *   links     from the words of a workbook to a step
 *   keeping   what is typed goes to the server and into the case file (`/netwerk/draft`)
 *   memory    what is kept on disk between two days (`/netwerk/state`)
 *   scale     how large all is: it follows the screen
 *   unfinished  what is kept and not put down yet, from the bar
 *   quiet     JupyterLab's own dialogs and shortcuts, kept out of the way
 */
import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ILabShell, JupyterFrontEnd } from "@jupyterlab/application";
import { IDocumentManager } from "@jupyterlab/docmanager";
import { INotebookTracker } from "@jupyterlab/notebook";
import { page } from "../shared/page";
import { drawBar } from "./bar";
import { drawCover } from "./cover";
import { Desk } from "./desk";
import { Line } from "./events";
import { keepDrafts } from "./keeping";
import { listen } from "./keys";
import { followLinks, openWays } from "./links";
import { keepLock } from "./lock";
import { remember } from "./memory";
import { connectionLost, keepQuiet } from "./quiet";
import { keepScale } from "./scale";
import { style } from "./style";
import { drawAsking } from "./together";
import { drawUnfinished } from "./unfinished";

const workbook: JupyterFrontEndPlugin<void> = {
  id: "netwerk-widgets:workbook",
  description: "Shows a workbook one step at a time, without code.",
  autoStart: true,
  optional: [INotebookTracker, IDocumentManager, ILabShell],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker | null,
    manager: IDocumentManager | null,
    shell: ILabShell | null,
  ) => {
    if (!tracker || !manager || !shell) return;
    const owner = new AbortController();
    style();
    keepScale(owner.signal);
    const { serverSettings } = app.serviceManager;
    const memory = remember(serverSettings, owner.signal);
    keepDrafts(serverSettings, owner.signal);
    const desk = new Desk(shell, tracker, manager, memory, owner.signal);
    drawBar(desk, owner.signal);
    const line = new Line(serverSettings, owner.signal);
    drawCover(line, owner.signal);
    keepLock(line, desk, owner.signal);
    memory.follow(line, owner.signal);
    drawAsking(owner.signal);
    drawUnfinished(owner.signal);
    listen(desk, owner.signal);
    followLinks(desk, owner.signal);
    openWays(desk, owner.signal);
    keepQuiet(desk, owner.signal);
    void app.restored.then(() => openNow(manager));
    window.addEventListener(
      "beforeunload",
      (event) => {
        const risk = page.status.get().pending > 0 || page.drafts.atRisk;
        if (risk && page.cover.get() !== "locked") event.preventDefault();
      },
      { signal: owner.signal },
    );
  },
};

/**
 * Takes the place of JupyterLab's reader of the address, which makes the file browser open the workbook a second
 * later, and again after the user has gone on (settings.py leaves the other out).
 */
const address: JupyterFrontEndPlugin<JupyterFrontEnd.ITreeResolver> = {
  id: "netwerk-widgets:address",
  description: "Leaves the workbook in the address to the workbook plugin.",
  autoStart: true,
  provides: JupyterFrontEnd.ITreeResolver,
  activate: () => ({ paths: Promise.resolve({ browser: "", file: "" }) }),
};

/** Opens the workbook that the address names; a second window of the same browser has a workspace in its address. */
function openNow(manager: IDocumentManager): void {
  const [, path] = /\/doc\/(?:workspaces\/[^/]+\/)?tree\/([^?#]+\.ipynb)$/.exec(window.location.pathname) ?? [];
  if (path) manager.openOrReveal(decodeURIComponent(path));
}

export default [workbook, address, connectionLost];
