/** Above the map: the lenses to look through, in one row. */
import type { Look } from "../contract";
import { useStore } from "../shared/hooks";
import { t } from "../shared/words";
import { Button } from "../ui/elements";
import type { MapController } from "./controller";

const LENSES: readonly Look[] = ["now", "then", "soon", "without_us", "you_give", "drawn_said"];

export function Lenses({ map }: { map: MapController }) {
  const look = useStore(map.look);
  return (
    <div class="nw-map-lenses" role="group" aria-label={t("map.lenses")}>
      {LENSES.map((lens) => (
        <Button
          key={lens}
          class="nw-map-lens"
          pressed={look?.lens === lens}
          onClick={() => void map.lookThrough(look?.lens === lens ? "" : lens)}
        >
          {t(`lenses.look.${lens}`)}
        </Button>
      ))}
    </div>
  );
}
