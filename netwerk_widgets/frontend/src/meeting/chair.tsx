/** An empty chair: for a moment somebody speaks as one who is not here, if they like. What is said names whose chair it was. */
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";
import { SelectField } from "../ui/fields";

export const CHAIR = "chair";

/** Who may have the chair: whoever is on the map, and never somebody who must not be approached. */
function sitters(mirror: Ground["mirror"]): [string, string][] {
  const people = mirror.people().filter(({ unsafe, pet }) => !unsafe && !pet);
  return people.map(({ id }) => [id, mirror.name(id)]);
}

interface ChairProps extends Pick<Ground, "mirror"> {
  who: string;
  onWho: (who: string) => void;
}

export function Chair({ mirror, who, onWho }: ChairProps) {
  useStore(mirror.version);
  usePrefs();
  return (
    <>
      <p class="nw-soft">{t("guide.chair.explain")}</p>
      <SelectField
        label={t("guide.chair.who")}
        value={who}
        options={[["", t("guide.chair.nobody")], ...sitters(mirror)]}
        onChange={onWho}
      />
    </>
  );
}
