/**
 * What covers everything: the blank screen (one key) and the lock (after ten idle minutes, also after a reload).
 * An own case asks for its pass phrase again; a practice case opens with one click.
 */
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { usePrefs, useStore } from "../base/hooks";
import { page } from "../page";
import { t } from "../words";
import type { Desk } from "./desk";

/** Idle time before the lock, in milliseconds. */
const IDLE = 10 * 60 * 1000;
const KEPT = "netwerk.locked";
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];

export function drawCover(desk: Desk, signal: AbortSignal): void {
  const host = document.createElement("div");
  host.id = "nw-cover";
  host.dataset.lmSuppressShortcuts = "true";
  document.body.append(host);
  if (sessionStorage.getItem(KEPT)) page.cover.set("locked");
  page.cover.watch((cover) => {
    if (cover === "locked") sessionStorage.setItem(KEPT, "1");
    else sessionStorage.removeItem(KEPT);
    inert(cover !== "");
  }, signal);
  inert(page.cover.get() !== "");
  lockWhenIdle(desk, signal);
  render(<Cover />, host);
  signal.addEventListener("abort", () => {
    render(null, host);
    host.remove();
  });
}

function inert(covered: boolean): void {
  for (const id of ["main", "nw-bar"]) document.getElementById(id)?.toggleAttribute("inert", covered);
}

function lockWhenIdle(desk: Desk, signal: AbortSignal): void {
  let last = Date.now();
  const seen = () => {
    // A computer that slept wakes with a movement: the time that passed counts, not the movement.
    if (Date.now() - last < IDLE) last = Date.now();
  };
  for (const sign of SIGNS) window.addEventListener(sign, seen, { signal, capture: true, passive: true });
  page.cover.watch(() => {
    last = Date.now();
  }, signal);
  const timer = setInterval(() => {
    if (desk.place.get() && page.cover.get() !== "locked" && Date.now() - last >= IDLE) page.cover.set("locked");
  }, 1000);
  signal.addEventListener("abort", () => clearInterval(timer));
}

function Cover() {
  const cover = useStore(page.cover);
  usePrefs();
  if (cover === "blank") return <Blank />;
  return cover === "locked" ? <Lock /> : null;
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

function Lock() {
  const { practice, code } = useStore(page.status);
  const unlock = useStore(page.unlock);
  const asks = code !== "" && !practice;
  return (
    <div class="nw-cover" role="dialog" aria-modal="true" aria-labelledby="nw-lock-title">
      <div class="nw-lock">
        <h1 id="nw-lock-title">{t("lab.cover.locked")}</h1>
        {asks ? <Phrase unlock={unlock} /> : <Open />}
      </div>
    </div>
  );
}

function Open() {
  const button = useFocus<HTMLButtonElement>();
  return (
    <>
      <p>{t("lab.cover.locked.practice")}</p>
      <button ref={button} type="button" class="nw-button nw-main" onClick={() => page.cover.set("")}>
        {t("lab.cover.go")}
      </button>
    </>
  );
}

function Phrase({ unlock }: { unlock: ((phrase: string) => Promise<boolean>) | null }) {
  const field = useFocus<HTMLInputElement>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const { current } = field;
    if (!current || !unlock || busy) return;
    setBusy(true);
    const right = await unlock(current.value).catch(() => false);
    current.value = "";
    setBusy(false);
    setWrong(!right);
    if (right) page.cover.set("");
    else current.focus();
  };
  return (
    <form onSubmit={submit} autocomplete="off">
      <p>{t(unlock ? "lab.cover.locked.own" : "lab.cover.locked.waiting")}</p>
      <label>
        {t("lab.cover.phrase")}
        <input ref={field} type="password" autocomplete="off" aria-invalid={wrong} disabled={!unlock} />
      </label>
      <p class="nw-wrong" role="alert">
        {wrong ? t("lab.cover.wrong") : ""}
      </p>
      <button type="submit" class="nw-button nw-main" disabled={busy || !unlock}>
        {t("lab.cover.go")}
      </button>
    </form>
  );
}

function useFocus<T extends HTMLElement>() {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
