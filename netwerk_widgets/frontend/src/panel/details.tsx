/** The groups of a person's panel that fold: more about somebody, and what is special. */

import { isShareable, marked } from "../case/known";
import { together } from "../case/mirror";
import { AGE_BANDS, LIMITS, MOMENTS, RANGES } from "../contract";
import { t } from "../shared/words";
import { CheckField, SelectField, type SelectProps, TextField } from "../ui/fields";
import { placed } from "../ui/typing";
import { BELONGS, choices, FREQUENCIES } from "./choices";
import { changer, type PersonPart } from "./ground";

/** The years that somebody can be known: a whole number, or nothing. */
const [FEWEST, MOST] = RANGES.person.years_known;

type TextName = Exclude<keyof typeof LIMITS.person, "role">;
type FlagName = "professional" | "pet" | "deceased" | "sleeping" | "left_out" | "unsafe";

/** What the professional writes for themselves; it is not on the screen while the client looks along. */
const WORKERS: readonly TextName[] = ["left_out_by", "left_out_why", "unsafe_why", "notes"];

export function PersonDetails(part: PersonPart) {
  const { person, mirror } = part;
  return (
    <>
      <div class="nw-pair">
        {part.needs !== "moment" && <Moment {...part} />}
        <Choice {...part} name="frequency" value={person.frequency} options={choices("frequency", FREQUENCIES)} />
      </div>
      <div class="nw-pair">
        <Choice
          {...part}
          name="age_band"
          value={person.age_band}
          options={AGE_BANDS.map((band) => [band, band ? t("panel.years", { band }) : t("model.age_band.")] as const)}
        />
        <Years {...part} />
      </div>
      {mirror.info.centre_kind === "two_homes" && <Home {...part} />}
      <Text {...part} name="valued_role" hint={t("panel.valued_role.hint")} />
      <Text {...part} name="notes" rows={4} />
    </>
  );
}

/** Since when somebody belongs there. */
export function Moment(part: PersonPart) {
  return <Choice {...part} name="moment" value={part.person.moment} options={choices("moment", MOMENTS)} />;
}

/** Whether somebody is left out, by whom and why. */
export function LeftOut(part: PersonPart) {
  const { person } = part;
  return (
    <>
      <Flag {...part} name="left_out" />
      {person.left_out && <Shared {...part} name="left_out_shared" />}
      {person.left_out && <Text {...part} name="left_out_by" />}
      {person.left_out && <Text {...part} name="left_out_why" rows={2} />}
    </>
  );
}

export function PersonStatus(part: PersonPart) {
  const { person } = part;
  return (
    <>
      <Belongs {...part} />
      <Flag {...part} name="professional" />
      {person.professional && <Text {...part} name="organisation" />}
      <Flag {...part} name="pet" />
      <Flag {...part} name="deceased" />
      <Flag {...part} name="sleeping" />
      {part.needs !== "left_out" && <LeftOut {...part} />}
      <Flag {...part} name="unsafe" />
      {person.unsafe && <Shared {...part} name="unsafe_shared" />}
      {person.unsafe && <Text {...part} name="unsafe_why" rows={2} />}
    </>
  );
}

function Choice(props: PersonPart & Pick<SelectProps, "value" | "options"> & { name: string }) {
  return (
    <SelectField
      label={t(`panel.${props.name}`)}
      value={props.value}
      options={props.options}
      stamp={props.person}
      disabled={!props.writable}
      onChange={(value) => changer(props, "person", props.person.id)({ [props.name]: value })}
    />
  );
}

/** What somebody is, wherever they are drawn; a professional or a pet is just that. */
function Belongs(part: PersonPart) {
  const { person } = part;
  if (person.professional || person.pet || person.circle === 0) return null;
  const told = person.belongs || person.domain;
  const value = BELONGS.includes(told) ? told : "";
  return (
    <Choice {...part} name="belongs" value={value} options={choices("belongs", value ? BELONGS.slice(1) : BELONGS)} />
  );
}

function Home(part: PersonPart) {
  return (
    <SelectField
      label={t("panel.home")}
      value={String(part.person.home)}
      options={["0", "1", "2"].map((home) => [home, t(`panel.home.${home}`)] as const)}
      stamp={part.person}
      disabled={!part.writable}
      onChange={(home) => changer(part, "person", part.person.id)({ home: Number(home) })}
    />
  );
}

function Years(part: PersonPart) {
  return (
    <TextField
      label={t("panel.years_known")}
      value={String(part.person.years_known ?? "")}
      stamp={part.person}
      limit={String(MOST).length}
      numeric
      plain
      kept={{ connection: part.connection, place: placed("person", part.person.id, "years_known") }}
      disabled={!part.writable}
      wrong={(text) => (isYears(text.trim()) ? "" : t("panel.years_known.wrong"))}
      onCommit={(text) => changer(part, "person", part.person.id)({ years_known: text.trim() ? Number(text) : null })}
    />
  );
}

function isYears(text: string): boolean {
  return !text || (/^\d+$/.test(text) && Number(text) >= FEWEST && Number(text) <= MOST);
}

function Text(props: PersonPart & { name: TextName; rows?: number; hint?: string }) {
  const { person, name, rows, hint } = props;
  if (together() && WORKERS.includes(name)) return null;
  return (
    <TextField
      label={t(`panel.${name}`)}
      value={person[name]}
      stamp={person}
      limit={LIMITS.person[name]}
      disabled={!props.writable}
      kept={{ connection: props.connection, place: placed("person", person.id, name) }}
      {...(rows ? { rows } : {})}
      {...(hint ? { hint } : {})}
      onCommit={(text) => changer(props, "person", person.id)({ [name]: text })}
    />
  );
}

function Flag(props: PersonPart & { name: FlagName }) {
  const { person, name } = props;
  // What is ticked while the client looks along, the client knows of.
  const known = together() && isShareable(name) ? { [`${name}_shared`]: true } : {};
  return (
    <CheckField
      label={t(`panel.${name}`)}
      checked={marked(person, name)}
      stamp={person}
      disabled={!props.writable}
      onChange={(checked) => changer(props, "person", person.id)({ [name]: checked, ...(checked ? known : {}) })}
    />
  );
}

/** Whether the client knows of a mark; asked of the professional only. */
function Shared(props: PersonPart & { name: "left_out_shared" | "unsafe_shared" }) {
  const { person, name } = props;
  if (together()) return null;
  return (
    <CheckField
      label={t("panel.shared")}
      checked={person[name]}
      stamp={person}
      disabled={!props.writable}
      onChange={(checked) => changer(props, "person", person.id)({ [name]: checked })}
    />
  );
}
