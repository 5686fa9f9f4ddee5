/**
 * What is typed on this page and is not in history yet. One sitting in one field is one draft: its id is also that of
 * the edit (`oid`) which brings the words into history. It leaves the page at the latest two seconds after its first
 * key, and at once where the page may go: to the server (`send`), which writes it into the case file; never into the
 * browser's storage. A page that begins reads what is kept there, and shows it in its field again. State: `all` drafts by
 * id; `bar`, what the top bar may say; `only`, in how many fields and forms are words that are in this page only.
 */

import type { Answer, Draft, Send, Waiting, Where } from "./draft";
import { FRESH, file, isResting, isUnsent, newDraft, onlyHere, perFile, spelled, weighed } from "./draft";
import { createStore, type Store } from "./store";

/** After the first key, in milliseconds; typing on does not begin it anew. Two seconds are promised. */
const SOON = 1000;
const AGAIN = 1500;
const SELDOM = 5000;
/** The answer where another case is on the desk, or none that is unlocked. */
const ELSEWHERE = 409;

export class Drafts {
  readonly bar: Store<Waiting> = createStore<Waiting>("");
  readonly only: Store<number> = createStore(0);
  /** Counts up when a draft comes to rest in a field or goes from one; not while one types. */
  readonly version: Store<number> = createStore(0);
  /** Set by the extension; null in a notebook without it, where nobody keeps drafts. */
  readonly send: Store<Send | null> = createStore<Send | null>(null);
  /** The sitting whose words are being sent as an edit: that edit takes its id (see kernel/connection). */
  entering: Draft | null = null;
  /** Words of forms that belong to no case (the learning log), until they are put down: this page alone has them. */
  private readonly loose = new Map<string, unknown>();
  private readonly all = new Map<string, Draft>();
  /** The files that are shown, and how many drafts of each are not told while the client looks along. */
  private readonly files = new Map<string, number>();
  /** Sittings that are in history or were taken back: an answer that was under way meanwhile brings none of them back. */
  private readonly over = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = 0;

  /** `apart`: what lies on disk of the case, or of the own file, is another's, and nothing of ours is to be put in it. */
  constructor(
    private readonly together: () => boolean,
    private readonly apart: (own: boolean) => boolean,
  ) {
    for (const sign of ["pagehide", "blur"]) addEventListener(sign, () => void this.flush());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void this.flush();
      else void this.lookAgain();
    });
  }

  /** The draft that rests in a field: the newest, if there is one. */
  at({ own, code, place }: Where): Draft | undefined {
    return this.of(own, code, place).at(-1);
  }

  /** The drafts that rest in fields of this kind, the newest last: a view may have to open a field for them. */
  of(own: boolean, code: string, kind: string): Draft[] {
    return this.resting(own, code).filter(({ place }) => place === kind || place.startsWith(`${kind}:`));
  }

  /** All that rests in fields, of whichever file. */
  list(): Draft[] {
    return [...this.all.values()].filter(isResting);
  }

  /** Somebody begins to type; `from` is the draft that stood there. */
  begin(where: Where, base: string, from?: Draft): Draft {
    const draft = newDraft(where, base);
    this.all.set(draft.id, draft);
    if (!from) return draft;
    draft.after = from.id;
    draft.text = from.text;
    from.live = true;
    this.told();
    return draft;
  }

  type(draft: Draft, text: string): void {
    draft.text = text;
    draft.shared = this.together();
    draft.tick = this.next();
    this.weigh();
    // What it goes on from is replaced at once, or both would be found after a reload.
    if (draft.after && !draft.tried) void this.flush();
    else this.soon(SOON);
  }

  /** Sends the words as an edit, which bears the sitting's id: its draft goes in the same transaction. */
  bring(draft: Draft, edit: () => void): void {
    draft.live = false;
    this.entering = draft;
    edit();
    const taken = this.entering === null;
    this.entering = null;
    if (!taken) return this.drop(draft);
    draft.leaving = "edit";
    this.soon(SOON);
    this.weigh();
  }

  /** Brings the words by another way than an edit; until that is done they stay a draft, and no field shows them. */
  async by(draft: Draft, way: (id: string) => Promise<boolean>): Promise<void> {
    draft.live = false;
    draft.leaving = "way";
    this.soon(SOON);
    if (await way(draft.id)) this.drop(draft);
    else this.rest(draft);
  }

  /** The field is left and the words are not in history: they stay as they are, and the field shows them. */
  rest(draft: Draft): void {
    if (!this.all.has(draft.id) || draft.gone) return;
    draft.live = false;
    draft.leaving = "";
    if (!draft.tick) draft.tick = this.next();
    this.soon(SOON);
    this.told();
    this.hush();
  }

  /** Taken back, or done by another way than an edit of its id. */
  drop(draft: Draft): void {
    draft.live = false;
    draft.gone = true;
    this.over.add(draft.id);
    draft.tick = this.next();
    this.dropBefore(draft);
    if (!draft.tried) this.all.delete(draft.id);
    else void this.flush();
    this.told();
  }

  /** These edits are on disk, of this page or of another: their drafts went along. */
  done(oids: string[]): void {
    for (const oid of oids) this.over.add(oid);
    const found = oids.flatMap((oid) => this.all.get(oid) ?? []);
    for (const draft of found) {
      this.all.delete(draft.id);
      this.dropBefore(draft);
    }
    if (found.length) this.told();
  }

  /** An edit was refused: its words are back in the field. */
  refused(oid: string): void {
    const draft = this.all.get(oid);
    if (draft) this.rest(draft);
  }

  /** What is kept of a case, read once; called when a view shows it. What was kept of the one before leaves the page. */
  read(own: boolean, code: string): void {
    const name = file(own, code);
    // It is open again, where it was locked or another one lay there: what was refused may come once more.
    for (const draft of this.all.values()) if (draft.own === own && draft.code === code) draft.refused = false;
    this.soon(0);
    if (!code || this.files.has(name)) return;
    this.away(own, code);
    this.files.set(name, 0);
    void this.look(own, code);
  }

  /** What is on disk may be another by now: somebody was forgotten, or another window wrote or left. */
  async lookAgain(): Promise<void> {
    const files = [...this.files.keys()].map((name) => name.split(":") as [string, string]);
    await Promise.all(files.map(([desk, code]) => this.look(desk === "own", code)));
  }

  private async look(own: boolean, code: string): Promise<void> {
    const asked = new URLSearchParams({ desk: own ? "own" : "case", code, together: this.together() ? "1" : "" });
    const answer = await this.send
      .get()?.(`?${asked}`)
      .catch(() => null);
    const name = file(own, code);
    if (answer === undefined || !this.files.has(name)) return;
    const again = (wait: number) => setTimeout(() => this.files.has(name) && void this.look(own, code), wait);
    if (!answer?.drafts) return void again(SELDOM);
    this.files.set(name, answer.hidden ?? 0);
    this.take(own, code, answer.drafts);
    // The client has gone, and the server has not heard of that yet.
    if (answer.hidden && !this.together()) again(SOON);
  }

  /** A form holds words that nobody keeps until they are put down (null). They outlive its view: a kernel may be lost. */
  hold(form: string, words: unknown): void {
    if (words === null) this.loose.delete(form);
    else this.loose.set(form, words);
    this.weigh();
  }

  /** What forms of this kind hold, the one that was begun last at the end. */
  held(kind: string): unknown[] {
    return [...this.loose].flatMap(([form, words]) => (form.startsWith(`${kind}:`) ? [words] : []));
  }

  /** Whether words would go with the page. */
  get atRisk(): boolean {
    return this.loose.size > 0 || this.bar.get() === "refused";
  }

  /** A file was put away, or another came in its place: what is on disk of it leaves the page. */
  away(own: boolean, except = ""): void {
    for (const draft of this.all.values()) {
      if (draft.own === own && draft.code !== except && !draft.live && draft.kept >= draft.tick)
        this.all.delete(draft.id);
    }
    for (const name of this.files.keys()) {
      if (name !== file(own, except) && name.startsWith(file(own, ""))) this.files.delete(name);
    }
    this.told();
  }

  /** The client looks along, or no longer does: what is not for their eyes leaves the page once it is on disk. */
  turned(): void {
    if (this.together()) void this.flush().then(() => this.hush());
    else void this.lookAgain();
  }

  /** Brings all that is not on disk yet to the server, now; settled when it answered. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const send = this.send.get();
    if (!send) return;
    const unsent = this.unsent();
    const sendable = unsent.filter(({ own }) => !this.apart(own));
    if (sendable.length < unsent.length) this.soon(AGAIN);
    await Promise.all(perFile(sendable).map((drafts) => this.carry(send, drafts)));
  }

  private async carry(send: Send, drafts: Draft[]): Promise<void> {
    const [{ own, code }] = drafts as [Draft];
    const body = JSON.stringify({ desk: own ? "own" : "case", code, drafts: drafts.map(spelled) });
    const ticks = drafts.map((draft): [Draft, number] => {
      draft.asked = draft.tick;
      draft.tried = true;
      return [draft, draft.tick];
    });
    const { status } = await send("", body).catch(() => ({ status: 0 }));
    for (const [draft, tick] of ticks) {
      draft.refused = status === ELSEWHERE;
      if (status === 200) this.isKept(draft, tick);
      else if (draft.asked === tick) draft.asked = draft.kept;
    }
    if (this.unsent().length) this.soon(status === 200 ? SOON : AGAIN);
    this.weigh();
  }

  private isKept(draft: Draft, tick: number): void {
    draft.kept = Math.max(draft.kept, tick);
    draft.at = new Date().toISOString();
    if (draft.after) this.all.delete(draft.after);
    draft.after = "";
    if (draft.gone && draft.kept >= draft.tick) this.all.delete(draft.id);
    this.hush();
  }

  /** What rests on disk is what this page shows: also where it wrote it itself, since somebody may have been forgotten. */
  private take(own: boolean, code: string, found: NonNullable<Answer["drafts"]>): void {
    for (const draft of this.resting(own, code)) if (draft.kept >= draft.tick) this.all.delete(draft.id);
    for (const one of found) {
      if (!this.all.has(one.id) && !this.over.has(one.id))
        this.all.set(one.id, { ...FRESH, ...one, own, code, tried: true });
    }
    this.told();
    // It was asked for before the client came, and arrived after.
    this.hush();
  }

  private hush(): void {
    if (!this.together()) return;
    for (const draft of this.all.values()) {
      if (draft.shared || !isResting(draft) || draft.tick > draft.kept) continue;
      this.all.delete(draft.id);
      const name = file(draft.own, draft.code);
      this.files.set(name, (this.files.get(name) ?? 0) + 1);
    }
    this.told();
  }

  private resting(own: boolean, code: string): Draft[] {
    return this.list().filter((draft) => draft.own === own && draft.code === code);
  }

  /** What a sitting went on from is still on disk, where nothing of the sitting itself was kept. */
  private dropBefore(draft: Draft): void {
    const before = this.all.get(draft.after);
    draft.after = "";
    if (before) this.drop(before);
  }

  private unsent(): Draft[] {
    return [...this.all.values()].filter(isUnsent);
  }

  private soon(wait: number): void {
    if (this.unsent().length) this.timer ??= setTimeout(() => void this.flush(), wait);
  }

  private next(): number {
    this.last = Math.max(this.last + 1, Date.now());
    return this.last;
  }

  private told(): void {
    this.weigh();
    this.version.set(this.version.get() + 1);
  }

  private weigh(): void {
    const all = [...this.all.values()];
    const hidden = [...this.files.values()].some((number) => number > 0);
    this.only.set(onlyHere(all).length + this.loose.size);
    this.bar.set(weighed(all, { hidden, loose: this.loose.size > 0 }));
  }
}
