/** The side panel of whatever is selected: a person, a tie, several persons, or nothing. */
import { usePrefs, useStore } from "../base/hooks";
import { type Selection, useSelection } from "../base/selection";
import type { Ground } from "../base/ui";
import { t } from "../words";
import { ManyPanel } from "./many";
import { PersonPanel } from "./person";
import { TiePanel } from "./tie";

export interface SelectionPanelProps extends Ground {
  /** What to show; without it, what is selected on this page. */
  selection?: Selection;
}

export function SelectionPanel({ session, mirror, selection }: SelectionPanelProps) {
  usePrefs();
  useStore(mirror.version);
  const shared = useSelection(session);
  const { people, ties } = selection ?? shared;
  const here = people.filter((id) => mirror.person(id));
  const tie = ties.find((id) => mirror.tie(id));
  const [first] = here;
  if (here.length > 1) return <ManyPanel session={session} mirror={mirror} ids={here} />;
  if (first) return <PersonPanel key={first} session={session} mirror={mirror} id={first} />;
  if (tie) return <TiePanel key={tie} session={session} mirror={mirror} id={tie} />;
  return <p class="nw-soft nw-panel-empty">{t("panel.nothing")}</p>;
}
