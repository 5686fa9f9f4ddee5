/** A view's questions to the kernel: what is asked alters nothing in a case, or concerns the desk. */
import type { AnyModel } from "@anywidget/types";
import { setStatus } from "../shared/page";
import { hear } from "./hear";
import { newId, type Sent } from "./wire";

type Answer = Record<string, unknown>;

export class Questions {
  private readonly waiting = new Map<string, (answer: Answer) => void>();

  constructor(
    private readonly model: AnyModel,
    signal: AbortSignal,
  ) {
    hear(model, signal, (message: { kind?: string; id?: string }, buffers) => {
      if (message.kind !== "answer" || !message.id) return;
      this.waiting.get(message.id)?.({ ...message, buffers });
      this.waiting.delete(message.id);
    });
  }

  /** The bytes of an answer stand under `buffers`. Of a view on a buffer JupyterLab would send the whole, so none is taken. */
  ask(what: string, content: Answer = {}, buffers: ArrayBuffer[] = []): Promise<Answer> {
    const id = newId("q");
    try {
      this.model.send({ ...content, kind: "ask", what, id } satisfies Sent, undefined, buffers);
    } catch {
      setStatus({ away: true });
    }
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }
}
