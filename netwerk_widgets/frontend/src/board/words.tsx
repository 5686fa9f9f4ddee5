/** Own words, as they were said; whoever is named in them with an @ is linked. */
import { TextField } from "../base/fields";
import { usePrefs } from "../base/hooks";
import { t } from "../words";
import { spoken } from "./content";
import { Named } from "./named";
import type { PartProps } from "./part";

export function WordsPart({ session, mirror, part, answers, writable }: PartProps) {
  const { one } = answers;
  return (
    <div class="nw-part-answer nw-part-fills">
      <TextField
        bare
        label={spoken(part.titles, "")}
        placeholder={spoken(part.placeholders, t("board.words"))}
        value={one?.text ?? ""}
        stamp={one?.text}
        rows={3}
        limit={4000}
        disabled={!writable}
        privacy={session}
        onCommit={(text) => answers.write(text)}
      />
      <Named {...{ session, mirror, answers, writable }} />
    </div>
  );
}

/** Own words beside what was chosen. */
export function ReasonField({ session, part, answers, writable }: PartProps) {
  const { one } = answers;
  usePrefs();
  return (
    <TextField
      bare
      label={t("board.reason", { title: spoken(part.titles, "") })}
      placeholder={spoken(part.placeholders, t("board.words"))}
      value={one?.text ?? ""}
      stamp={one?.text}
      rows={2}
      limit={4000}
      disabled={!writable}
      privacy={session}
      onCommit={(text) => answers.write(text)}
    />
  );
}
