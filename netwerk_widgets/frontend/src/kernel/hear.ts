/** One way to hear what the kernel says to a view. */
import type { AnyModel } from "@anywidget/types";

/** Calls back with every message and the bytes beside it, until the view ends. */
export function hear<M extends { kind?: string }>(
  model: AnyModel,
  signal: AbortSignal,
  heed: (message: M, buffers: DataView[]) => void,
): void {
  model.on("msg:custom", heed as never);
  signal.addEventListener("abort", () => model.off("msg:custom", heed as never));
}
