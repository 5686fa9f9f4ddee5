/** The side panel of several persons at once. */

import { choose } from "../case/selection";
import { DEFAULTS } from "../contract";
import { toldApart } from "../mention/reading";
import { announce } from "../shared/announce";
import { useName } from "../shared/hooks";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { type Option, SelectField } from "../ui/fields";
import { CIRCLES, choices, DOMAINS } from "./choices";
import { useGround, type Wishing } from "./ground";
import { Groups } from "./groups";
import { around, canConnect, connectAll, copyAll, putOn, type Several } from "./several";
import { connect } from "./ties";
import { PanelTitle } from "./title";
import { AboutNow } from "./wish";

/** So many are named; of the rest only how many there are is said. */
const NAMED = 8;

export interface ManyPanelProps extends Ground, Wishing {
  ids: string[];
}

export function ManyPanel({ connection, mirror, ids, wishes }: ManyPanelProps) {
  const writable = useGround({ connection, mirror });
  const title = useName();
  const here = ids.filter((id) => mirror.person(id));
  const names = here.slice(0, NAMED).map(mirror.name);
  if (here.length > NAMED) names.push(t("panel.many.rest", { number: here.length - NAMED }));
  return (
    <section class="nw-panel" aria-labelledby={title}>
      <PanelTitle id={title}>{t("panel.many", { number: here.length })}</PanelTitle>
      <p class="nw-soft">{names.join(" · ")}</p>
      {writable && <Put {...{ connection, mirror, wishes }} ids={here} />}
      {writable && <Acts {...{ connection, mirror, wishes }} ids={here} />}
      <Groups {...{ connection, mirror, writable }} ids={here} />
      <Button onClick={() => choose(connection, [])}>{t("panel.many.none")}</Button>
    </section>
  );
}

/** What is done with all of them; on the wished map whatever is put somewhere or drawn is a wish, and the rest is about now. */
function Acts({ connection, mirror, ids, wishes }: ManyPanelProps) {
  const several: Several = { connection, mirror, ids, wishing: wishes !== undefined };
  const [one, other] = ids as [string, string];
  return (
    <>
      <div class="nw-buttons">
        {ids.length === 2 && (
          <Button onClick={() => connect({ connection }, one, other, wishes ? "soon" : DEFAULTS.tie.moment)}>
            {t(wishes ? "panel.wish.connect" : "panel.many.connect", {
              one: mirror.name(one),
              other: mirror.name(other),
            })}
          </Button>
        )}
        {ids.length > 2 && canConnect(ids) && (
          <Button onClick={() => connectAll(several)}>{t("panel.many.connect_all")}</Button>
        )}
        {around(several).length > 0 && <Button onClick={() => copyAll(several)}>{t("panel.many.copy")}</Button>}
      </div>
      {ids.length > 2 && <Hub {...several} />}
      {wishes ? (
        <AboutNow>
          <Away {...{ connection, mirror, ids }} />
        </AboutNow>
      ) : (
        <Away {...{ connection, mirror, ids }} />
      )}
    </>
  );
}

/** All of them tied to one person, who need not be chosen. */
function Hub(several: Several) {
  const { mirror } = several;
  const told = toldApart(mirror);
  const options = mirror.people().map(({ id }): Option => [id, told(id)]);
  return (
    <SelectField
      label={t("panel.many.hub")}
      value=""
      stamp={mirror.version.get()}
      options={[["", t("panel.many.choose")], ...options]}
      onChange={(hub) => hub && connectAll(several, hub)}
    />
  );
}

function Away({ connection, mirror, ids }: ManyPanelProps) {
  const asleep = ids.every((id) => mirror.person(id)?.sleeping);
  const sleep = () => connection.edit({ edit: "change_people", people: ids, fields: { sleeping: !asleep } });
  const remove = (event: MouseEvent) => {
    announce(event.currentTarget as Element, t("panel.removed", { who: t("panel.many", { number: ids.length }) }));
    connection.edit({ edit: "remove", ids: ids.map((id) => ["person", id]) });
    choose(connection, []);
  };
  return (
    <div class="nw-buttons">
      <Button onClick={sleep}>{t(asleep ? "panel.many.wake" : "panel.many.sleep")}</Button>
      <Button danger onClick={remove}>
        {t("panel.many.remove")}
      </Button>
    </div>
  );
}

/** One circle or one domain for all of them; on the wished map a wish. */
function Put({ connection, mirror, ids, wishes }: ManyPanelProps) {
  const stamp = mirror.version.get();
  const several: Several = { connection, mirror, ids, wishing: wishes !== undefined };
  return (
    <>
      <SelectField
        label={t(wishes ? "panel.wish.many.circle" : "panel.many.circle")}
        value=""
        stamp={stamp}
        options={[["", t("panel.many.choose")], ...choices("circle", CIRCLES)]}
        onChange={(circle) => circle && putOn(several, Number(circle))}
      />
      <SelectField
        label={t(wishes ? "panel.wish.many.domain" : "panel.many.domain")}
        value=""
        stamp={stamp}
        options={[["", t("panel.many.choose")], ...choices("domain", DOMAINS)]}
        onChange={(domain) =>
          domain && connection.edit({ edit: "put", people: ids, domain, ...(wishes ? { wished: true } : {}) })
        }
      />
    </>
  );
}
