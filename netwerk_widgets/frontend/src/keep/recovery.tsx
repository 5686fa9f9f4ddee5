/** The recovery code: shown once, large, to print or write down; goes on when that is said to be done. */
import { useState } from "preact/hooks";
import { t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import { CheckField } from "../ui/fields";
import { inLines, printLines } from "./print";
import type { ShelfModel } from "./shelf";

export interface RecoveryProps {
  shelf: ShelfModel;
  code: string;
  recovery: string;
  onClose: () => void;
}

export function RecoveryDialog({ shelf, code, recovery, onClose }: RecoveryProps) {
  const [kept, setKept] = useState(false);
  const lines = inLines(recovery);
  const print = () =>
    printLines(t("shelf.recovery.title", { code }), lines.join("\n"), [
      shelf.t("shelf.recovery.what"),
      shelf.t("shelf.recovery.where"),
    ]);
  const buttons = (
    <>
      <Button onClick={print}>{t("shelf.recovery.print")}</Button>
      <Button main disabled={!kept} onClick={onClose}>
        {t("shelf.recovery.go")}
      </Button>
    </>
  );
  return (
    <Dialog wide title={t("shelf.recovery.title", { code })} onClose={() => kept && onClose()} buttons={buttons}>
      <p>{shelf.t("shelf.recovery.what")}</p>
      <p class="nw-code">
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <p>{shelf.t("shelf.recovery.where")}</p>
      <CheckField label={t("shelf.recovery.kept")} checked={kept} stamp={kept} onChange={setKept} />
    </Dialog>
  );
}
