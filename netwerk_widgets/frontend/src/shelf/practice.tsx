/** The practice cases: a row of them on the shelf, or one tile each where a step is there to choose one. */

import type { Example } from "../contract";
import { faultOf, type ShelfModel } from "../keep/shelf";
import { t } from "../shared/words";
import { Button } from "../ui/elements";

interface PracticeProps {
  shelf: ShelfModel;
  examples: Example[];
}

async function take(shelf: ShelfModel, what: "begin_practice" | "open", content: Record<string, string>) {
  const answer = await shelf.act(what, content);
  if (answer.error) shelf.tell({ key: "shelf.fault", params: { what: faultOf(answer) } }, "warning");
  else shelf.tell({ key: "shelf.opened", params: { code: answer.code ?? "" } });
}

/** On the shelf: begins a practice case, empty or one that came with the program. */
export function Practice({ shelf, examples }: PracticeProps) {
  const begin = (example: string) => void take(shelf, "begin_practice", { example });
  return (
    <section class="nw-practice">
      <h3>{t("shelf.examples")}</h3>
      <p class="nw-soft">{t("shelf.examples.explain")}</p>
      <div class="nw-buttons">
        {examples.map(({ name, title }) => (
          <Button key={name} onClick={() => begin(name)}>
            {title}
          </Button>
        ))}
        <Button onClick={() => begin("")}>{t("shelf.examples.empty")}</Button>
      </div>
    </section>
  );
}

/** A step of its own: every practice case with what it is about; one that was begun goes on where one was. */
export function PracticeChooser({ shelf, examples, current }: PracticeProps & { current: string }) {
  return (
    <ul class="nw-tiles">
      {examples.map((example) => (
        <Tile key={example.name} shelf={shelf} example={example} current={current} />
      ))}
    </ul>
  );
}

function Tile({ shelf, example, current }: { shelf: ShelfModel; example: Example; current: string }) {
  const { name, title, about, begun } = example;
  const here = begun !== "" && begun === current;
  const begin = () => void take(shelf, "begin_practice", { example: name });
  return (
    <li class={here ? "nw-tile nw-card nw-current" : "nw-tile nw-card"} data-example={name}>
      <h3>{title}</h3>
      <p>{about}</p>
      <div class="nw-buttons">
        {here && <span class="nw-here">{t("shelf.current")}</span>}
        {begun && !here && (
          <Button
            main
            label={t("shelf.practice.on_with", { title })}
            onClick={() => void take(shelf, "open", { code: begun })}
          >
            {t("shelf.practice.on")}
          </Button>
        )}
        <Button
          main={!begun}
          label={t(begun ? "shelf.practice.again_with" : "shelf.practice.choose_one", { title })}
          onClick={begin}
        >
          {t(begun ? "shelf.practice.again" : "shelf.practice.choose")}
        </Button>
      </div>
    </li>
  );
}
