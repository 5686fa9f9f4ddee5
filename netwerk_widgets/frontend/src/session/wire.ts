/** What the kernel tells of a meeting (Python: views/session.py). */
import { page } from "../page";
import type { Sentence } from "../words";

export type Said = Record<string, string>;

export interface Phase {
  id: string;
  minutes: number;
  speaks: string[];
  silent: string[];
  moves: string[];
  turns: boolean;
  each: number;
  writing: boolean;
  board: string;
  part: string;
  cards: string[];
  again: boolean;
  title: Said;
  say: Said;
  help: Said;
  yields: Said;
}

export interface Member {
  initials: string;
  role: string;
  here: boolean;
}

export interface Sitting {
  id: string;
  state: "checkin" | "going" | "closing" | "ended";
  method: string;
  names: Said;
  free: boolean;
  phases: Phase[];
  members: Member[];
  index: number;
  clocks: { total: number; spent: number }[];
  turn: string;
  opened: string[];
  silent: boolean;
  sound: boolean;
  cases: string[];
  began: string;
  ended: string;
}

export interface Told {
  session: Sitting | null;
  last: { method: string; members: [string, string][]; ended: string };
  running: boolean;
  left: number;
  ahead: number;
  spent: number[];
  moves: string[];
  listening: string[];
  speakers: string[];
  /** Families of cards that fit the phase. */
  fits?: { id: string; name: Said }[];
  questions_left: number;
  aside: number;
}

export interface Method {
  id: string;
  name: Said;
  purpose: Said;
  level: string;
  group: [number, number];
  minutes: number;
  general: boolean;
  minutes_general: boolean;
  own: boolean;
  phases: Phase[];
}

export interface Fit {
  method: string;
  suits: Sentence[];
  mind: Sentence[];
}

export const MOVES = ["ask", "complete", "analyse", "advise"] as const;
export const ROLES = ["bringer", "facilitator", "participant", "recorder", "observer"] as const;

/** A text in the page's language; in another where it has none in that. */
export function spoken(texts: Said | undefined): string {
  return texts?.[page.prefs.get().lang] ?? Object.values(texts ?? {})[0] ?? "";
}

/** The phase that is on, if one is. */
export function phaseOf(told: Told | null): Phase | null {
  const sitting = told?.session;
  return sitting?.state === "going" ? (sitting.phases[sitting.index] ?? null) : null;
}
