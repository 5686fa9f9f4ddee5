/** The six words that a note can carry, one a key. A team may use words of its own (kept for this screen). */
import { page, setPrefs } from "../page";
import { t } from "../words";

export const TAGS = ["question", "chance", "compliment", "pattern", "feeling", "care"] as const;
export const LONGEST = 18;

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
  setPrefs({ tags: words.map((word) => word.trim().slice(0, LONGEST)) });
}

/** Which of the six colours a note has: that of its key, or of nothing. */
export function colourOf(tag: string): number {
  const ours = (TAGS as readonly string[]).indexOf(tag);
  return ours >= 0 ? ours : page.prefs.get().tags.indexOf(tag);
}

/** Dark enough beside white for 3:1, and told apart by place and word as well. */
export const COLOURS = ["#0f609b", "#18794e", "#6b3fa0", "#8d5a00", "#b4235a", "#b44d12"];
