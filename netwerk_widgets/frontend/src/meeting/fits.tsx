/** What lies ready for a phase, other than the map: cards and a board, each one tap away; and the way back from there. */
import { useRef } from "preact/hooks";
import { wanted } from "../case/wanted";
import type { Phase } from "../contract";
import { shown } from "../shared/clock";
import { usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { spoken, t } from "../shared/words";
import { Dilemma } from "../ui/dilemma";
import { Button } from "../ui/elements";
import { useSigns } from "./clockpane";
import type { PartProps } from "./view";
import { phaseOf } from "./wire";

/** Steps of the workbook by what stands in them (Python: views/meeting.py). */
export type Ways = Record<string, string>;

export function Fits({ told, ways }: PartProps) {
  const goTo = useStore(page.goTo);
  const { together } = usePrefs();
  const phase = phaseOf(told);
  const families = told.fits ?? [];
  const board = phase ? boardStep(ways, phase) : "";
  if (!goTo || together || !phase) return null;
  const cards = ways.cards ?? "";
  const open = (family: string) => {
    wanted.set(family);
    goTo(cards);
  };
  if (!board && !(cards && families.length)) return null;
  return (
    <div class="nw-line nw-ready">
      {cards && families.length > 0 && <span class="nw-visually-hidden">{t("guide.fits.cards")}</span>}
      {cards &&
        families.map(({ id, name }) => (
          <Button key={id} onClick={() => open(id)}>
            {spoken(name)}
          </Button>
        ))}
      {board && <Button onClick={() => goTo(board)}>{t("guide.fits.board")}</Button>}
    </div>
  );
}

/** The step that shows the board of a phase, and of that the part that it is about. */
function boardStep(ways: Ways, { board, part }: Phase): string {
  const found = Object.entries(ways).find(([what]) => {
    const [name, ...parts] = what.split(" ");
    return name === board && (!part || parts.length === 0 || parts.includes(part));
  });
  return board && found ? found[1] : "";
}

/** Beside the cards or a board: which phase is on, the time that is left, and the way back to the meeting. */
export function Return(props: PartProps) {
  const { mirror, told, meeting, ways } = props;
  const goTo = useStore(page.goTo);
  const element = useRef<HTMLDivElement>(null);
  useStore(meeting.tick);
  const phase = phaseOf(told);
  const left = meeting.clock.left();
  useSigns(element, { ...props, left });
  if (!phase) return null;
  return (
    <div class="nw-return" ref={element}>
      <strong>{spoken(phase.title)}</strong>
      <span class={left < 0 ? "nw-over" : ""} role="timer">
        {shown(left)}
      </span>
      {!told.running && <span>{t("guide.clock.paused")}</span>}
      <Dilemma mirror={mirror} />
      {goTo && ways.meeting && <Button onClick={() => goTo(ways.meeting ?? "")}>{t("guide.return")}</Button>}
    </div>
  );
}
