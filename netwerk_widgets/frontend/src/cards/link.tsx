/** Who may be linked to an answer: whoever was written and is not on the map yet, one from the list, somebody new. */
import { useState } from "preact/hooks";
import { choose, useSelection } from "../case/selection";
import { NewName } from "../mention/newname";
import { toldApart, useNamed } from "../mention/reading";
import { usePrefs } from "../shared/hooks";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { type Option, SelectField } from "../ui/fields";
import { placed } from "../ui/typing";
import type { Answering } from "./answers";

/** What the list of persons gives for somebody who is not in it; no person has this id. */
const NEW = "+";

export interface NamingProps extends Ground {
  answering: Answering;
}

export function Naming({ connection, mirror, answering }: NamingProps) {
  const { hideNames } = usePrefs();
  const [adding, setAdding] = useState(false);
  const selected = useSelection(connection).people;
  const linked = answering.persons;
  const others = mirror.people().filter(({ circle, unsafe }) => circle !== 0 && !unsafe);
  const free = others.filter(({ id }) => !linked.includes(id));
  const told = toldApart(mirror);
  const options = free.map(({ id }): Option => [id, told(id)]);
  // Whoever hides the names types none either: it would stand on the screen.
  const fresh: Option[] = hideNames ? [] : [[NEW, t("cards.name.new")]];
  const { unknown, unclear } = useNamed(
    { connection, mirror },
    hideNames ? "" : (answering.answer?.text ?? ""),
    linked,
  );
  const add = (role: string) => choose(connection, [answering.add(role)]);
  const pick = (id: string) => {
    if (id === NEW) setAdding(true);
    else if (id) answering.link(id);
  };
  return (
    <>
      {unknown.map((role) => (
        <Button key={role} class="nw-offer" onClick={() => add(role)}>
          {t("cards.add", { who: role })}
        </Button>
      ))}
      {free
        .filter(({ id }) => selected.includes(id) || unclear.includes(id))
        .map(({ id }) => (
          <Button key={id} class="nw-offer" onClick={() => answering.link(id)}>
            {t("cards.link", { who: told(id) })}
          </Button>
        ))}
      {adding && !hideNames ? (
        <NewName
          kept={{ connection, place: placed("new_name", "card") }}
          onAdd={add}
          onClose={() => setAdding(false)}
        />
      ) : (
        <SelectField
          bare
          label={t("cards.name")}
          value=""
          stamp={[mirror.version.get(), adding]}
          options={[["", t("cards.name.first")], ...options, ...fresh]}
          onChange={pick}
        />
      )}
    </>
  );
}
