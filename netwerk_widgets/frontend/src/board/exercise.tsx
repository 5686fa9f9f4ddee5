/** An exercise: own words first; what an experienced colleague might think is there only afterwards, and is no answer key. */
import { useState } from "preact/hooks";
import { spoken, t } from "../shared/words";
import { Button } from "../ui/elements";
import { Options } from "./choice";
import type { PartProps } from "./part";
import { OwnWords } from "./words";

export function ExercisePart(props: PartProps) {
  const { part, answers } = props;
  const [open, setOpen] = useState(false);
  const { one } = answers;
  const thoughts = spoken(part.thoughts, []);
  // The button is never disabled: Tab would pass it by, since what is being typed is kept as the field is left.
  const written = (one?.text ?? "").trim() !== "";
  return (
    <div class="nw-part-answer">
      {part.options.length > 0 && <Options {...props} />}
      <OwnWords {...props} label={spoken(part.prompts, t("board.exercise.prompt"))} rows={3} />
      {thoughts.length > 0 && (
        <div class="nw-thoughts">
          <Button expanded={written && open} onClick={() => setOpen(!open)}>
            {t("board.exercise.show")}
          </Button>
          {!written && (
            <p class="nw-soft" role="status">
              {t("board.exercise.first")}
            </p>
          )}
          <div aria-live="polite">
            {written && open && (
              <>
                <p class="nw-thoughts-head">{t("board.exercise.thoughts")}</p>
                <ul>
                  {thoughts.map((thought) => (
                    <li key={thought}>{thought}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
