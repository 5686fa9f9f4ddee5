/** What a step asks beside the map: an answer in one's own words, or who stands in the middle; or the story to read. */
import { useRef } from "preact/hooks";
import { discreet } from "../case/mirror";
import { CENTRE_KINDS, LIMITS } from "../contract";
import { newId } from "../kernel/wire";
import { choices } from "../panel/choices";
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { SelectField, TextField } from "../ui/fields";
import { placed } from "../ui/typing";
import type { MapController } from "./controller";

export function Asking({ map }: { map: MapController }) {
  const asked = (map.root.model.get("ask") as string).split(" ");
  useStore(map.mirror.version);
  const { together } = usePrefs();
  // What a step asks it asks the professional; unless it says so, their answer is not for the client to read over.
  const shared = map.root.model.get("with_client") === true;
  const named = asked.find((one) => one !== "" && one !== "story" && one !== "centre");
  const theirs = map.root.model.get("client_ask") as string;
  const card = together ? theirs || (shared ? named : "") : named;
  return (
    <>
      {asked.includes("story") && <Story map={map} />}
      {asked.includes("centre") && (
        <section class="nw-card">
          <Centre map={map} />
        </section>
      )}
      {card && (
        <section class="nw-card">
          <AnswerTo key={card} map={map} card={card} />
          {shared && !together && <p class="nw-soft">{t("map.answer.shared")}</p>}
        </section>
      )}
    </>
  );
}

/** What the case tells of itself; a practice case always has a story. */
function Story({ map }: { map: MapController }) {
  const { together } = usePrefs();
  const story = discreet(map.mirror.info.story);
  // What was written about the client is not read over their shoulder.
  if (together) return null;
  return (
    <section class="nw-card nw-map-story" aria-label={t("map.story")}>
      <p>{story || t("map.story.none")}</p>
    </section>
  );
}

/** One answer a step and case; it is saved on leaving it, and undone like any other edit. */
function AnswerTo({ map, card }: { map: MapController; card: string }) {
  const { connection, mirror } = map;
  const answer = mirror.others("answer").find((found) => found.card === card);
  const text = answer?.text ?? "";
  // What was added and is not yet known here: a second save changes it, and does not add it again.
  const added = useRef("");
  if (answer) added.current = "";
  const commit = (next: string) => {
    const id = answer?.id ?? added.current;
    if (id) return connection.edit({ edit: "change", kind: "answer", id, fields: { text: next } });
    if (!next) return;
    added.current = newId("a");
    connection.edit({ edit: "add", kind: "answer", id: added.current, fields: { card, text: next } });
  };
  return (
    <TextField
      label={t("map.answer")}
      value={text}
      stamp={answer}
      onCommit={commit}
      rows={4}
      limit={LIMITS.answer.text}
      disabled={!connection.writable.get()}
      kept={{ connection, place: placed("answer", card) }}
    />
  );
}

function Centre({ map }: { map: MapController }) {
  const { connection, mirror } = map;
  return (
    <>
      <SelectField
        label={t("map.centre_kind")}
        value={mirror.info.centre_kind}
        options={choices("centre_kind", CENTRE_KINDS)}
        stamp={mirror.info}
        disabled={!connection.writable.get()}
        onChange={(kind) =>
          connection.edit({ edit: "change", kind: "info", id: "info", fields: { centre_kind: kind } })
        }
      />
      <p class="nw-soft">{t("map.centre_hint")}</p>
    </>
  );
}
