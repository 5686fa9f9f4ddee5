/** What the network calls for: one quiet line with the reason, which can be declined for good. */
import { useState } from "preact/hooks";
import { together } from "../case/mirror";
import type { Called } from "../contract";
import { useStore } from "../shared/hooks";
import type { Store } from "../shared/store";
import { say, t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { decline } from "./answers";
import type { Deck } from "./deck";
import { type Play, show } from "./play";

interface OfferProps extends Ground {
  deck: Deck;
  offers: Called[];
  play: Store<Play>;
  writable: boolean;
}

export function OfferLine({ connection, mirror, deck, offers, play, writable }: OfferProps) {
  const { offer: taken, card: here } = useStore(play);
  const [place, setPlace] = useState(0);
  const offer = offers[place] ?? offers[0];
  if (!offer) return null;
  const cards = offer.cards.filter((id) => deck.cards.has(id));
  const next = cards[(cards.indexOf(here) + 1) % Math.max(1, cards.length)];
  // The reason is what the professional noticed; with the client there the card speaks for itself.
  const quiet = together();
  if (quiet && !next) return null;
  const only = taken === offer.id && cards.length < 2;
  return (
    <div class="nw-cards-offer" role="note">
      <p aria-live="polite">{quiet ? t("cards.offer.together") : say(offer.reason, mirror.name)}</p>
      <div class="nw-buttons">
        {next && !only && <Button onClick={() => show(play, next, offer.id)}>{t("cards.offer.show")}</Button>}
        {offers.length > 1 && (
          <Button onClick={() => setPlace((offers.indexOf(offer) + 1) % offers.length)}>
            {t("cards.offer.other", { number: offers.length - 1 })}
          </Button>
        )}
        {writable && !quiet && (
          <Button label={t("cards.offer.decline.long")} onClick={() => decline({ connection, mirror }, offer.id)}>
            {t("cards.offer.decline")}
          </Button>
        )}
      </div>
    </div>
  );
}
