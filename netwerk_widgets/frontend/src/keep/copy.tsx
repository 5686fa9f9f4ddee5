/** A backup, or a copy with which a case moves to another computer. */
import { useState } from "preact/hooks";
import type { ShelfEntry as Entry } from "../contract";
import { Dialog, GoButtons } from "../ui/dialog";
import { CheckField } from "../ui/fields";
import { Fault, PlainField } from "../ui/plain";
import { PhraseField } from "./phrase";
import { type Answer, faultOf, type ShelfModel } from "./shelf";

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
    const got = await shelf.act("copy", { code: entry.code, folder, move: gone, ...said });
    if (gone) shelf.moved.set(got.path ?? "");
    setAnswer(got);
    setBusy(false);
  };
  if (answer.path) return gone ? null : <Copied {...{ shelf, move, onClose }} path={answer.path} />;
  const buttons = (
    <GoButtons
      onClose={onClose}
      yes={shelf.t(gone ? "shelf.move.do" : "shelf.copy.do")}
      disabled={busy || !folder.trim() || (asks && !phrase)}
      onYes={() => void copy()}
    />
  );
  return (
    <Dialog title={shelf.t(what, { code: entry.code })} onClose={onClose} buttons={buttons}>
      <p>{shelf.t(`${what}.explain`)}</p>
      <PlainField label={shelf.t("shelf.copy.folder")} value={folder} onInput={setFolder} />
      {move && <CheckField label={shelf.t("shelf.move.gone")} checked={gone} stamp={gone} onChange={setGone} />}
      {asks && <PhraseField focus label={shelf.t("shelf.phrase")} value={phrase} onInput={setPhrase} />}
      <Fault text={faultOf(answer)} soft={answer.reason === "key_needed"} />
    </Dialog>
  );
}

interface CopiedProps {
  shelf: ShelfModel;
  path: string;
  move: boolean;
  /** The case itself is here no longer. */
  gone?: boolean;
  onClose: () => void;
}

/** Where the copy is, and what to do with it. */
export function Copied({ shelf, path, move, gone, onClose }: CopiedProps) {
  return (
    <Dialog title={shelf.t("shelf.copy.done")} onClose={onClose}>
      <p>{shelf.t(gone ? "shelf.move.there" : "shelf.back_up.there")}</p>
      <p class="nw-path">{path}</p>
      {move && <p>{shelf.t("shelf.move.next")}</p>}
    </Dialog>
  );
}
