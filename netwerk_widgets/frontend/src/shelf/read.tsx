/** Another program's file becomes a case: where people belong, names or roles, and what cannot come along. */
import { useState } from "preact/hooks";
import type { Reading } from "../keep/bring";
import { useMaking } from "../keep/making";
import { isReady, NewPhraseFields, NO_PHRASE } from "../keep/phrase";
import { RecoveryDialog } from "../keep/recovery";
import type { ShelfModel } from "../keep/shelf";
import { usePrefs } from "../shared/hooks";
import { type Sentence, say, t } from "../shared/words";
import { Dialog, GoButtons } from "../ui/dialog";
import { Fold } from "../ui/elements";
import { CheckField, SelectField } from "../ui/fields";
import { Fault } from "../ui/plain";

export interface ReadProps {
  shelf: ShelfModel;
  reading: Reading;
  onClose: () => void;
}

export function ReadDialog({ shelf, reading, onClose }: ReadProps) {
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [names, setNames] = useState(false);
  const [practice, setPractice] = useState(false);
  const [value, setValue] = useState(NO_PHRASE);
  const { fault, busy, made, make } = useMaking(shelf);
  const begin = async () => {
    setValue(NO_PHRASE);
    const choice = { answers, names: names ? "names" : "roles", practice };
    const code = await make("begin_from", { ...choice, ...(practice ? {} : { phrase: value.phrase }) });
    if (!code) return;
    shelf.tell({ key: "shelf.opened", params: { code } });
    onClose();
  };
  if (made) return <RecoveryDialog shelf={shelf} {...made} onClose={onClose} />;
  const buttons = (
    <GoButtons
      onClose={onClose}
      yes={t("shelf.read.do")}
      disabled={busy || !(practice || isReady(value))}
      onYes={() => void begin()}
    />
  );
  return (
    <Dialog wide title={t("shelf.read")} onClose={onClose} buttons={buttons}>
      <Told reading={reading} />
      <Questions reading={reading} answers={answers} onAnswer={(id, to) => setAnswers({ ...answers, [id]: to })} />
      <CheckField label={t("shelf.read.names")} checked={names} stamp={names} onChange={setNames} />
      <CheckField label={t("shelf.read.practice")} checked={practice} stamp={practice} onChange={setPractice} />
      {!practice && <NewPhraseFields shelf={shelf} value={value} onInput={setValue} />}
      <Fault text={fault} />
    </Dialog>
  );
}

/** What people are called in the file, or neutral labels while names are hidden. */
function useNames({ people }: Reading): (id: string) => string {
  const { hideNames } = usePrefs();
  const order = Object.keys(people);
  return (id) => (hideNames ? t("model.neutral", { number: order.indexOf(id) + 1 }) : (people[id] ?? "?"));
}

function Told({ reading }: { reading: Reading }) {
  const name = useNames(reading);
  const list = (sentences: Sentence[]) => (
    <ul class="nw-told">
      {sentences.map((sentence) => {
        const text = say(sentence, name);
        return <li key={text}>{text}</li>;
      })}
    </ul>
  );
  return (
    <>
      {reading.warnings.length > 0 && <div class="nw-privacy">{list(reading.warnings)}</div>}
      {reading.lost.length > 0 && (
        <Fold title={t("shelf.read.lost", { number: reading.lost.length })} open={reading.lost.length < 6}>
          {list(reading.lost)}
        </Fold>
      )}
    </>
  );
}

interface QuestionsProps {
  reading: Reading;
  answers: Record<string, string>;
  onAnswer: (id: string, domain: string) => void;
}

function Questions({ reading, answers, onAnswer }: QuestionsProps) {
  const name = useNames(reading);
  if (reading.questions.length === 0) return null;
  return (
    <fieldset class="nw-questions">
      <legend>{t("shelf.read.questions")}</legend>
      {reading.questions.map(({ id, options, suggested }) => (
        <SelectField
          key={id}
          label={name(id)}
          value={answers[id] ?? suggested}
          stamp={answers[id]}
          options={options.map((domain) => [domain, t(`model.domain.${domain}`)] as const)}
          onChange={(domain) => onAnswer(id, domain)}
        />
      ))}
    </fieldset>
  );
}
