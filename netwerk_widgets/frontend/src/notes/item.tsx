/** One note, with its answers and what can be done with it. */

import { useEffect, useState } from "preact/hooks";
import { markColour } from "../case/marks";
import { discreet } from "../case/mirror";
import { choose } from "../case/selection";
import { clock, t } from "../shared/words";
import { Dialog, GoButtons } from "../ui/dialog";
import { Button } from "../ui/elements";
import type { Note, NotesController } from "./controller";
import { focusField } from "./keys";
import { pinnedOn } from "./pinned";
import { tagWord } from "./tags";

interface Props {
  notes: NotesController;
  note: Note;
  answers: Note[];
}

export function NoteItem({ notes, note, answers }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <li class="nw-note" style={{ "--nw-tag": markColour(note.tag) }} data-id={note.id}>
      <div class="nw-note-top">
        <Head notes={notes} note={note} />
        <Button
          class="nw-icon nw-note-more"
          label={t("notes.more")}
          expanded={open}
          onClick={() => setOpen(!open)}
          sign="⋯"
        />
      </div>
      <Words notes={notes} note={note} />
      {answers.map((answer) => (
        <div key={answer.id} class="nw-note-answer">
          <Words notes={notes} note={answer} />
          <p class="nw-note-head">
            {[clock(answer.at), answer.author, answer.private ? t("notes.private") : ""].filter(Boolean).join(" · ")}
          </p>
        </div>
      ))}
      {open && <Acts notes={notes} note={note} />}
    </li>
  );
}

/** What it says; of a private note only to whoever unfolds it, and folded again as soon as they go on. */
function Words({ notes, note }: { notes: NotesController; note: Note }) {
  const [open, setOpen] = useState(false);
  useEffect(() => notes.seen.watch((seen) => !seen && setOpen(false)), [notes]);
  if (!note.private) return <p class="nw-note-text">{discreet(note.text)}</p>;
  return (
    <div class="nw-note-folded">
      <Button expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? "notes.fold" : "notes.unfold")}
      </Button>
      {open && <p class="nw-note-text">{discreet(note.text)}</p>}
    </div>
  );
}

function Head({ notes, note }: { notes: NotesController; note: Note }) {
  const there = onMap(notes, note);
  const where = pinnedOn(notes, note);
  const words = [clock(note.at), note.goal ? t("notes.goal") : tagWord(note.tag), note.author].filter(Boolean);
  return (
    <p class="nw-note-head">
      {words.join(" · ")} ·{" "}
      {there ? (
        <button type="button" class="nw-plain" onClick={() => choose(notes.connection, there.people, there.ties)}>
          {where}
        </button>
      ) : (
        where
      )}
      {" · "}
      <span class={note.private ? "nw-note-private" : ""}>{t(note.private ? "notes.private" : "notes.shared")}</span>
      {note.waiting && <span> · {t("notes.waiting")}</span>}
    </p>
  );
}

/** Who or what on the map the note is about, where it still is there. */
function onMap({ mirror }: NotesController, { on }: Note): { people: string[]; ties: string[] } | null {
  if (mirror.person(on)) return { people: [on], ties: [] };
  return mirror.tie(on) ? { people: [], ties: [on] } : null;
}

function Acts({ notes, note }: { notes: NotesController; note: Note }) {
  const [asking, setAsking] = useState(false);
  const begin = (event: MouseEvent, goal: boolean) => {
    const { on: where, about, tag } = note;
    notes.begin(tag, { on: where, about, reply: note.id, goal, private: note.private });
    focusField(event.currentTarget as Element);
  };
  return (
    <div class="nw-line nw-note-acts">
      {!note.goal && <Button onClick={(event) => begin(event, false)}>{t("notes.reply")}</Button>}
      {!note.goal && <Button onClick={(event) => begin(event, true)}>{t("notes.make_goal")}</Button>}
      {note.private && <Button onClick={() => setAsking(true)}>{t("notes.release")}</Button>}
      <Button class="nw-icon" label={t("notes.remove")} onClick={() => notes.remove(note)} sign="✕" />
      {asking && <Releasing notes={notes} note={note} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** Says who will read it, and asks: what was read cannot be made private again. */
function Releasing({ notes, note, onClose }: { notes: NotesController; note: Note; onClose: () => void }) {
  const release = () => {
    notes.release(note);
    onClose();
  };
  const buttons = <GoButtons onClose={onClose} yes={t("notes.release.yes")} onYes={release} />;
  return (
    <Dialog title={t("notes.release.title")} onClose={onClose} buttons={buttons}>
      <p>{t("notes.release.who", { code: notes.connection.code })}</p>
      <p>{t("notes.release.back")}</p>
    </Dialog>
  );
}
