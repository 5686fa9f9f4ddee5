/** The question cards beside a map: the map brings the conversation with the kernel, and at whom one points. */

import { t } from "../shared/words";
import { Fold, type Ground } from "../ui/elements";
import { Problems } from "../ui/problems";
import { useDeck, useOffers } from "./deck";
import { CardPane } from "./pane";
import { SoFar } from "./trail";

export interface CardsBesideProps extends Ground {
  /** The family that the step begins with, or "". */
  family: string;
}

export function CardsBeside({ connection, mirror, family }: CardsBesideProps) {
  const ground = { connection, mirror };
  const deck = useDeck(ground);
  const offers = useOffers(ground);
  if (!deck) return <p class="nw-soft">{t("cards.waiting")}</p>;
  return (
    <div class="nw-cards-beside">
      <Problems problems={deck.problems} />
      <CardPane {...{ ...ground, deck, offers, family }} short />
      <section class="nw-card nw-cards-sofar">
        <Fold title={t("cards.trail")}>
          <SoFar {...{ ...ground, deck, family }} />
        </Fold>
      </section>
    </div>
  );
}
