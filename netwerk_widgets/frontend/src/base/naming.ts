/** Who is named in an answer: `@tante` is looked up among the roles on the map. */
import type { Person } from "./wire";

export interface Named {
  /** The ids of those who are on the map. */
  known: string[];
  /** What was written of those who are not. */
  unknown: string[];
}

const WORD = /^[\p{L}\p{N}][\p{L}\p{N}'’-]*/u;
const LETTER = /[\p{L}\p{N}]/u;
/** What ends a name: a role has words and figures in it, and no sentence goes on in one. */
const END = /[\n\r\t.,;:!?()"“”@]/;
/** How long a name may be that is still being written: a role, not half an answer. */
const LONGEST = 60;
const MOST_WORDS = 5;

/**
 * Finds who is named in a text. The longest role that fits counts: "@tante Bep" is not "tante". Where several have
 * that role, whoever is `linked` already is meant.
 */
export function namedIn(text: string, people: readonly Person[], linked: readonly string[] = []): Named {
  const roles = people
    .filter((person) => person.role)
    .map(({ id, role = "" }) => ({ id, role: role.toLocaleLowerCase(), linked: linked.includes(id) }))
    .sort((a, b) => b.role.length - a.role.length || Number(b.linked) - Number(a.linked));
  const known = new Set<string>();
  const unknown = new Map<string, string>();
  for (const part of after(text)) {
    const small = part.toLocaleLowerCase();
    const found = roles.find(({ role }) => small.startsWith(role) && !LETTER.test(small[role.length] ?? ""));
    const word = WORD.exec(part)?.[0];
    if (found) known.add(found.id);
    else if (word) unknown.set(word.toLocaleLowerCase(), word);
  }
  return { known: [...known], unknown: [...unknown.values()] };
}

/** What follows each @ that begins a word; the one of an e-mail address names nobody. */
function after(text: string): string[] {
  const parts = text.split("@");
  return parts.slice(1).filter((_, index) => !LETTER.test((parts[index] ?? "").slice(-1)));
}

/** A name that is being written: where its @ stands, and what follows up to the caret. */
export interface Writing {
  from: number;
  name: string;
}

/** What is being written after an @, or `null` where nobody is being named. */
export function beingNamed(text: string, caret: number, people: readonly Person[]): Writing | null {
  const from = text.lastIndexOf("@", caret - 1);
  if (from < 0 || LETTER.test(text[from - 1] ?? "")) return null;
  const name = text.slice(from + 1, caret);
  const tooLong = name.length > LONGEST || name.trim().split(/\s+/).length > MOST_WORDS;
  if (tooLong || END.test(name) || name.startsWith(" ")) return null;
  const small = name.toLocaleLowerCase();
  const finished = people.some(({ role }) => role && small.startsWith(`${role.toLocaleLowerCase()} `));
  const longer = people.some(({ role }) => role?.toLocaleLowerCase().startsWith(small));
  return finished && !longer ? null : { from, name };
}

/** Those whom a few letters may mean: the role begins with them, or a word in it does. */
export function meant(name: string, people: readonly Person[]): Person[] {
  const small = name.trim().toLocaleLowerCase();
  const fits = (person: Person) => ` ${(person.role ?? "").toLocaleLowerCase()}`.includes(` ${small}`);
  const first = (person: Person) => Number(!person.role?.toLocaleLowerCase().startsWith(small));
  return people.filter((person) => person.role && fits(person)).sort((a, b) => first(a) - first(b));
}
