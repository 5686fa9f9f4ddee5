/** One part of a board: what is asked, and the way in which it is answered; or why it is still closed. */
import type { ComponentType } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { together } from "../case/mirror";
import type { Board, Part, PartKind } from "../contract";
import { announce } from "../shared/announce";
import { useName, usePrefs } from "../shared/hooks";
import { spoken, t } from "../shared/words";
import type { Ground } from "../ui/elements";
import { Suggestions } from "../ui/suggestions";
import { Answers, cardOf } from "./answers";
import { ChoicePart } from "./choice";
import { addressed } from "./content";
import { ExercisePart } from "./exercise";
import { given } from "./given";
import { RowsPart } from "./rows";
import { SaidBefore } from "./said";
import { ScenePart } from "./scene";
import { SilencePart } from "./silence";
import { StepsPart } from "./steps";
import { TrailPart } from "./trail";
import { WordsPart } from "./words";

/** What every kind of part works with. */
export interface PartProps extends Ground {
  part: Part;
  answers: Answers;
  writable: boolean;
  /** The id of the part's title, by which its fields are called. */
  titled: string;
}

const KINDS: Record<PartKind, ComponentType<PartProps> | null> = {
  words: WordsPart,
  choice: ChoicePart,
  rows: RowsPart,
  steps: StepsPart,
  trail: TrailPart,
  scene: ScenePart,
  silence: SilencePart,
  exercise: ExercisePart,
  text: null,
};

/** Whether this part may be seen now: some are not for a screen that the client looks at too. */
export function partShown(part: Part): boolean {
  // An exercise is the professional's, and so are a colleague's thoughts about somebody like the client.
  const theirs = part.hidden_with_client || part.dilemma || part.supposition || part.kind === "exercise";
  return !(theirs && together());
}

interface PartCardProps extends Ground {
  board: Board;
  part: Part;
  about: string;
  writable: boolean;
}

export function PartCard({ connection, mirror, board, part: whole, about, writable }: PartCardProps) {
  const prefs = usePrefs();
  const part = useMemo(() => addressed(whole), [whole, prefs.together]);
  const titled = useName();
  const element = useRef<HTMLElement>(null);
  const answers = useMemo(
    () => new Answers({ connection, mirror }, cardOf(board, part), about),
    [connection, mirror, board, part, about],
  );
  const first = board.parts.find(({ id }) => id === part.after);
  // What opens a part may itself not be for the client: that part is then not shut for want of an answer.
  const open = !first || !partShown(first) || given({ connection, mirror }, board, first, about);
  useOpening(element, open, connection.ahead().length === 0, spoken(part.titles));
  const Answered = KINDS[part.kind];
  const looks = ["nw-card", "nw-part", `nw-part-${part.kind}`, !open && "nw-part-shut"].filter(Boolean);
  return (
    <section class={looks.join(" ")} ref={element} aria-labelledby={titled}>
      <div class="nw-part-head">
        <h3 id={titled} class="nw-part-title" tabIndex={-1}>
          {!open && <Lock />}
          {spoken(part.titles)}
        </h3>
        <p class="nw-part-text">{spoken(open ? part.texts : part.closeds, open ? "" : t("board.closed"))}</p>
      </div>
      {part.before && <SaidBefore {...{ connection, mirror, about }} card={part.shows} part={part.before} />}
      {open && Answered && <Answered {...{ connection, mirror, part, answers, writable, titled }} />}
      {open && part.puts.length > 0 && <Suggestions {...{ connection, mirror, writable }} card={answers.card} />}
    </section>
  );
}

/**
 * A part that opens is said to screen readers: whoever answered the first need not look for it. It is said once the
 * answer is saved, or "answer added" would be said over it.
 */
function useOpening(element: { current: HTMLElement | null }, open: boolean, saved: boolean, title: string): void {
  const was = useRef(open);
  useEffect(() => {
    if (open && !saved) return;
    if (open && !was.current && element.current) announce(element.current, t("board.opened", { title }));
    was.current = open;
  }, [open, saved]);
}

function Lock() {
  return (
    <svg class="nw-part-lock" viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
      <path d="M6 9V6a4 4 0 0 1 8 0v3" fill="none" stroke="currentColor" stroke-width="2" />
      <rect x="4" y="9" width="12" height="9" rx="2" fill="currentColor" />
    </svg>
  );
}
