/** The check-in, meant for five minutes: who is here, what came of last time, where it got stuck, which method. */
import { useEffect, useState } from "preact/hooks";
import { useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { Form, InitialsField } from "../ui/plain";
import { LastTime } from "./before";
import { MethodChoice } from "./methods";
import { People, roleOptions } from "./people";
import { Said } from "./said";
import type { PartProps } from "./view";
import { phaseOf, spoken } from "./wire";

export function CheckIn(props: PartProps) {
  const { meeting, told } = props;
  const state = told.session?.state;
  // The first meeting begins by itself; the next one when somebody says so.
  useEffect(() => {
    if (!told.session) void meeting.ask("gather");
  }, [told.session === null]);
  if (!told.session) return <p class="nw-soft">{t("session.waiting")}</p>;
  if (state !== "checkin") return <UnderWay {...props} />;
  return (
    <div class="nw-checkin">
      <section class="nw-card">
        <h3>{t("session.checkin.who")}</h3>
        <Arriving {...props} />
        <Members {...props} />
      </section>
      <section class="nw-card">
        <LastTime {...props} />
        <Said
          {...props}
          card="meeting.stuck"
          label={t("session.checkin.stuck")}
          hint={t("session.checkin.stuck.hint")}
          since={today()}
        />
        <MethodChoice {...props} />
        <Beginning {...props} />
      </section>
    </div>
  );
}

/** Midnight: the dilemma of this day, before the meeting has a beginning of its own. */
function today(): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
}

function Arriving({ meeting, told }: PartProps) {
  const [initials, setInitials] = useState("");
  const [role, setRole] = useState("");
  const members = told.session?.members ?? [];
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
        <Button onClick={() => void same()}>{t("session.checkin.same")}</Button>
      )}
      <Form class="nw-arriving" onSubmit={() => void add()}>
        <InitialsField label={t("session.people.initials")} value={initials} mark="initials" onInput={setInitials} />
        <SelectField
          label={t("session.people.role")}
          value={role || proposed}
          options={roleOptions()}
          stamp={members.length}
          onChange={setRole}
        />
        <Button submit>{t("session.checkin.add")}</Button>
      </Form>
    </>
  );
}

function Members({ meeting, told }: PartProps) {
  const members = told.session?.members ?? [];
  return (
    <ul class="nw-members">
      {members.map(({ initials, role }) => (
        <li key={initials}>
          <span class={`nw-initials nw-role-${role}`}>{initials}</span>
          <SelectField
            bare
            label={t("session.people.open", { who: initials, role: t(`methods.role.${role}`) })}
            value={role}
            stamp={role}
            options={roleOptions()}
            onChange={(next) => void meeting.act("role", { initials, role: next })}
          />
          <Button
            class="nw-icon"
            label={t("session.people.remove", { who: initials })}
            onClick={() => void meeting.act("leave", { initials })}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Beginning({ meeting, told }: PartProps) {
  const { away } = useStore(page.status);
  const sitting = told.session;
  const ready = (sitting?.members.length ?? 0) > 0 && sitting?.method !== "";
  return (
    <div class="nw-beginning">
      <Button main disabled={!ready || away} onClick={() => void meeting.act("start")}>
        {t("session.checkin.begin")}
      </Button>
      {!ready && <span class="nw-soft">{t("session.checkin.begin.first")}</span>}
    </div>
  );
}

/** The meeting goes on, or is over: what to do from here. */
function UnderWay(props: PartProps) {
  const { meeting, told } = props;
  const sitting = told.session;
  const ended = sitting?.state === "ended";
  const phase = phaseOf(told);
  const method = phase ? `${spoken(sitting?.names)}, ${spoken(phase.title)}` : spoken(sitting?.names);
  return (
    <div class="nw-checkin">
      <section class="nw-card">
        <h3>{t(ended ? "session.checkin.ended" : "session.checkin.going", { method })}</h3>
        {!ended && <p>{t("session.checkin.going.hint")}</p>}
        {ended && (
          <Button main onClick={() => void meeting.ask("gather")}>
            {t("session.checkin.new")}
          </Button>
        )}
      </section>
      {!ended && (
        <section class="nw-card">
          <People {...props} />
        </section>
      )}
    </div>
  );
}
