/** Whom it is about: somebody on the map, or somebody new, who then comes on it. Whoever is not to be approached is not offered. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Option, SelectField } from "../base/fields";
import { usePrefs } from "../base/hooks";
import { useKeptText } from "../base/kepttext";
import { Form, PlainField } from "../base/plain";
import { placed } from "../base/typing";
import { Button, type Ground } from "../base/ui";
import { newId, type Person } from "../base/wire";
import { choices, DOMAINS } from "../panel/choices";
import { t } from "../words";

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

export function Who({ session, mirror, label, without = [], where, onPick, focused }: WhoProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) place.current?.querySelector<HTMLElement>("select, input")?.focus();
  }, []);
  const options = offered(mirror.people())
    .filter(({ id }) => !without.includes(id))
    .map(({ id }): Option => [id, mirror.name(id)]);
  return (
    <div class="nw-who" ref={place}>
      {options.length > 0 && (
        <SelectField
          label={label}
          value=""
          stamp={mirror.version.get()}
          options={[["", t("board.who.choose")], ...options]}
          onChange={(id) => id && onPick(id)}
        />
      )}
      <Somebody {...{ session, mirror, onPick }} {...(where ? { where } : {})} />
    </div>
  );
}

/** Everybody who may be asked after. */
export function offered(people: Person[]): Person[] {
  return people.filter(({ circle, unsafe }) => circle !== 0 && !unsafe);
}

/** Somebody who is not on the map yet; whoever turns out to be there is picked and not added twice. */
function Somebody({ session, mirror, where, onPick }: Pick<WhoProps, "session" | "mirror" | "where" | "onPick">) {
  const { hideNames } = usePrefs();
  const kept = useKeptText({ session, place: placed("new_person", "board") });
  // What stands half typed would show a name that is to be hidden.
  const role = hideNames ? "" : kept.text;
  const [domain, setDomain] = useState("family");
  const submit = () => {
    const name = role.trim().replace(/^@/, "");
    if (!name) return;
    kept.bring(() => onPick(known(mirror.people(), name) ?? put({ session, mirror }, name, domain, where)));
  };
  return (
    <Form class="nw-who-new" label={t("board.who.new")} onSubmit={submit}>
      <PlainField
        label={t("board.who.new")}
        value={role}
        onInput={kept.type}
        limit={60}
        disabled={hideNames}
        placeholder={t(hideNames ? "board.who.hidden" : "board.who.example")}
      />
      {role.trim() && !known(mirror.people(), role.trim()) && (
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

function known(people: Person[], name: string): string | undefined {
  const small = name.replace(/^@/, "").toLocaleLowerCase();
  return people.find(({ role, circle }) => circle !== 0 && role?.toLocaleLowerCase() === small)?.id;
}

function put({ session }: Ground, role: string, domain: string, where: WhoProps["where"]): string {
  const id = newId("p");
  session.edit({ edit: "add_person", id, role, domain, circle: 3, ...where });
  return id;
}
