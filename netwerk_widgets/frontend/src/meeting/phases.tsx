/** The phases of the meeting in a strip: which are done, which is on, and a way to any of them. */
import { spoken, t } from "../shared/words";
import type { PartProps } from "./view";
import { minutesOf } from "./wire";

export function PhaseStrip({ meeting, told }: PartProps) {
  const held = told.meeting;
  if (!held || held.state === "checkin") return null;
  const going = held.state === "going";
  const place = (index: number) =>
    going && index === held.index ? "now" : index < held.index || !going ? "done" : "later";
  return (
    <nav class="nw-phases" aria-label={t("guide.phases")}>
      {held.phases.map((phase, index) => (
        <button
          key={phase.id}
          type="button"
          class={`nw-phase nw-phase-${place(index)}`}
          aria-current={place(index) === "now" ? "step" : undefined}
          disabled={held.state === "ended"}
          title={t("guide.phase.go", { title: spoken(phase.title) })}
          onClick={() => void meeting.act("go", { phase: phase.id })}
        >
          <strong>{spoken(phase.title)}</strong>
          <span>{time(minutesOf(told, index), told.spent[index] ?? 0, held.free && going)}</span>
        </button>
      ))}
    </nav>
  );
}

/** What a phase takes; where the order is free, also what it took so far, so that a neglected field shows. */
function time(minutes: number, spent: number, free: boolean): string {
  if (!free) return t("guide.minutes", { minutes });
  return t("guide.phase.spent", { minutes: Math.floor(spent / 60), total: minutes });
}
