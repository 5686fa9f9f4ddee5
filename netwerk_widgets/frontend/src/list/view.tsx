/** The list as a view by itself. */
import { render } from "preact";
import { Mirror } from "../case/mirror";
import { Connection } from "../kernel/connection";
import { useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";
import { NoticeBar, SpokenChanges } from "../ui/notice";
import type { Root } from "../ui/root";
import { NetworkListPane } from "./pane";

export function listView(root: Root): void {
  const mirror = new Mirror();
  const connection = new Connection(
    root.model,
    { picture: (picture) => mirror.picture(picture), change: (change) => mirror.change(change) },
    root.signal,
  );
  render(<ListView connection={connection} mirror={mirror} />, root.element);
  root.signal.addEventListener("abort", () => render(null, root.element));
}

function ListView(ground: Ground) {
  const drawn = useStore(ground.mirror.version) > 0;
  return (
    <div class="nw-list-view">
      <NoticeBar {...ground} />
      <SpokenChanges {...ground} />
      {drawn ? <NetworkListPane {...ground} /> : <p class="nw-soft">{t("list.waiting")}</p>}
    </div>
  );
}
