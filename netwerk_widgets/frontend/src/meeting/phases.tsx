/** The phases of the meeting in a strip: which are done, which is on, and a way to any of them. */
import type { Phase } from "../contract";
import { t } from "../shared/words";
import type { PartProps } from "./view";
import { spoken } from "./wire";

export function PhaseStrip({ meeting, told }: PartProps) {
  const sitting = told.session;
  if (!sitting || sitting.state === "checkin") return null;
  const going = sitting.state === "going";
  const place = (index: number) =>
    going && index === sitting.index ? "now" : index < sitting.index || !going ? "done" : "later";
  return (
    <nav class="nw-phases" aria-label={t("session.phases")}>
      {sitting.phases.map((phase, index) => (
        <button
          key={phase.id}
          type="button"
          class={`nw-phase nw-phase-${place(index)}`}
          aria-current={place(index) === "now" ? "step" : undefined}
          disabled={sitting.state === "ended"}
          title={t("session.phase.go", { title: spoken(phase.title) })}
          onClick={() => void meeting.act("go", { phase: phase.id })}
        >
          <strong>{spoken(phase.title)}</strong>
          <span>{time(phase, told.spent[index] ?? 0, sitting.free && going)}</span>
        </button>
      ))}
    </nav>
  );
}

/** What a phase takes; where the order is free, also what it took so far, so that a neglected field shows. */
function time(phase: Phase, spent: number, free: boolean): string {
  if (!free) return t("session.minutes", { minutes: phase.minutes });
  return t("session.phase.spent", { minutes: Math.floor(spent / 60), total: phase.minutes });
}
