/** What the questions are to fit: folded away, since a conversation needs no settings. */
import { useState } from "preact/hooks";
import { RELATIONS, STAGES, TEMPOS } from "../contract";
import type { Connection } from "../kernel/connection";
import { useStore } from "../shared/hooks";
import type { Store } from "../shared/store";
import { t } from "../shared/words";
import { Button, Fold } from "../ui/elements";
import { type Option, SelectField } from "../ui/fields";
import { type Deck, familyName } from "./deck";
import { Paper } from "./paper";
import type { Chosen, Play } from "./play";

/** The choices for which this deck has a card: one for the client has none about the worker. */
function stagesOf(deck: Deck): readonly string[] {
  const there = new Set([...deck.cards.values()].map(({ stage }) => stage));
  return STAGES.filter((stage) => stage !== "any" && there.has(stage));
}

interface ChoosingProps {
  connection: Connection;
  deck: Deck;
  play: Store<Play>;
  number: number;
}

export function Choosing({ connection, deck, play, number }: ChoosingProps) {
  const [paper, setPaper] = useState(false);
  const { chosen } = useStore(play);
  const choose = (change: Partial<Chosen>) => play.set({ ...play.get(), chosen: { ...play.get().chosen, ...change } });
  const every: Option = ["", t("cards.every")];
  const families = deck.families.map(({ id }): Option => [id, familyName(deck, id)]);
  return (
    <Fold title={t("cards.choose")}>
      <div class="nw-cards-choices">
        <SelectField
          label={t("cards.choose.family")}
          value={chosen.family}
          stamp={chosen}
          options={[every, ...families]}
          onChange={(family) => choose({ family })}
        />
        {Object.entries({ stage: stagesOf(deck), relation: RELATIONS, tempo: TEMPOS }).map(([name, values]) => (
          <SelectField
            key={name}
            label={t(`cards.choose.${name}`)}
            value={chosen[name as keyof Chosen]}
            stamp={chosen}
            options={[every, ...values.map((value): Option => [value, t(`deck.${name}.${value}`)])]}
            onChange={(value) => choose({ [name]: value })}
          />
        ))}
      </div>
      <p class="nw-soft" role="status">
        {t("cards.fitting", { number })}
      </p>
      {deck.paper && <Button onClick={() => setPaper(true)}>{t("cards.paper")}</Button>}
      {paper && <Paper {...{ connection, deck }} family={chosen.family} onClose={() => setPaper(false)} />}
    </Fold>
  );
}
