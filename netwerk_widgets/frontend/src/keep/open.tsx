/** Opens a case: with its pass phrase or recovery code, and with a way on where it does not open. */
import { useEffect, useState } from "preact/hooks";
import type { ShelfEntry as Entry } from "../contract";
import { t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import { CheckField } from "../ui/fields";
import { Fault } from "../ui/plain";
import { PhraseField, RememberField } from "./phrase";
import { type Answer, faultOf, type ShelfModel } from "./shelf";

type How = "open" | "take_over" | "read_only" | "copy" | "salvage";

export interface OpenProps {
  shelf: ShelfModel;
  entry: Entry;
  onClose: () => void;
}

export function OpenDialog({ shelf, entry, onClose }: OpenProps) {
  const [phrase, setPhrase] = useState("");
  const [byCode, setByCode] = useState(false);
  const [remember, setRemember] = useState(false);
  const [answer, setAnswer] = useState<Answer>({});
  const [busy, setBusy] = useState(true);
  const open = async (how: How) => {
    setBusy(true);
    const said = byCode ? { recovery: phrase } : { phrase };
    const got = await shelf.act("open", { code: entry.code, how, remember, ...(phrase ? said : {}) });
    setBusy(false);
    setAnswer(got);
    // Where only taking over or a copy helps on, the phrase was right and is needed once more.
    if (got.reason !== "in_use" && got.reason !== "damaged") setPhrase("");
    if (!got.error) opened(shelf, got, onClose);
  };
  // A practice case, and one that is remembered or was open before, needs no phrase.
  useEffect(() => void open("open"), []);
  const asks = answer.error !== undefined && answer.reason !== "in_use" && answer.reason !== "damaged";
  const first = answer.reason === "key_needed";
  const wrong = answer.reason === "wrong_key";
  return (
    <Dialog
      wide={answer.copy || answer.reason === "damaged"}
      title={shelf.t("shelf.open.title", { code: entry.code })}
      onClose={onClose}
      buttons={<Buttons {...{ shelf, answer, busy, asks, ready: phrase !== "" }} onOpen={open} onClose={onClose} />}
    >
      <Fault text={first ? "" : faultOf(answer)} />
      {busy && <p role="status">{shelf.t("shelf.open.busy")}</p>}
      {asks && !entry.practice && (
        <PhraseForm {...{ shelf, phrase, byCode, remember, setPhrase, setByCode, setRemember }} wrong={wrong} />
      )}
    </Dialog>
  );
}

interface FormProps {
  shelf: ShelfModel;
  phrase: string;
  byCode: boolean;
  remember: boolean;
  wrong: boolean;
  setPhrase: (phrase: string) => void;
  setByCode: (byCode: boolean) => void;
  setRemember: (remember: boolean) => void;
}

/** The pass phrase, or the recovery code in its place; Enter opens, as in every dialog. */
function PhraseForm(props: FormProps) {
  const { shelf, phrase, byCode, remember, wrong, setPhrase, setByCode, setRemember } = props;
  const [seen, setSeen] = useState(false);
  return (
    <>
      <PhraseField
        key={String(byCode)}
        focus
        seen={byCode || seen}
        label={t(byCode ? "shelf.recovery" : "shelf.phrase")}
        value={phrase}
        wrong={wrong}
        onInput={setPhrase}
      />
      {!byCode && <CheckField label={shelf.t("shelf.phrase.show")} checked={seen} stamp={seen} onChange={setSeen} />}
      <Button class="nw-link" onClick={() => setByCode(!byCode)}>
        {shelf.t(byCode ? "shelf.open.by_phrase" : "shelf.open.by_code")}
      </Button>
      <RememberField shelf={shelf} value={remember} onChange={setRemember} />
    </>
  );
}

function opened(shelf: ShelfModel, answer: Answer, onClose: () => void): void {
  const [notice] = answer.notices ?? [];
  if (notice) shelf.tell(notice, "warning");
  else shelf.tell({ key: shelf.key("shelf.opened"), params: { code: answer.code ?? "" } });
  onClose();
}

interface ButtonsProps {
  shelf: ShelfModel;
  answer: Answer;
  busy: boolean;
  asks: boolean;
  ready: boolean;
  onOpen: (how: How) => void;
  onClose: () => void;
}

/** What can be done now: open, or the ways on that the error leaves. */
function Buttons({ shelf, answer, busy, asks, ready, onOpen, onClose }: ButtonsProps) {
  const { reason, copy } = answer;
  return (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      {copy && (
        <Button disabled={busy || (asks && !ready)} onClick={() => onOpen("copy")}>
          {shelf.t("shelf.open.copy")}
        </Button>
      )}
      {reason === "damaged" && (
        <Button disabled={busy} onClick={() => onOpen("salvage")}>
          {shelf.t("shelf.open.salvage")}
        </Button>
      )}
      {reason === "in_use" && (
        <>
          <Button disabled={busy} onClick={() => onOpen("take_over")}>
            {shelf.t("shelf.open.take_over")}
          </Button>
          <Button main disabled={busy} onClick={() => onOpen("read_only")}>
            {shelf.t("shelf.open.read_only")}
          </Button>
        </>
      )}
      {asks && (
        <Button main disabled={busy || !ready} onClick={() => onOpen("open")}>
          {shelf.t("shelf.open")}
        </Button>
      )}
    </>
  );
}
