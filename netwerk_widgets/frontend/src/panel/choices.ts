/** The fixed words of a case as choices in a field (Python: model/words.py). */
import type { Option } from "../base/fields";
import { page } from "../page";
import { t } from "../words";

export const CIRCLES = ["1", "2", "3", "4"] as const;
/** As they stand around the map, the household first. */
export const DOMAINS = [
  "household",
  "family",
  "friends",
  "neighbours",
  "clubs",
  "work_school",
  "professionals",
] as const;
export const MOMENTS = ["once", "five_years", "now", "soon"] as const;
export const CLOSENESS = ["", "3", "2", "1"] as const;
export const FREQUENCIES = ["", "daily", "weekly", "monthly", "yearly", "never"] as const;
export const AGE_BANDS = ["", "0-3", "4-11", "12-17", "18-24", "25-39", "40-59", "60-74", "75+"] as const;
export const QUALITIES = ["strong", "ordinary", "weak", "strained", "broken"] as const;
export const WEIGHTS = ["1", "2", "3", "4", "5"] as const;
export const SUPPORTS = ["practical", "company", "advice", "emotional", "appreciation"] as const;

const made = new Map<string, readonly Option[]>();

/** Choices with their words from `model.<word>.<value>`; the same array every time, so that it is drawn once. */
export function choices(word: string, values: readonly string[]): readonly Option[] {
  const key = `${page.prefs.get().lang} ${word} ${values.length}`;
  let found = made.get(key);
  if (!found) {
    found = values.map((value) => [value, t(`model.${word}.${value}`)] as const);
    made.set(key, found);
  }
  return found;
}

/** The values of a person and a tie that are left out on the way because they stand at their default. */
export const DEFAULTS = { circle: 3, domain: "family", moment: "now", quality: "ordinary", weight: 1 } as const;
