/** The closing: an intention in one's own words, small steps, what each takes along, what was deliberately not done. */

import { useState } from "preact/hooks";
import { discreet } from "../case/mirror";
import { type Entities, INTENTION, LIMITS, type Step } from "../contract";
import { newId } from "../kernel/wire";
import { useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Dilemma } from "../ui/dilemma";
import { Button, type Ground } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { useKeptText } from "../ui/kepttext";
import { Form, PlainField } from "../ui/plain";
import { placed } from "../ui/typing";
import { Gathered, gathered } from "./gathered";
import { Again } from "./more";
import { addSaid, Said, saidSince, TAKES } from "./said";
import { NamedMap } from "./version";
import type { PartProps } from "./view";

/** So many rows stand there; of more the first ones are one tap away, so that all fits on one screen. */
const SHOWN = 2;

export function Closing(props: PartProps) {
  const since = props.told.meeting?.began || new Date(0).toISOString();
  return (
    <div class="nw-closing">
      <section class="nw-card nw-scrolls">
        <Dilemma mirror={props.mirror} />
        <Said {...props} card={INTENTION} label={t("guide.closing.intention")} since={since} />
        <Said {...props} card="meeting.not_done" label={t("guide.closing.not_done")} since={since} />
      </section>
      <section class="nw-card nw-scrolls">
        <Steps {...props} />
      </section>
      <section class="nw-card nw-scrolls">
        <Takes {...props} since={since} />
        <Gathered {...props} since={since} />
      </section>
      <section class="nw-card nw-closing-end">
        <NamedMap {...props} />
        <Ending {...props} />
      </section>
    </div>
  );
}

function Steps({ connection, mirror }: PartProps) {
  const what = useKeptText({ connection, place: placed("closing_step", "text") });
  const when = useKeptText({ connection, place: placed("closing_step", "by") });
  const [person, setPerson] = useState("");
  useStore(mirror.version);
  const steps = mirror.others("step").filter((step) => !step.done);
  const people = mirror.people().filter(({ circle, unsafe }) => circle !== 0 && !unsafe);
  const options = [["", t("guide.closing.nobody")] as const, ...people.map(({ id }) => [id, mirror.name(id)] as const)];
  const add = () => {
    if (!what.text.trim()) return;
    const fields = { text: what.text.trim(), by: when.text.trim(), ...(person ? { person } : {}) };
    what.bring(() => connection.edit({ edit: "add", kind: "step", id: newId("s"), fields }));
    when.clear();
    setPerson("");
  };
  return (
    <>
      <h3>{t("guide.closing.steps")}</h3>
      <Rows
        {...{ connection, mirror }}
        kind="step"
        title={t("guide.closing.steps")}
        rows={steps}
        words={(step) => worded(step, mirror)}
      />
      <Form class="nw-step-form" onSubmit={add}>
        <PlainField
          label={t("guide.closing.step")}
          value={what.text}
          limit={LIMITS.step.text}
          at={what.at}
          onInput={what.type}
        />
        <SelectField
          label={t("guide.closing.with")}
          value={person}
          stamp={steps.length}
          options={options}
          onChange={setPerson}
        />
        <PlainField
          label={t("guide.closing.by")}
          value={when.text}
          limit={LIMITS.step.by}
          placeholder={t("guide.closing.by.example")}
          at={when.at}
          onInput={when.type}
        />
        <Button submit>{t("guide.closing.add")}</Button>
      </Form>
    </>
  );
}

function worded(step: Step, mirror: Ground["mirror"]): string {
  const who = step.person && mirror.name(step.person);
  return [discreet(step.text), who, step.by].filter(Boolean).join(" · ");
}

function Takes({ since, ...props }: PartProps & { since: string }) {
  const { connection, mirror } = props;
  const kept = useKeptText({ connection, place: placed("takes") });
  const offered = new Set(gathered(props).map(({ text }) => text));
  const add = () => {
    if (kept.text.trim()) kept.bring(() => addSaid({ connection, mirror }, TAKES, kept.text.trim()));
  };
  return (
    <>
      <h3>{t("guide.closing.takes")}</h3>
      <Rows
        {...{ connection, mirror }}
        kind="answer"
        title={t("guide.closing.takes")}
        rows={saidSince(mirror, TAKES, since).filter(({ text }) => !offered.has(text))}
        words={(one) => discreet(one.text)}
      />
      <Form class="nw-take-form" onSubmit={add}>
        <PlainField
          label={t("guide.closing.take")}
          value={kept.text}
          limit={LIMITS.answer.text}
          at={kept.at}
          onInput={kept.type}
        />
        <Button submit>{t("guide.closing.add")}</Button>
      </Form>
    </>
  );
}

interface RowsProps<K extends "step" | "answer"> extends Ground {
  kind: K;
  title: string;
  rows: Entities[K][];
  words: (row: Entities[K]) => string;
}

function Rows<K extends "step" | "answer">(props: RowsProps<K>) {
  const [all, setAll] = useState(false);
  const { rows, title } = props;
  if (!rows.length) return null;
  return (
    <>
      <List {...props} rows={rows.slice(-SHOWN)} />
      {rows.length > SHOWN && (
        <Button onClick={() => setAll(true)}>{t("guide.closing.all", { count: rows.length })}</Button>
      )}
      {all && (
        <Dialog wide title={title} onClose={() => setAll(false)}>
          <List {...props} />
        </Dialog>
      )}
    </>
  );
}

function List<K extends "step" | "answer">({ connection, kind, rows, words }: RowsProps<K>) {
  return (
    <ul class="nw-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <span>{words(row)}</span>
          <Button
            class="nw-icon"
            label={t("guide.closing.remove", { what: words(row) })}
            onClick={() => connection.edit({ edit: "remove", ids: [[kind, row.id]] })}
            sign="✕"
          />
        </li>
      ))}
    </ul>
  );
}

function Ending(props: PartProps) {
  const { meeting, told } = props;
  const { away } = useStore(page.status);
  const [again, setAgain] = useState(false);
  const state = told.meeting?.state;
  if (!state || state === "checkin") return <p class="nw-soft">{t("guide.none")}</p>;
  if (state === "ended") return <p class="nw-soft">{t("guide.closing.ended")}</p>;
  return (
    <div class="nw-line nw-beginning">
      <Button main disabled={away} onClick={() => void meeting.act("end")}>
        {t("guide.closing.end")}
      </Button>
      <Button disabled={away} onClick={() => setAgain(true)}>
        {t("guide.again")}
      </Button>
      {again && <Again {...{ meeting, told }} onClose={() => setAgain(false)} />}
    </div>
  );
}
