/** What the network calls for: one quiet line with the reason, which can be declined for good. */
import { useStore } from "../base/hooks";
import { Button, type Ground } from "../base/ui";
import { newId } from "../base/wire";
import type { Store } from "../store";
import { say, t } from "../words";
import type { Deck, Offered } from "./deck";
import { type Play, show } from "./play";

/** Stands before an offer's id in the answer that declines it (Python: views/cards.py). */
const DECLINED = "declined:";

interface OfferProps extends Ground {
  deck: Deck;
  offers: Offered[];
  play: Store<Play>;
  writable: boolean;
}

export function OfferLine({ session, mirror, deck, offers, play, writable }: OfferProps) {
  const { offer: taken, card: here } = useStore(play);
  const offer = offers[0];
  if (!offer) return null;
  const cards = offer.cards.filter((id) => deck.cards.has(id));
  const next = cards[(cards.indexOf(here) + 1) % Math.max(1, cards.length)];
  const only = taken === offer.id && cards.length < 2;
  const decline = () => {
    const fields = { card: DECLINED + offer.id, at: new Date().toISOString() };
    session.edit({ edit: "add", kind: "answer", id: newId("a"), fields });
  };
  return (
    <div class="nw-cards-offer" role="note">
      <p>{say(offer.reason, mirror.name)}</p>
      <div class="nw-buttons">
        {next && !only && <Button onClick={() => show(play, next, offer.id)}>{t("cards.offer.show")}</Button>}
        {writable && <Button onClick={decline}>{t("cards.offer.decline")}</Button>}
      </div>
    </div>
  );
}
