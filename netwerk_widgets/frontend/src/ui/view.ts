/** How a view begins: its conversation with the kernel, its copy of the case, and what is drawn of both. */
import { type ComponentChild, render } from "preact";
import { Mirror } from "../case/mirror";
import { Connection, type Handlers } from "../kernel/connection";
import type { Ground } from "./elements";
import type { Root } from "./root";

/** Draws a view in its element, until it ends. */
export function draw({ element, signal }: Root, view: ComponentChild): void {
  render(view, element);
  signal.addEventListener("abort", () => render(null, element));
}

/** A view's conversation with the kernel, and a copy of the case that follows it; `first` is told of a picture before it. */
export function groundOf({ model, signal }: Pick<Root, "model" | "signal">, first?: Handlers["picture"]): Ground {
  const mirror = new Mirror();
  const handlers: Handlers = {
    picture: (picture) => {
      first?.(picture);
      mirror.picture(picture);
    },
    change: (change) => mirror.change(change),
  };
  return { connection: new Connection(model, handlers, signal), mirror };
}
