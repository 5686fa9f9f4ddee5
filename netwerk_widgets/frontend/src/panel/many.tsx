/** The side panel of several persons at once. */

import { announce } from "../base/announce";
import { SelectField } from "../base/fields";
import { useName } from "../base/hooks";
import { choose } from "../base/selection";
import { Button, type Ground } from "../base/ui";
import { t } from "../words";
import { CIRCLES, choices, DOMAINS } from "./choices";
import { useGround } from "./ground";
import { connect } from "./ties";

/** So many are named; of the rest only how many there are is said. */
const NAMED = 8;

export interface ManyPanelProps extends Ground {
  ids: string[];
}

export function ManyPanel({ session, mirror, ids }: ManyPanelProps) {
  const writable = useGround({ session, mirror });
  const title = useName();
  const here = ids.filter((id) => mirror.person(id));
  const names = here.slice(0, NAMED).map(mirror.name);
  if (here.length > NAMED) names.push(t("panel.many.rest", { number: here.length - NAMED }));
  return (
    <section class="nw-panel" aria-labelledby={title}>
      <h2 id={title} tabIndex={-1} class="nw-panel-title">
        {t("panel.many", { number: here.length })}
      </h2>
      <p class="nw-soft">{names.join(" · ")}</p>
      {writable && <Together session={session} mirror={mirror} ids={here} />}
      <Button onClick={() => choose(session, [])}>{t("panel.many.none")}</Button>
    </section>
  );
}

function Together({ session, mirror, ids }: ManyPanelProps) {
  const [one, other] = ids as [string, string];
  const asleep = ids.every((id) => mirror.person(id)?.sleeping);
  const sleep = () => session.edit({ edit: "change_people", people: ids, fields: { sleeping: !asleep } });
  const remove = (event: MouseEvent) => {
    announce(event.currentTarget as Element, t("panel.removed", { who: t("panel.many", { number: ids.length }) }));
    session.edit({ edit: "remove", ids: ids.map((id) => ["person", id]) });
    choose(session, []);
  };
  return (
    <>
      <Put session={session} mirror={mirror} ids={ids} />
      <div class="nw-buttons">
        {ids.length === 2 && (
          <Button onClick={() => connect({ session }, one, other)}>
            {t("panel.many.connect", { one: mirror.name(one), other: mirror.name(other) })}
          </Button>
        )}
        <Button onClick={sleep}>{t(asleep ? "panel.many.wake" : "panel.many.sleep")}</Button>
        <Button danger onClick={remove}>
          {t("panel.many.remove")}
        </Button>
      </div>
    </>
  );
}

/** One circle or one domain for all of them. */
function Put({ session, mirror, ids }: ManyPanelProps) {
  const stamp = mirror.version.get();
  return (
    <>
      <SelectField
        label={t("panel.many.circle")}
        value=""
        stamp={stamp}
        options={[["", t("panel.many.choose")], ...choices("circle", CIRCLES)]}
        onChange={(circle) => circle && session.edit({ edit: "put", people: ids, circle: Number(circle) })}
      />
      <SelectField
        label={t("panel.many.domain")}
        value=""
        stamp={stamp}
        options={[["", t("panel.many.choose")], ...choices("domain", DOMAINS)]}
        onChange={(domain) => domain && session.edit({ edit: "put", people: ids, domain })}
      />
    </>
  );
}
