/** The side panel of one tie: between whom, how it is, which way it goes. */

import { discreet, together } from "../case/mirror";
import { choose } from "../case/selection";
import { LIMITS, MOMENTS, QUALITIES } from "../contract";
import { newId } from "../kernel/wire";
import { announce } from "../shared/announce";
import { useName } from "../shared/hooks";
import { t } from "../shared/words";
import { Button, Fold, type Ground } from "../ui/elements";
import { CheckField, SelectField, TextField } from "../ui/fields";
import { placed } from "../ui/typing";
import { choices, WEIGHTS } from "./choices";
import { changer, type TiePart, useGround, type Wishing } from "./ground";
import { SupportChips, turned } from "./support";
import { PanelTitle } from "./title";

export interface TiePanelProps extends Ground, Wishing {
  id: string;
}

export function TiePanel({ connection, mirror, id, wishes }: TiePanelProps) {
  const writable = useGround({ connection, mirror });
  const title = useName();
  const tie = mirror.tie(id);
  if (!tie) return null;
  const part: TiePart = { connection, mirror, tie, writable };
  return (
    <section class="nw-panel" aria-labelledby={title} key={id}>
      <PanelTitle id={title}>
        {t("panel.tie.between", { one: mirror.name(tie.source), other: mirror.name(tie.target) })}
      </PanelTitle>
      {wishes && <p class="nw-soft">{t(tie.moment === "soon" ? "panel.wish.tie.later" : "panel.wish.tie")}</p>}
      <Ends {...part} />
      <Nature {...part} />
      <Direction {...part} />
      <Fold title={t("panel.tie.more")}>
        <More {...part} />
      </Fold>
      {writable && <Acts {...part} />}
    </section>
  );
}

/** Back to either of the two, and to the other ties between them. */
function Ends({ connection, mirror, tie }: TiePart) {
  const pair = [tie.source, tie.target];
  const others = mirror
    .tiesOf(tie.source)
    .filter((one) => one.id !== tie.id && pair.includes(one.source) && pair.includes(one.target));
  return (
    <div class="nw-buttons">
      {pair.map((id) => (
        <Button key={id} onClick={() => choose(connection, [id])}>
          {t("panel.tie.show", { who: mirror.name(id) })}
        </Button>
      ))}
      {others.map((one) => (
        <Button key={one.id} onClick={() => choose(connection, [], [one.id])}>
          {t("panel.tie.other", {
            quality: one.label ? discreet(one.label) : t(`model.quality.${one.quality}`),
          })}
        </Button>
      ))}
    </div>
  );
}

function Nature(part: TiePart) {
  const { tie, writable } = part;
  const change = changer(part, "tie", tie.id);
  return (
    <>
      <div class="nw-pair">
        <SelectField
          label={t("panel.tie.quality")}
          value={tie.quality}
          options={choices("quality", QUALITIES)}
          stamp={tie}
          disabled={!writable}
          onChange={(quality) => change({ quality })}
        />
        <SelectField
          label={t("panel.tie.weight")}
          value={String(Math.round(tie.weight))}
          options={WEIGHTS.map((weight) => [weight, t(`panel.tie.weight.${weight}`)] as const)}
          stamp={tie}
          disabled={!writable}
          onChange={(weight) => change({ weight: Number(weight) })}
        />
      </div>
      <TextField
        label={t("panel.tie.label")}
        value={tie.label}
        stamp={tie}
        limit={LIMITS.tie.label}
        disabled={!writable}
        kept={{ connection: part.connection, place: placed("tie", tie.id, "label") }}
        onCommit={(label) => change({ label: label.trim() })}
      />
    </>
  );
}

function Direction(part: TiePart) {
  const { mirror, tie, writable } = part;
  const change = changer(part, "tie", tie.id);
  const turn = () => change({ source: tie.target, target: tie.source, support: turned(tie.support) });
  return (
    <>
      <CheckField
        label={t("panel.tie.directed", { one: mirror.name(tie.source), other: mirror.name(tie.target) })}
        checked={tie.directed}
        stamp={tie}
        disabled={!writable}
        onChange={(directed) => change({ directed })}
      />
      {tie.directed && writable && (
        <Button onClick={turn}>
          <span aria-hidden="true">⇄</span> {t("panel.tie.turn")}
        </Button>
      )}
    </>
  );
}

function More(part: TiePart) {
  const { connection, mirror, tie, writable } = part;
  const change = changer(part, "tie", tie.id);
  return (
    <>
      <SupportChips
        support={tie.support}
        stamp={tie}
        giver={mirror.name(tie.source)}
        other={mirror.name(tie.target)}
        disabled={!writable}
        onChange={(kind, direction) => change({ support: { ...tie.support, [kind]: direction } })}
      />
      <SelectField
        label={t("panel.moment")}
        value={tie.moment}
        options={choices("moment", MOMENTS)}
        stamp={tie}
        disabled={!writable}
        onChange={(moment) => change({ moment })}
      />
      {!together() && (
        <TextField
          label={t("panel.notes")}
          value={tie.notes}
          stamp={tie}
          rows={3}
          limit={LIMITS.tie.notes}
          disabled={!writable}
          kept={{ connection, place: placed("tie", tie.id, "notes") }}
          onCommit={(notes) => change({ notes })}
        />
      )}
    </>
  );
}

function Acts({ connection, mirror, tie }: TiePart) {
  const again = () => {
    const id = newId("t");
    connection.edit({ edit: "add", kind: "tie", id, fields: { source: tie.source, target: tie.target } });
    choose(connection, [], [id]);
  };
  const remove = (event: MouseEvent) => {
    const who = t("panel.tie.between", { one: mirror.name(tie.source), other: mirror.name(tie.target) });
    announce(event.currentTarget as Element, t("panel.removed", { who }));
    connection.edit({ edit: "remove", ids: [["tie", tie.id]] });
    choose(connection, [tie.target]);
  };
  return (
    <div class="nw-buttons">
      <Button onClick={again}>{t("panel.tie.again")}</Button>
      <Button danger onClick={remove}>
        {t("panel.tie.remove")}
      </Button>
    </div>
  );
}
