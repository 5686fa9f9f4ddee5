/** Who is named in an answer: `@tante` is looked up among the roles on the map. */
import type { Person } from "../base/wire";

export interface Named {
  /** The ids of those who are on the map. */
  known: string[];
  /** What was written of those who are not. */
  unknown: string[];
}

const WORD = /^[\p{L}\p{N}][\p{L}\p{N}'’-]*/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Finds who is named in a text. The longest role that fits counts: "@tante Bep" is not "tante". */
export function namedIn(text: string, people: readonly Person[]): Named {
  const roles = people
    .filter((person) => person.role)
    .map((person) => ({ id: person.id, role: (person.role ?? "").toLocaleLowerCase() }))
    .sort((a, b) => b.role.length - a.role.length);
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
