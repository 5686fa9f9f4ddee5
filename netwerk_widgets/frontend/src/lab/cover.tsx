/**
 * What lies over everything: the blank screen (one key), the clock and the question while a meeting's clock runs and
 * nobody does anything, and a plain page while the window leaves for the door of the lock.
 */
import { useEffect, useRef } from "preact/hooks";
import type { PauseClock } from "../contract";
import { shown } from "../shared/clock";
import { usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { spoken, t } from "../shared/words";
import type { Line } from "./events";
import { host } from "./host";

export function drawCover(line: Line, signal: AbortSignal): void {
  const beat = createStore<PauseClock | null>(null);
  line.hear(({ state, clock }) => state && beat.set(clock ?? null), signal);
  page.cover.watch((cover) => inert(cover !== ""), signal);
  inert(page.cover.get() !== "");
  host("nw-cover", <Cover beat={beat} />, signal);
}

function inert(covered: boolean): void {
  for (const id of ["main", "nw-bar"]) document.getElementById(id)?.toggleAttribute("inert", covered);
}

function Cover({ beat }: { beat: Store<PauseClock | null> }) {
  const cover = useStore(page.cover);
  const { lang } = usePrefs();
  if (cover === "") return null;
  return (
    <div lang={lang}>
      {cover === "blank" && <Blank />}
      {cover === "pause" && <Pause beat={beat} />}
      {cover === "locked" && <Leaving />}
    </div>
  );
}

function Blank() {
  const button = useFocus<HTMLButtonElement>();
  return (
    <div class="nw-cover" role="dialog" aria-modal="true" aria-label={t("lab.cover.blank")}>
      <button ref={button} type="button" class="nw-cover-all" onClick={() => page.cover.set("")}>
        <span>{t("lab.cover.blank.back")}</span>
      </button>
    </div>
  );
}

/** Nothing of the case: only what the method itself says. Whatever is done lifts it, in every window (see lock). */
function Pause({ beat }: { beat: Store<PauseClock | null> }) {
  const element = useFocus<HTMLDivElement>();
  const now = useStore(beat);
  return (
    <div
      ref={element}
      class="nw-cover nw-pause"
      role="dialog"
      aria-modal="true"
      aria-label={t("lock.pause")}
      tabIndex={-1}
    >
      <div class="nw-pause-inside">
        <h1>{spoken(now?.title)}</h1>
        {now && <p class="nw-pause-clock">{time(now)}</p>}
        <p class="nw-pause-question">{spoken(now?.say)}</p>
        <p class="nw-soft">{t("lock.pause.back")}</p>
      </div>
    </div>
  );
}

function time({ left, runs }: PauseClock): string {
  if (!runs) return t("lock.pause.still");
  const face = shown(left);
  return left < 0 ? t("lock.pause.over", { time: face.slice(1) }) : t("lock.pause.left", { time: face });
}

function Leaving() {
  const element = useFocus<HTMLDivElement>();
  return (
    <div ref={element} class="nw-cover" role="dialog" aria-modal="true" aria-label={t("lock.title")} tabIndex={-1}>
      <p role="status">{t("lock.busy")}</p>
    </div>
  );
}

function useFocus<T extends HTMLElement>() {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
