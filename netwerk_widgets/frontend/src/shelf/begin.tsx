/** A new own case, a practice case that becomes one's own, or another pass phrase: each ends at a recovery code. */
import { useState } from "preact/hooks";
import { Dialog } from "../base/dialog";
import { Field } from "../base/fields";
import { Button } from "../base/ui";
import { t } from "../words";
import { isReady, NewPhraseFields, NO_PHRASE, RememberField } from "./phrase";
import { RecoveryDialog } from "./recovery";
import { faultOf, type ShelfModel } from "./shelf";

export type BeginWhat = "begin" | "save_as_own" | "change_phrase";

export interface BeginProps {
  shelf: ShelfModel;
  what: BeginWhat;
  onClose: () => void;
}

export function BeginDialog({ shelf, what, onClose }: BeginProps) {
  const [value, setValue] = useState(NO_PHRASE);
  const [centre, setCentre] = useState("");
  const [remember, setRemember] = useState(false);
  const [fault, setFault] = useState("");
  const [made, setMade] = useState<{ code: string; recovery: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    const { phrase } = value;
    setValue(NO_PHRASE);
    const who = centre.trim() || t("shelf.begin.centre.usual");
    const answer = await shelf.act(what, { phrase, remember, centre: who });
    setBusy(false);
    setFault(faultOf(answer));
    if (answer.code && answer.recovery) setMade({ code: answer.code, recovery: answer.recovery });
  };
  const done = () => {
    if (made) shelf.tell({ key: `shelf.${what}.done`, params: { code: made.code } });
    onClose();
  };
  if (made) return <RecoveryDialog {...made} onClose={done} />;
  const buttons = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button main disabled={busy || !isReady(value)} onClick={() => void begin()}>
        {t(`shelf.${what}.do`)}
      </Button>
    </>
  );
  return (
    <Dialog wide title={t(`shelf.${what}`)} onClose={onClose} buttons={buttons}>
      <p>{t(`shelf.${what}.explain`)}</p>
      {what === "begin" && <Centre value={centre} onInput={setCentre} />}
      <NewPhraseFields shelf={shelf} value={value} onInput={setValue} />
      {what !== "change_phrase" && <RememberField shelf={shelf} value={remember} onChange={setRemember} />}
      {fault && (
        <p class="nw-fault" role="alert">
          {fault}
        </p>
      )}
    </Dialog>
  );
}

function Centre({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  return (
    <Field id="nw-begin-centre" label={t("shelf.begin.centre")}>
      <input
        id="nw-begin-centre"
        type="text"
        autocomplete="off"
        maxLength={60}
        placeholder={t("shelf.begin.centre.usual")}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}
