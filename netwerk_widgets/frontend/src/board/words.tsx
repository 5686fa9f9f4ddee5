/** Own words, as they were said; whoever is named in them with an @ is linked. */

import { LIMITS } from "../contract";
import { useMention } from "../mention/mention";
import { usePrefs } from "../shared/hooks";
import { spoken, t } from "../shared/words";
import { TextField } from "../ui/fields";
import { placed } from "../ui/typing";
import { Named } from "./named";
import type { PartProps } from "./part";

export function WordsPart(props: PartProps) {
  return (
    <div class="nw-part-answer nw-part-fills">
      <OwnWords {...props} label={spoken(props.part.titles, t("board.words"))} rows={3} bare />
    </div>
  );
}

/** Own words beside what was chosen. */
export function ReasonField(props: PartProps) {
  const label = t("board.reason", { title: spoken(props.part.titles) });
  return <OwnWords {...props} label={label} rows={2} bare />;
}

interface OwnWordsProps extends PartProps {
  label: string;
  rows: number;
  bare?: boolean;
}

/** A field for own words; an @ opens a list of who may be meant. */
export function OwnWords({ connection, mirror, part, answers, writable, label, rows, bare = false }: OwnWordsProps) {
  usePrefs();
  const { aside, list } = useMention({ connection, mirror }, answers);
  return (
    <>
      <div class="nw-own-words">
        <TextField
          bare={bare}
          label={label}
          placeholder={spoken(part.placeholders, bare ? t("board.words") : "")}
          value={answers.one?.text ?? ""}
          // What was sent is in the answer at once; the field need not remember it, and an undo shows.
          stamp={{}}
          rows={rows}
          limit={LIMITS.answer.text}
          disabled={!writable}
          kept={{ connection, place: placed("board", answers.card, answers.about) }}
          aside={aside}
          onCommit={(text) => answers.write(text)}
        />
        {list}
      </div>
      <Named {...{ connection, mirror, answers, writable }} />
    </>
  );
}
