/** The clock of the phase, large, and who sits at the table with which role. */
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../shared/announce";
import { shown } from "../shared/clock";
import { useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { clock as clockTime, t } from "../shared/words";
import { Dilemma } from "../ui/dilemma";
import { Button } from "../ui/elements";
import { FoldButton, foldedClass, useFolding } from "../ui/folding";
import { More } from "./more";
import { thenGo } from "./onward";
import { People } from "./people";
import { chime } from "./sound";
import type { PartProps } from "./view";

export function ClockPane(props: PartProps) {
  const { told } = props;
  const state = told.meeting?.state;
  const folding = useFolding("clock", props.connection);
  return (
    <section class={`nw-card nw-scrolls nw-clock-pane ${foldedClass(folding)}`} aria-label={t("guide.clock")}>
      <FoldButton {...folding} left what={t("guide.clock")} />
      {!told.meeting || state === "checkin" ? <p class="nw-soft">{t("guide.none")}</p> : null}
      {state === "going" && <Clock {...props} />}
      {state === "going" && <Dilemma mirror={props.mirror} />}
      {told.meeting && state !== "checkin" && <People {...props} />}
    </section>
  );
}

function Clock({ meeting, told, ...ground }: PartProps) {
  useStore(meeting.tick);
  const element = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  const { clock } = meeting;
  const left = clock.left();
  const { away } = useStore(page.status);
  const total = told.meeting?.clocks[told.meeting.index]?.total ?? 1;
  useSigns(element, { left, meeting, told, ...ground });
  const caption = !told.running ? "guide.clock.paused" : left < 0 ? "guide.clock.over" : "guide.clock.left";
  return (
    <div class="nw-clock" ref={element}>
      <div class="nw-clock-face">
        <Ring part={left / total} text={shown(left)} over={left < 0} still={!told.running} />
        <strong class={left < 0 ? "nw-clock-short nw-over" : "nw-clock-short"} role="timer">
          {shown(left)}
        </strong>
        <p class="nw-clock-caption">
          {t(caption)}
          <span>{until(told.meeting?.stops ?? "", clock.until())}</span>
        </p>
      </div>
      <div class="nw-clock-buttons">
        <Button disabled={away} onClick={() => void meeting.act(told.running ? "pause" : "resume")}>
          {t(told.running ? "guide.pause" : "guide.resume")}
        </Button>
        <Button disabled={away} onClick={() => void meeting.act("extend", { seconds: 120 })}>
          {t("guide.more_time")}
        </Button>
        <Button label={t("guide.more")} onClick={() => setMore(true)} sign="…" />
      </div>
      <Onward {...{ meeting, told, ways: ground.ways }} />
      {more && <More {...{ meeting, told, ...ground }} onClose={() => setMore(false)} />}
    </div>
  );
}

/** When the meeting ends: as was agreed, unless it takes a minute longer or more; without an end time as it now seems. */
function until(stops: string, seems: Date): string {
  const late = Math.floor((seems.getTime() - new Date(stops).getTime()) / 60_000);
  if (stops && late < 1) return t("guide.stops.at", { time: clockTime(stops) });
  return t("guide.clock.until", { time: clockTime(seems.toISOString()) });
}

/** Back and on; after the last phase the meeting closes. */
function Onward({ meeting, told, ways }: Pick<PartProps, "meeting" | "told" | "ways">) {
  const { away } = useStore(page.status);
  const held = told.meeting;
  const last = held !== null && held.index === held.phases.length - 1;
  return (
    <div class="nw-clock-ways">
      <Button
        label={t("guide.back")}
        disabled={away || (held?.index ?? 0) === 0}
        onClick={() => void meeting.act("back")}
        sign="‹"
      />
      <Button main disabled={away} onClick={() => void thenGo(meeting.act("next"), last ? ways.closing : "")}>
        {t(last ? "guide.to_closing" : "guide.next")}
      </Button>
    </div>
  );
}

const RADIUS = 74;
const ROUND = 2 * Math.PI * RADIUS;

function Ring({ part, text, over, still }: { part: number; text: string; over: boolean; still: boolean }) {
  const filled = over ? 1 : Math.max(0, Math.min(1, part));
  const kind = over ? "nw-ring nw-over" : still ? "nw-ring nw-still" : "nw-ring";
  return (
    <svg class={kind} viewBox="0 0 160 160" role="timer" aria-label={text}>
      <circle cx="80" cy="80" r={RADIUS} />
      <circle
        class="nw-ring-left"
        cx="80"
        cy="80"
        r={RADIUS}
        transform="rotate(-90 80 80)"
        stroke-dasharray={`${filled * ROUND} ${ROUND}`}
      />
      <text class={text.length > 5 ? "nw-long" : ""} x="80" y="96">
        {text}
      </text>
    </svg>
  );
}

/** A minute before the end, and at the end: said to screen readers, and the end with a soft sound. */
export function useSigns(element: { current: HTMLElement | null }, { left, told }: PartProps & { left: number }): void {
  const before = useRef({ phase: "", left: 0 });
  const phase = `${told.meeting?.id} ${told.meeting?.index}`;
  useEffect(() => {
    const was = before.current;
    before.current = { phase, left };
    const place = element.current;
    if (!place || was.phase !== phase || !told.running || was.left - left > 5) return;
    if (was.left > 60 && left <= 60) announce(place, t("guide.clock.minute"));
    if (was.left > 0 && left <= 0) {
      announce(place, t("guide.clock.done"));
      if (told.meeting?.sound && place.offsetParent !== null) chime();
    }
  });
}
