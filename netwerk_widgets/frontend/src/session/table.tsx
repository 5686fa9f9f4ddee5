/** What lies on the table in this meeting: suppositions, questions, advice, other views, people to look for. */
import { Dialog } from "../base/dialog";
import { discreet } from "../base/mirror";
import type { Other } from "../base/wire";
import { t } from "../words";
import { saidSince } from "./said";
import type { PartProps } from "./view";

export const KINDS = ["hypothesis", "question", "person", "advice", "minority"] as const;

export function onTable({ mirror, told }: PartProps): Other[] {
  const since = told.session?.began ?? "";
  return KINDS.flatMap((kind) => saidSince(mirror, `meeting.${kind}`, since));
}

export function OnTable(props: PartProps & { onClose: () => void }) {
  const since = props.told.session?.began ?? "";
  const groups = KINDS.map((kind) => ({ kind, said: saidSince(props.mirror, `meeting.${kind}`, since) }));
  const filled = groups.filter(({ said }) => said.length);
  return (
    <Dialog wide title={t("session.table")} onClose={props.onClose}>
      <p class="nw-soft">{t(filled.length ? "session.table.explain" : "session.table.empty")}</p>
      {filled.map(({ kind, said }) => (
        <section key={kind} class="nw-table-group">
          <h3>{t(`session.kinds.${kind}`)}</h3>
          <ul>
            {said.map((one) => (
              <li key={one.id}>{discreet(String(one.text ?? ""))}</li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
