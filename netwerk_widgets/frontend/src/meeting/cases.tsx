/**
 * Several cases, each in a sentence, and which of them is worked on. What is said is kept in the case on the desk, so it is
 * encrypted; whoever proposes stands there by initials or by seat. The sentence that is chosen is the dilemma of this meeting.
 */
import { useState } from "preact/hooks";
import { isDilemma } from "../case/dilemma";
import { discreet } from "../case/mirror";
import { type Answer, DILEMMA, LIMITS, type Told } from "../contract";
import { newId } from "../kernel/wire";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/elements";
import { type Option, PrivacyHint, SelectField } from "../ui/fields";
import { useKeptText } from "../ui/kepttext";
import { Form, PlainField } from "../ui/plain";
import { placed } from "../ui/typing";
import { saidSince, today } from "./said";
import type { PartProps } from "./view";
import { phaseOf } from "./wire";

const PROPOSED = "meeting.case";

/** Where it got stuck, as it was written or chosen today. */
function stuck(mirror: PartProps["mirror"]): Answer[] {
  return mirror.others("answer").filter(({ card, at, text }) => isDilemma(card) && at >= today() && text);
}

/** What was written at check-in is the first of them. */
function proposals({ mirror, told }: PartProps): Answer[] {
  const first = stuck(mirror).filter(({ mark }) => !mark);
  return [...first.slice(-1), ...saidSince(mirror, PROPOSED, told.meeting?.began ?? "")];
}

/** In a phase with several cases the way to them. */
export function CasesButton(props: PartProps) {
  const [open, setOpen] = useState(false);
  if (!phaseOf(props.told)?.several) return null;
  return (
    <div class="nw-line nw-ready">
      <Button onClick={() => setOpen(true)}>{t("guide.cases.count", { count: proposals(props).length })}</Button>
      {open && <Cases {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Cases(props: PartProps & { onClose: () => void }) {
  const { mirror } = props;
  useStore(mirror.version);
  const all = proposals(props);
  const last = stuck(mirror).at(-1);
  const chosen = last?.mark || last?.id;
  return (
    <Dialog wide title={t("guide.cases")} onClose={props.onClose}>
      <p class="nw-soft">{t("guide.cases.explain")}</p>
      {all.length > 0 && (
        <ul class="nw-proposed">
          {all.map((one) => (
            <Proposed key={one.id} {...props} one={one} chosen={one.id === chosen} />
          ))}
        </ul>
      )}
      <Proposing {...props} />
    </Dialog>
  );
}

function Proposed({ connection, meeting, told, one, chosen }: PartProps & { one: Answer; chosen: boolean }) {
  const { hideNames } = usePrefs();
  const who = whoOf(one, told);
  const pick = async () => {
    const fields = { card: DILEMMA, text: one.text, mark: one.id, at: new Date().toISOString() };
    connection.edit({ edit: "add", kind: "answer", id: newId("a"), fields });
    const brings = told.meeting?.members.find(({ initials, here }) => here && initials === who.initials);
    if (brings && brings.role !== "bringer") await meeting.act("role", { initials: brings.initials, role: "bringer" });
  };
  return (
    <li>
      <span class="nw-initials">{who.shown}</span>
      <span>{discreet(one.text)}</span>
      <Button pressed={chosen} disabled={hideNames} onClick={() => !chosen && void pick()}>
        {t(chosen ? "guide.cases.chosen" : "guide.cases.choose")}
      </Button>
      <Button
        class="nw-icon"
        label={t("guide.cases.remove", { who: who.shown })}
        onClick={() => connection.edit({ edit: "remove", ids: [["answer", one.id]] })}
        sign="✕"
      />
    </li>
  );
}

/** Who brings it, as it is kept: initials, or a seat at the table. */
function whoOf({ more }: Answer, told: Told): { initials: string; shown: string } {
  const seat = Number(more.seat ?? 0);
  if (!seat) return { initials: more.who ?? "", shown: more.who || "·" };
  return { initials: told.meeting?.members[seat - 1]?.initials ?? "", shown: t("guide.cases.seat", { seat }) };
}

function Proposing({ connection, told }: PartProps) {
  const kept = useKeptText({ connection, place: placed("proposed_case") });
  const members = told.meeting?.members ?? [];
  const [who, setWho] = useState(told.meeting?.turn ?? "");
  const seats = members.map((_, place): Option => [`#${place + 1}`, t("guide.cases.seat", { seat: place + 1 })]);
  const named = members.filter(({ here }) => here).map(({ initials }): Option => [initials, initials]);
  const add = () => {
    if (!kept.text.trim()) return;
    const more = who.startsWith("#") ? { seat: who.slice(1) } : who ? { who } : {};
    const fields = { card: PROPOSED, text: kept.text.trim(), more, at: new Date().toISOString() };
    kept.bring(() => connection.edit({ edit: "add", kind: "answer", id: newId("a"), fields }));
  };
  return (
    <>
      <Form class="nw-case-form" onSubmit={add}>
        <SelectField
          label={t("guide.cases.who")}
          value={who}
          options={[["", t("guide.cases.nobody")], ...named, ...seats]}
          onChange={setWho}
        />
        <PlainField
          label={t("guide.cases.sentence")}
          value={kept.text}
          limit={LIMITS.answer.text}
          at={kept.at}
          onInput={kept.type}
        />
        <Button submit>{t("guide.closing.add")}</Button>
      </Form>
      <PrivacyHint connection={connection} text={kept.text} />
    </>
  );
}
