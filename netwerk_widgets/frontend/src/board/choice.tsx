/** One option or several: as a list, as words on a line, or as the rungs of a ladder. Nothing is a score. */

import type { Option } from "../contract";
import { spoken } from "../shared/words";
import { Button } from "../ui/elements";
import type { PartProps } from "./part";
import { ReasonField } from "./words";

export function ChoicePart(props: PartProps) {
  return (
    <div class="nw-part-answer">
      <Options {...props} />
      {props.part.reason && <ReasonField {...props} />}
    </div>
  );
}

/** The options; the chosen one says what it brings about. */
export function Options({ part, answers, writable, titled }: PartProps) {
  const marks = answers.one?.marks ?? [];
  const look = part.look || "list";
  return (
    <div class={`nw-stack nw-options nw-options-${look}`} role="group" aria-labelledby={titled}>
      {part.options.map((option) => (
        <Choosable
          key={option.id}
          option={option}
          on={marks.includes(option.id)}
          disabled={!writable}
          onChoose={() => answers.save({ mark: toggled(marks, option.id, part.many) })}
        />
      ))}
    </div>
  );
}

interface ChoosableProps {
  option: Option;
  on: boolean;
  disabled: boolean;
  onChoose: () => void;
}

function Choosable({ option, on, disabled, onChoose }: ChoosableProps) {
  const text = spoken(option.texts);
  return (
    <div class="nw-option">
      <Button class="nw-option-button" pressed={on} disabled={disabled} onClick={onChoose}>
        <span class="nw-option-sign" aria-hidden="true" />
        <span>{spoken(option.labels, option.id)}</span>
      </Button>
      <div aria-live="polite">{on && text && <p class="nw-option-text">{text}</p>}</div>
    </div>
  );
}

/** What is chosen after a tap: a second one takes it back; of a single choice the last one stays. */
export function toggled(marks: string[], id: string, many: boolean): string {
  if (marks.includes(id)) return marks.filter((one) => one !== id).join(" ");
  return many ? [...marks, id].join(" ") : id;
}
