/** The question cards as a view by themselves: the card on the left, what was said so far on the right. */
import { render } from "preact";
import { usePrefs, useStore } from "../base/hooks";
import { Mirror } from "../base/mirror";
import { NoticeBar, SpokenChanges } from "../base/notice";
import { Problems } from "../base/problems";
import type { Root } from "../base/root";
import { Session } from "../base/session";
import type { Ground } from "../base/ui";
import { undoKey } from "../base/undokey";
import { t } from "../words";
import { useDeck, useOffers } from "./deck";
import { CardPane } from "./pane";
import { Trail } from "./trail";

export function cardsView(root: Root): void {
  const mirror = new Mirror();
  const session = new Session(
    root.model,
    { picture: (picture) => mirror.picture(picture), change: (change) => mirror.change(change) },
    root.signal,
  );
  const family = (root.model.get("family") as string | undefined) ?? "";
  render(<CardsView session={session} mirror={mirror} family={family} />, root.element);
  root.signal.addEventListener("abort", () => render(null, root.element));
}

function CardsView({ session, mirror, family }: Ground & { family: string }) {
  const { together } = usePrefs();
  useStore(mirror.version);
  const ground = { session, mirror };
  const deck = useDeck(ground);
  const none = deck !== null && together && deck.cards.size === 0;
  const offers = useOffers(ground);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of what is inside
    <div class="nw-cards-view" onKeyDown={(event) => undoKey(event, session)}>
      <NoticeBar {...ground} />
      <SpokenChanges {...ground} />
      {deck && <Problems problems={deck.problems} />}
      {!deck && <p class="nw-soft">{t("cards.waiting")}</p>}
      {none && <p class="nw-card">{t("ui.together.away")}</p>}
      {deck && !none && (
        <div class="nw-cards">
          <CardPane {...{ ...ground, deck, offers, family }} />
          <Trail {...{ ...ground, deck, family }} />
        </div>
      )}
    </div>
  );
}
