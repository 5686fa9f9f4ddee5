/** Who is in a scene: the people of its moment and whoever was named in it, or those with whom it has grown quiet. */

import type { Part, Person } from "../contract";
import type { Ground } from "../ui/elements";
import type { Answers } from "./answers";

/** Those in the scene, in the order of their numbers; somebody who is not to be approached is in none. */
export function guests({ mirror }: Ground, part: Part, answers: Answers): Person[] {
  const named = answers.one?.persons ?? [];
  const here = (person: Person) =>
    part.sleeping ? person.sleeping : person.moment === part.moment || named.includes(person.id);
  return mirror.people().filter((person) => person.circle !== 0 && !person.unsafe && here(person));
}
