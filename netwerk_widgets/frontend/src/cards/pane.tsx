/**
 * One question card at a time, with its answer in the client's words. Stands by itself (view "cards") or beside
 * a map: it needs a connection whose kernel side holds a deck. Nothing here is compulsory, counted or scored.
 */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { together } from "../case/mirror";
import { wanted } from "../case/wanted";
import type { Called, Card } from "../contract";
import { useGround } from "../panel/ground";
import { announce } from "../shared/announce";
import { useAsked, usePrefs, useStore } from "../shared/hooks";
import type { Store } from "../shared/store";
import { t } from "../shared/words";
import type { Ground } from "../ui/elements";
import { Suggestions } from "../ui/suggestions";
import { AnswerTo } from "./answer";
import { FollowUps, Steps, Why } from "./asking";
import { type Deck, familyName, questionOf } from "./deck";
import { Choosing } from "./filter";
import { OfferLine } from "./offers";
import { beginWith, type Chosen, type Play, playOf, show } from "./play";
import { RungLine, useLadder } from "./rung";

export interface CardPaneProps extends Ground {
  deck: Deck;
  offers: Called[];
  /** The family that the step begins with, or "". */
  family: string;
  /** Beside a map, where there is little room. */
  short?: boolean;
}

export function CardPane({ connection, mirror, deck, offers, family, short = false }: CardPaneProps) {
  const ground = { connection, mirror };
  const writable = useGround(ground);
  const element = useRef<HTMLElement>(null);
  const play = playOf(connection.code, family);
  const now = useStore(play);
  usePrefs();
  useLadder(ground, deck, play, family);
  useWanted(deck, play, family);
  const found = useFitting(connection, play);
  const fitting = found?.filter((id) => deck.cards.has(id)) ?? null;
  // Where the card on top is not for the client who looks along, or is in no deck any more, another lies there meanwhile.
  const card = deck.cards.get(now.card) ?? (now.card || together() ? deck.cards.get(fitting?.[0] ?? "") : undefined);
  useSpokenQuestion(element, card);
  useFocusKept(element);
  return (
    <section class="nw-card nw-scrolls nw-cards-pane" ref={element} aria-label={t("cards.title")}>
      {card && (
        <>
          <Top deck={deck} card={card} short={short} />
          <Turn {...{ ...ground, play, card, fitting, writable, short }} />
        </>
      )}
      {fitting?.length === 0 && (
        <p class="nw-soft">{t(deck.cards.size ? "cards.none" : together() ? "ui.together.away" : "cards.empty")}</p>
      )}
      {!together() && <RungLine play={play} />}
      <OfferLine {...ground} {...{ deck, offers, play, writable }} />
      {deck.cards.size > 0 && !together() && <Choosing {...{ connection, deck, play }} number={fitting?.length ?? 0} />}
    </section>
  );
}

/** The question, and what it is for; `short` where there is little room: the rest is told with "why". */
function Top({ deck, card, short }: { deck: Deck; card: Card; short: boolean }) {
  const relations = card.relation.map((relation) => t(`deck.relation.${relation}`)).join(", ");
  const family = familyName(deck, card.family);
  const tempo = t(`deck.tempo.${card.tempo}`);
  return (
    <div>
      {!together() && (
        <p class="nw-cards-kind">
          {t(short || !relations ? "cards.kind.short" : "cards.kind", { family, relations, tempo })}
        </p>
      )}
      <h2 class="nw-cards-question" tabIndex={-1}>
        {questionOf(card)}
      </h2>
    </div>
  );
}

interface TurnProps extends Ground {
  play: Store<Play>;
  card: Card;
  fitting: string[] | null;
  writable: boolean;
  short: boolean;
}

/** Under the question: what was asked for (follow-ups, the reason), the answer, and the ways on from here. */
function Turn({ connection, mirror, play, card, fitting, writable, short }: TurnProps) {
  const [open, setOpen] = useState({ card: card.id, further: false, why: false });
  const here = open.card === card.id ? open : { card: card.id, further: false, why: false };
  const steps = {
    connection,
    mirror,
    play,
    card,
    fitting: fitting ?? [],
    open: here,
    short,
    onFurther: () => setOpen({ ...here, further: !here.further }),
    onWhy: () => setOpen({ ...here, why: !here.why }),
  };
  return (
    <>
      <div class="nw-stack nw-cards-said" aria-live="polite">
        {here.further && <FollowUps card={card} />}
        {here.why && !together() && <Why {...{ connection, mirror, play, card }} />}
      </div>
      <AnswerTo key={`${connection.code} ${card.id}`} {...{ connection, mirror, writable, short }} card={card.id} />
      {card.puts.length > 0 && <Suggestions {...{ connection, mirror, writable }} card={card.id} />}
      <Steps {...steps} />
    </>
  );
}

/** Takes up the family that was asked for elsewhere; a step that has a family of its own keeps to that. */
function useWanted(deck: Deck, play: Store<Play>, own: string): void {
  const family = useStore(wanted);
  useEffect(() => {
    if (!family || own || !deck.families.some(({ id }) => id === family)) return;
    wanted.set("");
    beginWith(play, family, deck.cards.get(play.get().card)?.family === family);
  }, [family, deck, play]);
}

/** The ids of the cards that fit what was chosen; `null` until the kernel has said so. */
function useFitting(connection: Ground["connection"], play: Store<Play>): string[] | null {
  const { chosen } = useStore(play);
  const [fitting, setFitting] = useState<string[] | null>(null);
  const before = useRef<Chosen | null>(null);
  useAsked(
    (wanted) => {
      connection.ask("fitting", { ...chosen }).then((answer) => {
        if (!wanted()) return;
        const cards = (answer.cards as string[] | undefined) ?? [];
        const { card } = play.get();
        // Whoever chooses something else sees a card that fits it; who comes back finds the card that lay there.
        const leave = before.current !== null && !cards.includes(card);
        before.current = chosen;
        setFitting(cards);
        if (!card || leave) show(play, cards[0] ?? "");
      });
    },
    [connection, play, chosen],
  );
  return fitting;
}

/** A new card is said to screen readers. */
function useSpokenQuestion(element: { current: HTMLElement | null }, card: Card | undefined): void {
  const last = useRef(card?.id);
  useLayoutEffect(() => {
    if (!card || card.id === last.current) return;
    const first = last.current === undefined;
    last.current = card.id;
    if (first || !element.current) return;
    announce(element.current, questionOf(card));
  }, [card]);
}

/** Focus that was on something that is gone or switched off (an offer, the way to a gentler card) goes to the question. */
function useFocusKept(element: { current: HTMLElement | null }): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const pane = element.current;
    const note = ({ target }: FocusEvent) => {
      last.current = target as Element;
    };
    pane?.addEventListener("focusin", note);
    return () => pane?.removeEventListener("focusin", note);
  }, []);
  useLayoutEffect(() => {
    const had = last.current;
    if (!had || (had.isConnected && !had.matches(":disabled"))) return;
    last.current = null;
    const { activeElement } = document;
    // At once, while a button that was switched off still has the focus: a browser takes it away at a time of its own.
    if (activeElement && activeElement !== document.body && activeElement !== had) return;
    element.current?.querySelector<HTMLElement>(".nw-cards-question")?.focus();
  });
}
