/**
 * How large all is: as a projector of 1280 by 720 shows it, times what the screen has more. The style sheets zoom by
 * `--nw-scale`; a map's canvas, which a zoom would take its pointer from, paints by `page.scale`.
 */
import { page } from "../shared/page";

/** On a wall of pixels whoever stands before it has to oversee it still. */
const MOST = 3;
/** As much as is agreeable at a desk. */
const NEAR = 1.15;

export function keepScale(signal: AbortSignal): void {
  const { style } = document.body;
  const tell = (scale: number) => {
    style.setProperty("--nw-scale", String(scale));
    page.scale.set(scale);
  };
  const follow = () => tell(scaleNow());
  follow();
  window.addEventListener("resize", follow, { signal });
  page.prefs.watch(follow, signal);
  signal.addEventListener("abort", () => tell(1));
}

function scaleNow(): number {
  const most = page.prefs.get().size === "near" ? NEAR : MOST;
  const larger = Math.min(window.innerHeight / 720, window.innerWidth / 1280);
  return Math.round(1000 * Math.max(1, Math.min(most, larger))) / 1000;
}
