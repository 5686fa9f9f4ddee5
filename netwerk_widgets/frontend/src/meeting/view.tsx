/** The guide of a meeting, in parts that a workbook lays side by side: each follows the one meeting of this computer. */
import type { ComponentType } from "preact";
import type { Pane, Told } from "../contract";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";
import { NoticeBar } from "../ui/notice";
import type { Root } from "../ui/root";
import { draw, groundOf } from "../ui/view";
import { CheckIn } from "./checkin";
import { ClockPane } from "./clockpane";
import { Closing } from "./closing";
import { Return, type Ways } from "./fits";
import { MeetingLine } from "./line";
import { PhaseStrip } from "./phases";
import { Round } from "./round";

export interface PartProps extends Ground {
  meeting: MeetingLine;
  told: Told;
  ways: Ways;
}

const PARTS: Record<Pane, ComponentType<PartProps>> = {
  checkin: CheckIn,
  phases: PhaseStrip,
  clock: ClockPane,
  round: Round,
  closing: Closing,
  return: Return,
};

export function meetingView(root: Root): void {
  const ground = groundOf(root);
  const meeting = new MeetingLine(ground.connection, root.model, root.signal);
  const part = (root.model.get("part") as Pane | undefined) ?? "round";
  const ways = (root.model.get("ways") as Ways | undefined) ?? {};
  root.element.classList.add("nw-meeting-root");
  draw(root, <Guide {...{ ...ground, meeting, part, ways }} />);
}

function Guide({ part, ...ground }: Omit<PartProps, "told"> & { part: Pane }) {
  usePrefs();
  useStore(ground.mirror.version);
  const told = useStore(ground.meeting.told);
  const Part = PARTS[part] ?? Round;
  const quiet = part === "phases" || part === "return";
  return (
    <div class={`nw-view nw-meeting nw-meeting-${part}`} data-state={told?.meeting?.state ?? ""}>
      {!quiet && <NoticeBar {...ground} />}
      {told === null ? <p class="nw-soft">{quiet ? "" : t("guide.waiting")}</p> : <Part {...ground} told={told} />}
    </div>
  );
}
