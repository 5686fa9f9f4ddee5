/** The fixed words of a case as choices in a field, in the order in which they are offered there. */

import * as contract from "../contract";
import { page } from "../shared/page";
import { t } from "../shared/words";
import type { Option } from "../ui/fields";

export const CIRCLES = contract.CIRCLES.map(String);
/** As they stand around the map, the household first: it ends at the top, where the circle begins. */
export const DOMAINS = [...contract.DOMAINS.slice(-1), ...contract.DOMAINS.slice(0, -1)];
/** What somebody can be who is no professional. */
export const BELONGS = ["", ...DOMAINS.filter((domain) => domain !== "professionals")];
/** What was not said, and then what is most. */
export const CLOSENESS = ["", ...contract.CLOSENESS.map(String).reverse()];
export const FREQUENCIES = [...contract.FREQUENCIES.slice(0, 1), ...contract.FREQUENCIES.slice(1).reverse()];

const [LEAST, MOST] = contract.RANGES.tie.weight;
export const WEIGHTS = Array.from({ length: MOST - LEAST + 1 }, (_, step) => String(LEAST + step));

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
