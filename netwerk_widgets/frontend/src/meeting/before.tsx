/** What was intended last time comes back by itself, with room for what came of it. */
import { useState } from "preact/hooks";
import { discreet } from "../case/mirror";
import { type Intended, LIMITS, type Planned } from "../contract";
import { useAsked, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { CheckField, TextField } from "../ui/fields";
import { placed } from "../ui/typing";
import { Said } from "./said";
import type { PartProps } from "./view";

export function LastTime(props: PartProps) {
  const { connection, mirror } = props;
  const [cases, setCases] = useState<Intended[]>([]);
  const version = useStore(mirror.version);
  useAsked(
    async (wanted) => {
      const answer = await connection.ask("before");
      if (wanted()) setCases((answer.cases as Intended[] | undefined) ?? []);
    },
    [connection, connection.code, version],
  );
  const filled = cases.filter(({ locked, intentions, steps }) => locked || intentions.length || steps.length);
  if (!filled.length) return null;
  return (
    <section class="nw-before">
      <h3>{t("guide.before")}</h3>
      {filled.map((one) =>
        one.here ? (
          <Here key={one.code} {...props} intended={one} />
        ) : (
          <There key={one.code} {...props} intended={one} />
        ),
      )}
    </section>
  );
}

/** From the case on the desk: what came of it can be written at once. */
function Here({ intended, ...props }: PartProps & { intended: Intended }) {
  return (
    <>
      {intended.intentions.map(({ id, text }) => (
        <div key={id} class="nw-fields nw-intended">
          <p>
            <em>{t("guide.before.intention")}</em> {discreet(text)}
          </p>
          <Said {...props} card={`meeting.came.${id}`} label={t("guide.before.came")} since="" rows={1} />
        </div>
      ))}
      {intended.steps.map((step) => (
        <StepBack key={step.id} {...props} step={step} />
      ))}
    </>
  );
}

function StepBack({ connection, step }: PartProps & { step: Planned }) {
  const change = (fields: object) => connection.edit({ edit: "change", kind: "step", id: step.id, fields });
  return (
    <div class="nw-fields nw-intended">
      <p>
        <em>{t("guide.before.step")}</em> {discreet(step.text)}
      </p>
      <TextField
        label={t("guide.before.came")}
        value={step.outcome}
        stamp={step.outcome}
        limit={LIMITS.step.outcome}
        kept={{ connection, place: placed("step", step.id, "outcome") }}
        onCommit={(outcome) => change({ outcome })}
      />
      <CheckField label={t("guide.before.done")} checked={false} onChange={(done) => change({ done })} />
    </div>
  );
}

/** From another case: to be read here, and to be worked on once it lies on the desk. */
function There({ intended, meeting }: PartProps & { intended: Intended }) {
  const { code, locked, intentions, steps } = intended;
  if (locked) return <p class="nw-soft">{t("guide.before.locked", { code })}</p>;
  return (
    <div class="nw-fields nw-intended">
      <p>
        <em>{t("guide.before.other", { code })}</em>
      </p>
      {[...intentions, ...steps].map(({ id, text }) => (
        <p key={id}>{discreet(text)}</p>
      ))}
      <Button onClick={() => void meeting.ask("take", { code })}>{t("guide.before.open", { code })}</Button>
    </div>
  );
}
