/** What was answered to a part of a board: read from the case, and altered in it by edits that can be undone. */

import { lastDilemma } from "../case/dilemma";
import { expected } from "../case/expected";
import { type Board, DEFAULTS, DILEMMA, type Answer as Kept, type Part } from "../contract";
import { newId } from "../kernel/wire";
import type { Ground } from "../ui/elements";

export interface Answer {
  id: string;
  text: string;
  at: string;
  marks: string[];
  persons: string[];
  more: Record<string, string>;
}

/** What a change of an answer holds; a text of `more` that is empty goes. */
export interface Fields {
  text?: string;
  mark?: string;
  persons?: string;
  more?: Record<string, string>;
}

/** Under what the answers to a part are kept. */
export function cardOf(board: Pick<Board, "id">, part: Pick<Part, "id" | "dilemma">): string {
  return part.dilemma ? DILEMMA : `${board.id}.${part.id}`;
}

/** The answers to one part, kept under this card; on a board that is kept per case with that case's code. */
export class Answers {
  private readonly code: string;

  constructor(
    private readonly ground: Ground,
    readonly card: string,
    readonly about: string,
  ) {
    this.code = ground.connection.code;
  }

  /** All of them, oldest first: the rows of a part that has rows. */
  get all(): Answer[] {
    return expected(this.ground, "answer")
      .filter(({ card }) => card === this.card)
      .map(read)
      .filter(({ more }) => (more.case ?? "") === this.about);
  }

  /** The one answer of a part that has one; of where it got stuck the last one, whichever workbook asked it. */
  get one(): Answer | undefined {
    if (this.card !== DILEMMA) return this.all[0];
    const last = lastDilemma(expected(this.ground, "answer"));
    return last && read(last);
  }

  /** Whether anything was answered: something chosen, written, named or noted. */
  get given(): boolean {
    const noted = ({ more }: Answer) => Object.entries(more).some(([name, text]) => name !== "case" && text);
    const { one } = this;
    return (this.card === DILEMMA ? [one].filter((found) => !!found) : this.all).some(
      (one) => one.text || one.marks.length || one.persons.length || noted(one),
    );
  }

  /** Changes the one answer where it is there, else adds it; never twice. */
  save(fields: Fields): void {
    const { one } = this;
    if (one) this.change(one.id, fields);
    else this.begin(fields, newId("a"), fields.text ? { beside: [] } : {});
  }

  begin(fields: Fields, id: string = newId("a"), first: { beside?: string[] } = {}): void {
    const more = { ...fields.more, ...(this.about ? { case: this.about } : {}) };
    const whole = { card: this.card, at: new Date().toISOString(), ...fields, more };
    if (!this.elsewhere) this.ground.connection.edit({ edit: "add", kind: "answer", id, fields: whole, ...first });
  }

  change(id: string, fields: Fields): void {
    if (!this.elsewhere) this.ground.connection.edit({ edit: "change", kind: "answer", id, fields });
  }

  remove(id: string): void {
    if (!this.elsewhere) this.ground.connection.edit({ edit: "remove", ids: [["answer", id]] });
  }

  /** Those who are named in the one answer and may be; nobody who must not be approached. */
  get named(): string[] {
    const { mirror } = this.ground;
    return (this.one?.persons ?? []).filter((id) => mirror.person(id) && !mirror.person(id)?.unsafe);
  }

  /** Keeps the words; who is named in them with an @ is linked by the kernel (model/names/mentions.py). */
  write(text: string): void {
    const before = this.one;
    if (text === (before?.text ?? "")) return;
    this.save({ text });
  }

  link(person: string): void {
    const { one } = this;
    if (one) this.name(one.id, person, true);
    else this.begin({ persons: person });
  }

  /** Puts somebody new on the map and links them. */
  add(role: string): string {
    const id = newId("p");
    const { circle, domain } = DEFAULTS.person;
    if (!this.elsewhere) this.ground.connection.edit({ edit: "add_person", id, role, circle, domain });
    this.link(id);
    return id;
  }

  unlink(person: string): void {
    const { one } = this;
    if (one) this.name(one.id, person, false);
  }

  private name(answer: string, person: string, named: boolean): void {
    if (!this.elsewhere) this.ground.connection.edit({ edit: "name", answer, person, named });
  }

  /** Another case came on the desk: what was still being typed about this one must not land in that one. */
  private get elsewhere(): boolean {
    return this.ground.connection.code !== this.code;
  }
}

function read({ id, text, at, mark, persons, more }: Kept): Answer {
  return { id, text, at, marks: split(mark), persons: split(persons), more };
}

function split(ids: string): string[] {
  return ids.split(" ").filter(Boolean);
}
