/** A new own case, a practice case that becomes one's own, or another pass phrase: each ends at a recovery code. */
import { useState } from "preact/hooks";
import { LIMITS } from "../contract";
import { Dialog, GoButtons } from "../ui/dialog";
import { Fault, InitialsField, PlainField } from "../ui/plain";
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
  const [initials, setInitials] = useState(shelf.known.get()?.initials ?? "");
  const asksWho = what === "begin" && (shelf.own || shelf.known.get()?.asked === false);
  const { fault, busy, made, make } = useMaking(shelf);
  const begin = () => {
    setValue(NO_PHRASE);
    const who = centre.trim() || shelf.t("shelf.begin.centre.usual");
    void make(what, { phrase: value.phrase, remember, centre: who, ...(asksWho ? { initials: initials.trim() } : {}) });
  };
  const done = () => {
    if (made) shelf.tell({ key: shelf.key(`shelf.${what}.done`), params: { code: made.code } });
    onClose();
  };
  if (made) return <RecoveryDialog shelf={shelf} {...made} onClose={done} />;
  const buttons = (
    <GoButtons onClose={onClose} yes={shelf.t(`shelf.${what}.do`)} disabled={busy || !isReady(value)} onYes={begin} />
  );
  return (
    <Dialog wide title={shelf.t(`shelf.${what}`)} onClose={onClose} buttons={buttons}>
      <p>{shelf.t(`shelf.${what}.explain`)}</p>
      {what === "begin" && !shelf.own && (
        <PlainField
          label={shelf.t("shelf.begin.centre")}
          value={centre}
          onInput={setCentre}
          limit={LIMITS.person.role}
          placeholder={shelf.t("shelf.begin.centre.usual")}
        />
      )}
      <NewPhraseFields shelf={shelf} value={value} onInput={setValue} />
      {what !== "change_phrase" && <RememberField shelf={shelf} value={remember} onChange={setRemember} />}
      {/* Far from the phrase: a browser takes what stands beside one for a user name. */}
      {asksWho && <InitialsField label={shelf.t("shelf.begin.initials")} value={initials} onInput={setInitials} />}
      <Fault text={fault} />
    </Dialog>
  );
}
