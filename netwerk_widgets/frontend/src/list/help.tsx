/** The keys of the list, and whether single letters are keys at all. */

import { usePrefs } from "../shared/hooks";
import { setPrefs } from "../shared/page";
import { t } from "../shared/words";
import { Fold } from "../ui/elements";
import { CheckField } from "../ui/fields";

const KEYS = ["arrows", "tab", "enter", "escape", "delete", "undo"];
const LETTERS = ["p", "find"];

export function KeyHelp() {
  const { singleKeys } = usePrefs();
  return (
    <Fold title={t("list.keys")}>
      <ul class="nw-keys">
        {[...KEYS, ...(singleKeys ? LETTERS : [])].map((key) => (
          <li key={key}>
            <kbd>{t(`list.key.${key}`)}</kbd> {t(`list.key.${key}.does`)}
          </li>
        ))}
      </ul>
      <CheckField
        label={t("list.keys.single")}
        checked={singleKeys}
        stamp={singleKeys}
        onChange={(on) => setPrefs({ singleKeys: on })}
      />
    </Fold>
  );
}
