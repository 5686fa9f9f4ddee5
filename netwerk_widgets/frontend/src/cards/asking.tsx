/** What one can do with a card: ask on, go gentler, skip, keep, go back, draw another, and ask why it lies there. */
import { useState } from "preact/hooks";
import { together } from "../case/mirror";
import type { Card } from "../contract";
import { announce } from "../shared/announce";
import { useAsked, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import type { Store } from "../shared/store";
import { type Sentence, say, spoken, t } from "../shared/words";
import { Button, type Ground } from "../ui/elements";
import { keep, keptIn } from "./answers";
import { back, drawn, following, type Play, show } from "./play";

interface CardPart extends Ground {
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
export function Why({ connection, mirror, play, card }: CardPart) {
  const { chosen, offer } = useStore(play);
  // A reason that speaks of the network holds as long as the network is so.
  const version = useStore(mirror.version);
  const [why, setWhy] = useState<Sentence | null>(null);
  useAsked(
    (wanted) => {
      connection.ask("why", { ...chosen, card: card.id, offer }).then((answer) => {
        if (wanted()) setWhy((answer.why ?? answer.error) as Sentence);
      });
    },
    [card, offer, chosen, version],
  );
  return <p class="nw-cards-why">{say(why, mirror.name)}</p>;
}

interface StepsProps extends CardPart {
  fitting: string[];
  open: { further: boolean; why: boolean };
  /** There is little room. */
  short: boolean;
  onFurther: () => void;
  onWhy: () => void;
}

export function Steps(props: StepsProps) {
  const { play, card, fitting, open } = props;
  useStore(page.status);
  const now = useStore(play);
  return (
    <div class="nw-stack nw-cards-steps">
      <div class="nw-buttons">
        <Button disabled={!card.gentler} onClick={() => show(play, card.gentler)}>
          {t("cards.gentler")}
        </Button>
        <Button disabled={fitting.length < 2} onClick={() => show(play, following(fitting, card.id))}>
          {t("cards.skip")}
        </Button>
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
        <Keep {...props} />
        {!together() && (
          <Button expanded={open.why} onClick={props.onWhy}>
            {t("cards.why")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Lays the card on the pile for later, and shows the next; or takes it off the pile again. */
function Keep({ connection, mirror, play, card, fitting, short }: StepsProps) {
  const ground = { connection, mirror };
  const writable = useStore(connection.writable);
  const kept = keptIn(ground).some((one) => one.card === card.id);
  const press = (event: MouseEvent) => {
    keep(ground, card.id);
    if (kept) return;
    announce(event.currentTarget as Element, t("cards.kept"));
    show(play, following(fitting, card.id));
  };
  return (
    <Button pressed={kept} disabled={!writable} label={t("cards.keep")} onClick={press}>
      {t(short ? "cards.keep.short" : "cards.keep")}
    </Button>
  );
}
