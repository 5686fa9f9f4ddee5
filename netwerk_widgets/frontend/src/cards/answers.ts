/** What was answered to a card: read from the case, and altered in it by edits that can be undone. */

import { expected } from "../case/expected";
import { type Compliment, DECLINED, DEFAULTS, LATER, LIMITS } from "../contract";
import { newId } from "../kernel/wire";
import { cut } from "../shared/signs";
import type { Ground } from "../ui/elements";

export interface Answer {
  id: string;
  card: string;
  text: string;
  at: string;
  persons: string[];
}

export function answersIn(ground: Ground): Answer[] {
  return expected(ground, "answer").map(({ id, card, text, at, persons }) => {
    return { id, card, text, at, persons: persons.split(" ").filter(Boolean) };
  });
}

/** Whether this was said today: a later conversation begins an answer of its own. */
export function today(at: string): boolean {
  return !at || new Date(at).toDateString() === new Date().toDateString();
}

/** The cards that were kept for later, in the order in which they were. */
export function keptIn(ground: Ground): { id: string; card: string }[] {
  const kept = answersIn(ground).filter(({ card }) => card.startsWith(LATER));
  return kept.map(({ id, card }) => ({ id, card: card.slice(LATER.length) }));
}

/** Lays a card on the pile for later, or takes it off. */
export function keep(ground: Ground, card: string): void {
  const ids = keptIn(ground).filter((one) => one.card === card);
  if (!ids.length) return lay(ground, LATER + card);
  ground.connection.edit({ edit: "remove", ids: ids.map(({ id }): ["answer", string] => ["answer", id]) });
}

/** Declines what the network calls for, for good. */
export function decline(ground: Ground, offer: string): void {
  lay(ground, DECLINED + offer);
}

function lay({ connection }: Ground, card: string): void {
  connection.edit({ edit: "add", kind: "answer", id: newId("a"), fields: { card, at: now() } });
}

/** The answer to a card in this conversation, and what may be done with it. */
export class Answering {
  private readonly code: string;

  constructor(
    private readonly ground: Ground,
    readonly card: string,
  ) {
    this.code = ground.connection.code;
  }

  get answer(): Answer | undefined {
    return answersIn(this.ground)
      .filter(({ card, at }) => card === this.card && today(at))
      .at(-1);
  }

  /** Those who are linked and still on the map; nobody who must not be approached. */
  get persons(): string[] {
    return (this.answer?.persons ?? []).filter((id) => nameable(this.ground, id));
  }

  /** What was said about somebody in this answer. */
  compliment(person: string, expectation: boolean): Compliment | undefined {
    return expected(this.ground, "compliment").find(
      (one) => one.card === this.card && one.person === person && one.expectation === expectation && today(one.at),
    );
  }

  /** Keeps the words; who is named in them with an @ is linked by the kernel (model/names/mentions.py). */
  write(text: string): void {
    const before = this.answer;
    if (this.elsewhere || text === (before?.text ?? "")) return;
    // The words first: the first edit of a sitting takes its draft along.
    this.save({ text });
    this.follow(before?.text ?? "", text);
  }

  link(person: string): void {
    const { answer } = this;
    if (!answer) return this.save({ persons: person });
    this.ground.connection.edit({ edit: "name", answer: answer.id, person });
  }

  /** Lets somebody go from this answer; what it brought to their trail goes along, or nobody could take it off. */
  unlink(person: string): void {
    const { answer } = this;
    if (answer) this.ground.connection.edit({ edit: "name", answer: answer.id, person, named: false });
    const marks = [false, true].flatMap((expectation) => this.compliment(person, expectation)?.id ?? []);
    const ids = marks.map((id): ["compliment", string] => ["compliment", id]);
    if (ids.length) this.ground.connection.edit({ edit: "remove", ids });
  }

  /** Lets what was said join somebody's trail, or takes it off again. */
  mark(person: string, expectation: boolean): void {
    const { connection } = this.ground;
    const found = this.compliment(person, expectation);
    if (found) return connection.edit({ edit: "remove", ids: [["compliment", found.id]] });
    const text = cut(this.answer?.text ?? "", LIMITS.compliment.text);
    const fields = { person, text, at: now(), card: this.card, expectation };
    connection.edit({ edit: "add", kind: "compliment", id: newId("c"), fields });
  }

  /** Puts somebody new on the map and links them; where they belong is asked in the panel. */
  add(role: string): string {
    const id = newId("p");
    const { circle, domain } = DEFAULTS.person;
    this.ground.connection.edit({ edit: "add_person", id, role, circle, domain });
    this.link(id);
    return id;
  }

  /** Another case came on the desk: what was still being typed about this one must not land in that one. */
  private get elsewhere(): boolean {
    return this.ground.connection.code !== this.code;
  }

  private save(fields: { text?: string; persons?: string }): void {
    const { connection } = this.ground;
    const id = this.answer?.id;
    if (id) return connection.edit({ edit: "change", kind: "answer", id, fields });
    const begun = { card: this.card, at: now(), ...fields };
    const beside = answersIn(this.ground).flatMap((one) => (one.card === this.card ? one.id : []));
    const first = fields.text ? { beside } : {};
    connection.edit({ edit: "add", kind: "answer", id: newId("a"), fields: begun, ...first });
  }

  /** A good word that was marked while the client was still speaking gets the whole of what was said. */
  private follow(before: string, text: string): void {
    const same = (one: Compliment) =>
      one.card === this.card && today(one.at) && one.text === cut(before, LIMITS.compliment.text);
    for (const { id } of expected(this.ground, "compliment").filter(same)) {
      const fields = { text: cut(text, LIMITS.compliment.text) };
      this.ground.connection.edit({ edit: "change", kind: "compliment", id, fields });
    }
  }
}

/** Whether somebody on the map may be named in an answer. */
export function nameable({ mirror }: Ground, id: string): boolean {
  const person = mirror.person(id);
  return person !== undefined && person.unsafe !== true;
}

function now(): string {
  return new Date().toISOString();
}
