/** The side panel of whatever is selected: a person, a tie, several persons, or nothing. */

import { useSelection } from "../case/selection";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";
import type { Needing, Wishing } from "./ground";
import { ManyPanel } from "./many";
import { PersonPanel } from "./person";
import { TiePanel } from "./tie";

export function SelectionPanel({ connection, mirror, wishes, needs }: Ground & Wishing & Needing) {
  usePrefs();
  useStore(mirror.version);
  const { people, ties } = useSelection(connection);
  const here = people.filter((id) => mirror.person(id));
  const tie = ties.find((id) => mirror.tie(id));
  const [first] = here;
  const ground = { connection, mirror, wishes };
  if (here.length > 1) return <ManyPanel {...ground} ids={here} />;
  if (first) return <PersonPanel key={first} {...ground} id={first} needs={needs} />;
  if (tie) return <TiePanel key={tie} {...ground} id={tie} />;
  return <p class="nw-soft nw-panel-empty">{t("panel.nothing")}</p>;
}
