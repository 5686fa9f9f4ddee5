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
    hear(model, signal, (message: { kind?: string; id?: string }) => {
      if (message.kind !== "answer" || !message.id) return;
      this.waiting.get(message.id)?.(message);
      this.waiting.delete(message.id);
    });
  }

  ask(what: string, content: Answer = {}): Promise<Answer> {
    const id = newId("q");
    try {
      this.model.send({ ...content, kind: "ask", what, id } satisfies Sent);
    } catch {
      setStatus({ away: true });
    }
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }
}
