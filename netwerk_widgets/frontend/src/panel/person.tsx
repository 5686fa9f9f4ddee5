/** The side panel of one person: what is needed daily on top, the rest in groups that fold. */

import { marked } from "../case/known";
import { DEFAULTS, LIMITS } from "../contract";
import { useName } from "../shared/hooks";
import { t } from "../shared/words";
import { Fold, type Ground } from "../ui/elements";
import { SelectField, TextField } from "../ui/fields";
import { placed } from "../ui/typing";
import { carriers, centreName, supportFor } from "./centre";
import { BELONGS, CIRCLES, CLOSENESS, choices, DOMAINS } from "./choices";
import { LeftOut, Moment, PersonDetails, PersonStatus } from "./details";
import { changer, type Needing, type PersonPart, useGround, type Wishing } from "./ground";
import { Groups } from "./groups";
import { PersonLeaving } from "./leaving";
import { SupportChips } from "./support";
import { PersonTies } from "./ties";
import { PanelTitle } from "./title";
import { WishFor } from "./wish";

export interface PersonPanelProps extends Ground, Wishing, Needing {
  id: string;
}

export function PersonPanel({ connection, mirror, id, wishes, needs }: PersonPanelProps) {
  const writable = useGround({ connection, mirror });
  const title = useName();
  const person = mirror.person(id);
  if (!person) return null;
  const part: PersonPart = { connection, mirror, person, writable, needs };
  const name = mirror.name(id);
  return (
    <section class="nw-panel" aria-labelledby={title} key={id}>
      <PanelTitle id={title}>{name}</PanelTitle>
      <p class="nw-soft">{summary(part)}</p>
      {wishes ? (
        <WishFor {...part} wishes={wishes}>
          <All {...part} />
        </WishFor>
      ) : (
        <All {...part} />
      )}
    </section>
  );
}

function All(part: PersonPart) {
  const { mirror, person } = part;
  return (
    <>
      <Needed {...part} />
      <Daily {...part} />
      <PersonTies {...part} />
      <Groups {...part} ids={[person.id]} />
      <Fold title={t("panel.more", { who: mirror.name(person.id) })}>
        <PersonDetails {...part} />
      </Fold>
      <Fold title={t("panel.status")} open={marked(person, "unsafe")}>
        <PersonStatus {...part} />
      </Fold>
      <PersonLeaving {...part} />
    </>
  );
}

/** "familie · kring 2 · hulpverlener": where somebody stands and what is special, in words. */
export function summary({ mirror, person }: Pick<PersonPart, "mirror" | "person">): string {
  const { circle } = person;
  const words = circle === 0 ? [] : [t(`model.domain.${person.domain}`)];
  words.push(t(`model.circle.${circle}`), ...marks(person));
  const said = mirror.others("compliment").filter((compliment) => compliment.person === person.id).length;
  if (said && !person.unsafe) words.push(t("panel.compliments", { number: said }));
  return words.join(" · ");
}

/** What is special about a person, in words and in a fixed order. */
export function marks(person: PersonPart["person"]): string[] {
  const flags = ["unsafe", "professional", "pet", "deceased", "sleeping", "left_out"] as const;
  const words = flags.filter((flag) => marked(person, flag)).map((flag) => t(`panel.mark.${flag}`));
  const { belongs } = person;
  if (belongs && BELONGS.includes(belongs) && !person.professional && !person.pet)
    words.unshift(t(`model.belongs.${belongs}`));
  if (person.valued_role) words.push(t("panel.mark.valued"));
  const { moment } = person;
  return moment === DEFAULTS.person.moment ? words : [...words, t(`model.moment.${moment}`)];
}

/** What the step is about; it stands nowhere else meanwhile. */
function Needed(part: PersonPart) {
  const { person, needs } = part;
  if (person.circle === 0) return null;
  if (needs === "giving" || needs === "support") return <Support {...part} />;
  if (needs === "closeness") return <Closeness {...part} />;
  if (needs === "moment") return <Moment {...part} />;
  return needs === "left_out" ? <LeftOut {...part} /> : null;
}

function Support(part: PersonPart) {
  const { connection, mirror, person, writable, needs } = part;
  const tie = carriers(mirror).get(person.id);
  return (
    <SupportChips
      support={supportFor(person.id, tie)}
      stamp={tie}
      giver={centreName(mirror)}
      other={mirror.name(person.id)}
      disabled={!writable}
      giving={needs === "giving"}
      onChange={(kind, direction) => connection.edit({ edit: "set_support", person: person.id, kind, direction })}
    />
  );
}

function Daily(part: PersonPart) {
  const { person, writable } = part;
  const change = changer(part, "person", person.id);
  return (
    <>
      <TextField
        label={t("panel.role")}
        value={person.role}
        stamp={person}
        limit={LIMITS.person.role}
        disabled={!writable}
        kept={{ connection: part.connection, place: placed("person", person.id, "role") }}
        onCommit={(role) => change({ role: role.trim() })}
      />
      {person.circle === 0 ? <p class="nw-soft">{t("panel.centre")}</p> : <Around {...part} />}
    </>
  );
}

/** For everybody but the centre: support, place, and closeness as said beside the circle as drawn. */
function Around(part: PersonPart) {
  const { connection, person, writable, needs } = part;
  return (
    <>
      {needs !== "giving" && needs !== "support" && <Support {...part} />}
      {needs !== "closeness" && <Closeness {...part} />}
      <SelectField
        label={t("panel.domain")}
        value={person.domain}
        options={choices("domain", DOMAINS)}
        stamp={person}
        disabled={!writable}
        onChange={(domain) => connection.edit({ edit: "put", people: [person.id], domain })}
      />
    </>
  );
}

/** The circle as drawn beside the closeness as said; neither follows from the other. */
function Closeness(part: PersonPart) {
  const { connection, person, writable } = part;
  return (
    <div class="nw-pair">
      <SelectField
        label={t("panel.drawn")}
        value={String(person.circle)}
        options={choices("circle", CIRCLES)}
        stamp={person}
        disabled={!writable}
        onChange={(circle) => connection.edit({ edit: "put", people: [person.id], circle: Number(circle) })}
      />
      <SelectField
        label={t("panel.said")}
        value={String(person.closeness ?? "")}
        options={choices("closeness", CLOSENESS)}
        stamp={person}
        disabled={!writable}
        onChange={(said) => changer(part, "person", person.id)({ closeness: said ? Number(said) : null })}
      />
    </div>
  );
}
