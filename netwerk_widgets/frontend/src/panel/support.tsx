/** The five kinds of support as five buttons; each step says which way it goes. */

import { type Direction, SUPPORT_KINDS, type SupportKind, type Tie } from "../contract";
import { usePrefs } from "../shared/hooks";
import { t } from "../shared/words";
import { useSent } from "../ui/fields";

/** The order in which a button steps, and the sign of each direction. */
const STEPS: readonly Direction[] = ["not_asked", "received", "given", "both", "none"];
/** Where a step is about giving, the first tap gives. */
const GIVING: readonly Direction[] = ["not_asked", "given", "received", "both", "none"];
const SIGNS: Record<Direction, string> = { not_asked: "?", received: "←", given: "→", both: "↔", none: "·" };
const SWAPPED: Partial<Record<Direction, Direction>> = { given: "received", received: "given" };

export type Support = Tie["support"];

/** The same support, read from the other end of the tie. */
export function turned(support: Support | undefined): Support {
  return Object.fromEntries(Object.entries(support ?? {}).map(([kind, way]) => [kind, SWAPPED[way] ?? way]));
}

export interface SupportProps {
  /** Directions as seen from `giver`. */
  support: Support;
  stamp: unknown;
  onChange: (kind: SupportKind, direction: Direction) => void;
  /** Between whom it goes, as they are called on this screen. */
  giver: string;
  other: string;
  disabled: boolean;
  giving?: boolean;
}

export function SupportChips(props: SupportProps) {
  usePrefs();
  return (
    <fieldset class="nw-support">
      <legend class="nw-label">{t("panel.support.title", { giver: props.giver, other: props.other })}</legend>
      <div class="nw-chips">
        {SUPPORT_KINDS.map((kind) => (
          <Chip key={kind} {...props} kind={kind} />
        ))}
      </div>
      <p class="nw-soft nw-small">{t("panel.support.signs", { giver: props.giver })}</p>
    </fieldset>
  );
}

function Chip({
  support,
  stamp,
  onChange,
  giver,
  other,
  disabled,
  giving,
  kind,
}: SupportProps & { kind: SupportKind }) {
  const [shown, send] = useSent<Direction>(support[kind] ?? "not_asked", stamp);
  const steps = giving ? GIVING : STEPS;
  const next = steps[(steps.indexOf(shown) + 1) % steps.length] as Direction;
  const sentence = t(`panel.support.${shown}`, { kind: t(`model.support.${kind}`), giver, other });
  return (
    <button
      type="button"
      class={`nw-chip nw-${shown.replace("_", "-")}`}
      disabled={disabled}
      title={sentence}
      aria-label={`${sentence} ${t("panel.support.step", { next: t(`model.direction.${next}`) })}`}
      onClick={() => {
        send(next);
        onChange(kind, next);
      }}
    >
      <span class="nw-chip-kind">{t(`model.support.${kind}`)}</span>
      <span class="nw-chip-way" aria-hidden="true">
        {SIGNS[shown]} <span>{t(`model.direction.${shown}`)}</span>
      </span>
    </button>
  );
}
