/**
 * How large all is: as a projector of 1280 by 720 shows it, times what the screen has more. The style sheets zoom by
 * `--nw-scale`; a map's canvas, which a zoom would take its pointer from, paints by `page.scale`.
 */
import { page } from "../shared/page";

/** On a wall of pixels whoever stands before it has to oversee it still. */
const MOST = 3;
/** As much as is agreeable at a desk. */
const NEAR = 1.15;
/** A small window (small.css): on a map its letters are smaller; who enlarged the page or holds it in the hand is near. */
const SMALL = "(max-width: 1000px), (max-height: 560px)";
const LEAST = 0.7;

export function keepScale(signal: AbortSignal): void {
  const { style } = document.body;
  const tell = (scale: number) => {
    style.setProperty("--nw-scale", String(Math.max(1, scale)));
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
  const least = matchMedia(SMALL).matches ? LEAST : 1;
  return Math.round(1000 * Math.max(least, Math.min(most, larger))) / 1000;
}
