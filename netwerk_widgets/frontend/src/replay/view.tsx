/** Looking back: the map as it was, the time line under it, and beside it what happened at this moment. */
import { useEffect, useRef, useState } from "preact/hooks";
import { NumberKey } from "../drawing/key";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { NoticeBar } from "../ui/notice";
import type { Root } from "../ui/root";
import { draw } from "../ui/view";
import { Happened } from "./happened";
import { listenToKeys } from "./keys";
import { Player } from "./player";
import { Line } from "./timeline";

export function replayView(root: Root): void {
  draw(root, <ReplayView root={root} />);
}

function ReplayView({ root }: { root: Root }) {
  const canvas = useRef<HTMLDivElement>(null);
  const [player, setPlayer] = useState<Player | null>(null);
  usePrefs();
  useEffect(() => {
    if (!canvas.current) return;
    const made = new Player(root, canvas.current);
    listenToKeys(made, root.element, root.signal);
    setPlayer(made);
  }, [root]);
  return (
    <div class="nw-replay">
      <div class="nw-card nw-replay-main">
        <div class="nw-canvas-place">
          <div class="nw-canvas" ref={canvas} role="img" aria-label={t("replay.canvas")} />
          {player && <NumberKey scene={player.still.scene} />}
        </div>
        {player && <Line player={player} />}
      </div>
      {player && <Side player={player} />}
    </div>
  );
}

function Side({ player }: { player: Player }) {
  const moments = useStore(player.moments);
  return (
    <aside class="nw-map-side" aria-label={t("replay.side")}>
      <NoticeBar connection={player.connection} mirror={player.mirror} />
      {moments.length > 0 && <Happened player={player} />}
    </aside>
  );
}
