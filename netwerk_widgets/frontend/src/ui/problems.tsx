/** What did not fit when cards or boards were read; what did is there all the same. */
import { useState } from "preact/hooks";
import { together } from "../case/mirror";
import { type Sentence, say, t } from "../shared/words";
import { Button, Fold } from "./elements";

/** How many are told at once; the rest folds, so that the rest stays in sight. */
const AT_ONCE = 2;

export function Problems({ problems }: { problems: Sentence[] }) {
  const [closed, setClosed] = useState(false);
  if (closed || !problems.length || together()) return null;
  return (
    <div class="nw-notice nw-warning nw-cards-problems" role="status">
      <span class="nw-notice-sign" aria-hidden="true">
        !
      </span>
      <div>
        <Told problems={problems.slice(0, AT_ONCE)} />
        {problems.length > AT_ONCE && (
          <Fold title={t("cards.problems.more", { number: problems.length - AT_ONCE })}>
            <Told problems={problems.slice(AT_ONCE)} />
          </Fold>
        )}
      </div>
      <Button class="nw-icon" label={t("ui.close")} onClick={() => setClosed(true)} sign="✕" />
    </div>
  );
}

function Told({ problems }: { problems: Sentence[] }) {
  return (
    <ul>
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>{say(problem)}</li>
      ))}
    </ul>
  );
}
