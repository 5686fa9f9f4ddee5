/** Three minutes at the end: which notes become something to learn? The clock counts, and closes nothing. */
import { useEffect, useState } from "preact/hooks";
import { shown } from "../shared/clock";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import type { NotesController } from "./controller";
import { NoteItem } from "./item";
import { focusField } from "./keys";

const MINUTES = 3;

/** The goals so far; `open` has the clock and the way to a new one as well. */
export function Goals({ notes, open }: { notes: NotesController; open: boolean }) {
  useStore(notes.version);
  const { hideNames } = usePrefs();
  const goals = notes.notes().filter((note) => note.goal && !(hideNames && note.private));
  const list = goals.map((note) => <NoteItem key={note.id} notes={notes} note={note} answers={[]} />);
  if (!open) {
    return goals.length > 0 ? (
      <li>
        <section class="nw-notes-goals" aria-label={t("notes.goals")}>
          <h3>{t("notes.goals")}</h3>
          <ol>{list}</ol>
        </section>
      </li>
    ) : null;
  }
  return (
    <section class="nw-card nw-notes-goals" aria-label={t("notes.goals")}>
      <ThreeMinutes notes={notes} />
      <ol>{list}</ol>
    </section>
  );
}

function ThreeMinutes({ notes }: { notes: NotesController }) {
  const [ends, setEnds] = useState(0);
  const left = useCountdown(ends);
  const begin = (event: MouseEvent) => {
    notes.begin("", { on: "", about: "", goal: true });
    focusField(event.currentTarget as Element);
  };
  return (
    <>
      <div class="nw-line">
        <h3>{t("notes.goals")}</h3>
        <Button
          class="nw-notes-clock"
          label={t("notes.goals.start")}
          onClick={() => setEnds(Date.now() + MINUTES * 60_000)}
        >
          <span aria-hidden="true">▶ </span>
          <span role="timer">{ends ? shown(left) : `${MINUTES}:00`}</span>
        </Button>
      </div>
      <div class="nw-line nw-note-acts">
        <Button main onClick={begin}>
          {t("notes.goals.add")}
        </Button>
      </div>
    </>
  );
}

/** The seconds left until then; by the clock, so a sleeping tab does not fall behind. */
function useCountdown(ends: number): number {
  const [, again] = useState(0);
  useEffect(() => {
    if (!ends) return;
    const timer = setInterval(() => again((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, [ends]);
  return Math.max(0, Math.ceil((ends - Date.now()) / 1000));
}
