/** Whom it is about: somebody on the map, or somebody new, who then comes on it. Whoever is not to be approached is not offered. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { DEFAULTS, LIMITS, type Person } from "../contract";
import { newId } from "../kernel/wire";
import { called, toldApart } from "../mention/reading";
import { choices, DOMAINS } from "../panel/choices";
import { usePrefs } from "../shared/hooks";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { type Option, SelectField } from "../ui/fields";
import { useKeptText } from "../ui/kepttext";
import { Form, PlainField } from "../ui/plain";
import { placed } from "../ui/typing";

export interface WhoProps extends Ground {
  /** What is asked: "Over wie gaat het?" */
  label: string;
  /** Those who are there already, and need not be offered. */
  without?: string[];
  /** How somebody new comes on the map, besides their role and domain. */
  where?: { circle?: number; fields?: object };
  onPick: (id: string) => void;
  /** The field is to have the focus as soon as it is there. */
  focused?: boolean;
}

export function Who({ connection, mirror, label, without = [], where, onPick, focused }: WhoProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) place.current?.querySelector<HTMLElement>("select, input")?.focus();
  }, []);
  const told = toldApart(mirror);
  const options = offered(mirror.people())
    .filter(({ id }) => !without.includes(id))
    .map(({ id }): Option => [id, told(id)]);
  return (
    <div class="nw-who" ref={place}>
      <p class="nw-soft nw-who-tap">{t("board.who.tap")}</p>
      {options.length > 0 && (
        <SelectField
          label={label}
          value=""
          stamp={mirror.version.get()}
          options={[["", t("board.who.choose")], ...options]}
          onChange={(id) => id && onPick(id)}
        />
      )}
      <Somebody {...{ connection, mirror, onPick }} {...(where ? { where } : {})} />
    </div>
  );
}

/** Everybody who may be asked after. */
export function offered(people: Person[]): Person[] {
  return people.filter(({ circle, unsafe }) => circle !== 0 && !unsafe);
}

/** Somebody who is not on the map yet; whoever turns out to be there is picked and not added twice. */
function Somebody({ connection, mirror, where, onPick }: Pick<WhoProps, "connection" | "mirror" | "where" | "onPick">) {
  const { hideNames } = usePrefs();
  const kept = useKeptText({ connection, place: placed("new_person", "board") });
  // What stands half typed would show a name that is to be hidden.
  const role = hideNames ? "" : kept.text;
  const [domain, setDomain] = useState<string>(DEFAULTS.person.domain);
  const name = role.trim().replace(/^@/, "");
  const there = useCalled({ connection, mirror }, name);
  const submit = async () => {
    const { code } = connection;
    const known = name ? await there.settled() : [];
    const [one] = known;
    if (!name || connection.code !== code) return; // another case came meanwhile
    if (known.length > 1) return; // several are called so: one of them is chosen in the list
    kept.bring(() => onPick(one ?? put({ connection, mirror }, name, domain, where)));
  };
  return (
    <Form class="nw-who-new" label={t("board.who.new")} onSubmit={() => void submit()}>
      <PlainField
        label={t("board.who.new")}
        value={role}
        at={kept.at}
        onInput={kept.type}
        limit={LIMITS.person.role}
        disabled={hideNames}
        placeholder={t(hideNames ? "board.who.hidden" : "board.who.example")}
      />
      {there.people.length > 1 && <p class="nw-soft">{t("board.who.several")}</p>}
      {name && there.people.length === 0 && (
        <SelectField
          label={t("board.who.domain")}
          value={domain}
          options={choices("domain", DOMAINS)}
          onChange={setDomain}
        />
      )}
      <Button submit disabled={!role.trim()}>
        {t("board.who.add")}
      </Button>
    </Form>
  );
}

/** Who on the map is called so; `settled` waits until that is known of what was typed last. */
function useCalled({ connection, mirror }: Ground, name: string) {
  const [people, setPeople] = useState<string[]>([]);
  const asked = useRef<Promise<string[]>>(Promise.resolve([]));
  // Before the next key: Enter can come sooner than an effect that waits for the screen.
  useLayoutEffect(() => {
    let stale = false;
    const others = (found: string[]) => found.filter((id) => mirror.person(id)?.circle !== 0);
    asked.current = name ? called(connection, name).then(others) : Promise.resolve([]);
    void asked.current.then((found) => !stale && setPeople(found));
    return () => {
      stale = true;
    };
  }, [name, connection, mirror]);
  return { people, settled: () => asked.current };
}

function put({ connection }: Ground, role: string, domain: string, where: WhoProps["where"]): string {
  const id = newId("p");
  connection.edit({ edit: "add_person", id, role, domain, circle: DEFAULTS.person.circle, ...where });
  return id;
}
