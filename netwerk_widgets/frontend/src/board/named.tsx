/** Who is named in an answer: shown on the map by a tap; and who was written with an @ and is not on it yet. */

import { choose } from "../case/selection";
import { toldApart, useNamed } from "../mention/reading";
import { usePrefs } from "../shared/hooks";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import type { Answers } from "./answers";

export interface NamedProps extends Ground {
  answers: Answers;
  writable: boolean;
}

export function Named({ connection, mirror, answers, writable }: NamedProps) {
  const { hideNames } = usePrefs();
  const text = hideNames || !writable ? "" : (answers.one?.text ?? "");
  const { unknown, unclear } = useNamed({ connection, mirror }, text, answers.named);
  const told = toldApart(mirror);
  if (!answers.named.length && !unknown.length && !unclear.length) return null;
  return (
    <div class="nw-line nw-named">
      {answers.named.map((id) => (
        <Button
          key={id}
          class="nw-somebody"
          label={t("board.show", { who: mirror.name(id) })}
          onClick={() => choose(connection, [id])}
        >
          {mirror.name(id)}
        </Button>
      ))}
      {unclear.map((id) => (
        <Button key={id} class="nw-offer" onClick={() => answers.link(id)}>
          {t("cards.link", { who: told(id) })}
        </Button>
      ))}
      {unknown.map((role) => (
        <Button key={role} class="nw-offer" onClick={() => answers.add(role)}>
          {t("board.add", { who: role })}
        </Button>
      ))}
    </div>
  );
}
