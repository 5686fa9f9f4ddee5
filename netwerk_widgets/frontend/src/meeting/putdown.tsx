/** Sets down what was said in this phase: only what the phase is open for, and always another view. */
import { useState } from "preact/hooks";
import { LONGEST_SLIP, MEETING, type Move } from "../contract";
import { t } from "../shared/words";
import { Dialog, GoButtons } from "../ui/dialog";
import { Button } from "../ui/elements";
import { PrivacyHint, TextArea } from "../ui/fields";
import { begun, useKeptText } from "../ui/kepttext";
import { placed } from "../ui/typing";
import { CHAIR, Chair } from "./chair";
import { addSaid } from "./said";
import type { PartProps } from "./view";

/** Which move opens what; a minority view is open always. */
const NEEDS: Record<string, Move> = { question: "ask", hypothesis: "analyse", advice: "advise" };
const KINDS = ["question", "hypothesis", "advice", "minority", CHAIR];

export function PutDown({ connection, mirror, told, onClose }: PartProps & { onClose: () => void }) {
  const open = (kind: string) => !NEEDS[kind] || told.moves.includes(NEEDS[kind]);
  const [kind, setKind] = useState(() => begun(connection, "put_down", KINDS) || (KINDS.find(open) ?? "minority"));
  const kept = useKeptText({ connection, place: placed("put_down", kind) });
  const { text } = kept;
  const [sits, setSits] = useState("");
  const chair = kind === CHAIR;
  const keep = () => {
    const more = chair ? { persons: sits } : {};
    kept.bring(() => addSaid({ connection, mirror }, `${MEETING}${kind}`, text.trim(), more));
    onClose();
  };
  const pick = (next: string) => {
    kept.move(placed("put_down", next));
    setKind(next);
  };
  return (
    <Dialog
      wide
      title={t("guide.put_down.title")}
      onClose={onClose}
      buttons={
        <GoButtons
          onClose={onClose}
          yes={t("guide.put_down.keep")}
          disabled={!text.trim() || !open(kind) || (chair && !sits)}
          onYes={keep}
        />
      }
    >
      <KindButtons {...{ kinds: KINDS, kind, open }} onPick={pick} />
      {(chair ? [] : KINDS.filter((one) => !open(one))).map((one) => (
        <p key={one} class="nw-soft nw-small">
          {t("guide.put_down.closed", { what: t(`guide.kind.${one}`) })}
        </p>
      ))}
      {chair && <Chair mirror={mirror} who={sits} onWho={setSits} />}
      <TextArea
        class="nw-writing"
        label={chair && sits ? t("guide.chair.ask", { who: mirror.name(sits) }) : t("guide.put_down.explain")}
        data-place={kept.at}
        rows={3}
        maxLength={LONGEST_SLIP}
        value={text}
        onInput={kept.type}
      />
      <PrivacyHint connection={connection} text={text} />
    </Dialog>
  );
}

interface KindProps {
  kinds: readonly string[];
  kind: string;
  open?: (kind: string) => boolean;
  onPick: (kind: string) => void;
}

export function KindButtons({ kinds, kind, open = () => true, onPick }: KindProps) {
  return (
    <div class="nw-buttons">
      {kinds.map((one) => (
        <Button key={one} pressed={kind === one} disabled={!open(one)} onClick={() => onPick(one)}>
          {t(`guide.kind.${one}`)}
        </Button>
      ))}
    </div>
  );
}
