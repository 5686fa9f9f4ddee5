/** The list as a view by itself. */
import { render } from "preact";
import { useStore } from "../base/hooks";
import { Mirror } from "../base/mirror";
import { NoticeBar, SpokenChanges } from "../base/notice";
import type { Root } from "../base/root";
import { Session } from "../base/session";
import type { Ground } from "../base/ui";
import { t } from "../words";
import { NetworkListPane } from "./pane";

export function listView(root: Root): void {
  const mirror = new Mirror();
  const session = new Session(
    root.model,
    { picture: (picture) => mirror.picture(picture), change: (change) => mirror.change(change) },
    root.signal,
  );
  render(<ListView session={session} mirror={mirror} />, root.element);
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
