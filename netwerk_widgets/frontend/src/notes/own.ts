/** The second line of the notes view: to its writer's own file, through a widget that draws nothing. */
import type { AnyModel } from "@anywidget/types";
import { Mirror } from "../case/mirror";
import { Connection } from "../kernel/connection";
import type { Ground } from "../ui/elements";
import type { Root } from "../ui/root";

const REFERENCE = "IPY_MODEL_";

/** Calls back with the own file once it is open, and with null when it is not. */
export async function connectOwn(root: Root, found: (own: Ground | null) => void): Promise<void> {
  const reference: unknown = root.model.get("secret");
  const model = await resolve(root.model, reference);
  if (!model || root.signal.aborted) return;
  const mirror = new Mirror();
  const connection: Connection = new Connection(
    model,
    {
      picture: (picture) => {
        mirror.picture(picture);
        found(picture.info ? { connection, mirror } : null);
      },
      change: (change) => mirror.change(change),
      closed: () => found(null),
    },
    root.signal,
  );
}

async function resolve(model: AnyModel, reference: unknown): Promise<AnyModel | null> {
  if (typeof reference !== "string" || !reference.startsWith(REFERENCE)) return (reference as AnyModel) ?? null;
  return (await model.widget_manager.get_model(reference.slice(REFERENCE.length))) as unknown as AnyModel;
}
