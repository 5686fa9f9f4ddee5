/**
 * Which card lies on top and which ones came before it: in the page's memory only, per case, so that a view that is
 * drawn anew goes on where it was. What was answered, and what was kept for later, is in the case.
 */
import { createStore, type Store } from "../shared/store";

/** What was chosen about the conversation; "" leaves it open. */
export interface Chosen {
  family: string;
  stage: string;
  relation: string;
  tempo: string;
}

export interface Play {
  chosen: Chosen;
  card: string;
  /** The offer by which the card came, or "". */
  offer: string;
  past: string[];
  seen: string[];
  /** The rung of the ladder that the stage was taken from, or "". */
  rung: string;
}

const plays = new Map<string, Store<Play>>();

/** The game of a case, in a step that begins with this family. */
export function playOf(code: string, family: string): Store<Play> {
  const chosen = { family, stage: "", relation: "", tempo: "" };
  const key = `${code} ${family}`;
  let found = plays.get(key);
  if (!found) {
    found = createStore<Play>({ chosen, card: "", offer: "", past: [], seen: [], rung: "" });
    plays.set(key, found);
  }
  return found;
}

/** Begins with the stage that was chosen on the ladder; another rung there is another beginning here. */
export function beginAt(play: Store<Play>, rung: string): void {
  const now = play.get();
  if (rung !== now.rung) play.set({ ...now, rung, chosen: { ...now.chosen, stage: rung } });
}

/** Begins with this family and nothing else chosen; the card on top stays where it is one of these (`fits`). */
export function beginWith(play: Store<Play>, family: string, fits: boolean): void {
  const now = play.get();
  const card = fits ? now.card : "";
  const past = now.card && !fits ? [...now.past, now.card].slice(-200) : now.past;
  play.set({ ...now, card, past, chosen: { family, stage: "", relation: "", tempo: "" } });
}

/** Lays this card on top. */
export function show(play: Store<Play>, card: string, offer = ""): void {
  const now = play.get();
  if (!card || card === now.card) return;
  const past = now.card ? [...now.past, now.card].slice(-200) : now.past;
  play.set({ ...now, card, offer, past, seen: [...now.seen.filter((id) => id !== card), card] });
}

/** The card before this one. */
export function back(play: Store<Play>): void {
  const now = play.get();
  const card = now.past.at(-1);
  if (card) play.set({ ...now, card, offer: "", past: now.past.slice(0, -1) });
}

/** The next card in the deck's order, from the first again after the last. */
export function following(fitting: string[], card: string): string {
  return fitting[(fitting.indexOf(card) + 1) % Math.max(1, fitting.length)] ?? "";
}

/** A card at random: one that was not seen, as long as there are any. */
export function drawn(fitting: string[], { card, seen }: Play): string {
  const others = fitting.filter((id) => id !== card);
  const fresh = others.filter((id) => !seen.includes(id));
  const among = fresh.length ? fresh : others;
  return among[Math.floor(Math.random() * among.length)] ?? "";
}
