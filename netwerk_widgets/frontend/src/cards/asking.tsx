/** What one can do with a card: ask on, go gentler, skip, keep, go back, draw another, and ask why it lies there. */
import { useEffect, useState } from "preact/hooks";
import { announce } from "../base/announce";
import { useStore } from "../base/hooks";
import { Button, type Ground } from "../base/ui";
import type { Store } from "../store";
import { type Sentence, say, t } from "../words";
import { type Card, spoken } from "./deck";
import { back, drawn, following, laterOf, type Play, show } from "./play";

interface CardPart {
  session: Ground["session"];
  play: Store<Play>;
  card: Card;
}

export function FollowUps({ card }: { card: Card }) {
  return (
    <ul class="nw-cards-further">
      {spoken(card.follow_ups, []).map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ul>
  );
}

/** Why this card lies here, in a sentence; there always is one. */
export function Why({ session, mirror, play, card }: CardPart & Ground) {
  const { chosen, offer } = useStore(play);
  const [why, setWhy] = useState<Sentence | null>(null);
  useEffect(() => {
    let stale = false;
    session.ask("why", { ...chosen, card: card.id, offer }).then((answer) => {
      if (!stale) setWhy((answer.why ?? answer.error) as Sentence);
    });
    return () => {
      stale = true;
    };
  }, [card, offer, chosen]);
  return <p class="nw-cards-why">{say(why, mirror.name)}</p>;
}

interface StepsProps extends CardPart {
  fitting: string[];
  open: { further: boolean; why: boolean };
  onFurther: () => void;
  onWhy: () => void;
}

export function Steps(props: StepsProps) {
  const { play, card, fitting, open } = props;
  const now = useStore(play);
  return (
    <div class="nw-cards-steps">
      <div class="nw-buttons">
        <Button disabled={!card.gentler} onClick={() => show(play, card.gentler)}>
          {t("cards.gentler")}
        </Button>
        <Button disabled={fitting.length < 2} onClick={() => show(play, following(fitting, card.id))}>
          {t("cards.skip")}
        </Button>
        <Keep {...props} />
        <Button main class="nw-cards-on" expanded={open.further} onClick={props.onFurther}>
          {t("cards.further")}
        </Button>
      </div>
      <div class="nw-buttons nw-cards-quiet">
        <Button disabled={!now.past.length} onClick={() => back(play)}>
          {t("cards.back")}
        </Button>
        <Button disabled={fitting.length < 2} onClick={() => show(play, drawn(fitting, now))}>
          {t("cards.draw")}
        </Button>
        <Button expanded={open.why} onClick={props.onWhy}>
          {t("cards.why")}
        </Button>
      </div>
    </div>
  );
}

/** Lays the card on the pile for later, and shows the next; or takes it off the pile again. */
function Keep({ session, play, card, fitting }: StepsProps) {
  const later = laterOf(session.code);
  const kept = useStore(later).includes(card.id);
  const press = (event: MouseEvent) => {
    if (kept) return later.set(later.get().filter((id) => id !== card.id));
    later.set([...later.get(), card.id]);
    announce(event.currentTarget as Element, t("cards.kept"));
    show(play, following(fitting, card.id));
  };
  return (
    <Button pressed={kept} onClick={press}>
      {t("cards.keep")}
    </Button>
  );
}
