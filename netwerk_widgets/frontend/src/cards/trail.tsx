/** Beside the card: who was spoken well of, what was answered so far, and the cards that were kept for later. */
import { expected } from "../case/expected";
import { discreet } from "../case/mirror";
import { choose, useSelection } from "../case/selection";
import type { Compliment } from "../contract";
import { useGround } from "../panel/ground";
import { PersonPanel } from "../panel/person";
import { useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { t } from "../shared/words";
import { Button, Fold, type Ground, UndoRedo } from "../ui/elements";
import { type Answer, answersIn, keptIn, nameable } from "./answers";
import { type Deck, questionOf } from "./deck";
import { playOf, show } from "./play";

interface TrailProps extends Ground {
  deck: Deck;
  family: string;
}

export function Trail({ connection, mirror, deck, family }: TrailProps) {
  return (
    <aside class="nw-card nw-scrolls nw-cards-trail" aria-label={t("cards.trail")}>
      <div class="nw-buttons">
        <UndoRedo connection={connection} mirror={mirror} signs />
      </div>
      <About connection={connection} mirror={mirror} />
      <SoFar {...{ connection, mirror, deck, family }} />
    </aside>
  );
}

/** What was kept for later, who was spoken well of and what was answered. */
export function SoFar({ connection, mirror, deck, family }: TrailProps) {
  const ground = { connection, mirror };
  useGround(ground);
  useStore(page.status);
  const open = (card: string) => show(playOf(connection.code, family), card);
  return (
    <>
      <Later {...{ ...ground, deck }} onOpen={open} />
      <Praise {...ground} />
      <Answered {...{ ...ground, deck }} onOpen={open} />
    </>
  );
}

/** More about whoever is chosen: here somebody who was just added gets a circle and a domain. */
function About({ connection, mirror }: Ground) {
  const id = useSelection(connection).people.find((one) => mirror.person(one));
  if (!id) return null;
  return (
    <Fold key={id} title={t("cards.about", { who: mirror.name(id) })}>
      <PersonPanel connection={connection} mirror={mirror} id={id} />
    </Fold>
  );
}

interface OpenProps extends Ground {
  deck: Deck;
  onOpen: (card: string) => void;
}

function Later({ connection, mirror, deck, onOpen }: OpenProps) {
  const cards = keptIn({ connection, mirror }).flatMap(({ card }) => deck.cards.get(card) ?? []);
  if (!cards.length) return null;
  return (
    <Fold title={t("cards.later", { number: cards.length })} open>
      <ul class="nw-rows">
        {cards.map((card) => (
          <li key={card.id}>
            <Button class="nw-tie-row" onClick={() => onOpen(card.id)}>
              {questionOf(card)}
            </Button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Everybody's good words, in the order in which people were first spoken of. */
function Praise({ connection, mirror }: Ground) {
  const trail = new Map<string, Compliment[]>();
  for (const said of expected({ connection, mirror }, "compliment")) {
    if (nameable({ connection, mirror }, said.person))
      trail.set(said.person, [...(trail.get(said.person) ?? []), said]);
  }
  return (
    <div>
      <h3>{t("cards.praise")}</h3>
      {trail.size === 0 && <p class="nw-soft nw-small">{t("cards.praise.none")}</p>}
      <ul class="nw-cards-list">
        {[...trail].map(([id, said]) => (
          <li key={id}>
            <Button class="nw-tie-row" onClick={() => choose(connection, [id])}>
              <strong>{mirror.name(id)}</strong>
            </Button>
            <ul class="nw-cards-quotes">
              {said.map((one) => (
                <li key={one.id}>
                  {one.text && <q>{discreet(one.text)}</q>}{" "}
                  {one.expectation && <span class="nw-soft">{t("cards.expectation.mark")}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Answered({ connection, mirror, deck, onOpen }: OpenProps) {
  const ground = { connection, mirror };
  const said = ({ card, text, persons }: Answer) => deck.cards.has(card) && (text || persons.length);
  const given = answersIn(ground).filter(said);
  return (
    <div>
      <h3>{t("cards.answers")}</h3>
      {given.length === 0 && <p class="nw-soft nw-small">{t("cards.answers.none")}</p>}
      <ul class="nw-cards-list">
        {given.reverse().map((answer) => (
          <li key={answer.id}>
            <Button class="nw-tie-row" onClick={() => onOpen(answer.card)}>
              {question(deck, answer)}
            </Button>
            {answer.text && <q class="nw-cards-quote">{discreet(answer.text)}</q>}
            <Who answer={answer} {...ground} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Who({ answer, connection, mirror }: Ground & { answer: Answer }) {
  const names = answer.persons.filter((id) => nameable({ connection, mirror }, id)).map(mirror.name);
  return names.length ? <p class="nw-soft nw-small">{names.join(" · ")}</p> : null;
}

function question(deck: Deck, { card }: Answer): string {
  const found = deck.cards.get(card);
  return found ? questionOf(found) : "";
}
