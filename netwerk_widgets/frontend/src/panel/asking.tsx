/** Whether somebody who was put among the professionals is one: asked once, and answered with one tap. */
import { useSelection } from "../case/selection";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { changer, useGround } from "./ground";

/** Of whoever is chosen first, and otherwise of anybody of whom it is not known yet. */
export function ProfessionalOrNot({ connection, mirror }: Ground) {
  const writable = useGround({ connection, mirror });
  const { people } = useSelection(connection);
  const open = mirror.people().filter(({ professional_asked }) => professional_asked === "open");
  const one = open.find(({ id }) => people.includes(id)) ?? open[0];
  if (!one || !writable) return null;
  const change = changer({ connection, mirror }, "person", one.id);
  return (
    <section class="nw-card nw-panel-asks" aria-label={t("panel.asks.what")}>
      <p role="status">{t("panel.asks", { who: mirror.name(one.id) })}</p>
      <div class="nw-buttons">
        <Button onClick={() => change({ professional: true })}>{t("panel.asks.yes")}</Button>
        <Button onClick={() => change({ professional_asked: "no" })}>{t("panel.asks.no")}</Button>
      </div>
    </section>
  );
}
