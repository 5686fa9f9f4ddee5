/** The six words that a note can carry, one a key. A team may use words of its own (kept for this screen). */
import { TAGS } from "../case/marks";
import { LONGEST_TAG } from "../contract";
import { page, setPrefs } from "../shared/page";
import { cut } from "../shared/signs";
import { t } from "../shared/words";

/** The word of a tag: the team's own where it has one. Notes made with an own word carry that word itself. */
export function tagWord(tag: string): string {
  return (TAGS as readonly string[]).includes(tag) ? t(`notes.tag.${tag}`) : tag;
}

/** What the six keys put on a note now: a tag of ours, or a word of the team's. */
export function keys(): string[] {
  const own = page.prefs.get().tags;
  return TAGS.map((tag, index) => own[index]?.trim() || tag);
}

export function keepOwn(words: string[]): void {
  setPrefs({ tags: words.map((word) => cut(word.trim(), LONGEST_TAG)) });
}
