/** What lies on the table in this meeting: suppositions, questions, advice, other views, people to look for. */
import { useLayoutEffect } from "preact/hooks";
import { discreet } from "../case/mirror";
import { choose } from "../case/selection";
import { type Slip, table } from "../case/slips";
import { MEETING, SLIPS } from "../contract";
import { t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import { CHAIR } from "./chair";
import { saidSince } from "./said";
import type { PartProps } from "./view";

export const KINDS = [...SLIPS, "advice", "minority", CHAIR] as const;

type Laid = Slip & { kind: string };

/** All that lies there, numbered in the order in which it came to lie there. */
export function onTable({ mirror, told }: PartProps): Laid[] {
  const since = told.meeting?.began ?? "";
  const said = KINDS.flatMap((kind) => saidSince(mirror, `${MEETING}${kind}`, since).map((one) => ({ kind, one })));
  const came = said.sort((a, b) => (a.one.at < b.one.at ? -1 : 1));
  return came.map(({ kind, one }, index) => ({
    id: one.id,
    kind,
    number: index + 1,
    text: one.text,
    people: one.persons.split(" ").filter((id) => mirror.person(id)),
  }));
}

/** Lets the maps of this page show the slips beside whom they name, as long as this guide is in sight. */
export function useTable(element: { current: HTMLElement | null }, props: PartProps, version: number): void {
  const { connection, told } = props;
  useLayoutEffect(() => {
    const own = { code: connection.code, slips: onTable(props), shown: () => element.current?.offsetParent != null };
    table.set(own);
    return () => {
      if (table.get() === own) table.set(null);
    };
  }, [connection.code, told, version]);
}

export function OnTable(props: PartProps & { onClose: () => void }) {
  const all = onTable(props);
  const groups = KINDS.map((kind) => ({ kind, said: all.filter((one) => one.kind === kind) }));
  const filled = groups.filter(({ said }) => said.length);
  return (
    <Dialog wide title={t("guide.table")} onClose={props.onClose}>
      <p class="nw-soft">{t(filled.length ? "guide.table.explain" : "guide.table.empty")}</p>
      {filled.map(({ kind, said }) => (
        <section key={kind} class="nw-table-group">
          <h3>{t(`guide.kinds.${kind}`)}</h3>
          <ul>
            {said.map((slip) => (
              <li key={slip.id}>
                <span class="nw-slip-number">{slip.number}</span> <span>{discreet(slip.text)}</span>
                <Beside {...props} slip={slip} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

/** Beside whom it lies on the map; a tap goes there. */
function Beside({ connection, mirror, slip, onClose }: PartProps & { slip: Slip; onClose: () => void }) {
  if (!slip.people.length) return null;
  const show = (person: string) => {
    choose(connection, [person]);
    onClose();
  };
  return (
    <span class="nw-slip-beside">
      {slip.people.map((person) => (
        <Button
          key={person}
          class="nw-link"
          label={t("guide.table.show", { who: mirror.name(person) })}
          onClick={() => show(person)}
        >
          {mirror.name(person)}
        </Button>
      ))}
    </span>
  );
}
