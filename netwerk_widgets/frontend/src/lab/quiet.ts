/**
 * JupyterLab's own questions, kept out of the way while a workbook hides the code: each of them either cannot
 * arise, or is answered by doing nothing ("Cancel"), which never loses anything: the case file is the truth.
 */
import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IConnectionLost } from "@jupyterlab/application";
import { Dialog } from "@jupyterlab/apputils";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { ServerConnection } from "@jupyterlab/services";
import { setStatus } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import type { Desk } from "./desk";

/** How often a lost server is looked for, in milliseconds. */
const KNOCK = 1000;
/** After so many times without an answer, the program has ended rather than stumbled. */
const TRIES = 5;

/** The program itself is not there any more: somebody has to start it again. */
export const stopped: Store<boolean> = createStore(false);

/** Takes the place of Lab's "Server Connection Error": the bar says so, and the page waits. */
export const connectionLost: JupyterFrontEndPlugin<IConnectionLost> = {
  id: "netwerk-widgets:connection-lost",
  description: "Says in the top bar that the connection is lost, and notices when it is back.",
  autoStart: true,
  provides: IConnectionLost,
  activate: () => {
    let waiting = false;
    return async (manager) => {
      if (waiting) return;
      waiting = true;
      setStatus({ away: true });
      for (let tries = 1; !(await reachable(manager.serverSettings)); tries += 1) {
        stopped.set(tries >= TRIES);
        await new Promise((resolve) => setTimeout(resolve, KNOCK));
      }
      stopped.set(false);
      setStatus({ away: false });
      waiting = false;
    };
  },
};

async function reachable(settings: ServerConnection.ISettings): Promise<boolean> {
  try {
    return (await ServerConnection.makeRequest(`${settings.baseUrl}netwerk/state`, {}, settings)).ok;
  } catch {
    return false;
  }
}

/** Answers every dialog of Lab's with "Cancel" while the code is hidden. */
export function keepQuiet(desk: Desk, signal: AbortSignal): void {
  const answer = (_: unknown, dialog: Dialog<unknown>) => {
    if (!document.body.classList.contains("nw-bare")) return;
    // The dialog first has to wait for its answer before it can get one.
    void dialog.ready.then(() => dialog.reject());
  };
  Dialog.tracker.widgetAdded.connect(answer);
  const clear = desk.place.watch(() => document.body.classList.contains("nw-bare") && Dialog.flush());
  signal.addEventListener("abort", () => {
    clear();
    Dialog.tracker.widgetAdded.disconnect(answer);
  });
}

/** A panel with hidden code: no dialog when its kernel restarts, and a double click edits no text. */
export function hushPanel(panel: NotebookPanel): void {
  const own = panel as unknown as { _onSessionStatusChanged?: (this: NotebookPanel) => void };
  if (own._onSessionStatusChanged) {
    panel.sessionContext.statusChanged.disconnect(own._onSessionStatusChanged, panel);
  }
  const owner = new AbortController();
  panel.disposed.connect(() => owner.abort());
  panel.node.addEventListener(
    "dblclick",
    (event) => {
      const target = event.target as Element;
      if (document.body.classList.contains("nw-bare") && target.closest(".jp-MarkdownCell")) event.stopPropagation();
    },
    { capture: true, signal: owner.signal },
  );
}
