/** Notes beside a map: what was noted so far, and below it the line in which the next one is written. */
import { useEffect, useState } from "preact/hooks";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Fold } from "../ui/elements";
import { FoldButton, foldedClass, useFolding } from "../ui/folding";
import { NoticeBar, SpokenChanges } from "../ui/notice";
import type { Root } from "../ui/root";
import { draw } from "../ui/view";
import { Composer } from "./composer";
import { type Note, NotesController } from "./controller";
import { EVERYTHING, Filters, fits, type Wanted } from "./filter";
import { Goals } from "./goals";
import { NoteItem } from "./item";
import { listenToKeys } from "./keys";
import { Unfinished } from "./unfinished";
import { Ways } from "./ways";

export function notesView(root: Root): void {
  const notes = new NotesController(root);
  listenToKeys(notes, root.element, root.signal);
  draw(root, <NotesView notes={notes} goals={root.model.get("goals") === true} />);
}

function NotesView({ notes, goals }: { notes: NotesController; goals: boolean }) {
  const ground = { connection: notes.connection, mirror: notes.mirror };
  const folding = useFolding("notes", notes.connection);
  if (usePrefs().together) return <p class="nw-soft">{t("notes.with_client")}</p>;
  return (
    <section class={`nw-view nw-notes-view ${foldedClass(folding)}`} aria-label={t("notes.title")}>
      <FoldButton {...folding} what={t("notes.title")} />
      <NoticeBar {...ground} />
      <SpokenChanges {...ground} />
      <div class="nw-notes-head">
        {goals && <Goals notes={notes} open />}
        <Unfinished notes={notes} />
        {goals ? (
          <Fold title={t("notes.more_notes")}>
            <Ways notes={notes} />
          </Fold>
        ) : (
          <Ways notes={notes} />
        )}
      </div>
      <Pinned notes={notes} goals={!goals} />
      <Composer notes={notes} />
    </section>
  );
}

/** The notes themselves, which always have half of the column, with the goals after them. Private ones are on no screen with hidden names: not even as an empty line. */
function Pinned({ notes, goals }: { notes: NotesController; goals: boolean }) {
  const { hideNames } = usePrefs();
  useStore(notes.version);
  const [wanted, setWanted] = useState<Wanted>(EVERYTHING);
  const all = notes.notes().filter((note) => !note.goal && !(hideNames && note.private));
  const shown = all.filter((note) => !note.reply && fits(note, wanted));
  const list = useFollowing(shown.length);
  const answers = (note: Note) => all.filter(({ reply }) => reply === note.id);
  return (
    <>
      <Filters notes={notes} all={all} wanted={wanted} onChange={setWanted} />
      <ol class="nw-notes-list" ref={list} aria-label={t("notes.list")}>
        {shown.map((note) => (
          <NoteItem key={note.id} notes={notes} note={note} answers={answers(note)} />
        ))}
        {goals && <Goals notes={notes} open={false} />}
      </ol>
      {!shown.length && <p class="nw-soft">{t("notes.none")}</p>}
    </>
  );
}

/** The newest note comes into sight by itself. */
function useFollowing(count: number) {
  const [list, setList] = useState<HTMLOListElement | null>(null);
  useEffect(() => {
    if (list) list.scrollTop = list.scrollHeight;
  }, [list, count]);
  return setList;
}
