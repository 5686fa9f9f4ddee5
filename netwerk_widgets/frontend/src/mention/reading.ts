/**
 * Who is meant: asked of the kernel, which knows the one rule of names (Python: model/names/naming.py). The page only sees
 * where an @ stands, and tells people of one name apart.
 */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Mirror } from "../case/mirror";
import { LONGEST_NAME, type Meant, type Person, type Unlinked } from "../contract";
import type { Connection } from "../kernel/connection";
import { useAsked, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** A name that is being written: where its @ stands, and what follows up to the caret. */
export interface Writing {
  from: number;
  name: string;
}

/** What stands after an @ before the caret, or `null`; the one of an e-mail address names nobody. */
export function writing(text: string, caret: number): Writing | null {
  const from = text.lastIndexOf("@", caret - 1);
  if (from < 0 || LETTER.test(text[from - 1] ?? "") || caret - from > LONGEST_NAME + 1) return null;
  return { from, name: text.slice(from + 1, caret) };
}

export async function offer(connection: Connection, name: string): Promise<Meant> {
  const answer = await connection.ask("offered", { name });
  return { people: ids(answer.people), new: String(answer.new ?? "") };
}

/** Who is called exactly so. */
export async function called(connection: Connection, name: string): Promise<string[]> {
  return ids((await connection.ask("called", { name })).people) ?? [];
}

function ids(found: unknown): string[] | null {
  return Array.isArray(found) ? found.map(String) : null;
}

const NOBODY: Unlinked = { unknown: [], unclear: [] };

export function useNamed({ connection, mirror }: Ground, text: string, linked: string[]): Unlinked {
  const persons = linked.join(" ");
  const version = useStore(mirror.version);
  const [found, setFound] = useState({ key: "", named: NOBODY });
  const key = text.includes("@") ? `${persons}\n${text}` : "";
  useAsked(
    (wanted) => {
      if (!key) return;
      void connection.ask("named", { text, persons }).then(({ unknown, unclear }) => {
        if (wanted()) setFound({ key, named: { unknown: ids(unknown) ?? [], unclear: ids(unclear) ?? [] } });
      });
    },
    [key, version, connection],
  );
  return key && found.key === key ? found.named : NOBODY;
}

/** Whom the letters that one typed fit, the closest first, and for which letters that is. */
export interface Found {
  wanted: string;
  people: readonly string[];
}

/**
 * Looks for people while somebody types; gives what was found last, so that a list never jumps empty in between. With
 * hidden names nobody is looked for by theirs: what stands on the screen is.
 */
export function useFound({ connection, mirror }: Ground, typed: string, hidden: boolean) {
  const wanted = typed.trim();
  const version = useStore(mirror.version);
  const [found, setFound] = useState<Found>({ wanted: "", people: [] });
  const asked = useRef<Promise<Found> | null>(null);
  // Before the next key: Enter can come sooner than an effect that waits for the screen.
  useLayoutEffect(() => {
    let stale = false;
    asked.current = wanted ? search(connection, mirror, wanted, hidden) : Promise.resolve({ wanted, people: [] });
    void asked.current.then((one) => !stale && setFound(one));
    return () => {
      stale = true;
    };
  }, [wanted, hidden, version, connection]);
  return { found: wanted ? found : { wanted, people: [] }, settled: async () => (await asked.current)?.people ?? [] };
}

async function search(connection: Connection, mirror: Mirror, wanted: string, hidden: boolean): Promise<Found> {
  if (!hidden) return { wanted, people: ids((await connection.ask("find", { text: wanted })).people) ?? [] };
  const small = wanted.toLocaleLowerCase();
  const fits = ({ id }: Person) => mirror.name(id).toLocaleLowerCase().includes(small);
  return {
    wanted,
    people: mirror
      .people()
      .filter(fits)
      .map(({ id }) => id),
  };
}

/** What to call people in a list from which one chooses: those of one name are told apart. */
export function toldApart(mirror: Mirror): (id: string) => string {
  const same = new Map<string, Person[]>();
  const even = (id: string) => mirror.name(id).normalize().trim().toLocaleLowerCase();
  for (const person of mirror.people()) same.set(even(person.id), [...(same.get(even(person.id)) ?? []), person]);
  return (id) => {
    const [name, person, all] = [mirror.name(id), mirror.person(id), same.get(even(id)) ?? []];
    if (!person || all.length < 2) return name;
    const alike = all.filter((one) => one.id !== id && where(one) === where(person)).length > 0;
    return `${name} (${alike ? t("cards.apart.number", { ...at(person), number: person.number }) : where(person)})`;
  };
}

function where(person: Person): string {
  return t("cards.apart", at(person));
}

function at({ domain, circle }: Person) {
  return {
    domain: t(`model.domain.${domain}`),
    circle: t(`model.circle.${circle}`),
  };
}
