/** A note that was begun and not put down: what it was to be is in the name of its place, its words are a draft. */
import { useEffect } from "preact/hooks";
import { useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { belongings, type Kept, placed } from "../ui/typing";
import type { Draft, NotesController } from "./controller";
import { focusField } from "./keys";

/** Where the words of this note are kept: those of a private one in its writer's own file, as soon as that is open. */
export function placeOf(notes: NotesController, draft: Draft | null): Kept {
  const own = draft?.private ? notes.own.get() : null;
  const { tag, on, about, reply, goal } = draft ?? { tag: "", on: "", about: "", reply: "", goal: false };
  const kind = `${goal ? "goal" : ""} ${draft?.private ? "private" : ""}`.trim();
  const place = draft ? placed("note", notes.connection.code, tag, on, about, reply, kind) : "none";
  return { connection: own?.connection ?? notes.connection, place };
}

/** The newest note about this case that was begun. */
function begunNote(notes: NotesController): Draft | null {
  const { code } = notes.connection;
  const own = notes.own.get()?.connection;
  const found = [...page.drafts.of(false, code, "note"), ...(own ? page.drafts.of(true, own.code, "note") : [])].filter(
    ({ place }) => belongings(place)[0] === code,
  );
  const newest = found.at(-1);
  if (!newest) return null;
  const [, tag = "", on = "", about = "", reply = "", kind = ""] = belongings(newest.place);
  return { tag, on, about, reply, goal: kind.includes("goal"), private: kind.includes("private") };
}

/** After a reload the line in sight is open again, with what stood in it; whoever shut it opens it themselves. */
export function useComesBack(notes: NotesController, line: { current: HTMLElement | null }): void {
  useStore(page.drafts.version);
  const seen = useStore(notes.seen);
  const open = useStore(notes.draft);
  const begun = begunNote(notes);
  useEffect(() => {
    const fresh = page.drafts.list().every(({ place, tick }) => !tick || !place.startsWith("note:"));
    if (!open && begun && fresh && !notes.shut && line.current?.getClientRects().length) notes.draft.set(begun);
    if (open) notes.shut = true;
  }, [open, begun !== null, seen]);
}

/** The way back to it. */
export function Unfinished({ notes }: { notes: NotesController }) {
  useStore(page.drafts.version);
  const open = useStore(notes.draft);
  const begun = begunNote(notes);
  if (open || !begun) return null;
  const go = (event: MouseEvent) => {
    notes.draft.set(begun);
    focusField(event.currentTarget as Element);
  };
  return (
    <Button class="nw-notes-unfinished" onClick={go}>
      {t("notes.unfinished")}
    </Button>
  );
}
