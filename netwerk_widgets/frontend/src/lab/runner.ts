/**
 * Runs a workbook by itself: when it opens, and when the kernel came back without its outputs. The user never
 * meets a kernel; the bar says that the connection is coming back, and it comes back.
 */
import { NotebookActions, type NotebookPanel } from "@jupyterlab/notebook";
import type { Kernel } from "@jupyterlab/services";
import { setStatus } from "../shared/page";
import { isEmpty, missing, order } from "./book";

type Context = NotebookPanel["sessionContext"];

/** How long a kernel may stay dead before a new one is started, in milliseconds. */
const PATIENCE = 1500;
/** How long a kernel that came back may be silent before the connection is made anew, in milliseconds. */
const SILENCE = 5000;
/** How long after a run that failed another is tried, in milliseconds, where no sign of life came meanwhile. */
const AGAIN = 1000;
const GONE = ["autorestarting", "restarting", "dead", "terminating"];

export class Runner {
  /** The kernel lost what the page shows: run again as soon as it answers. */
  private stale = true;
  /** It ran once: from now on a kernel that starts is another one. */
  private ran = false;
  private busy: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly panel: NotebookPanel,
    private readonly step: () => string,
    private readonly after: () => void,
  ) {
    const { sessionContext } = panel;
    sessionContext.statusChanged.connect(this.onStatus, this);
    sessionContext.connectionStatusChanged.connect(this.onConnection, this);
    sessionContext.kernelChanged.connect(this.onKernel, this);
    panel.disposed.connect(this.end, this);
    void sessionContext.ready.then(() => this.run());
  }

  /** Runs the workbook if its outputs are missing or no longer alive. */
  run(): Promise<void> {
    this.busy ??= this.runOnce()
      .catch(() => this.later()) // the kernel went away meanwhile: its next sign of life starts another run
      .finally(() => {
        this.busy = null;
      });
    return this.busy;
  }

  /** That sign may have come just before it was waited for. */
  private later(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.stale && void this.run(), AGAIN);
  }

  /** Runs the workbook, whatever is there. */
  again(): Promise<void> {
    this.stale = true;
    return this.run();
  }

  private async runOnce(): Promise<void> {
    const { sessionContext, content } = this.panel;
    const kernel = sessionContext.session?.kernel;
    if (!kernel) return this.revive();
    await kernel.info;
    if (this.ran) await answer(kernel);
    if (this.panel.isDisposed || !(this.stale || missing(this.panel))) return;
    this.stale = false;
    for (const cells of order(this.panel, this.step())) {
      // A cell that fails makes the kernel pass over those behind it: these are run by themselves.
      let left = cells;
      for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before && !this.stale; ) {
        before = left.length;
        await NotebookActions.runCells(content, left, sessionContext);
        left = left.filter(isEmpty);
      }
      this.ran = true;
      this.after();
    }
    this.panel.context.model.dirty = false;
    if (!this.stale) setStatus({ away: false });
  }

  private onStatus(_: Context, status: Kernel.Status): void {
    clearTimeout(this.timer);
    if (GONE.includes(status)) {
      this.stale = true;
      setStatus({ away: true });
      if (status === "dead") this.timer = setTimeout(() => void this.revive(), PATIENCE);
    } else if (status === "starting" && this.ran) {
      this.stale = true;
      setStatus({ away: true });
      void this.run();
    } else if (status === "idle" && this.stale) void this.run();
  }

  /** The kernel was taken away, by another window or program. */
  private onKernel(context: Context): void {
    clearTimeout(this.timer);
    if (context.session?.kernel) return;
    this.stale = true;
    setStatus({ away: true });
    this.timer = setTimeout(() => void this.revive(), PATIENCE);
  }

  private onConnection(context: Context): void {
    const kernel = context.session?.kernel;
    const connected = kernel?.connectionStatus === "connected";
    // A workbook that is being opened has its line yet to come: nothing was lost.
    if (!connected && this.ran) setStatus({ away: true });
    if (!connected) return;
    // Lab asks the kernel something and sends nothing before its answer; behind what was done meanwhile that question waits
    // for itself, a quarter of a minute long.
    (kernel as unknown as { _sendPending?: () => void })._sendPending?.();
    if (this.stale) void this.run();
    else setStatus({ away: false });
  }

  /** A kernel that is gone for good: start another; the case comes from its file. */
  private async revive(): Promise<void> {
    const { sessionContext } = this.panel;
    if (this.panel.isDisposed || sessionContext.isDisposed) return;
    await sessionContext.changeKernel({ name: "python3" });
  }

  private end(): void {
    const { sessionContext } = this.panel;
    clearTimeout(this.timer);
    clearTimeout(this.retry);
    sessionContext.statusChanged.disconnect(this.onStatus, this);
    sessionContext.connectionStatusChanged.disconnect(this.onConnection, this);
    sessionContext.kernelChanged.disconnect(this.onKernel, this);
    this.panel.disposed.disconnect(this.end, this);
  }
}

/**
 * Waits until the kernel speaks; a question that was lost with the kernel before it would be waited for in vain. The
 * server's old line to a kernel that died and its new one bear one name: where the old one reaches the new kernel last,
 * that answers to nobody, and only another line helps.
 */
async function answer(kernel: Kernel.IKernelConnection): Promise<void> {
  let limit: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, refuse) => {
    limit = setTimeout(() => void kernel.reconnect().finally(() => refuse(new Error("The kernel is silent"))), SILENCE);
  });
  await Promise.race([kernel.requestKernelInfo(), silence]).finally(() => clearTimeout(limit));
}
