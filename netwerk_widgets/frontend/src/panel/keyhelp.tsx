/** The keys of the map or of the list, and whether single letters are keys at all. */

import { usePrefs } from "../shared/hooks";
import { setPrefs } from "../shared/page";
import { t } from "../shared/words";
import { Fold } from "../ui/elements";
import { CheckField } from "../ui/fields";

/** What can be done with several people by key; on the map and in the list alike. */
const SEVERAL = ["all", "copy"];
const SEVERAL_LETTERS = ["connect", "circle", "group"];
const KEYS = {
  list: ["arrows", "tab", "enter", "several", "escape", "delete", "undo"],
  map: ["arrows", "move", "several", "around", "escape", "delete", "undo"],
};
const LETTERS = { list: ["p", "find"], map: ["p", "t", "m", "d", "l", "zoom", "find"] };

export function KeyHelp({ room }: { room: keyof typeof KEYS }) {
  const { singleKeys } = usePrefs();
  return (
    <Fold title={t("list.keys")}>
      <ul class="nw-keys">
        {[...named(room, KEYS[room]), ...named("panel", SEVERAL)].map(line)}
        {singleKeys && [...named(room, LETTERS[room]), ...named("panel", SEVERAL_LETTERS)].map(line)}
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

function named(room: string, keys: readonly string[]): string[] {
  return keys.map((key) => `${room}.key.${key}`);
}

function line(key: string) {
  return (
    <li key={key}>
      <kbd>{t(key)}</kbd> {t(`${key}.does`)}
    </li>
  );
}
