/** Forgets a case for good, once its code has been typed. */
import { useState } from "preact/hooks";
import { Confirm } from "../base/dialog";
import { Field } from "../base/fields";
import { t } from "../words";
import { type Entry, faultOf, type ShelfModel } from "./shelf";

export function ForgetDialog({ shelf, entry, onClose }: { shelf: ShelfModel; entry: Entry; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const { code } = entry;
  const forget = async () => {
    setBusy(true);
    const answer = await shelf.act("forget", { code, typed });
    setBusy(false);
    if (answer.error) return setFault(faultOf(answer));
    shelf.tell({ key: "shelf.forget.done", params: { code } });
    onClose();
  };
  return (
    <Confirm
      title={t("shelf.forget.title", { code })}
      yes={t("shelf.forget.yes")}
      disabled={busy || typed.trim().toLowerCase() !== code.toLowerCase()}
      onYes={() => void forget()}
      onClose={onClose}
    >
      <p>{t("shelf.forget.what")}</p>
      <p>{t("shelf.forget.copies")}</p>
      <Field id="nw-forget-code" label={t("shelf.forget.type", { code })}>
        <input
          id="nw-forget-code"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      {fault && (
        <p class="nw-fault" role="alert">
          {fault}
        </p>
      )}
    </Confirm>
  );
}
