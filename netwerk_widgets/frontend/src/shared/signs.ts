/** Text by what one sees as a sign: an emoji of a whole family is one, and a letter with its marks. */

const segments = new Intl.Segmenter("nl", { granularity: "grapheme" });
/** Here every character is a sign of its own, which is seen faster than it is taken apart. */
const PLAIN = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2026]*$/;

export function signs(text: string): string[] {
  return PLAIN.test(text) ? text.split("") : [...segments.segment(text)].map(({ segment }) => segment);
}

/** The beginning of a text, at most so many characters, and never a part of a sign. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = "";
  for (const sign of signs(text)) {
    if (kept.length + sign.length > limit) break;
    kept += sign;
  }
  return kept;
}
