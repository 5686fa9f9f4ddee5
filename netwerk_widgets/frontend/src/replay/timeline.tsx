/** The time line: a slider over all moments with its marks, and the buttons to play, step and jump. */

import type { Sign } from "../contract";
import { usePrefs, useStore } from "../shared/hooks";
import { clock, t } from "../shared/words";
import { Button } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { dayAt, daysOf, dayTitle, type Moment, type Player, SPEEDS } from "./player";

/** What is marked on the line; the map's own moments are the line itself. */
const MARKED: readonly Sign[] = ["answer", "note", "stroke", "phase", "version"];
/** So many marks fit beside one another. */
const BINS = 240;

export function Line({ player }: { player: Player }) {
  usePrefs();
  const moments = useStore(player.moments);
  const place = useStore(player.place);
  const here = moments[place];
  const move = (to: number) => {
    player.stop();
    void player.go(to);
  };
  return (
    <div class="nw-replay-line">
      <Marks moments={moments} />
      <input
        type="range"
        min={0}
        max={Math.max(0, moments.length - 1)}
        value={Math.max(0, place)}
        aria-label={t("replay.line")}
        aria-valuetext={here ? said(here) : ""}
        onInput={(event) => move(Number(event.currentTarget.value))}
      />
      <Buttons player={player} />
    </div>
  );
}

function said({ at }: Moment): string {
  return t("replay.moment", { day: dayTitle(at), time: clock(new Date(at).toISOString()) });
}

function Marks({ moments }: { moments: readonly Moment[] }) {
  const found = new Map<number, Sign>();
  const last = Math.max(1, moments.length - 1);
  for (const [place, { sign }] of moments.entries()) {
    if (MARKED.includes(sign)) found.set(Math.round((place / last) * BINS), sign);
  }
  return (
    <svg class="nw-replay-marks" viewBox={`-3 0 ${BINS + 6} 12`} preserveAspectRatio="none" aria-hidden="true">
      {[...found].map(([bin, sign]) => (
        <rect key={bin} class={`nw-sign-${sign}`} x={bin - 0.6} y="1" width="1.2" height="10" />
      ))}
    </svg>
  );
}

function Buttons({ player }: { player: Player }) {
  const playing = useStore(player.playing);
  const place = useStore(player.place);
  useStore(player.only);
  const moments = useStore(player.moments);
  return (
    <div class="nw-line nw-replay-buttons" role="group" aria-label={t("replay.buttons")}>
      <Button label={t("replay.day_back")} disabled={place <= 0} onClick={() => player.day(-1)} sign="«" />
      <Button label={t("replay.back")} disabled={player.next(-1) < 0} onClick={() => player.step(-1)} sign="◀" />
      <Button main class="nw-replay-play" onClick={() => player.play()}>
        {t(playing ? "replay.pause" : "replay.play")}
      </Button>
      <Button label={t("replay.on")} disabled={player.next(1) < 0} onClick={() => player.step(1)} sign="▶" />
      <Button
        label={t("replay.day_on")}
        disabled={place >= moments.length - 1}
        onClick={() => player.day(1)}
        sign="»"
      />
      <Choices player={player} moments={moments} />
    </div>
  );
}

/** How fast, through which moments, and which day. */
function Choices({ player, moments }: { player: Player; moments: readonly Moment[] }) {
  const speed = useStore(player.speed);
  const only = useStore(player.only);
  const place = useStore(player.place);
  const days = daysOf(moments);
  const today = dayAt(days, place);
  const kinds = [...new Set(moments.map(({ sign }) => sign))];
  return (
    <>
      <SelectField
        bare
        label={t("replay.speed")}
        value={String(speed)}
        options={SPEEDS.map((one) => [String(one), t(`replay.speed.${one}`)] as const)}
        onChange={(next) => player.speed.set(Number(next))}
      />
      <SelectField
        bare
        label={t("replay.only")}
        value={only}
        options={[["", t("replay.only.all")] as const, ...kinds.map((one) => [one, t(`replay.only.${one}`)] as const)]}
        onChange={(next) => player.only.set(next as Sign | "")}
      />
      <SelectField
        bare
        label={t("replay.which_day")}
        value={String(Math.max(0, today))}
        stamp={today}
        options={days.map(({ title }, index) => [String(index), title] as const)}
        onChange={(index) => {
          player.stop();
          void player.go(days[Number(index)]?.from ?? 0);
        }}
      />
    </>
  );
}
