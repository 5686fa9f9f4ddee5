/**
 * The page's copy of a case, as one view was told it: filled by a picture, moved on by changes, never edited
 * here. Names pass through {@link Mirror.called} only, so that hiding them is done in one place.
 */

import type { Change, Entities, Entity, Info, Kind, Named, Person, Picture, Tie, Written } from "../contract";
import { whole } from "../kernel/wire";
import { page } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import { t } from "../shared/words";

export class Mirror {
  /** Counts up with every change; views draw anew when it does. */
  readonly version: Store<number> = createStore(0);
  info: Info = whole("info", { id: "info" });
  private readonly collections = new Map<Kind, Map<string, Entity>>();
  /** Persons who were taken away: undo still speaks of them by name. */
  private readonly gone = new Map<string, Person>();

  picture(picture: Picture): void {
    this.info = whole("info", picture.info);
    this.collections.clear();
    for (const [kind, entities] of Object.entries(picture.entities) as [Kind, Written[]][]) {
      this.collections.set(kind, new Map(entities.map((written) => [written.id, whole(kind, written)])));
    }
    this.recall(picture);
    this.moved();
  }

  change(change: Pick<Change, "changes"> & Partial<Change>): void {
    for (const { kind, id, after } of change.changes) {
      if (kind === "info") this.info = whole(kind, after as Written);
      else if (after) this.all(kind).set(id, whole(kind, after));
      else this.takeOut(kind, id);
    }
    // Somebody was forgotten, who may have been off the map: what is still told of others comes anew.
    if (change.forgotten) this.gone.clear();
    this.recall(change);
    this.moved();
  }

  people(): Person[] {
    return this.others("person").sort((a, b) => a.number - b.number);
  }

  ties(): Tie[] {
    return this.others("tie");
  }

  others<K extends Kind>(kind: K): Entities[K][] {
    return [...this.all(kind).values()] as Entities[K][];
  }

  person(id: string): Person | undefined {
    return this.all("person").get(id) as Person | undefined;
  }

  tie(id: string): Tie | undefined {
    return this.all("tie").get(id) as Tie | undefined;
  }

  tiesOf(person: string): Tie[] {
    return this.ties().filter((tie) => tie.source === person || tie.target === person);
  }

  /** What a person is called on this screen: their role, or a neutral label while names are hidden. */
  readonly name = (id: string): string => this.called(id, page.prefs.get().hideNames);

  /** The same where that does not go by this screen, as on paper. */
  called(id: string, hidden: boolean): string {
    const person = this.person(id) ?? this.gone.get(id);
    if (!person) return t("ui.somebody");
    if (hidden) return neutral(person);
    return person.role || t("model.unnamed", { number: person.number });
  }

  /** Persons who are not on the map and of whom something is told: by whom a sentence can name them. */
  remember(people: readonly Named[]): void {
    for (const person of people) if (!this.person(person.id)) this.gone.set(person.id, whole("person", person));
  }

  remembers(id: string): boolean {
    return this.gone.has(id);
  }

  /** Somebody was forgotten: not even undo speaks of them now. */
  forget(id: string): void {
    this.gone.delete(id);
  }

  /** After a reload too, undo and redo name whoever was taken away. */
  private recall({ undo, redo }: Partial<Picture | Change>): void {
    for (const offer of [undo, redo]) this.remember(offer?.gone ?? []);
  }

  private takeOut(kind: Kind, id: string): void {
    const person = kind === "person" && this.person(id);
    // No more than their name: what was noted of them is nobody's to find here.
    if (person) {
      const { number, role, circle } = person;
      this.gone.set(id, whole(kind, { id, number, role, circle }));
    }
    this.all(kind).delete(id);
  }

  private all(kind: Kind): Map<string, Entity> {
    let found = this.collections.get(kind);
    if (!found) {
      found = new Map();
      this.collections.set(kind, found);
    }
    return found;
  }

  private moved(): void {
    this.version.set(this.version.get() + 1);
  }
}

export function neutral(person: { number: number; circle: number }): string {
  return person.circle === 0 ? t("model.circle.0") : t("model.neutral", { number: person.number });
}

/** Whether the client looks along: notes, suppositions and the professional's own things are then not drawn at all. */
export function together(): boolean {
  return page.prefs.get().together;
}

/** Free text (a note, an answer) as this screen may show it. */
export function discreet(text: string | undefined): string {
  return page.prefs.get().hideNames && text ? t("model.hidden") : (text ?? "");
}
