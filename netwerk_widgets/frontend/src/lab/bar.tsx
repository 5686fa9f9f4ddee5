/** The bar at the top of a workbook: the case, where one is, whether it is saved, and the way on. */
import { useEffect, useRef, useState } from "preact/hooks";
import { LANGUAGES, SIZES, TONGUES } from "../contract";
import type { Waiting } from "../shared/draft";
import { usePrefs, useStore } from "../shared/hooks";
import { page, type Status, setPrefs } from "../shared/page";
import { clock, t } from "../shared/words";
import { useClosing } from "../ui/closing";
import { Button } from "../ui/elements";
import { Contents } from "./contents";
import type { Desk, Place } from "./desk";
import { host } from "./host";
import { toggleNames } from "./keys";
import { lockNow } from "./lock";
import { stopped } from "./quiet";
import { toggleTogether } from "./together";
import { listing } from "./unfinished";

export function drawBar(desk: Desk, signal: AbortSignal): void {
  host("nw-bar", <Bar desk={desk} />, signal, true);
}

function Bar({ desk }: { desk: Desk }) {
  const place = useStore(desk.place);
  const prefs = usePrefs();
  const status = useStore(page.status);
  useTitle(place !== null);
  if (!place) return null;
  return (
    <header class="nw-bar" lang={prefs.lang} data-ready={place.ready} data-step={place.steps[place.index]}>
      <strong class="nw-bar-case" title={status.code}>
        {status.code ? t("lab.bar.case", { code: status.code }) : t("lab.title")}
      </strong>
      <Contents desk={desk} place={place} />
      <Saved desk={desk} place={place} />
      <button
        type="button"
        class="nw-button nw-bar-short"
        data-short={t("lab.bar.names")}
        aria-label={t(prefs.hideNames ? "lab.bar.show" : "lab.bar.hide")}
        aria-pressed={prefs.hideNames}
        title="Alt+N"
        onClick={toggleNames}
      >
        {t(prefs.hideNames ? "lab.bar.show" : "lab.bar.hide")}
      </button>
      <button
        type="button"
        class="nw-button nw-bar-together"
        aria-pressed={prefs.together}
        aria-label={t("lab.bar.together")}
        title={`${t("lab.bar.together")} (Alt+S)`}
        onClick={toggleTogether}
      >
        {t("lab.bar.together.short")}
      </button>
      <Ways desk={desk} place={place} />
      <FullScreen />
      <Menu desk={desk} />
    </header>
  );
}

/** What is on disk; "Opgeslagen" only after the case file said so. */
function Saved({ desk, place }: { desk: Desk; place: Place }) {
  const status = useStore(page.status);
  const typed = useStore(page.drafts.bar);
  const only = useStore(page.drafts.only);
  const ended = useStore(stopped);
  if (place.failed && !status.away) {
    return (
      <button
        type="button"
        class="nw-button nw-bar-saved nw-away"
        title={`${t("lab.failed.safe")} ${t("lab.failed.do")}`}
        onClick={() => desk.again()}
      >
        {t("lab.bar.failed")}
      </button>
    );
  }
  // Words that are in this page only are told as what waits.
  const waiting = status.pending + only;
  const [kind, text] = ended ? ["nw-away", gone(waiting)] : progress(status, place.ready, waiting, typed);
  if (kind === "nw-kept") {
    return (
      <button type="button" class="nw-bar-saved nw-kept" title={t("lab.draft.title")} onClick={() => listing.set(true)}>
        {text}
      </button>
    );
  }
  // While one types it changes every second: to be seen, and not to be said each time.
  return (
    <span
      class={`nw-bar-saved ${kind}${kind === "nw-good" ? " nw-bar-short" : ""}`}
      data-short={`✓ ${clock(status.saved)}`}
      role="status"
      aria-live={typed ? "off" : undefined}
      title={typed === "refused" ? t("lab.draft.elsewhere") : undefined}
    >
      {text}
    </span>
  );
}

function gone(pending: number): string {
  return pending ? t("lab.bar.stopped.pending", { pending }) : t("lab.bar.stopped");
}

function lost(pending: number): string {
  return pending ? t("lab.bar.away.pending", { pending }) : t("lab.bar.away");
}

/** How that looks, and in what words. */
function progress(status: Status, ready: boolean, waiting: number, typed: Waiting): [string, string] {
  const { saved, pending, away, writable, apart, ownApart } = status;
  if (away) return ["nw-away", lost(waiting)];
  if (pending) return ["nw-wait", t("lab.bar.pending", { pending: waiting })];
  if (apart || ownApart) return ["nw-away", t("lab.bar.apart")];
  if (typed === "refused") return ["nw-away", t("lab.bar.draft.refused")];
  if (typed === "new") return ["nw-wait", t("lab.bar.typing")];
  if (typed === "kept") return ["nw-kept", t("lab.bar.draft")];
  if (!ready) return ["nw-wait", t("lab.bar.opening")];
  if (!writable) return ["nw-wait", t("lab.bar.read_only")];
  return saved ? ["nw-good", `✓ ${t("lab.bar.saved", { time: clock(saved) })}`] : ["", ""];
}

function Ways({ desk, place }: { desk: Desk; place: Place }) {
  const first = place.index === 0;
  const last = place.index === place.steps.length - 1;
  return (
    <>
      <button
        type="button"
        class="nw-button"
        title="PageUp"
        disabled={first && !place.book.previous}
        onClick={() => desk.previous()}
      >
        {t("lab.bar.previous")}
      </button>
      <button
        type="button"
        class="nw-button nw-main"
        title="PageDown"
        disabled={last && !place.book.next}
        onClick={() => desk.next()}
      >
        {t("lab.bar.next")}
      </button>
    </>
  );
}

function FullScreen() {
  const toggle = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen();
  };
  return (
    <Button class="nw-bar-icon" label={t("lab.bar.full")} onClick={toggle}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5" fill="none" stroke="currentColor" stroke-width="2" />
      </svg>
    </Button>
  );
}

function Menu({ desk }: { desk: Desk }) {
  const [open, setOpen] = useState(false);
  const code = useStore(desk.code);
  const { lang, singleKeys, size } = usePrefs();

  const box = useRef<HTMLDivElement>(null);
  useClosing(open, { box, close: () => setOpen(false) });
  const act = (change: () => void) => () => {
    change();
    setOpen(false);
  };
  return (
    <div class="nw-bar-menu" ref={box}>
      <Button class="nw-bar-icon" label={t("lab.bar.more")} expanded={open} onClick={() => setOpen(!open)}>
        …
      </Button>
      {open && (
        <div class="nw-bar-menu-list">
          {LANGUAGES.filter((one) => one !== lang).map((one) => (
            <button key={one} type="button" onClick={act(() => setPrefs({ lang: one }))} lang={one}>
              {TONGUES[one].name}
            </button>
          ))}
          <button type="button" onClick={act(() => page.cover.set("blank"))}>
            {t("lab.menu.blank")}
          </button>
          <button type="button" onClick={act(() => void lockNow())}>
            {t("lock.menu")}
          </button>
          <button type="button" aria-pressed={singleKeys} onClick={act(() => setPrefs({ singleKeys: !singleKeys }))}>
            {t(singleKeys ? "lab.menu.keys.off" : "lab.menu.keys.on")}
          </button>
          {SIZES.map((one) => (
            <button
              key={one}
              type="button"
              class="nw-bar-size"
              aria-pressed={size === one}
              onClick={act(() => setPrefs({ size: one }))}
            >
              {t(`lab.menu.size.${one}`)}
            </button>
          ))}
          <button type="button" aria-pressed={code} onClick={act(() => desk.code.set(!code))}>
            {t(code ? "lab.menu.code.hide" : "lab.menu.code.show")}
          </button>
        </div>
      )}
    </div>
  );
}

/** The window's title: the program's, never a file's or a case's. */
function useTitle(active: boolean): void {
  const { lang } = usePrefs();
  useEffect(() => {
    if (!active) return;
    const name = t("lab.title");
    const set = () => {
      if (document.title !== name) document.title = name;
    };
    document.documentElement.lang = lang;
    set();
    const observer = new MutationObserver(set);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [active, lang]);
}
