/**
 * One view's conversation with the kernel about the case on the desk.
 *
 * An edit is sent at once and waits in the page's memory (`page.waiting`, shared by all views of a case) until
 * the kernel says that it is on disk. What was not acknowledged is sent again, in order, by whichever view
 * speaks with the kernel next; the edit's id (`oid`) makes that harmless.
 */
import type { AnyModel } from "@anywidget/types";
import type { Change, Edit, Empty, Incoming, Offer, Picture, Refused, Notice as Said, Trouble } from "../contract";
import type { Draft } from "../shared/draft";
import { page, setStatus, waitingNow } from "../shared/page";
import { createStore, type Store } from "../shared/store";
import type { Sentence } from "../shared/words";
import { NOTHING } from "./empty";
import { hear } from "./hear";
import { since } from "./overtaken";
import { Questions } from "./questions";
import { type Done, newId, type Pending, type Sent } from "./wire";

/** Silence after which we say so, in milliseconds; the kernel answers an edit in some tens. */
const PATIENCE = 2500;
/** How often, in milliseconds, one who does not answer is asked again. */
const SELDOM = 4 * PATIENCE;

export interface Handlers {
  picture(picture: Picture): void;
  change(change: Change): void;
  /** An edit of ours was refused; a fresh picture follows. */
  refused?(message: Sentence): void;
  /** The own file was put away: nothing of it may stay in sight. */
  closed?(): void;
}

export interface Notice extends Omit<Said, "kind"> {
  /** Set where undo asks first: it would take back what another did. */
  confirm?: () => void;
}

export class Connection {
  readonly notice: Store<Notice | null> = createStore<Notice | null>(null);
  readonly undo: Store<Offer | null> = createStore<Offer | null>(null);
  readonly redo: Store<Offer | null> = createStore<Offer | null>(null);
  readonly writable: Store<boolean> = createStore(true);
  readonly trouble: Store<Trouble | null> = createStore<Trouble | null>(null);
  readonly empty: Store<Empty | null> = createStore<Empty | null>(null);
  revision = -1;
  code = "";
  /** The file is the professional's own: the bar goes on naming the case, and counts what waits for both. */
  readonly own: boolean;
  private readonly questions: Questions;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was done in this view and has not been told to it yet, though another view of the page may know it is on disk. */
  private untold: Pending[] = [];
  /** When a picture was asked for that has not come yet, or 0. */
  private asked = 0;
  /** Whether what waits is sent again once it comes: it may have been lost. */
  private again = false;

  constructor(
    private readonly model: AnyModel,
    private readonly handlers: Handlers,
    signal: AbortSignal,
  ) {
    this.own = model.get("own") === true;
    this.questions = new Questions(model, signal);
    this.followClient(signal);
    hear(model, signal, (message: Incoming) => this.receive(message));
    const poll = setInterval(() => this.knock(), PATIENCE);
    signal.addEventListener("abort", () => {
      clearInterval(poll);
      clearTimeout(this.timer);
    });
    this.hello();
  }

  /** Says that the view is here: a picture comes back, and what waits is sent again. */
  hello(): void {
    this.again = true;
    this.look(true);
  }

  /** Asks for the true state; and, where `told` says so, for what is to be known about it. */
  private look(told: boolean): void {
    this.asked = Date.now();
    const { lang, together } = page.prefs.get();
    this.send({ kind: "hello", lang, told, together });
  }

  /** The client began to look along, or stopped: the kernel then tells the case as they may see it, or all of it. */
  private followClient(signal: AbortSignal): void {
    let { together } = page.prefs.get();
    page.prefs.watch((prefs) => {
      if (prefs.together === together) return;
      together = prefs.together;
      this.notice.set(null);
      this.look(false);
    }, signal);
  }

  /**
   * The true state is another than what is shown; nothing was lost. However many edits are refused at once, the
   * picture that is under way was drawn after all of them.
   */
  private correct(): void {
    if (Date.now() - this.asked >= PATIENCE) this.look(false);
  }

  edit<E extends { edit: string } = Edit>(edit: E): void {
    const draft = this.entered();
    this.queue({ kind: "edit", oid: draft?.id ?? newId("e"), edit: since(edit as unknown as Edit, draft?.base) });
  }

  /** The edit that brings what was typed into history bears the id of its sitting, and so takes the draft along. */
  private entered(): Draft | undefined {
    const { drafts } = page;
    const draft = drafts.entering;
    if (draft?.own !== this.own || draft.code !== this.code) return undefined;
    drafts.entering = null;
    return draft;
  }

  take(kind: "undo" | "redo", other = false): void {
    this.queue({ kind, oid: newId("u"), other });
  }

  /** Asks something that alters nothing in the case, or concerns the desk. */
  ask(...question: Parameters<Questions["ask"]>): Promise<Record<string, unknown>> {
    return this.questions.ask(...question);
  }

  /** Whether what was asked could not be done; the view then says why. */
  failed({ error }: Record<string, unknown>): boolean {
    if (error) this.notice.set({ message: error as Sentence, level: "warning" });
    return Boolean(error);
  }

  /** The edits of this case that are not yet on disk, in order. */
  pending(): Pending[] {
    return (page.waiting.get(this.place) ?? []) as Pending[];
  }

  /** All that was done and is not yet in this view's copy of the case, in order. */
  ahead(): Pending[] {
    const waiting = this.pending();
    const oids = new Set(waiting.map(({ oid }) => oid));
    return [...this.untold.filter(({ oid }) => !oids.has(oid)), ...waiting];
  }

  /** Where this file's edits wait: an own file has a place that no case can have. */
  private get place(): string {
    return this.own ? `own:${this.code}` : this.code;
  }

  /** It names its case: by the time the kernel reads it, another may lie on the desk. */
  private queue(done: Done): void {
    const message = { ...done, code: this.code };
    const pending = { oid: message.oid, since: Date.now(), message };
    this.untold = [...this.untold, pending];
    page.waiting.set(this.place, [...this.pending(), pending]);
    setStatus({ pending: waitingNow() });
    this.send(message);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.knock(), PATIENCE + 50);
  }

  /** A message to a kernel that is gone is lost, loudly or not; what matters waits in the page and is sent again. */
  private send(message: Sent): void {
    try {
      this.model.send(message);
    } catch {
      setStatus({ away: true });
    }
  }

  /** These edits are on disk. */
  private done(oids: string[]): void {
    this.settled(oids);
    page.drafts.done(oids);
  }

  /** These edits were answered, and wait no longer. */
  private settled(oids: string[]): void {
    // Of whichever file: a view that was drawn anew hears what is on disk before it knows which one it shows.
    for (const [place, waiting] of page.waiting) {
      const left = (waiting as Pending[]).filter((pending) => !oids.includes(pending.oid));
      if (left.length < waiting.length) page.waiting.set(place, left);
    }
    setStatus({ pending: waitingNow(), away: false });
  }

  /** Where an edit waits too long for its answer, says so and asks again; the answer sends it anew. */
  private knock(): void {
    const [oldest] = this.pending();
    if (!oldest || Date.now() - oldest.since < PATIENCE) return;
    setStatus({ away: true });
    // Not every time: who was away long would be asked for a hundred pictures at once.
    if (Date.now() - this.asked >= SELDOM) this.hello();
  }

  /** Where drawing it goes wrong, the user reads what is safe: a map that stays empty or old without a word would frighten. */
  private receive(message: Incoming): void {
    try {
      this.heed(message);
    } catch (error) {
      this.notice.set({ message: { key: "ui.not_drawn" }, level: "error" });
      throw error;
    }
  }

  private heed(message: Incoming): void {
    switch (message.kind) {
      case "picture":
        return this.picture(message);
      case "change":
        return this.change(message);
      case "refused":
        return this.refuse(message);
      case "notice":
        return this.notice.set(message);
      case "closed":
        page.drafts.away(true);
        setStatus({ ownApart: false });
        return this.handlers.closed?.();
      case "case":
        this.notice.set(null);
        return this.hello();
      case "empty":
        return this.cleared(message);
    }
  }

  /** Puts a practice case on the empty desk; every view then shows it. */
  async takeUp(): Promise<void> {
    this.failed(await this.ask("take_up"));
  }

  /** The case was put away, moved or forgotten: nothing of it stays on the screen. */
  private cleared(empty: Empty): void {
    this.code = "";
    page.drafts.away(this.own);
    setStatus({ code: "", practice: true, saved: "", pending: 0, away: false, apart: false });
    this.state(NOTHING);
    this.handlers.picture(NOTHING);
    this.asked = 0;
    this.empty.set(empty);
  }

  private picture(picture: Picture): void {
    this.empty.set(null);
    this.code = picture.info?.code ?? picture.network ?? "";
    if (picture.info) page.drafts.read(this.own, this.code);
    if (picture.info) this.named(picture);
    this.state(picture);
    const waiting = this.pending();
    this.untold = this.untold.filter(({ oid }) => waiting.some((one) => one.oid === oid));
    setStatus({ away: false, pending: waitingNow() });
    this.handlers.picture(picture);
    this.asked = 0;
    if (!this.again) return;
    this.again = false;
    for (const pending of this.pending()) this.send(pending.message);
  }

  /** The bar names the case, also where this view shows the own file beside it. */
  private named({ info, beside, own_open }: Picture): void {
    if (!this.own) return setStatus({ code: this.code, practice: info.practice === true, own: own_open === true });
    setStatus({ own: true, ...(beside as { code: string; practice: boolean } | null) });
  }

  private change(change: Change): void {
    if (change.rev <= this.revision + 1) this.tell(change.oids);
    this.done(change.oids);
    if (change.rev <= this.revision) return;
    if (change.rev > this.revision + 1) return this.correct();
    this.state(change);
    if (change.forgotten) void page.drafts.lookAgain();
    this.handlers.change(change);
  }

  private tell(oids: string[]): void {
    this.untold = this.untold.filter(({ oid }) => !oids.includes(oid));
  }

  private state(state: Picture | Change): void {
    this.revision = state.rev;
    this.undo.set(state.undo ?? null);
    this.redo.set(state.redo ?? null);
    this.writable.set(state.writable ?? true);
    this.trouble.set(state.trouble ?? null);
    // A network without a case (canvas) has no file, and says nothing in the top bar.
    if (state.at === undefined) return;
    setStatus({ [this.own ? "ownApart" : "apart"]: state.trouble?.apart === true });
    if (!this.own) setStatus({ saved: state.at, writable: state.writable });
    else if (state.at > page.status.get().saved) setStatus({ saved: state.at });
  }

  private refuse(message: Refused): void {
    const taken = this.pending().find((pending) => pending.oid === message.oid)?.message;
    this.tell([message.oid]);
    this.settled([message.oid]);
    page.drafts.refused(message.oid);
    if (message.other && taken && taken.kind !== "edit") {
      const kind = taken.kind;
      return this.notice.set({ message: message.message, level: "warning", confirm: () => this.take(kind, true) });
    }
    this.notice.set({ message: message.message, level: "warning" });
    this.handlers.refused?.(message.message);
    this.correct();
  }
}
