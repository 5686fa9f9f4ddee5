/**
 * The silent round: the keyboard goes round, everybody writes, and all is shown at once. What was put away is not to
 * be seen or taken back here; who wrote it is kept nowhere. What is being typed is covered.
 */
import { useEffect, useState } from "preact/hooks";
import { SLIPS } from "../contract";
import { newId } from "../kernel/wire";
import { t } from "../shared/words";
import { CoveredField } from "../ui/covered";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import { PrivacyHint } from "../ui/fields";
import { begun, useKeptText } from "../ui/kepttext";
import { placed } from "../ui/typing";
import { KindButtons } from "./putdown";
import type { PartProps } from "./view";

export function SilentRound(props: PartProps & { onClose: () => void; onShown: () => void }) {
  const { connection, meeting, told, onClose, onShown } = props;
  const [kind, setKind] = useState<string>(() => begun(connection, "silent", SLIPS) || "hypothesis");
  const kept = useKeptText({ connection, place: placed("silent", kind) });
  const { text } = kept;
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!told.meeting?.silent) void meeting.act("silent", { on: true });
  }, []);
  const putAway = () => {
    // A fresh field at once: the next one may begin, and no undo brings anything back.
    setTurn(turn + 1);
    kept.by((draft) => meeting.ask("aside", { of: kind, text, draft }));
  };
  const pick = (next: string) => {
    kept.move(placed("silent", next));
    setKind(next);
  };
  const reveal = async () => {
    if (await meeting.ask("reveal", { oid: newId("s") })) onShown();
  };
  return (
    <Dialog
      wide
      title={t("guide.silent")}
      onClose={onClose}
      buttons={
        <>
          <Button onClick={onClose}>{t("guide.silent.later")}</Button>
          <Button disabled={told.aside === 0 || text !== ""} onClick={() => void reveal()}>
            {t("guide.silent.reveal")}
          </Button>
          <Button main disabled={!text.trim()} onClick={putAway}>
            {t("guide.silent.away")}
          </Button>
        </>
      }
    >
      <p>{t("guide.silent.explain")}</p>
      <KindButtons kinds={SLIPS} kind={kind} onPick={pick} />
      <CoveredField
        key={turn}
        label={t(kind === "person" ? "guide.silent.text.person" : "guide.silent.text")}
        value={text}
        at={kept.at}
        onInput={kept.type}
      />
      <PrivacyHint connection={connection} text={text} />
      <p class="nw-aside-count" role="status">
        {turn > 0 && !text && <strong>{t("guide.silent.kept")} </strong>}
        {count(told.aside)}
      </p>
    </Dialog>
  );
}

function count(number: number): string {
  const key = number === 0 ? "zero" : number === 1 ? "one" : "count";
  return t(`guide.silent.${key}`, { count: number });
}
