/** What is needed now and then: skip, stop early, a second case, the sound. */
import { useState } from "preact/hooks";
import { spoken, t } from "../shared/words";
import { Dialog, GoButtons } from "../ui/dialog";
import { Button } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { AgendaButton } from "./agenda";
import { Late } from "./people";
import { Stops } from "./stops";
import type { PartProps } from "./view";
import { phaseOf } from "./wire";

export function More({ connection, meeting, told, onClose }: PartProps & { onClose: () => void }) {
  const [again, setAgain] = useState(false);
  const [late, setLate] = useState(false);
  const phase = phaseOf(told);
  const sound = told.meeting?.sound === true;
  const act = (name: string, more = {}) => {
    void meeting.act(name, more);
    onClose();
  };
  if (late) return <Late {...{ meeting, told, onClose }} />;
  if (again) return <Again {...{ meeting, told, onClose }} />;
  return (
    <Dialog title={t("guide.more")} onClose={onClose}>
      {phase && <p class="nw-soft">{t("guide.yields", { what: spoken(phase.yields) })}</p>}
      <Stops {...{ meeting, told }} />
      <div class="nw-stack">
        <Button onClick={() => setLate(true)}>{t("guide.people.add")}</Button>
        <Button onClick={() => act("skip")}>{t("guide.skip")}</Button>
        <Button onClick={() => setAgain(true)}>{t("guide.again")}</Button>
        <Button onClick={() => act("stop")}>{t("guide.stop")}</Button>
        <AgendaButton connection={connection} />
        <Button onClick={() => act("sound", { on: !sound })}>{t(sound ? "guide.sound.off" : "guide.sound.on")}</Button>
      </div>
    </Dialog>
  );
}

/** A second case follows: who brings it, and the method begins anew where a case begins. */
export function Again({ meeting, told, onClose }: Pick<PartProps, "meeting" | "told"> & { onClose: () => void }) {
  const here = (told.meeting?.members ?? []).filter((member) => member.here);
  const [who, setWho] = useState(here.find(({ role }) => role === "participant")?.initials ?? "");
  const go = async () => {
    if (who) await meeting.act("role", { initials: who, role: "bringer" });
    await meeting.act("again");
    onClose();
  };
  return (
    <Dialog
      title={t("guide.again")}
      onClose={onClose}
      buttons={<GoButtons onClose={onClose} yes={t("guide.again")} onYes={() => void go()} />}
    >
      <p>{t("guide.again.explain")}</p>
      <SelectField
        label={t("guide.again.who")}
        value={who}
        options={here.map(({ initials }) => [initials, initials] as const)}
        onChange={setWho}
      />
    </Dialog>
  );
}
