/** Small steps: what somebody will try, with whom, by when, and what came of it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { expected } from "../base/expected";
import { CheckField, type Option, SelectField, TextField } from "../base/fields";
import { useBegun } from "../base/kepttext";
import { placed } from "../base/typing";
import { Button } from "../base/ui";
import { newId, type Step } from "../base/wire";
import { LIMITS } from "../contract";
import { t } from "../words";
import type { PartProps } from "./part";
import { useFirstField, withDraft } from "./rows";
import { offered } from "./who";

export function StepsPart(props: PartProps) {
  const { session, mirror, writable } = props;
  const place = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(() => newId("s"));
  const [fresh, setFresh] = useState("");
  const [begun, setBegun] = useState(false);
  const steps = expected({ session, mirror }, "step");
  useFirstField(place, fresh, steps);
  const saved = steps.some(({ id }) => id === draft);
  // A step of which only a draft is kept is the one that lies ready.
  const [kept] = useBegun(session, "step", steps) ?? [];
  useEffect(() => {
    if (!kept) return;
    setDraft(kept);
    setBegun(true);
  }, [kept]);
  const drafted = writable && !saved && (begun || !steps.length);
  const more = () => {
    const id = newId("s");
    setDraft(id);
    setBegun(true);
    setFresh(id);
  };
  return (
    <div class="nw-part-answer" ref={place}>
      <ol class="nw-board-rows">
        {withDraft(steps, drafted ? draft : "").map(({ id, row }) => (
          <StepRow key={id} {...props} step={row} id={id} />
        ))}
      </ol>
      {writable && !drafted && (
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
  const { session, mirror, step, id, writable } = props;
  const code = useRef(session.code);
  const save = (fields: object) => {
    if (session.code !== code.current) return;
    const there = expected({ session, mirror }, "step").some((one) => one.id === id);
    session.edit({ edit: there ? "change" : "add", kind: "step", id, fields });
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
            onClick={() => session.edit({ edit: "remove", ids: [["step", id]] })}
          >
            <span aria-hidden="true">✕</span>
          </Button>
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

function StepText({ session, step, id, name, writable, save }: Saving & { name: keyof typeof LIMITS.step }) {
  const value = step?.[name] ?? "";
  return (
    <TextField
      label={t(`board.steps.${name}`)}
      placeholder={t(`board.steps.${name}.example`)}
      value={value}
      stamp={{}}
      limit={LIMITS.step[name]}
      disabled={!writable}
      kept={{ session, place: placed("step", id, name) }}
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
