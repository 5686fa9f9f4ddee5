/** The check-in, meant for five minutes: who is here, what came of last time, where it got stuck, which method. */
import { useEffect, useState } from "preact/hooks";
import { dilemmaOf } from "../case/dilemma";
import { DILEMMA } from "../contract";
import { useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { spoken, t } from "../shared/words";
import { Button } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { Form, InitialsField } from "../ui/plain";
import { AgendaButton } from "./agenda";
import { LastTime } from "./before";
import { MethodChoice } from "./methods";
import { thenGo } from "./onward";
import { People, roleOptions } from "./people";
import { Said, today } from "./said";
import type { PartProps } from "./view";
import { phaseOf } from "./wire";

export function CheckIn(props: PartProps) {
  const { meeting, told } = props;
  const state = told.meeting?.state;
  // The first meeting begins by itself; the next one when somebody says so.
  useEffect(() => {
    if (!told.meeting) void meeting.ask("gather");
  }, [told.meeting === null]);
  if (!told.meeting) return <p class="nw-soft">{t("guide.waiting")}</p>;
  if (state !== "checkin") return <UnderWay {...props} />;
  return (
    <div class="nw-checkin">
      <section class="nw-card nw-scrolls">
        <h3>{t("guide.checkin.who")}</h3>
        <Arriving {...props} />
        <Members {...props} />
      </section>
      <section class="nw-card nw-scrolls">
        <LastTime {...props} />
        <Said
          {...props}
          card={DILEMMA}
          label={t("guide.checkin.stuck")}
          hint={t("guide.checkin.stuck.hint")}
          since={today()}
          before={dilemmaOf(props.mirror, false)}
        />
        <MethodChoice {...props} />
        <Beginning {...props} />
      </section>
    </div>
  );
}

function Arriving({ meeting, told }: PartProps) {
  const [initials, setInitials] = useState("");
  const [role, setRole] = useState("");
  const members = told.meeting?.members ?? [];
  const taken = members.map((member) => member.role);
  // Who comes first brings the case, who comes next leads: a proposal, and one tap changes it.
  const proposed = !taken.includes("bringer")
    ? "bringer"
    : !taken.includes("facilitator")
      ? "facilitator"
      : "participant";
  const add = async () => {
    if (!initials.trim()) return;
    // The field is free at once: whoever types on must not lose the next initials to the answer.
    setInitials("");
    setRole("");
    if (!(await meeting.act("arrive", { initials, role: role || proposed }))) setInitials((now) => now || initials);
  };
  const same = async () => {
    for (const [who, was] of told.last.members) await meeting.act("arrive", { initials: who, role: was });
  };
  return (
    <>
      {members.length === 0 && told.last.members.length > 0 && (
        <Button onClick={() => void same()}>{t("guide.checkin.same")}</Button>
      )}
      <Form class="nw-arriving" onSubmit={() => void add()}>
        <InitialsField label={t("guide.people.initials")} value={initials} mark="initials" onInput={setInitials} />
        <SelectField
          label={t("guide.people.role")}
          value={role || proposed}
          options={roleOptions()}
          stamp={members.length}
          onChange={setRole}
        />
        <Button submit>{t("guide.checkin.add")}</Button>
      </Form>
    </>
  );
}

function Members({ meeting, told }: PartProps) {
  const members = told.meeting?.members ?? [];
  return (
    <ul class="nw-members">
      {members.map(({ initials, role }) => (
        <li key={initials}>
          <span class={`nw-initials nw-role-${role}`}>{initials}</span>
          <SelectField
            bare
            label={t("guide.people.open", { who: initials, role: t(`methods.role.${role}`) })}
            value={role}
            stamp={role}
            options={roleOptions()}
            onChange={(next) => void meeting.act("role", { initials, role: next })}
          />
          <Button
            class="nw-icon"
            label={t("guide.people.remove", { who: initials })}
            onClick={() => void meeting.act("leave", { initials })}
            sign="✕"
          />
        </li>
      ))}
    </ul>
  );
}

function Beginning({ connection, meeting, told, ways }: PartProps) {
  const { away } = useStore(page.status);
  const held = told.meeting;
  const ready = (held?.members.length ?? 0) > 0 && held?.method !== "";
  return (
    <div class="nw-line nw-beginning">
      <Button main disabled={!ready || away} onClick={() => void thenGo(meeting.act("start"), ways.meeting)}>
        {t("guide.checkin.begin")}
      </Button>
      {held?.method !== "" && <AgendaButton connection={connection} />}
      {!ready && <span class="nw-soft">{t("guide.checkin.begin.first")}</span>}
    </div>
  );
}

/** The meeting goes on, or is over: what to do from here. */
function UnderWay(props: PartProps) {
  const { meeting, told, ways } = props;
  const goTo = useStore(page.goTo);
  const held = told.meeting;
  const ended = held?.state === "ended";
  const phase = phaseOf(told);
  const method = phase ? `${spoken(held?.names)}, ${spoken(phase.title)}` : spoken(held?.names);
  return (
    <div class="nw-checkin">
      <section class="nw-card nw-scrolls">
        <h3>{t(ended ? "guide.checkin.ended" : "guide.checkin.going", { method })}</h3>
        {!ended && <p>{t("guide.checkin.going.hint")}</p>}
        {!ended && goTo && ways.meeting && (
          <Button main onClick={() => goTo(ways.meeting ?? "")}>
            {t("guide.return")}
          </Button>
        )}
        {ended && (
          <Button main onClick={() => void meeting.ask("gather")}>
            {t("guide.checkin.new")}
          </Button>
        )}
      </section>
      {!ended && (
        <section class="nw-card nw-scrolls">
          <People {...props} />
        </section>
      )}
    </div>
  );
}
