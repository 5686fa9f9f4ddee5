/**
 * What covers everything: the blank screen (one key) and the lock (after ten idle minutes, also after a reload).
 * An own case asks for its pass phrase again, and so does an own file, which can also be put away; a practice case
 * opens with one click.
 */
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { coveredClass, UNREMEMBERED } from "../base/covered";
import { usePrefs, useStore } from "../base/hooks";
import { page, setStatus, type Unlock } from "../page";
import { t } from "../words";
import type { Desk } from "./desk";

/** Idle time before the lock, in milliseconds. */
const IDLE = 10 * 60 * 1000;
const KEPT = "netwerk.locked";
/** Kept where a phrase is needed: also after a reload, before any view has said what is open. */
const PHRASE = "phrase";
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];

export function drawCover(desk: Desk, signal: AbortSignal): void {
  const host = document.createElement("div");
  host.id = "nw-cover";
  host.dataset.lmSuppressShortcuts = "true";
  document.body.append(host);
  if (sessionStorage.getItem(KEPT)) page.cover.set("locked");
  page.cover.watch((cover) => {
    if (cover === "locked") sessionStorage.setItem(KEPT, asks() ? PHRASE : "1");
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

/** Whether something is open that has a pass phrase. */
function asks(): boolean {
  const { practice, code, own } = page.status.get();
  return own || (code !== "" && !practice);
}

function Lock() {
  useStore(page.status);
  const unlock = useStore(page.unlock);
  const [phrase] = useState(() => sessionStorage.getItem(KEPT) === PHRASE);
  return (
    <div class="nw-cover" role="dialog" aria-modal="true" aria-labelledby="nw-lock-title">
      <div class="nw-lock">
        <h1 id="nw-lock-title">{t("lab.cover.locked")}</h1>
        {phrase || asks() ? <Phrase unlock={unlock} /> : <Open />}
      </div>
    </div>
  );
}

function Open() {
  const button = useFocus<HTMLButtonElement>();
  // An own file that another window opened is known to the kernel, and not yet here.
  const go = async () => {
    const right =
      (await page.unlock
        .get()?.("")
        .catch(() => true)) ?? true;
    if (right) page.cover.set("");
    else setStatus({ own: true });
  };
  return (
    <>
      <p>{t("lab.cover.locked.practice")}</p>
      <button ref={button} type="button" class="nw-button nw-main" onClick={() => void go()}>
        {t("lab.cover.go")}
      </button>
    </>
  );
}

/** Which phrase is meant: the case's, the own file's, or either. */
function words(unlock: Unlock | null): string {
  const { practice, code, own } = page.status.get();
  if (!unlock) return t("lab.cover.locked.waiting");
  if (!own) return t("lab.cover.locked.own");
  return t(code && !practice ? "lab.cover.locked.both" : "lab.cover.locked.mine");
}

function Phrase({ unlock }: { unlock: Unlock | null }) {
  const field = useFocus<HTMLInputElement>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const submit = async () => {
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
    <div class="nw-lock-phrase">
      <p>{words(unlock)}</p>
      <label>
        {t("lab.cover.phrase")}
        <input
          ref={field}
          type="text"
          {...UNREMEMBERED}
          class={coveredClass(false)}
          aria-invalid={wrong}
          disabled={!unlock}
          onKeyDown={(event) => event.key === "Enter" && !event.isComposing && void submit()}
        />
      </label>
      <p class="nw-wrong" role="alert">
        {wrong ? t("lab.cover.wrong") : ""}
      </p>
      <button type="button" class="nw-button nw-main" disabled={busy || !unlock} onClick={() => void submit()}>
        {t("lab.cover.go")}
      </button>
      <Without unlock={unlock} />
    </div>
  );
}

/** Goes on with a practice case; the own file is then put away. */
function Without({ unlock }: { unlock: Unlock | null }) {
  const { practice, code, own } = useStore(page.status);
  if (!unlock || !own || (code && !practice)) return null;
  const go = async () => {
    if (await unlock("", true).catch(() => false)) page.cover.set("");
  };
  return (
    <button type="button" class="nw-button" onClick={() => void go()}>
      {t("lab.cover.without")}
    </button>
  );
}

function useFocus<T extends HTMLElement>() {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
