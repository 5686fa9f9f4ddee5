/** The trail of good words: per person who said what, how often and in how many conversations; and who proposed to invite them. */

import { useEffect, useRef, useState } from "preact/hooks";
import { expected } from "../case/expected";
import { discreet } from "../case/mirror";
import { choose } from "../case/selection";
import { type Compliment, INVITERS, LIMITS, RING_MOST } from "../contract";
import { newId } from "../kernel/wire";
import { dayWith, t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { TextField } from "../ui/fields";
import { useBegun } from "../ui/kepttext";
import { placed } from "../ui/typing";
import type { PartProps } from "./part";
import { usePointing } from "./pointing";
import { Who } from "./who";

export function TrailPart({ connection, mirror, writable }: PartProps) {
  const ground = { connection, mirror };
  const [asking, setAsking] = useState(false);
  const [fresh, setFresh] = useState<{ id: string; person: string } | null>(null);
  const trail = praised(ground);
  // A good word of which only a draft is kept is being written still.
  const [id, person] = useBegun(connection, "compliment", expected(ground, "compliment")) ?? [];
  useEffect(() => {
    if (id && person) setFresh({ id, person });
  }, [id, person]);
  const pick = (person: string) => {
    setAsking(false);
    setFresh({ id: newId("c"), person });
  };
  const place = useRef<HTMLDivElement>(null);
  const people = trail.map(([person]) => person);
  usePointing(ground, place, people, writable && !fresh ? pick : undefined);
  return (
    <div class="nw-part-answer" ref={place}>
      {/* Above the trail, which grows while one writes: what one is about to press must not move away. */}
      {fresh && <GoodWord {...ground} {...fresh} onDone={() => setFresh(null)} />}
      <ol class="nw-trail">
        {trail.map(([person, said]) => (
          <Praised key={person} {...ground} {...{ person, said, writable }} />
        ))}
      </ol>
      {writable &&
        !fresh &&
        (asking || !trail.length ? (
          <Who {...ground} label={t("board.trail.who")} focused={asking} onPick={pick} />
        ) : (
          <Button class="nw-offer" onClick={() => setAsking(true)}>
            {t("board.trail.more")}
          </Button>
        ))}
    </div>
  );
}

/** Who was spoken well of, in the order in which that began; whoever is not to be approached is left out. */
function praised(ground: Ground): [string, Compliment[]][] {
  const trail = new Map<string, Compliment[]>();
  for (const said of expected(ground, "compliment")) {
    const person = ground.mirror.person(said.person);
    if (person && !person.unsafe) trail.set(person.id, [...(trail.get(person.id) ?? []), said]);
  }
  return [...trail];
}

interface PraisedProps extends Ground {
  person: string;
  said: Compliment[];
  writable: boolean;
}

function Praised({ connection, mirror, person, said, writable }: PraisedProps) {
  const days = [...new Set(said.map(({ at }) => dayWith(at, { day: "numeric", month: "long" })).filter(Boolean))];
  return (
    <li class="nw-trail-person">
      <Ring times={said.length} />
      <div class="nw-trail-said">
        <Button
          class="nw-somebody"
          label={t("board.show", { who: mirror.name(person) })}
          onClick={() => choose(connection, [person])}
        >
          {mirror.name(person)}
        </Button>
        <p class="nw-trail-often">{often(said.length, days)}</p>
        <ul class="nw-trail-quotes">
          {said.map((one) => (
            <li key={one.id}>
              {one.text ? <q>{discreet(one.text)}</q> : <span class="nw-soft">{t("board.trail.wordless")}</span>}
              {one.expectation && <span class="nw-soft"> {t("board.trail.expectation")}</span>}
            </li>
          ))}
        </ul>
        <Inviter {...{ connection, mirror, person, writable }} />
      </div>
    </li>
  );
}

/** "twee keer genoemd, in twee gesprekken: 3 november en 10 november", in words and no figure to compare. */
function often(times: number, days: string[]): string {
  const named = times < 7 ? t(`board.trail.times.${times}`) : t("board.trail.times.many");
  if (!days.length) return named;
  return t(days.length === 1 ? "board.trail.on" : "board.trail.on.several", { named, days });
}

/** A ring that grows a little with every time; the words beside it say the same. */
function Ring({ times }: { times: number }) {
  const rings = Math.min(times, RING_MOST);
  return (
    <svg class="nw-trail-ring" viewBox="-30 -30 60 60" width="60" height="60" aria-hidden="true">
      {Array.from({ length: rings }, (_, index) => (
        <circle key={`ring ${index + 1}`} r={8 + index * 4} />
      ))}
    </svg>
  );
}

function Inviter({ connection, mirror, person, writable }: Omit<PraisedProps, "said">) {
  const now = mirror.person(person)?.invited_by ?? "";
  const who = mirror.name(person);
  return (
    <div class="nw-line nw-trail-inviter" role="group" aria-label={t("board.trail.invited", { who })}>
      <span class="nw-label">{t("board.trail.invited", { who })}</span>
      {INVITERS.map((by) => (
        <Button
          key={by}
          class="nw-mark"
          pressed={now === by}
          disabled={!writable}
          onClick={() => connection.edit({ edit: "change", kind: "person", id: person, fields: { invited_by: by } })}
        >
          {t(`board.trail.invited.${by || "nobody"}`)}
        </Button>
      ))}
    </div>
  );
}

/** A good word that joins somebody's trail as soon as it is written down. */
function GoodWord({
  connection,
  mirror,
  id,
  person,
  onDone,
}: Ground & { id: string; person: string; onDone: () => void }) {
  const write = (text: string) => {
    const there = expected({ connection, mirror }, "compliment").some((one) => one.id === id);
    if (there) return connection.edit({ edit: "change", kind: "compliment", id, fields: { text } });
    const fields = { person, text, at: new Date().toISOString(), card: "trail" };
    connection.edit({ edit: "add", kind: "compliment", id, fields });
  };
  return (
    <div class="nw-trail-new">
      <TextField
        label={t("board.trail.what", { who: mirror.name(person) })}
        value={expected({ connection, mirror }, "compliment").find((one) => one.id === id)?.text ?? ""}
        stamp={{}}
        rows={2}
        limit={LIMITS.compliment.text}
        kept={{ connection, place: placed("compliment", id, person) }}
        onCommit={write}
      />
      <Button main onClick={onDone}>
        {t("board.trail.done")}
      </Button>
    </div>
  );
}
