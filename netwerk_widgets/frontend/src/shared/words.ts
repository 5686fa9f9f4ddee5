/**
 * The interface's words. Python sends a sentence as a key with parameters; it becomes text here, in the
 * language of the page, and a person in it becomes their role or, with names hidden, a neutral label.
 */
import words from "words:all";
import { LANGUAGES, type Language, TONGUES } from "../contract";
import { page } from "./page";

export type Param = string | number | Sentence | { person: string } | Param[];
export interface Sentence {
  key: string;
  params?: Record<string, Param>;
}
/** Gives the name to show for a person's id. */
export type Namer = (person: string) => string;

/** Words under a key that ends so take the place of its own while the client looks along. */
const WITH_CLIENT = ".with_client";

export function t(key: string, params: Record<string, Param> = {}, name: Namer = () => "?"): string {
  const { lang, together } = page.prefs.get();
  const spoken = words[lang];
  const text = (together ? spoken[key + WITH_CLIENT] : undefined) ?? spoken[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, gap: string) => spell(params[gap] ?? "", name));
}

/** Whether there are words of this key. */
export function known(key: string): boolean {
  return key in words.nl;
}

export function say(sentence: Sentence | null | undefined, name?: Namer): string {
  return sentence ? t(sentence.key, sentence.params, name) : "";
}

/** A text that comes in several languages, in the page's; in another where it has none in that. */
export function spoken<T = string>(texts: Record<string, T> | undefined, otherwise = "" as T): T {
  return texts?.[page.prefs.get().lang] ?? Object.values(texts ?? {})[0] ?? otherwise;
}

function spell(value: Param, name: Namer): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => spell(part, name));
    const last = parts.pop() ?? "";
    return parts.length ? `${parts.join(", ")} ${t("model.list.and")} ${last}` : last;
  }
  return "person" in value ? name(value.person) : t(value.key, value.params, name);
}

const SHORT: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };
/** Made once each: making one takes longer than a hundred notes take to draw. */
const TIME = new Intl.DateTimeFormat(TONGUES.nl.tag, { hour: "2-digit", minute: "2-digit" });
const DAY = Object.fromEntries(
  LANGUAGES.map((one) => [one, new Intl.DateTimeFormat(TONGUES[one].tag, SHORT)]),
) as Record<Language, Intl.DateTimeFormat>;

/** A moment of the day as people write it: 14:02. */
export function clock(iso: string): string {
  return written(TIME, iso);
}

/** A day as people write it: 12 mrt 2025. */
export function day(iso: string): string {
  return written(DAY[page.prefs.get().lang], iso);
}

/** A day with as much of it as is asked for: 12 maart. */
export function dayWith(iso: string, how: Intl.DateTimeFormatOptions): string {
  return written(new Intl.DateTimeFormat(TONGUES[page.prefs.get().lang].tag, how), iso);
}

/** The day of a moment where one is, to be compared: 2025-03-12. */
export function dayOf(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : at.toLocaleDateString("sv-SE");
}

function written(format: Intl.DateTimeFormat, iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : format.format(at);
}
