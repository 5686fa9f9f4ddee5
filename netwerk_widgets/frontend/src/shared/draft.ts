/** One draft: what stands in one field and is not in history yet; as this page knows it, and as the server reads it. */
import type { KeptDraft, KeptDrafts } from "../contract";

/** Where words stand: of which file, and in which field. */
export interface Where {
  own: boolean;
  code: string;
  /** The kind of field, then the ids of what it belongs to, with a colon between. */
  place: string;
  /** What else is to be known of it, where the field has to be made again after a reload. */
  more?: string | undefined;
}

/** As it is kept (`at` is "" before that), and how it stands in this page. */
export interface Draft extends Where, KeptDraft {
  /** Grows with every key: the newest as typed, as on its way, and as it is on disk. */
  tick: number;
  asked: number;
  kept: number;
  /** Something of it may be on disk. */
  tried: boolean;
  /** Somebody is in the field. */
  live: boolean;
  /** The edit with its words was sent, or they go another way; the draft goes once that is on disk. */
  leaving: "" | "edit" | "way";
  /** Taken back: it has to leave the disk, too. */
  gone: boolean;
  /** The draft from which this sitting went on. */
  after: string;
  /** The server refused it: another case is on the desk. It stays here until that one is back. */
  refused: boolean;
}

/** What the bar may say: nothing waits, something is in this page only, all is on disk, or nobody takes it. */
export type Waiting = "" | "new" | "kept" | "refused";

export interface Answer extends Partial<KeptDrafts> {
  status: number;
}

/** Asks the server: with a body to keep what is in it, without one to read. */
export type Send = (query: string, body?: string) => Promise<Answer>;

/** As a draft is that nothing happened to yet. */
export const FRESH = {
  at: "",
  tick: 0,
  asked: 0,
  kept: 0,
  tried: false,
  live: false,
  leaving: "" as const,
  gone: false,
  shared: false,
  after: "",
  refused: false,
};

export function file(own: boolean, code: string): string {
  return `${own ? "own" : "case"}:${code}`;
}

/** As the server reads it (lab/drafts.py). */
export function spelled({ id, tick, place, text, base, shared, after, gone }: Draft): object {
  return gone ? { id, tick, text: null } : { id, tick, place, text, base, shared, after };
}

/** A sitting that begins now. */
export function newDraft({ own, code, place, more }: Where, base: string): Draft {
  const id = `d${crypto.getRandomValues(new Uint32Array(4)).join("")}`.slice(0, 32);
  return { ...FRESH, own, code, place: more ? `${place}:${more}` : place, id, text: base, base, live: true };
}

/** Nobody is in its field, and nothing is on its way. */
export function isResting({ live, leaving, gone }: Draft): boolean {
  return !live && !leaving && !gone;
}

/** The server has to hear of it, and may. */
export function isUnsent({ tick, kept, asked, refused }: Draft): boolean {
  return tick > Math.max(kept, asked) && !refused;
}

/** The words that are in this page only; those that went as an edit wait as that edit, and count once. */
export function onlyHere(all: readonly Draft[]): Draft[] {
  return all.filter(({ gone, leaving, tick, kept }) => !gone && leaving !== "edit" && tick > kept);
}

/** What the bar may say of all that waits: also what is not on this page (`hidden`), or is kept by nobody (`loose`). */
export function weighed(all: readonly Draft[], elsewhere: { hidden: boolean; loose: boolean }): Waiting {
  const waiting = all.filter(({ gone }) => !gone);
  const fresh = onlyHere(all);
  if (fresh.some(({ refused }) => refused)) return "refused";
  if (fresh.length || elsewhere.loose) return "new";
  return elsewhere.hidden || waiting.some(({ tick, live }) => tick || !live) ? "kept" : "";
}

/** What goes in one request: each file's own. */
export function perFile(drafts: readonly Draft[]): Draft[][] {
  const files = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const name = file(draft.own, draft.code);
    files.set(name, [...(files.get(name) ?? []), draft]);
  }
  return [...files.values()];
}
