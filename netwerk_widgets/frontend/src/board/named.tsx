/** Who is named in an answer: shown on the map by a tap; and who was written with an @ and is not on it yet. */
import { usePrefs } from "../base/hooks";
import { choose } from "../base/selection";
import { Button, type Ground } from "../base/ui";
import { toldApart, useNamed } from "../base/whom";
import { t } from "../words";
import type { Answers } from "./answers";

export interface NamedProps extends Ground {
  answers: Answers;
  writable: boolean;
}

export function Named({ session, mirror, answers, writable }: NamedProps) {
  const { hideNames } = usePrefs();
  const text = hideNames || !writable ? "" : (answers.one?.text ?? "");
  const { unknown, unclear } = useNamed({ session, mirror }, text, answers.named);
  const told = toldApart(mirror);
  if (!answers.named.length && !unknown.length && !unclear.length) return null;
  return (
    <div class="nw-named">
      {answers.named.map((id) => (
        <Button
          key={id}
          class="nw-somebody"
          label={t("board.show", { who: mirror.name(id) })}
          onClick={() => choose(session, [id])}
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
