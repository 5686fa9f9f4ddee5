/** The question cards as a view by themselves: the card on the left, what was said so far on the right. */
import { usePrefs, useStore } from "../shared/hooks";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";
import { NoticeBar, SpokenChanges } from "../ui/notice";
import { Problems } from "../ui/problems";
import type { Root } from "../ui/root";
import { undoKey } from "../ui/undokey";
import { draw, groundOf } from "../ui/view";
import { useDeck, useOffers } from "./deck";
import { CardPane } from "./pane";
import { Trail } from "./trail";

export function cardsView(root: Root): void {
  const ground = groundOf(root);
  const family = (root.model.get("family") as string | undefined) ?? "";
  draw(root, <CardsView {...ground} family={family} />);
}

function CardsView({ connection, mirror, family }: Ground & { family: string }) {
  const { together } = usePrefs();
  useStore(mirror.version);
  const ground = { connection, mirror };
  const deck = useDeck(ground);
  const none = deck !== null && together && deck.cards.size === 0;
  const offers = useOffers(ground);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of what is inside
    <div class="nw-view nw-cards-view" onKeyDown={(event) => undoKey(event, connection)}>
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
