/** What was answered to another part, in sight where it is worked on: nobody types it again. */
import { discreet } from "../case/mirror";
import type { Part } from "../contract";
import { spoken, t } from "../shared/words";
import type { Ground } from "../ui/elements";
import { Answers } from "./answers";

interface SaidBeforeProps extends Ground {
  card: string;
  part: Part;
  about: string;
}

export function SaidBefore({ connection, mirror, card, part, about }: SaidBeforeProps) {
  const { one } = new Answers({ connection, mirror }, card, about);
  const chosen = part.options.filter(({ id }) => one?.marks.includes(id)).map(({ id, labels }) => spoken(labels, id));
  const said = [...chosen, discreet(one?.text)].filter(Boolean);
  if (!said.length) return null;
  return (
    <p class="nw-said-before">
      <span class="nw-soft">{t("board.said_before")}</span> {said.map((words) => `‘${words}’`).join(" ")}
    </p>
  );
}
