/** Small steps: what somebody will try, with whom, by when, and what came of it. */
import { useRef } from "preact/hooks";
import { expected } from "../case/expected";
import { LIMITS, type Step } from "../contract";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { CheckField, type Option, SelectField, TextField } from "../ui/fields";
import { placed } from "../ui/typing";
import { useFirstField, useReady, withDraft } from "./fresh";
import type { PartProps } from "./part";
import { offered } from "./who";

export function StepsPart(props: PartProps) {
  const { connection, mirror, writable } = props;
  const place = useRef<HTMLDivElement>(null);
  const steps = expected({ connection, mirror }, "step");
  const { ready, fresh, more } = useReady(connection, "step", steps, "s");
  useFirstField(place, fresh, steps);
  return (
    <div class="nw-part-answer" ref={place}>
      <ol class="nw-board-rows">
        {withDraft(steps, writable ? ready : "").map(({ id, row }) => (
          <StepRow key={id} {...props} step={row} id={id} />
        ))}
      </ol>
      {writable && !ready && (
        <Button class="nw-offer" onClick={more}>
          {t("board.steps.more")}
        </Button>
      )}
    </div>
  );
}

interface StepProps extends PartProps {
  step: Step | null;
  id: string;
}

function StepRow(props: StepProps) {
  const { connection, mirror, step, id, writable } = props;
  const code = useRef(connection.code);
  const save = (fields: object) => {
    if (connection.code !== code.current) return;
    const there = expected({ connection, mirror }, "step").some((one) => one.id === id);
    connection.edit({ edit: there ? "change" : "add", kind: "step", id, fields });
  };
  const done = step?.done === true;
  return (
    <li class={done ? "nw-board-row nw-step-done" : "nw-board-row"} data-row={id}>
      <div class="nw-step-first">
        <StepText {...props} name="text" save={save} />
        {step && writable && (
          <Button
            class="nw-icon nw-row-away"
            label={t("board.steps.remove")}
            onClick={() => connection.edit({ edit: "remove", ids: [["step", id]] })}
            sign="✕"
          />
        )}
      </div>
      <div class="nw-step-fields">
        <Person {...props} save={save} />
        <StepText {...props} name="by" save={save} />
        <CheckField
          label={t("board.steps.done")}
          checked={done}
          stamp={done}
          disabled={!writable}
          onChange={(done) => save({ done })}
        />
      </div>
      <StepText {...props} name="outcome" save={save} />
    </li>
  );
}

interface Saving extends StepProps {
  save: (fields: object) => void;
}

function StepText({ connection, step, id, name, writable, save }: Saving & { name: keyof typeof LIMITS.step }) {
  const value = step?.[name] ?? "";
  return (
    <TextField
      label={t(`board.steps.${name}`)}
      placeholder={t(`board.steps.${name}.example`)}
      value={value}
      stamp={{}}
      limit={LIMITS.step[name]}
      disabled={!writable}
      kept={{ connection, place: placed("step", id, name) }}
      onCommit={(text) => save({ [name]: text })}
    />
  );
}

function Person({ mirror, step, writable, save }: Saving) {
  const chosen = step?.person ?? "";
  const there = offered(mirror.people());
  const also = mirror.person(chosen);
  const people = also && !there.includes(also) ? [...there, also] : there;
  return (
    <SelectField
      label={t("board.steps.person")}
      value={chosen}
      stamp={chosen}
      options={[["", t("board.steps.nobody")], ...people.map(({ id }): Option => [id, mirror.name(id)])]}
      disabled={!writable}
      onChange={(person) => save({ person })}
    />
  );
}
