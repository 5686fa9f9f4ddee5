/** What the questions are to fit: folded away, since a conversation needs no settings. */
import { type Option, SelectField } from "../base/fields";
import { useStore } from "../base/hooks";
import { Fold } from "../base/ui";
import type { Store } from "../store";
import { t } from "../words";
import { type Deck, familyName } from "./deck";
import type { Chosen, Play } from "./play";

const CHOICES = {
  stage: ["accept", "trust_self", "trust_other", "ask", "worker"],
  relation: ["vrijblijvend", "zoekend", "consulterend", "co_expert"],
  tempo: ["calm", "ordinary", "brisk"],
} as const;

export function Choosing({ deck, play, number }: { deck: Deck; play: Store<Play>; number: number }) {
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
        {(["stage", "relation", "tempo"] as const).map((name) => (
          <SelectField
            key={name}
            label={t(`cards.choose.${name}`)}
            value={chosen[name]}
            stamp={chosen}
            options={[every, ...CHOICES[name].map((value): Option => [value, t(`deck.${name}.${value}`)])]}
            onChange={(value) => choose({ [name]: value })}
          />
        ))}
      </div>
      <p class="nw-soft" role="status">
        {t("cards.fitting", { number })}
      </p>
    </Fold>
  );
}
