/** Somebody's ties as a list, and a new one. */

import { useState } from "preact/hooks";
import { choose } from "../case/selection";
import { DEFAULTS, type Moment, type Tie } from "../contract";
import { newId } from "../kernel/wire";
import { toldApart, useFound } from "../mention/reading";
import { usePrefs } from "../shared/hooks";
import { t } from "../shared/words";
import { Button, Fold } from "../ui/elements";
import { type Option, SelectField } from "../ui/fields";
import type { PersonPart } from "./ground";

/** From so many persons on one first types a part of the name. */
const MANY = 30;

export function PersonTies(part: PersonPart) {
  const { connection, mirror, person, writable } = part;
  const ties = mirror.tiesOf(person.id);
  return (
    <Fold title={t("panel.ties", { number: ties.length })} open={ties.length < 7}>
      {ties.length === 0 && <p class="nw-soft">{t("panel.ties.none")}</p>}
      <ul class="nw-rows">
        {ties.map((tie) => (
          <li key={tie.id}>
            <Button class="nw-tie-row" onClick={() => choose(connection, [], [tie.id])}>
              <span>{mirror.name(tie.source === person.id ? tie.target : tie.source)}</span>
              <span class="nw-soft">{tieWords(mirror, tie, person.id)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {writable && <NewTie {...part} />}
    </Fold>
  );
}

/** "sterk · naar vriendin": the quality of a tie and, where it has one, its direction as seen from one end. */
function tieWords(mirror: PersonPart["mirror"], tie: Tie, from: string): string {
  const words = [t(`model.quality.${tie.quality}`)];
  if (tie.directed)
    words.push(
      tie.source === from
        ? t("panel.tie.to_them", { who: mirror.name(tie.target) })
        : t("panel.tie.from_them", { who: mirror.name(tie.source) }),
    );
  if (tie.moment !== DEFAULTS.tie.moment) words.push(t(`model.moment.${tie.moment}`));
  return words.join(" · ");
}

/** Connects without drawing: choose who stands at the other end. */
function NewTie({ connection, mirror, person }: PersonPart) {
  const { hideNames } = usePrefs();
  const [wanted, setWanted] = useState("");
  const others = mirror.people().filter(({ id }) => id !== person.id);
  const { found } = useFound({ connection, mirror }, wanted, hideNames);
  const [told, fits] = [toldApart(mirror), new Set(found.people)];
  const options = others
    .filter(({ id }) => !found.wanted || fits.has(id))
    .map(({ id }): Option => [id, told(id)])
    .slice(0, 200);
  if (others.length === 0) return null;
  return (
    <>
      {others.length > MANY && (
        <input
          type="search"
          autocomplete="off"
          placeholder={t("panel.ties.filter")}
          aria-label={t("panel.ties.filter")}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <SelectField
        label={t("panel.ties.new", { who: mirror.name(person.id) })}
        value=""
        stamp={mirror.version.get()}
        options={[["", t("panel.ties.choose", { number: options.length })], ...options]}
        onChange={(other) => other && connect({ connection }, person.id, other)}
      />
    </>
  );
}

/** Draws an ordinary tie, of now or wished for later, and shows it, so that its quality can be said at once. */
export function connect(
  { connection }: Pick<PersonPart, "connection">,
  source: string,
  target: string,
  moment: Moment = DEFAULTS.tie.moment,
): void {
  const id = newId("t");
  connection.edit({ edit: "add", kind: "tie", id, fields: { source, target, moment } });
  choose(connection, [], [id]);
}
