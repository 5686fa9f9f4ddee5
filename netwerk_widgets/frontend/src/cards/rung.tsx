/**
 * The rung that was chosen on the ladder (data/boards: board "ladder", part "stage") is the stage with which the cards
 * begin, where a step begins with all families; and it is said, with the way to all of them.
 */
import { useEffect } from "preact/hooks";
import { expected } from "../case/expected";
import { useStore } from "../shared/hooks";
import type { Store } from "../shared/store";
import { t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import type { Deck } from "./deck";
import { beginAt, type Play } from "./play";

const LADDER = "ladder.stage";

/** Begins with the stage on the ladder, as long as the deck has cards for it. */
export function useLadder(ground: Ground, deck: Deck, play: Store<Play>, family: string): void {
  const answer = expected(ground, "answer").find(({ card }) => card === LADDER);
  const rung = answer?.mark ?? "";
  const fits = [...deck.cards.values()].some(({ stage }) => stage === rung);
  useEffect(() => {
    if (!family) beginAt(play, fits ? rung : "");
  }, [play, family, fits, rung]);
}

export function RungLine({ play }: { play: Store<Play> }) {
  const now = useStore(play);
  if (!now.rung || now.chosen.stage !== now.rung) return null;
  const every = () => play.set({ ...play.get(), chosen: { ...play.get().chosen, stage: "" } });
  return (
    <div class="nw-cards-offer nw-cards-rung">
      <p>{t("cards.rung", { stage: t(`deck.stage.${now.rung}`) })}</p>
      <div class="nw-buttons">
        <Button onClick={every}>{t("cards.rung.every")}</Button>
      </div>
    </div>
  );
}
