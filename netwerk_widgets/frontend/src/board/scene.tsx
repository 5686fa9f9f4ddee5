/**
 * A scene to fill with people: who came in at the birthday of five years ago, or with whom it has grown quiet. Whoever
 * is added comes on the map out of sight, in the time of the scene; whoever stands there already stays where they are.
 */

import { useRef } from "preact/hooks";
import { choose, useSelection } from "../case/selection";
import { MOMENTS, OUT_OF_SIGHT, type Person } from "../contract";
import { choices } from "../panel/choices";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { guests } from "./guests";
import type { PartProps } from "./part";
import { usePointing } from "./pointing";
import { Who } from "./who";

/** More people than this do not fit around a table. */
const SEATS = 11;

export function ScenePart(props: PartProps) {
  const { connection, mirror, part, answers, writable } = props;
  const ground = { connection, mirror };
  const here = guests(ground, part, answers);
  const bring = (id: string) => {
    const person = mirror.person(id);
    if (part.sleeping) {
      if (person && !person.sleeping) change(ground, id, { sleeping: true });
    } else if (!person || person.moment !== part.moment) answers.link(id);
    choose(connection, [id]);
  };
  const place = useRef<HTMLDivElement>(null);
  const people = here.map(({ id }) => id);
  usePointing(ground, place, people, writable ? bring : undefined);
  const fields = part.sleeping ? { moment: part.moment, sleeping: true } : { moment: part.moment };
  return (
    <div class="nw-part-answer nw-scene" ref={place}>
      <Room {...props} people={here} />
      <Chosen {...props} people={here} />
      {writable && (
        <Who
          {...ground}
          label={t(part.sleeping ? "board.scene.quiet" : "board.scene.who")}
          without={people}
          where={{ circle: OUT_OF_SIGHT, fields }}
          onPick={bring}
        />
      )}
    </div>
  );
}

interface RoomProps extends PartProps {
  people: Person[];
}

/** The people around a table with a cake; or, where it has grown quiet, around whom it is about. */
function Room({ connection, mirror, part, people, titled }: RoomProps) {
  const { people: selected } = useSelection(connection);
  const around = people.length <= SEATS;
  return (
    <ul class={around ? "nw-room" : "nw-room nw-room-full"} aria-labelledby={titled}>
      {around && (
        <li class="nw-room-middle" aria-hidden="true">
          {part.sleeping ? <Quiet /> : <Cake />}
        </li>
      )}
      {people.map((person, index) => (
        <li key={person.id} class="nw-seat" style={around ? seat(index, people.length) : {}}>
          <Button
            class={part.sleeping ? "nw-guest nw-guest-quiet" : "nw-guest"}
            pressed={selected.includes(person.id)}
            onClick={() => choose(connection, [person.id])}
          >
            {mirror.name(person.id)}
            {person.deceased && <span aria-hidden="true"> ✝</span>}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** A place around the table, the first at the top. */
function seat(index: number, number: number): Record<string, string> {
  const angle = (2 * Math.PI * index) / number - Math.PI / 2;
  const reach = 22 + 2 * Math.min(number, 8);
  return { left: `${50 + reach * Math.cos(angle)}%`, top: `${50 + 40 * Math.sin(angle)}%` };
}

/** About whoever was tapped: to which time they belong, or that they do not belong here. */
function Chosen({ connection, mirror, part, answers, people, writable }: RoomProps) {
  const [id] = useSelection(connection).people;
  const person = people.find((one) => one.id === id);
  if (!person || !writable) return null;
  const ground = { connection, mirror };
  const named = answers.one?.persons.includes(person.id);
  const away = () => {
    if (part.sleeping) change(ground, person.id, { sleeping: false });
    else answers.unlink(person.id);
  };
  return (
    <div class="nw-scene-chosen">
      <SelectField
        label={t("board.scene.time", { who: mirror.name(person.id) })}
        value={person.moment}
        stamp={person}
        options={choices("moment", MOMENTS)}
        onChange={(moment) => change(ground, person.id, { moment })}
      />
      {(part.sleeping || named) && (
        <Button onClick={away}>{t(part.sleeping ? "board.scene.awake" : "board.scene.away")}</Button>
      )}
    </div>
  );
}

function change({ connection }: Ground, id: string, fields: object): void {
  connection.edit({ edit: "change", kind: "person", id, fields });
}

function Cake() {
  return (
    <svg viewBox="0 0 160 100" width="160" height="100">
      <title>{t("board.scene.cake")}</title>
      <ellipse class="nw-table" cx="80" cy="60" rx="78" ry="38" />
      <path class="nw-cake" d="M50 44 h60 v22 a30 8 0 0 1 -60 0 Z" />
      <ellipse class="nw-cake-top" cx="80" cy="44" rx="30" ry="8" />
      <path class="nw-candle" d="M68 42 V28 M80 44 V26 M92 42 V28" />
      <path class="nw-flame" d="M68 26 v-5 M80 24 v-5 M92 26 v-5" />
    </svg>
  );
}

function Quiet() {
  return (
    <svg viewBox="0 0 160 100" width="160" height="100">
      <title>{t("board.scene.quiet")}</title>
      <ellipse class="nw-quiet" cx="80" cy="50" rx="76" ry="44" />
      <ellipse class="nw-quiet" cx="80" cy="50" rx="48" ry="27" />
      <circle class="nw-middle" cx="80" cy="50" r="13" />
    </svg>
  );
}
