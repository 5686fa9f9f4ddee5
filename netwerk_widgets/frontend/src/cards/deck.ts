/** The deck as the kernel tells it, in all its languages. */
import { useMemo, useState } from "preact/hooks";
import type { Called, Card, Dealt } from "../contract";
import { useAsked, usePrefs, useStore } from "../shared/hooks";
import { page } from "../shared/page";
import { spoken } from "../shared/words";
import type { Ground } from "../ui/elements";

export interface Deck extends Omit<Dealt & Dealt["deck"], "deck" | "cards"> {
  cards: Map<string, Card>;
}

/** The cards that may be on the screen now: while the client looks along only those that are for the client. */
function inSight(deck: Deck): Deck {
  if (!page.prefs.get().together) return deck;
  const cards = new Map([...deck.cards].filter(([, card]) => card.audience === "client"));
  const families = new Set([...cards.values()].map((card) => card.family));
  return { ...deck, cards, families: deck.families.filter(({ id }) => families.has(id)) };
}

export function questionOf(card: Card): string {
  return spoken(card.question, "");
}

export function familyName(deck: Deck, id: string): string {
  const family = deck.families.find((one) => one.id === id);
  return family ? spoken(family.name, id) : id;
}

/** The deck, once the kernel has told it, without what may not be in sight; asked again with every picture until then. */
export function useDeck({ connection, mirror }: Ground): Deck | null {
  const version = useStore(mirror.version);
  const [deck, setDeck] = useState<(Deck & { together: boolean }) | null>(null);
  const { together } = usePrefs();
  useAsked(
    (wanted) => {
      if (deck?.together === together || version === 0) return;
      connection.ask("deck").then((answer) => {
        if (!wanted()) return;
        if (answer.error) return;
        const { deck: told, problems, paper } = answer as unknown as Dealt;
        const cards = new Map(told.cards.map((card) => [card.id, card]));
        setDeck({ cards, families: told.families, problems, paper, together });
      });
    },
    [version, deck, together],
  );
  return useMemo(() => deck && inSight(deck), [deck, together]);
}

/** What the network calls for now; asked anew a moment after every change of the case. */
export function useOffers({ connection, mirror }: Ground): Called[] {
  const version = useStore(mirror.version);
  const [told, setTold] = useState<{ code: string; offers: Called[] }>({ code: "", offers: [] });
  useAsked(
    async (wanted) => {
      const { code } = connection;
      const answer = await connection.ask("called_for");
      if (wanted()) setTold({ code, offers: (answer.offers as Called[] | undefined) ?? [] });
    },
    [version],
    200,
  );
  // What one case calls for says nothing about the next one on the desk.
  if (told.code !== connection.code) return [];
  // Whoever was marked unsafe a moment ago is not proposed until the kernel has said so too.
  return told.offers.filter(({ people }) => !people.some((id) => mirror.person(id)?.unsafe));
}
