/** Toen, nu, gewenst: the map of today beside a version or beside the wished map, and a name for the map of today. */

import { useEffect } from "preact/hooks";
import { discreet, together } from "../case/mirror";
import { type BesideView, LIMITS, type Version } from "../contract";
import { newId } from "../kernel/wire";
import { announce } from "../shared/announce";
import { usePrefs, useStore } from "../shared/hooks";
import { clock, day, say, t } from "../shared/words";
import { Button, Fold } from "../ui/elements";
import { SelectField } from "../ui/fields";
import { useKeptText } from "../ui/kepttext";
import { Form, PlainField } from "../ui/plain";
import { placed } from "../ui/typing";
import { Away } from "./away";
import type { MapController } from "./controller";
import { isBeside } from "./looking";

const WISHED = "wished";

export function Versions({ map }: { map: MapController }) {
  const open = useStore(map.looking.open);
  return open ? <Card map={map} /> : null;
}

function Card({ map }: { map: MapController }) {
  const look = useStore(map.look);
  const version = useStore(map.mirror.version);
  const writable = useStore(map.connection.writable);
  usePrefs();
  const view = isBeside(look) ? look : null;
  return (
    <section class="nw-card nw-map-look nw-map-versions" aria-label={t("map.time")}>
      <Which map={map} view={view} stamp={version} />
      {view && <Told map={map} view={view} />}
      {writable && <Naming map={map} />}
      {writable && !together() && <Away map={map} />}
      {writable && view?.version && <Dropping map={map} version={view.version} />}
    </section>
  );
}

function versionsOf(map: MapController): Version[] {
  return map.mirror.others("version").sort((a, b) => b.revision - a.revision);
}

/** With what the map of now is compared; nothing is compared until somebody asks. */
function Which({ map, view, stamp }: { map: MapController; view: BesideView | null; stamp: unknown }) {
  const chosen = view?.lens === WISHED ? WISHED : (view?.version ?? "");
  const versions = versionsOf(map);
  const options = [
    ["", t("map.versions.none")] as const,
    ...versions.map((version) => [version.id, called(version)] as const),
    [WISHED, t("map.versions.wished")] as const,
  ];
  const pick = (next: string) => void map.lookThrough(next === WISHED ? WISHED : next && "since", next);
  return (
    <SelectField
      label={t("map.versions.beside")}
      value={chosen}
      options={options}
      stamp={`${stamp} ${chosen}`}
      onChange={pick}
    />
  );
}

/** What a version is called; the name is the professional's, so the client sees of which moment it is. */
function called({ name, at }: Version): string {
  return together() ? `${day(at)}, ${clock(at)}` : `${discreet(name)} · ${day(at)}`;
}

function Told({ map, view }: { map: MapController; view: BesideView }) {
  const { name } = map.mirror;
  const pair = useStore(map.looking.pair);
  const lines = view.lines.filter((line) => !(line.private && together()));
  useEffect(() => {
    const words = [view.sentence, ...lines.map((line) => line.sentence), view.question];
    announce(map.root.element, words.map((one) => say(one, name)).join(" "));
  }, [view, map]);
  return (
    <>
      <p>{say(view.sentence, name)}</p>
      {lines.length > 0 && (
        <ul class="nw-map-lines">
          {lines.map(({ people, sentence }) => (
            <li key={JSON.stringify(sentence)}>
              <button type="button" class="nw-map-line" onClick={() => people[0] && map.find(people[0])}>
                {say(sentence, name)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Back map={map} view={view} />
      <p class="nw-question">{say(view.question, name)}</p>
      {(view.version || view.lens === WISHED) && (
        <Button pressed={pair} onClick={() => map.looking.pair.set(!pair)}>
          {t("map.versions.pair")}
        </Button>
      )}
    </>
  );
}

/** People of then who are on the map no longer, to be called back; never somebody who is not to be approached. */
function Back({ map, view }: { map: MapController; view: BesideView }) {
  const writable = useStore(map.connection.writable);
  const found = view.gone.filter((person) => person.back);
  if (!writable || !found.length) return null;
  const call = (id: string) =>
    void map.connection.ask("call_back", { people: [id], version: view.version, oid: newId("b") });
  return (
    <div class="nw-buttons">
      {found.map(({ id }) => (
        <Button key={id} onClick={() => call(id)}>
          {t("map.versions.call_back", { who: map.mirror.name(id) })}
        </Button>
      ))}
    </div>
  );
}

function Naming({ map }: { map: MapController }) {
  const kept = useKeptText({ connection: map.connection, place: placed("version") });
  const name = kept.text;
  const keep = () => {
    if (!name.trim()) return;
    const fields = { name: name.trim(), revision: map.connection.revision, at: new Date().toISOString() };
    kept.bring(() => map.connection.edit({ edit: "add", kind: "version", id: newId("v"), fields }));
    announce(map.root.element, t("map.versions.kept"));
  };
  return (
    <Fold title={t("map.versions.name_today")}>
      <Form class="nw-stack" onSubmit={keep}>
        <PlainField
          label={t("map.versions.name")}
          value={name}
          at={kept.at}
          onInput={kept.type}
          limit={LIMITS.version.name}
          placeholder={t("map.versions.example")}
        />
        <Button submit onClick={keep} disabled={!name.trim()}>
          {t("map.versions.keep")}
        </Button>
      </Form>
    </Fold>
  );
}

function Dropping({ map, version }: { map: MapController; version: string }) {
  const drop = () => map.connection.edit({ edit: "remove", ids: [["version", version]] });
  return (
    <Fold title={t("map.versions.more")}>
      <p class="nw-soft">{t("map.versions.drop_what")}</p>
      <Button onClick={drop}>{t("map.versions.drop")}</Button>
    </Fold>
  );
}
