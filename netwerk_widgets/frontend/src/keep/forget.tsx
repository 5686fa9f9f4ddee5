/** Forgets a case for good, once its code has been typed. */
import { useState } from "preact/hooks";
import type { ShelfEntry as Entry } from "../contract";
import { Confirm } from "../ui/dialog";
import { Fault, PlainField } from "../ui/plain";
import { faultOf, type ShelfModel } from "./shelf";

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
    shelf.tell({ key: shelf.key("shelf.forget.done"), params: { code } });
    onClose();
  };
  return (
    <Confirm
      title={shelf.t("shelf.forget.title", { code })}
      yes={shelf.t("shelf.forget.yes")}
      disabled={busy || typed.trim().toLowerCase() !== code.toLowerCase()}
      onYes={() => void forget()}
      onClose={onClose}
    >
      <p>{shelf.t("shelf.forget.what")}</p>
      <p>{shelf.t("shelf.forget.copies")}</p>
      <PlainField label={shelf.t("shelf.forget.type", { code })} value={typed} onInput={setTyped} />
      <Fault text={fault} />
    </Confirm>
  );
}
