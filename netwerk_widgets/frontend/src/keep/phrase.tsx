/** Pass phrases: typed, sent once, and cleared; never kept in a title, a trait or the browser. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type PhraseStrength, SHORTEST_PHRASE } from "../contract";
import { useAsked, useName } from "../shared/hooks";
import { say, t } from "../shared/words";
import { coveredClass, UNREMEMBERED } from "../ui/covered";
import { CheckField, Field } from "../ui/fields";
import type { ShelfModel } from "./shelf";

const PAUSE = 250;

export interface PhraseProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  wrong?: boolean;
  /** Shows the letters: a recovery code, which stands on paper, or a phrase that is to be seen. */
  seen?: boolean;
  focus?: boolean;
}

export function PhraseField({ label, value, onInput, wrong, seen = false, focus = false }: PhraseProps) {
  const id = useName();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        ref={field}
        type="text"
        {...UNREMEMBERED}
        class={coveredClass(seen)}
        aria-invalid={wrong}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}

export interface NewPhrase {
  phrase: string;
  again: string;
}

export const NO_PHRASE: NewPhrase = { phrase: "", again: "" };

export function isReady({ phrase, again }: NewPhrase): boolean {
  return phrase.length >= SHORTEST_PHRASE && phrase === again;
}

/** A new pass phrase, twice, with its strength in words. */
export function NewPhraseFields(props: { shelf: ShelfModel; value: NewPhrase; onInput: (value: NewPhrase) => void }) {
  const { shelf, value, onInput } = props;
  const [seen, setSeen] = useState(false);
  const differs = value.again !== "" && !value.phrase.startsWith(value.again);
  return (
    <>
      <p class="nw-soft">{t("shelf.phrase.advice")}</p>
      <div class="nw-pair">
        <PhraseField
          seen={seen}
          label={t("shelf.phrase.new")}
          value={value.phrase}
          onInput={(phrase) => onInput({ ...value, phrase })}
        />
        <PhraseField
          seen={seen}
          label={t("shelf.phrase.again")}
          value={value.again}
          wrong={differs}
          onInput={(again) => onInput({ ...value, again })}
        />
      </div>
      <div class="nw-pair">
        <Strength shelf={shelf} phrase={value.phrase} />
        <CheckField label={t("shelf.phrase.show")} checked={seen} stamp={seen} onChange={setSeen} />
      </div>
      {differs && <p class="nw-fault">{t("shelf.phrase.differs")}</p>}
    </>
  );
}

function Strength({ shelf, phrase }: { shelf: ShelfModel; phrase: string }) {
  const [found, setFound] = useState<PhraseStrength | null>(null);
  useAsked(
    async (wanted) => {
      if (!phrase) return setFound(null);
      const answer = await shelf.ask("strength", { phrase });
      if (wanted() && !answer.error) setFound(answer as unknown as PhraseStrength);
    },
    [phrase, shelf],
    phrase ? PAUSE : 0,
  );
  return (
    <div class="nw-strength" role="status">
      {found && (
        <>
          <span class="nw-strength-bar" aria-hidden="true">
            {[1, 2, 3, 4].map((step) => (
              <span key={step} class={step <= found.score ? "nw-on" : ""} />
            ))}
          </span>
          <span>{t("shelf.phrase.strength", { words: say(found.message) })}</span>
        </>
      )}
    </div>
  );
}

/** "Onthoud op deze computer", where this computer can. */
export function RememberField(props: { shelf: ShelfModel; value: boolean; onChange: (value: boolean) => void }) {
  const { shelf, value, onChange } = props;
  const [possible, setPossible] = useState(true);
  useEffect(() => {
    void shelf.ask("strength", { phrase: "" }).then(({ keyring }) => setPossible(keyring === true));
  }, [shelf]);
  return possible ? (
    <CheckField label={t("shelf.remember")} checked={value} stamp={value} onChange={onChange} />
  ) : (
    <p class="nw-soft">{t("shelf.remember.not")}</p>
  );
}
