/** The six words by tap, and who will read what is written next. */
import { useState } from "preact/hooks";
import { COLOURS, TAGS } from "../case/marks";
import { LONGEST_INITIALS, LONGEST_TAG } from "../contract";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { UNREMEMBERED } from "../ui/covered";
import { Dialog, GoButtons } from "../ui/dialog";
import { Button } from "../ui/elements";
import type { NotesController } from "./controller";
import { startNote } from "./keys";
import { keepOwn, keys, tagWord } from "./tags";

export function Ways({ notes }: { notes: NotesController }) {
  const { singleKeys } = usePrefs();
  const writable = useStore(notes.connection.writable);
  return (
    <div class="nw-stack">
      <Readers notes={notes} />
      <div class="nw-notes-keys" role="toolbar" aria-label={t("notes.keys")}>
        {keys().map((tag, index) => (
          <button
            key={tag}
            type="button"
            class="nw-button nw-notes-key"
            style={{ "--nw-tag": COLOURS[index] }}
            disabled={!writable}
            onClick={(event) => startNote(notes, event.currentTarget, tag)}
          >
            {singleKeys && <kbd>{index + 1}</kbd>} {tagWord(tag)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Chosen before typing: only for me, or for all. */
function Readers({ notes }: { notes: NotesController }) {
  const { hush } = usePrefs();
  const own = useStore(notes.own);
  const closed = hush && !own;
  return (
    <div class="nw-line">
      <fieldset class="nw-notes-share">
        <legend class="nw-visually-hidden">{t("notes.readers")}</legend>
        <Button pressed={!hush} onClick={() => notes.read(false)}>
          {t("notes.shared")}
        </Button>
        <Button pressed={hush} onClick={() => notes.read(true)}>
          {t("notes.private")}
        </Button>
      </fieldset>
      <p class="nw-soft nw-notes-closed" role="status">
        {closed && t("notes.own_closed")}
      </p>
    </div>
  );
}

/** Who writes, by initials. */
export function Writer({ notes }: { notes: NotesController }) {
  const writer = useStore(notes.writer);
  return (
    <input
      class="nw-notes-writer"
      type="text"
      maxLength={LONGEST_INITIALS}
      {...UNREMEMBERED}
      aria-label={t("notes.writer")}
      title={t("notes.writer")}
      placeholder={t("notes.initials")}
      value={writer}
      onInput={(event) => notes.writer.set(event.currentTarget.value.toUpperCase())}
    />
  );
}

/** A team's own words on the six keys; an empty field gives ours back. */
export function OwnWords({ onClose }: { onClose: () => void }) {
  const { tags } = usePrefs();
  const [words, setWords] = useState(() => TAGS.map((_, index) => tags[index] ?? ""));
  const save = () => {
    keepOwn(words);
    onClose();
  };
  const buttons = <GoButtons onClose={onClose} yes={t("notes.own_save")} onYes={save} />;
  return (
    <Dialog title={t("notes.own_words")} onClose={onClose} buttons={buttons}>
      <p>{t("notes.own_why")}</p>
      {TAGS.map((tag, index) => (
        <label key={tag} class="nw-notes-own">
          <span>{index + 1}</span>
          <input
            type="text"
            maxLength={LONGEST_TAG}
            autocomplete="off"
            aria-label={t("notes.own_word", { key: index + 1 })}
            placeholder={t(`notes.tag.${tag}`)}
            value={words[index]}
            onInput={(event) => {
              const value = event.currentTarget.value;
              setWords((before) => before.map((word, at) => (at === index ? value : word)));
            }}
          />
        </label>
      ))}
    </Dialog>
  );
}
