/** What did not fit when the board was read; the parts that did are there all the same. */
import { useState } from "preact/hooks";
import { Button } from "../base/ui";
import { type Sentence, say, t } from "../words";

export function Problems({ problems }: { problems: Sentence[] }) {
  const [closed, setClosed] = useState(false);
  if (closed || !problems.length) return null;
  return (
    <div class="nw-notice nw-warning" role="status">
      <span class="nw-notice-sign" aria-hidden="true">
        !
      </span>
      <ul class="nw-board-problems">
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)}>{say(problem)}</li>
        ))}
      </ul>
      <Button class="nw-icon" label={t("ui.close")} onClick={() => setClosed(true)}>
        <span aria-hidden="true">✕</span>
      </Button>
    </div>
  );
}
