/** A backup, or a copy with which a case moves to another computer. */
import { useState } from "preact/hooks";
import { Dialog } from "../base/dialog";
import { CheckField, Field } from "../base/fields";
import { Button } from "../base/ui";
import { t } from "../words";
import { PhraseField } from "./phrase";
import { type Answer, type Entry, faultOf, type ShelfModel } from "./shelf";

export interface CopyProps {
  shelf: ShelfModel;
  entry: Entry;
  move: boolean;
  onClose: () => void;
}

export function CopyDialog({ shelf, entry, move, onClose }: CopyProps) {
  const [folder, setFolder] = useState(shelf.known.get()?.copies ?? "");
  const [gone, setGone] = useState(false);
  const [phrase, setPhrase] = useState("");
  const [answer, setAnswer] = useState<Answer>({});
  const [busy, setBusy] = useState(false);
  const asks = answer.reason === "key_needed" || answer.reason === "wrong_key";
  const what = move ? "shelf.move" : "shelf.back_up";
  const copy = async () => {
    setBusy(true);
    const said = phrase ? { phrase } : {};
    setPhrase("");
    setAnswer(await shelf.act("copy", { code: entry.code, folder, move: gone, ...said }));
    setBusy(false);
  };
  if (answer.path) {
    return (
      <Dialog title={t("shelf.copy.done")} onClose={onClose}>
        <p>{t(gone ? "shelf.move.there" : "shelf.back_up.there")}</p>
        <p class="nw-path">{answer.path}</p>
        {move && <p>{t("shelf.move.next")}</p>}
      </Dialog>
    );
  }
  const buttons = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button main disabled={busy || !folder.trim() || (asks && !phrase)} onClick={() => void copy()}>
        {t(gone ? "shelf.move.do" : "shelf.copy.do")}
      </Button>
    </>
  );
  return (
    <Dialog title={t(what, { code: entry.code })} onClose={onClose} buttons={buttons}>
      <p>{t(`${what}.explain`)}</p>
      <Field id="nw-copy-folder" label={t("shelf.copy.folder")}>
        <input
          id="nw-copy-folder"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={folder}
          onInput={(event) => setFolder(event.currentTarget.value)}
        />
      </Field>
      {move && <CheckField label={t("shelf.move.gone")} checked={gone} stamp={gone} onChange={setGone} />}
      {asks && <PhraseField focus label={t("shelf.phrase")} value={phrase} onInput={setPhrase} />}
      {answer.error && (
        <p class={asks && answer.reason === "key_needed" ? "nw-soft" : "nw-fault"} role="alert">
          {faultOf(answer)}
        </p>
      )}
    </Dialog>
  );
}
