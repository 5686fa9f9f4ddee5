/** The question cards beside a map: the map brings the conversation with the kernel, and at whom one points. */

import { Problems } from "../base/problems";
import { Fold, type Ground } from "../base/ui";
import type { Store } from "../store";
import { t } from "../words";
import type { Pointed } from "./answer";
import { useDeck, useOffers } from "./deck";
import { CardPane } from "./pane";
import { SoFar } from "./trail";

export interface CardsBesideProps extends Ground {
  /** The family that the step begins with, or "". */
  family: string;
  pointed: Store<Pointed>;
}

export function CardsBeside({ session, mirror, family, pointed }: CardsBesideProps) {
  const ground = { session, mirror };
  const deck = useDeck(ground);
  const offers = useOffers(ground);
  if (!deck) return <p class="nw-soft">{t("cards.waiting")}</p>;
  return (
    <div class="nw-cards-beside">
      <Problems problems={deck.problems} />
      <CardPane {...{ ...ground, deck, offers, family, pointed }} />
      <section class="nw-card nw-cards-sofar">
        <Fold title={t("cards.trail")}>
          <SoFar {...{ ...ground, deck, family }} />
        </Fold>
      </section>
    </div>
  );
}
