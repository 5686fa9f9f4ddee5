/** While a tie is drawn: from whom it begins. */
import { useSelection } from "../case/selection";
import { useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { MapController } from "./controller";

export function Connecting({ map }: { map: MapController }) {
  const tool = useStore(map.tool);
  const { people } = useSelection(map.connection);
  useStore(map.mirror.version);
  if (tool !== "connect") return null;
  const [from] = people;
  return (
    <p class="nw-map-connecting" role="status">
      {from ? t("map.connect.from", { who: map.name(from) }) : t("map.connect.first")}
    </p>
  );
}
