/** A new own case, a practice case that becomes one's own, or another pass phrase: each ends at a recovery code. */
import { useState } from "preact/hooks";
import { Dialog, GoButtons } from "../base/dialog";
import { Fault, PlainField } from "../base/plain";
import { t } from "../words";
import { useMaking } from "./making";
import { isReady, NewPhraseFields, NO_PHRASE, RememberField } from "./phrase";
import { RecoveryDialog } from "./recovery";
import type { ShelfModel } from "./shelf";

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
  const { fault, busy, made, make } = useMaking(shelf);
  const begin = () => {
    setValue(NO_PHRASE);
    const who = centre.trim() || t("shelf.begin.centre.usual");
    void make(what, { phrase: value.phrase, remember, centre: who });
  };
  const done = () => {
    if (made) shelf.tell({ key: `shelf.${what}.done`, params: { code: made.code } });
    onClose();
  };
  if (made) return <RecoveryDialog {...made} onClose={done} />;
  const buttons = (
    <GoButtons onClose={onClose} yes={t(`shelf.${what}.do`)} disabled={busy || !isReady(value)} onYes={begin} />
  );
  return (
    <Dialog wide title={t(`shelf.${what}`)} onClose={onClose} buttons={buttons}>
      <p>{t(`shelf.${what}.explain`)}</p>
      {what === "begin" && (
        <PlainField
          label={t("shelf.begin.centre")}
          value={centre}
          onInput={setCentre}
          limit={60}
          placeholder={t("shelf.begin.centre.usual")}
        />
      )}
      <NewPhraseFields shelf={shelf} value={value} onInput={setValue} />
      {what !== "change_phrase" && <RememberField shelf={shelf} value={remember} onChange={setRemember} />}
      <Fault text={fault} />
    </Dialog>
  );
}
