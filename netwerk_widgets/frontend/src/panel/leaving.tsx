/** The last group of a person's panel: into or out of the middle, taken off the map, or forgotten for good. */
import { useState } from "preact/hooks";
import { choose } from "../case/selection";
import { announce } from "../shared/announce";
import { type Sentence, say, t } from "../shared/words";
import { Confirm } from "../ui/dialog";
import { Button, Fold, type Ground } from "../ui/elements";
import { Fault } from "../ui/plain";
import { centreOf } from "./centre";
import type { PersonPart } from "./ground";
import { copyAll } from "./several";

export function PersonLeaving(part: PersonPart) {
  const { connection, mirror, person, writable } = part;
  const [forgetting, setForgetting] = useState(false);
  const middle = person.circle === 0;
  const last = middle && centreOf(mirror).length === 1;
  const name = mirror.name(person.id);
  const remove = (event: MouseEvent) => {
    announce(event.currentTarget as Element, t("panel.removed", { who: name }));
    connection.edit({ edit: "remove", ids: [["person", person.id]] });
    choose(connection, []);
  };
  const copy = () => copyAll({ connection, mirror, ids: [person.id], wishing: person.moment === "soon" });
  const move = () => connection.edit({ edit: "put", people: [person.id], circle: middle ? 1 : 0 });
  if (!writable) return null;
  return (
    <Fold title={t("panel.leaving")}>
      {!middle && <Button onClick={copy}>{t("panel.copy", { who: name })}</Button>}
      {!last && <Button onClick={move}>{t(middle ? "panel.centre.out" : "panel.centre.in")}</Button>}
      {!last && (
        <Button danger onClick={remove}>
          {t("panel.remove", { who: name })}
        </Button>
      )}
      {last && <p class="nw-soft">{t("panel.centre.last")}</p>}
      {!last && (
        <Button danger onClick={() => setForgetting(true)}>
          {t("panel.forget", { who: name })}
        </Button>
      )}
      <p class="nw-soft">{last ? "" : t("panel.leaving.hint")}</p>
      {forgetting && (
        <Forgetting
          {...part}
          id={person.id}
          onClose={() => setForgetting(false)}
          onDone={() => choose(connection, [])}
        />
      )}
    </Fold>
  );
}

export interface ForgettingProps extends Ground {
  id: string;
  onClose: () => void;
  onDone: () => void;
}

/** Asks whether somebody is really to be forgotten for good, on the map or off it, and does so. */
export function Forgetting({ connection, mirror, id, onClose, onDone }: ForgettingProps) {
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const name = mirror.name(id);
  const forget = async () => {
    setBusy(true);
    const { error } = await connection.ask("forget_person", { person: id });
    setBusy(false);
    if (error) return setFault(say(error as Sentence, mirror.name));
    mirror.forget(id);
    onClose();
    onDone();
  };
  return (
    <Confirm
      title={t("panel.forget.title", { who: name })}
      yes={t("panel.forget.yes")}
      disabled={busy}
      onYes={() => void forget()}
      onClose={onClose}
    >
      <p>{t("panel.forget.what", { who: name })}</p>
      <p>{t("panel.forget.copies")}</p>
      <Fault text={fault} />
    </Confirm>
  );
}
