/** Which notes one wants to see: by word, by who wrote them, by when, or only those of who is chosen. */
import { useState } from "preact/hooks";
import { dayOf, dayWith, t } from "../shared/words";
import { Button } from "../ui/elements";
import { SelectField } from "../ui/fields";
import type { Note, NotesController } from "./controller";
import { tagWord } from "./tags";
import { OwnWords, Writer } from "./ways";

/** With fewer notes than this one sees them all, and there is nothing to look for. */
const MANY = 5;

export interface Wanted {
  tag: string;
  author: string;
  /** A day as YYYY-MM-DD; "" for all. */
  day: string;
}

export const EVERYTHING: Wanted = { tag: "", author: "", day: "" };

export function fits(note: Note, { tag, author, day }: Wanted): boolean {
  return (!tag || note.tag === tag) && (!author || note.author === author) && (!day || dayOf(note.at) === day);
}

interface Props {
  notes: NotesController;
  all: Note[];
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

/** Only what there is to choose from is asked; with one word, one writer and one day there is nothing to ask. */
export function Filters({ notes, all, wanted, onChange }: Props) {
  const choices: [keyof Wanted, string[], (value: string) => string][] = [
    ["tag", unique(all.map(({ tag }) => tag)), tagWord],
    ["author", unique(all.map(({ author }) => author)), (author) => author],
    ["day", unique(all.map(({ at }) => dayOf(at))), shortDay],
  ];
  const [own, setOwn] = useState(false);
  const asked = all.length < MANY ? [] : choices.filter(([key, values]) => values.length > 1 || wanted[key]);
  return (
    <div class="nw-notes-filter">
      <Writer notes={notes} />
      {asked.map(([key, values, words]) => (
        <SelectField
          key={key}
          bare
          label={t(`notes.filter.${key}`)}
          value={wanted[key]}
          options={[["", t(`notes.all.${key}`)], ...values.map((value) => [value, words(value)] as const)]}
          onChange={(value) => onChange({ ...wanted, [key]: value })}
        />
      ))}
      <Button class="nw-notes-words" label={t("notes.own_words")} onClick={() => setOwn(true)} sign="…" />
      {own && <OwnWords onClose={() => setOwn(false)} />}
    </div>
  );
}

function shortDay(day: string): string {
  return dayWith(`${day}T12:00`, { day: "numeric", month: "short" });
}

function unique(values: string[]): string[] {
  return [...new Set(values.filter(Boolean))].sort();
}
