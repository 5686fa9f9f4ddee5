/** The keys of the list, and whether single letters are keys at all. */
import { CheckField } from "../base/fields";
import { usePrefs } from "../base/hooks";
import { Fold } from "../base/ui";
import { setPrefs } from "../page";
import { t } from "../words";

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
