/** Who is named in an answer: shown on the map by a tap, or let go; and who was written and is not on it yet. */
import { usePrefs } from "../base/hooks";
import { choose } from "../base/selection";
import { Button, type Ground } from "../base/ui";
import { newId } from "../base/wire";
import { t } from "../words";
import type { Answers } from "./answers";
import { namedIn } from "./naming";

export interface NamedProps extends Ground {
  answers: Answers;
  writable: boolean;
}

export function Named({ session, mirror, answers, writable }: NamedProps) {
  const { hideNames } = usePrefs();
  const linked = (answers.one?.persons ?? []).filter((id) => mirror.person(id));
  const unknown = hideNames || !writable ? [] : namedIn(answers.one?.text ?? "", mirror.people()).unknown;
  if (!linked.length && !unknown.length) return null;
  const add = (role: string) => {
    const id = newId("p");
    session.edit({ edit: "add_person", id, role, circle: 3, domain: "family" });
    answers.link(id);
  };
  return (
    <div class="nw-named">
      {linked.map((id) => (
        <Button
          key={id}
          class="nw-somebody"
          label={t("board.show", { who: mirror.name(id) })}
          onClick={() => choose(session, [id])}
        >
          {mirror.name(id)}
        </Button>
      ))}
      {unknown.map((role) => (
        <Button key={role} class="nw-offer" onClick={() => add(role)}>
          {t("board.add", { who: role })}
        </Button>
      ))}
    </div>
  );
}
