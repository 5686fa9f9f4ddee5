/** The list as a view by itself. */
import { useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";
import { NoticeBar, SpokenChanges } from "../ui/notice";
import type { Root } from "../ui/root";
import { draw, groundOf } from "../ui/view";
import { NetworkListPane } from "./pane";

export function listView(root: Root): void {
  draw(root, <ListView {...groundOf(root)} />);
}

function ListView(ground: Ground) {
  const drawn = useStore(ground.mirror.version) > 0;
  return (
    <div class="nw-view nw-list-view">
      <NoticeBar {...ground} />
      <SpokenChanges {...ground} />
      {drawn ? <NetworkListPane {...ground} /> : <p class="nw-soft">{t("list.waiting")}</p>}
    </div>
  );
}
