/** A board of many parts, a few at a time: more than three beside each other cannot be read from four metres. */
import { useState } from "preact/hooks";
import type { Part } from "../contract";
import { t } from "../shared/words";
import { Button } from "../ui/elements";

/** How many parts stand beside each other at most. */
export const MOST = 3;

interface Turned {
  parts: Part[];
  at: number;
  pages: number;
  turn: (to: number) => void;
}

/** The parts that are shown now. Which ones is in the page's memory only; what is unshown keeps its answers. */
export function usePages(parts: Part[], most: number): Turned {
  const [chosen, turn] = useState(0);
  const pages = Math.max(1, Math.ceil(parts.length / most));
  // A part less, as with the client beside one, may leave fewer pages than were turned.
  const at = Math.min(chosen, pages - 1);
  return { parts: parts.slice(at * most, (at + 1) * most), at, pages, turn };
}

export function Turning({ at, pages, turn }: Turned) {
  if (pages < 2) return null;
  return (
    <>
      <Button
        class="nw-board-back"
        label={t("board.pages.back")}
        disabled={at === 0}
        onClick={() => turn(at - 1)}
        sign="‹"
      />
      <span class="nw-board-page" aria-live="polite">
        {t("board.pages.at", { page: at + 1, pages })}
      </span>
      <Button
        class="nw-board-on"
        label={t("board.pages.on")}
        disabled={at === pages - 1}
        onClick={() => turn(at + 1)}
        sign="›"
      />
    </>
  );
}
