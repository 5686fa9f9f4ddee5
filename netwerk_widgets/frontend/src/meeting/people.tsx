/** Who sits at the table: initials, role, whose turn it is and who only listens. A tap gives the turn or another role. */
import { useState } from "preact/hooks";
import { type Member, ROLES, type Told } from "../contract";
import { t } from "../shared/words";
import { Dialog, GoButtons } from "../ui/dialog";
import { Button } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { InitialsField } from "../ui/plain";
import type { PartProps } from "./view";
import { phaseOf } from "./wire";

type PeopleProps = Pick<PartProps, "meeting" | "told">;

export function roleOptions() {
  return ROLES.map((role) => [role, t(`methods.role.${role}`)] as const);
}

export function People({ meeting, told }: PeopleProps) {
  const [chosen, setChosen] = useState("");
  const [adding, setAdding] = useState(false);
  const members = told.meeting?.members ?? [];
  const member = members.find(({ initials }) => initials === chosen);
  const led = members.some(({ role, here }) => here && role === "facilitator");
  return (
    <div class="nw-people">
      <h3 class="nw-visually-hidden">{t("guide.people")}</h3>
      <ul>
        {members.map((one) => (
          <li key={one.initials}>
            <Row member={one} told={told} onOpen={() => setChosen(one.initials)} />
            {one.initials === told.meeting?.turn && <NextTurn {...{ meeting, told }} />}
          </li>
        ))}
      </ul>
      {!led && <p class="nw-people-hint">{t("guide.people.no_facilitator")}</p>}
      {/* While a phase is on this stands with what is needed now and then (more.tsx): six people fit on a projector. */}
      {told.meeting?.state !== "going" && (
        <Button class="nw-people-add" onClick={() => setAdding(true)}>
          + {t("guide.people.add")}
        </Button>
      )}
      {member && <Person {...{ meeting, told, member }} onClose={() => setChosen("")} />}
      {adding && <Late {...{ meeting, told }} onClose={() => setAdding(false)} />}
    </div>
  );
}

function Row({ member, told, onOpen }: { member: Member; told: Told; onOpen: () => void }) {
  const turn = told.meeting?.turn === member.initials;
  const listens = told.listening.includes(member.initials);
  const role = t(`methods.role.${member.role}`);
  const kind = !member.here ? "nw-gone" : turn ? "nw-turn" : listens ? "nw-listens" : "";
  return (
    <button type="button" class={`nw-person-row ${kind}`} onClick={onOpen}>
      <span class={`nw-initials nw-role-${member.role}`}>{member.initials}</span>
      <span>
        {role}
        {notes(member, told, turn, listens).map((note) => (
          <em key={note}> · {note}</em>
        ))}
      </span>
    </button>
  );
}

/** The turn goes on to the next; in a round of questions one was asked. */
function NextTurn({ meeting, told }: PeopleProps) {
  const key = phaseOf(told)?.moves.includes("ask") ? "guide.asked" : "guide.turn_next";
  return <Button class="nw-next-turn" label={t(key)} onClick={() => void meeting.act("asked")} sign="→" />;
}

function notes(member: Member, told: Told, turn: boolean, listens: boolean): string[] {
  if (!member.here) return [t("guide.people.left")];
  const found = turn ? [t("guide.people.turn")] : listens ? [t("guide.people.listens")] : [];
  const count = told.questions_left;
  if (!turn || count < 0) return found;
  const key = count === 0 ? "no_questions" : count === 1 ? "one_question" : "questions";
  return [...found, t(`guide.people.${key}`, { count })];
}

function Person({ meeting, told, member, onClose }: PeopleProps & { member: Member; onClose: () => void }) {
  const { initials } = member;
  const act = (name: string, more = {}) => {
    void meeting.act(name, { ...more, initials });
    onClose();
  };
  const going = told.meeting?.state === "going";
  return (
    <Dialog title={initials} onClose={onClose}>
      <SelectField
        label={t("guide.people.role")}
        value={member.role}
        options={roleOptions()}
        onChange={(role) => act("role", { role })}
      />
      <div class="nw-buttons">
        {going && member.here && <Button onClick={() => act("turn")}>{t("guide.people.give_turn")}</Button>}
        {member.here ? (
          <Button onClick={() => act("leave")}>{t("guide.people.leaves")}</Button>
        ) : (
          <Button onClick={() => act("arrive", { role: member.role })}>{t("guide.people.returns")}</Button>
        )}
      </div>
    </Dialog>
  );
}

export function Late({ meeting, onClose }: PeopleProps & { onClose: () => void }) {
  const [initials, setInitials] = useState("");
  const [role, setRole] = useState("participant");
  const go = async () => {
    if (await meeting.act("arrive", { initials, role })) onClose();
  };
  return (
    <Dialog
      title={t("guide.people.add.late")}
      onClose={onClose}
      buttons={
        <GoButtons onClose={onClose} yes={t("guide.checkin.add")} disabled={!initials.trim()} onYes={() => void go()} />
      }
    >
      <InitialsField label={t("guide.people.initials")} value={initials} onInput={setInitials} />
      <SelectField label={t("guide.people.role")} value={role} options={roleOptions()} onChange={setRole} />
    </Dialog>
  );
}
