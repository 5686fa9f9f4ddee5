/**
 * Stands before every view of the own file: draws it only while the file is open, and takes it off the page while
 * the client looks along. What was being typed, scrolled or chosen in it is there again afterwards.
 */
import { render } from "preact";
import { Mirror } from "../case/mirror";
import { hear } from "../kernel/hear";
import { Questions } from "../kernel/questions";
import { usePrefs, useStore } from "../shared/hooks";
import { page, setStatus } from "../shared/page";
import { createStore } from "../shared/store";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { NoticeBar } from "../ui/notice";
import type { Root, View } from "../ui/root";
import { Door } from "./door";
import { type Conversation, ShelfModel } from "./shelf";

export function gated(view: View): View {
  return (root) => {
    const shelf = ownShelf(root);
    const place = document.createElement("div");
    const inside = document.createElement("div");
    // A root of its own, so that what screen readers are told of the view goes off the page with it.
    inside.className = "nw-root nw-inside";
    root.element.classList.add("nw-gated");
    root.element.append(place);
    let owner: AbortController | null = null;
    const redraw = () => {
      const open = Boolean(shelf.known.get()?.current);
      const shown = open && !page.prefs.get().together;
      if (!shown) inside.remove();
      else if (!inside.isConnected) root.element.append(inside);
      if (shown && !owner) {
        owner = new AbortController();
        view({ ...root, element: inside, signal: owner.signal });
      }
      if (open || !owner) return;
      owner.abort();
      owner = null;
      inside.replaceChildren();
    };
    render(<Gate shelf={shelf} />, place);
    shelf.known.watch(redraw, root.signal);
    page.prefs.watch(redraw, root.signal);
    root.signal.addEventListener("abort", () => {
      owner?.abort();
      render(null, place);
    });
  };
}

/** The shelf of own files, as a view of one knows it; tells the page whether a file is open. */
export function ownShelf(root: Root): ShelfModel {
  const questions = new Questions(root.model, root.signal);
  const conversation: Conversation = {
    ask: (...question) => questions.ask(...question),
    notice: createStore<ReturnType<Conversation["notice"]["get"]>>(null),
    writable: createStore(true),
  };
  const shelf = new ShelfModel(conversation, new Mirror(), root, "own");
  hear(root.model, root.signal, ({ kind }) => void (kind === "closed" && shelf.refresh()));
  shelf.known.watch((known) => setStatus({ own: known?.current != null }), root.signal);
  return shelf;
}

/** Over the view whose it is; in its place, where it is closed, the way in. */
function Gate({ shelf }: { shelf: ShelfModel }) {
  const { together } = usePrefs();
  const known = useStore(shelf.known);
  if (together) return <Away />;
  if (!known) return null;
  return (
    <>
      <NoticeBar connection={shelf.connection} mirror={shelf.mirror} />
      <Door shelf={shelf} />
      {known.current && (
        <div class="nw-own-line">
          <p>
            <strong>{t("own.private")}</strong> <span class="nw-soft">{known.current.code}</span>
          </p>
          <Button onClick={() => void shelf.act("put_away")}>{t("own.put_away")}</Button>
        </div>
      )}
    </>
  );
}

/** A view that is only for the professional: off the page while the client looks along, and back as it was. */
export function withheld(view: View): View {
  return (root) => {
    const aside = document.createElement("div");
    const away = document.createElement("div");
    const redraw = () => {
      const { together } = page.prefs.get();
      if (together === away.isConnected) return;
      const [from, to] = together ? [root.element, aside] : [aside, root.element];
      away.remove();
      to.append(...from.childNodes);
      if (together) root.element.append(away);
    };
    render(<Away />, away);
    view(root);
    redraw();
    page.prefs.watch(() => {
      render(<Away />, away);
      redraw();
    }, root.signal);
    root.signal.addEventListener("abort", () => render(null, away));
  };
}

/** Says no more than that something is not here now. */
export function Away() {
  return (
    <section class="nw-card nw-own-card nw-away">
      <p>{t("ui.together.away")}</p>
    </section>
  );
}
