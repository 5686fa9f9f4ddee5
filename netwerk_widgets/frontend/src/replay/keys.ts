/** Looking back by keys alone: space plays, arrows step, Page Up and Page Down go to another day. */
import type { Player } from "./player";

export function listenToKeys(player: Player, element: HTMLElement, signal: AbortSignal): void {
  const acts: Record<string, () => void> = {
    " ": () => player.play(),
    ArrowLeft: () => player.step(-1),
    ArrowRight: () => player.step(1),
    PageUp: () => player.day(-1),
    PageDown: () => player.day(1),
    Home: () => void player.go(0),
    End: () => void player.go(player.moments.get().length - 1),
  };
  element.addEventListener(
    "keydown",
    (event) => {
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, dialog") || event.ctrlKey || event.altKey || event.metaKey) return;
      // Space on a button is that button's.
      if (event.key === " " && target.closest("button, summary")) return;
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
}
