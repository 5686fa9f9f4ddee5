/** Where it got stuck: asked once about a case, and in sight wherever it is worked on. */
import { type Answer, DILEMMAS } from "../contract";
import { discreet, type Mirror, together } from "./mirror";

export function isDilemma(card: string): boolean {
  return DILEMMAS.some((one) => one === card);
}

/** The last answer in which it was written, whichever workbook asked it. */
export function lastDilemma(answers: Answer[]): Answer | undefined {
  const written = answers.filter(({ card }) => isDilemma(card));
  return written.sort((one, other) => one.at.localeCompare(other.at)).at(-1);
}

/**
 * The last that was written of it, else the question of the case; "" where a client looks along: it is not theirs.
 * `screen` is false for paper, where names are taken out in their own way.
 */
export function dilemmaOf(mirror: Mirror, screen = true): string {
  // A map has its entities only once it is painted: until then the question would stand where another text belongs.
  if (together() || !mirror.people().length) return "";
  const text = lastDilemma(mirror.others("answer"))?.text ?? mirror.info.question;
  return screen ? discreet(text) : text;
}
