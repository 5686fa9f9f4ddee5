/** Whether a part of a board was answered: what opens another part after it. */

import { expected } from "../case/expected";
import type { Board, Part } from "../contract";
import type { Ground } from "../ui/elements";
import { Answers, cardOf } from "./answers";
import { guests } from "./guests";

export function given(ground: Ground, board: Board, part: Part, about: string): boolean {
  const answers = new Answers(ground, cardOf(board, part), about);
  switch (part.kind) {
    case "text":
      return true;
    case "steps":
      return expected(ground, "step").length > 0;
    case "trail":
      return expected(ground, "compliment").length > 0;
    case "scene":
      return guests(ground, part, answers).length > 0;
    default:
      return answers.given;
  }
}
