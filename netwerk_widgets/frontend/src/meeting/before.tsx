/** What was intended last time comes back by itself, in two lines; what came of it is written one tap further. */
import { useState } from "preact/hooks";
import { discreet } from "../case/mirror";
import { type Intended, LIMITS, type Planned } from "../contract";
import { useAsked, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Dialog } from "../ui/dialog";
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
  const [open, setOpen] = useState(false);
  const filled = cases.filter(({ locked, intentions, steps }) => locked || intentions.length || steps.length);
  if (!filled.length) return null;
  return (
    <section class="nw-before" aria-label={t("guide.before")}>
      <div>
        {filled.flatMap(inLines).map(([kind, text]) => (
          <p key={kind}>
            <em>{kind}</em> {text}
          </p>
        ))}
      </div>
      <Button onClick={() => setOpen(true)}>{t("guide.before.came")}</Button>
      {open && (
        <Dialog wide title={t("guide.before")} onClose={() => setOpen(false)}>
          {filled.map((one) => {
            const Shown = one.here ? Here : There;
            return <Shown key={one.code} {...props} intended={one} />;
          })}
        </Dialog>
      )}
    </section>
  );
}

/** A case in as few lines as tell what it was about: its intention, and its steps one after the other. */
function inLines({ code, here, locked, intentions, steps }: Intended): [string, string][] {
  const other = t("guide.before.other", { code });
  if (locked) return [[other, t("guide.before.locked", { code })]];
  const said = [...intentions, ...steps].map(({ text }) => discreet(text));
  if (!here) return [[other, said.join(" · ")]];
  const found: [string, string[]][] = [
    [t("guide.before.intention"), said.slice(0, intentions.length)],
    [t(steps.length === 1 ? "guide.before.step" : "guide.before.steps"), said.slice(intentions.length)],
  ];
  return found.filter(([, texts]) => texts.length).map(([kind, texts]) => [kind, texts.join(" · ")]);
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
