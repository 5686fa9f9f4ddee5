/**
 * All notes about the case on the desk, and the one that is being written.
 *
 * State: shared notes live in the case, private ones in the writer's own file (each with a mirror here); who writes
 * and what is looked for are the page's own. Whether the next note is private is a preference: it holds over steps and
 * reloads, and where the own file is closed a note then waits rather than becoming everybody's.
 */

import { aboutNow } from "../case/about";
import { pinPrivately } from "../case/marks";
import type { Mirror } from "../case/mirror";
import { selectionOf } from "../case/selection";
import type { Annotation } from "../contract";
import type { Connection } from "../kernel/connection";
import { newId, whole } from "../kernel/wire";
import { page, setPrefs } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import type { Ground } from "../ui/elements";
import type { Root } from "../ui/root";
import { groundOf } from "../ui/view";
import { connectOwn } from "./own";

export interface Note extends Annotation {
  private: boolean;
  /** Not yet on disk. */
  waiting: boolean;
}

/** The note that is being written: what it is pinned on was settled when the key was pressed. */
export interface Draft {
  tag: string;
  on: string;
  about: string;
  reply: string;
  goal: boolean;
  private: boolean;
}

export class NotesController {
  readonly mirror: Mirror;
  readonly connection: Connection;
  /** The writer's own file; null while it is closed, or was never begun. */
  readonly own: Store<Ground | null> = createStore<Ground | null>(null);
  readonly draft: Store<Draft | null> = createStore<Draft | null>(null);
  /** The line was open on this page: what was begun is offered now, and does not open it by itself. */
  shut = false;
  readonly writer: Store<string> = createStore("");
  /** Counts up when a note comes, goes or is on disk. */
  readonly version: Store<number> = createStore(0);

  /** Whether anything of the view is in sight. */
  readonly seen: Store<boolean>;

  constructor(root: Root) {
    this.seen = root.seen;
    const moved = () => root.seen.get() && this.moved();
    root.seen.watch(moved, root.signal);
    const ground = groundOf(root, () => this.shutForAnother());
    this.connection = ground.connection;
    this.mirror = ground.mirror;
    this.mirror.version.watch(moved, root.signal);
    page.status.watch(moved, root.signal);
    void this.introduce();
    page.prefs.watch(() => void this.introduce(), root.signal);
    connectOwn(root, (own) => {
      this.own.set(own);
      own?.mirror.version.watch(moved, root.signal);
      moved();
    });
  }

  /** What the line is about belongs to one case; where another comes it is shut, and its words rest in their own. */
  private shutForAnother(): void {
    const { code } = this.connection;
    if (!code || code === this.code) return; // a case that was locked comes back to its line
    this.code = code;
    this.draft.set(null);
    this.shut = false;
  }
  private code = "";

  /** Who works here writes, until another takes the keyboard; not asked while the client looks along. */
  private async introduce(): Promise<void> {
    if (this.introduced || page.prefs.get().together) return;
    this.introduced = true;
    const { initials } = await this.connection.ask("writer");
    if (!this.writer.get()) this.writer.set(String(initials ?? ""));
  }
  private introduced = false;

  /** All notes about this case, the newest last; each once, also while it goes from private to shared. */
  notes(): Note[] {
    const shared = this.mirror.others("annotation").map((note) => read(note, false));
    const there = new Set(shared.map(({ id }) => id));
    const own = this.own.get();
    const mine = (own?.mirror.others("annotation") ?? []).filter((note) => note.case === this.connection.code);
    const privately = mine.map((note) => read(note, true)).filter(({ id }) => !there.has(id));
    const known = new Set([...there, ...privately.map(({ id }) => id)]);
    const waiting = [...waitingOf(this.connection, false), ...(own ? waitingOf(own.connection, true) : [])];
    const all = [...shared, ...privately, ...waiting.filter(({ id }) => !known.has(id))];
    return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Begins a note on what is chosen; else on the card or phase in sight; else on the case. */
  begin(tag: string, more: Partial<Draft> = {}): void {
    const { people, ties } = selectionOf(this.connection.code).get();
    const on = people[0] ?? ties[0] ?? "";
    const hush = page.prefs.get().hush;
    this.draft.set({
      tag,
      on,
      about: on ? "" : aboutNow(),
      reply: "",
      goal: false,
      ...more,
      // Whoever answers a private note writes privately too; and "only for me" holds for an answer to anybody.
      private: hush || more.private === true,
    });
  }

  /** Who will read what is written next, the note that is open included. */
  read(hush: boolean): void {
    setPrefs({ hush });
    const draft = this.draft.get();
    if (draft && !this.answersPrivately(draft)) this.draft.set({ ...draft, private: hush });
  }

  private answersPrivately({ reply }: Draft): boolean {
    return reply !== "" && this.notes().some((note) => note.id === reply && note.private);
  }

  /** Says that private words have to wait until their writer's own file is open. */
  warn(): void {
    this.connection.notice.set({ message: { key: "notes.own_closed" }, level: "warning" });
  }

  /** Writes the note down; it is on disk once it shows no dots. */
  save(text: string): void {
    const draft = this.draft.get();
    this.draft.set(null);
    if (draft && text.trim()) this.add(draft, text);
  }

  private add(draft: Draft, text: string): void {
    const { tag, on, about, reply, goal } = draft;
    const fields = {
      text: text.trim(),
      at: new Date().toISOString(),
      author: this.writer.get(),
      ...(tag && { tag }),
      ...(on && { on }),
      ...(about && { about }),
      ...(reply && { reply }),
      ...(goal && { goal }),
    };
    const own = draft.private ? this.own.get() : null;
    if (own) {
      const secret = { ...fields, case: this.connection.code };
      own.connection.edit({ edit: "add", kind: "annotation", id: newId("n"), fields: secret });
    } else this.connection.edit({ edit: "add", kind: "annotation", id: newId("n"), fields });
    this.moved();
  }

  /** Lets the others read a private note: it comes into the case, and then leaves the own file. */
  release(note: Note): void {
    if (!note.private) return;
    const { id, on, about, text, tag, author, at, reply, goal } = note;
    const fields = { text, at, author, ...sparse({ on, about, tag, reply }), ...(goal && { goal }) };
    this.connection.edit({ edit: "add", kind: "annotation", id, fields });
  }

  remove(note: Note): void {
    const connection = note.private ? this.own.get()?.connection : this.connection;
    connection?.edit({ edit: "remove", ids: [["annotation", note.id]] });
  }

  private moved(): void {
    const own = this.own.get();
    const mine = (own?.mirror.others("annotation") ?? []).filter((note) => note.case === this.connection.code);
    pinPrivately(this.connection.code, mine);
    if (own) this.leave(own, mine);
    this.version.set(this.version.get() + 1);
  }

  /** What was released is on disk in the case, and so leaves the own file; also after a kernel's death in between. */
  private leave(own: Ground, mine: Annotation[]): void {
    const shared = new Set(this.mirror.others("annotation").map(({ id }) => id));
    const leaving = new Set(
      own.connection
        .pending()
        .flatMap(({ message }) => (message.kind === "edit" && message.edit.edit === "remove" ? message.edit.ids : []))
        .map(([, id]) => id),
    );
    for (const { id } of mine) {
      if (shared.has(id) && !leaving.has(id)) own.connection.edit({ edit: "remove", ids: [["annotation", id]] });
    }
  }
}

function sparse(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

function read(note: Annotation, privately: boolean, waiting = false): Note {
  return { ...note, private: privately, waiting };
}

/** Also what another view of the page knows to be on disk before this one: a note does not go and come again. */
function waitingOf(connection: Connection, privately: boolean): Note[] {
  return connection.ahead().flatMap(({ message }) => {
    if (message.kind !== "edit" || message.edit.edit !== "add" || message.edit.kind !== "annotation") return [];
    const { id, fields } = message.edit;
    return [read(whole("annotation", { ...fields, id }), privately, true)];
  });
}
