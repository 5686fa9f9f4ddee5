/** The phase in words, large enough for the other end of the room; which moves are open; and what is set down. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { moves } from "../case/moves";
import { MOVES } from "../contract";
import { announce } from "../shared/announce";
import { useStore } from "../shared/hooks";
import { spoken, t } from "../shared/words";
import { Button } from "../ui/elements";
import { CasesButton } from "./cases";
import { Fits } from "./fits";
import { PutDown } from "./putdown";
import { SilentRound } from "./silent";
import { OnTable, onTable, useTable } from "./table";
import type { PartProps } from "./view";
import { phaseOf } from "./wire";

type Open = "" | "put" | "silent" | "table";

export function Round(props: PartProps) {
  const { told } = props;
  const phase = phaseOf(told);
  const element = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<Open>("");
  useMoves(element, props);
  useSpokenPhase(element, props);
  useTable(element, props, useStore(props.mirror.version));
  if (!phase) return <Elsewhere {...props} />;
  const close = () => setOpen("");
  return (
    <section class="nw-round" ref={element} aria-label={spoken(phase.title)}>
      <div class="nw-round-words">
        <h2 tabIndex={-1}>{spoken(phase.say)}</h2>
        <p class="nw-round-help">{spoken(phase.help)}</p>
      </div>
      <Fits {...props} />
      <CasesButton {...props} />
      <div class="nw-round-acts">
        <MoveChips {...props} />
        <div class="nw-line">
          <Button onClick={() => setOpen("put")}>{t("guide.put_down")}</Button>
          <Button pressed={told.aside > 0} onClick={() => setOpen("silent")}>
            {t("guide.silent")}
          </Button>
          <Button onClick={() => setOpen("table")}>{t("guide.table.count", { count: onTable(props).length })}</Button>
        </div>
      </div>
      <Deviation {...props} />
      {open === "put" && <PutDown {...props} onClose={close} />}
      {open === "silent" && <SilentRound {...props} onClose={close} onShown={() => setOpen("table")} />}
      {open === "table" && <OnTable {...props} onClose={close} />}
    </section>
  );
}

/** The four moves. A closed one is struck through, and opens with one tap; that is noted. */
function MoveChips({ meeting, told }: PartProps) {
  return (
    <ul class="nw-line nw-moves" aria-label={t("guide.moves")}>
      {MOVES.map((move) => {
        const name = t(`methods.move.${move}`);
        const open = told.moves.includes(move);
        return (
          <li key={move}>
            <button
              type="button"
              class={open ? "nw-move nw-open" : "nw-move"}
              aria-label={t(open ? "guide.move.open" : "guide.move.closed", { move: name })}
              title={t(open ? "guide.move.open" : "guide.move.closed", { move: name })}
              aria-disabled={open}
              onClick={() => !open && void meeting.act("open", { move })}
            >
              {name}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What was opened other than the method says, with a way to close it again. */
function Deviation({ meeting, told }: PartProps) {
  const opened = told.meeting?.opened ?? [];
  if (!opened.length) return null;
  const named = opened.map((move) => t(`methods.move.${move}`));
  const shut = async () => {
    for (const move of opened) await meeting.act("shut", { move });
  };
  return (
    <p class="nw-line nw-deviated" role="status">
      {t("guide.move.deviated", { move: named })} <Button onClick={() => void shut()}>{t("guide.move.shut")}</Button>
    </p>
  );
}

function Elsewhere({ told, meeting }: PartProps) {
  const state = told.meeting?.state ?? "";
  const over = state === "closing" || state === "ended";
  const key = state === "ended" ? "guide.closing.ended" : over ? "guide.closing.still" : "guide.none";
  return (
    <section class="nw-round">
      <p class="nw-round-help">{t(key)}</p>
      {state === "closing" && <Button onClick={() => void meeting.act("back")}>{t("guide.back")}</Button>}
    </section>
  );
}

/** Tells the other views of this page which moves are closed, as long as this guide is in sight. */
function useMoves(element: { current: HTMLElement | null }, { told, meeting }: PartProps): void {
  // Together with the words on the screen that say so.
  useLayoutEffect(() => {
    const closed = told.meeting?.state === "going" ? MOVES.filter((move) => !told.moves.includes(move)) : [];
    const own = {
      closed,
      shown: () => element.current?.offsetParent != null,
      deviate: (move: string) => meeting.act("open", { move }),
    };
    moves.set(own);
    return () => {
      if (moves.get() === own) moves.set(null);
    };
  }, [told, meeting]);
}

/** A new phase is said to screen readers. */
function useSpokenPhase(element: { current: HTMLElement | null }, { told }: PartProps): void {
  const last = useRef<number | undefined>(undefined);
  const phase = phaseOf(told);
  const index = phase ? told.meeting?.index : undefined;
  useEffect(() => {
    const first = last.current === undefined;
    last.current = index;
    if (!first && phase && element.current) announce(element.current, `${spoken(phase.title)}. ${spoken(phase.say)}`);
  }, [index]);
}
