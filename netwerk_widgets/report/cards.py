"""The deck on paper: A6 cards, four on a sheet of A4, as one page that the browser prints.

No text of a team's own card can do anything on it (:mod:`.page`). Each family begins a new sheet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape

from netwerk_widgets.locale import Message, said
from netwerk_widgets.model.cards.deck import Card, Deck, Family
from netwerk_widgets.report.page import page

ON_A_SHEET = 4

_STYLE = """
@page { size: A4 portrait; margin: 0; }
* { box-sizing: border-box; }
html { color: #1f2933; background: #fbfaf6; font: 11pt/1.35 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
body { margin: 0; }
header { max-width: 210mm; margin: 0 auto; padding: 8mm; }
h1 { margin: 0 0 2mm; font-size: 18pt; }
h2 { max-width: 210mm; margin: 0 auto; padding: 0 8mm 3mm; font-size: 13pt; }
p { margin: 0; }
.sheet { display: grid; grid-template: 148.5mm 148.5mm / 105mm 105mm; width: 210mm; height: 297mm; margin: 0 auto 8mm;
  background: #fff; }
.card { display: flex; flex-direction: column; gap: 3mm; padding: 9mm 8mm 7mm; overflow: hidden;
  border: 0 dotted #9aa5b1; overflow-wrap: anywhere; }
.card:nth-child(odd) { border-right-width: 0.3mm; }
.card:nth-child(-n + 2) { border-bottom-width: 0.3mm; }
.family { color: #6b3fa0; font-size: 9.5pt; }
.question { font-size: 20pt; line-height: 1.25; }
.long .question { font-size: 14pt; }
.follow { padding-top: 1mm; color: #3e4c59; font-size: 11.5pt; }
ul { margin: 1mm 0 0; padding-left: 5mm; }
li { margin-bottom: 1mm; }
.foot { margin-top: auto; color: #52606d; font-size: 8pt; }
@media print {
  html { background: none; }
  header, h2 { display: none; }
  .sheet { margin: 0; break-after: page; break-inside: avoid; }
  section:last-of-type .sheet:last-child { break-after: auto; }
}
"""

_LONG = 110
"""From how many characters a question is set smaller, so that it stays on its card."""


def render(deck: Deck, families: Collection[str] | None = None, language: str = "nl") -> str:
    """The cards as one HTML page, ready to print.

    >>> render(Deck(), language="nl").startswith("<!doctype html>")
    True

    Args:
        deck: where the cards come from.
        families: ids of the families to print, in the deck's order; all where left out.
        language: ``nl`` or ``en``.
    """
    chosen = [one for one in deck.families.values() if families is None or one.id in families]
    sections = "\n".join(_section(deck, family, language) for family in chosen)
    explain = _say("deck.print.explain" if sections else "deck.print.none", language)
    body = f"""<header>
<h1>{_say("deck.print.title", language)}</h1>
<p>{explain}</p>
</header>
<main>
{sections}
</main>"""
    return page(Message("deck.print.title").text(language), _STYLE, body, language)


def _section(deck: Deck, family: Family, language: str) -> str:
    cards = [card for card in deck.cards.values() if card.family == family.id]
    heading = Message("deck.print.family", {"family": said(family.names, language), "count": len(cards)})
    sheets = "\n".join(
        f'<div class="sheet">\n{"".join(_card(deck, family, card, language) for card in four)}</div>'
        for four in _fours(cards)
    )
    return f"<section>\n<h2>{escape(heading.text(language))}</h2>\n{sheets}\n</section>"


def _fours(cards: list[Card]) -> Iterator[list[Card]]:
    for start in range(0, len(cards), ON_A_SHEET):
        yield cards[start : start + ON_A_SHEET]


def _card(deck: Deck, family: Family, card: Card, language: str) -> str:
    question = said(card.questions, language)
    size = "card long" if len(question) > _LONG else "card"
    further = said(card.follow_ups_in, language) if card.follow_ups_in else ()
    follow = "".join(f"<li>{escape(text)}</li>" for text in further)
    asked = f'<div class="follow">{_say("deck.print.follow", language)}<ul>{follow}</ul></div>' if follow else ""
    foot = "<br>".join(escape(line.text(language)) for line in _foot(deck, family, card, language))
    return f"""<article class="{size}" id="{escape(card.id)}">
<p class="family">{escape(_number(deck, card, language).text(language))}</p>
<p class="question">{escape(question)}</p>
{asked}
<p class="foot">{foot}</p>
</article>
"""


def _foot(deck: Deck, family: Family, card: Card, language: str) -> Iterator[Message]:
    """What the card fits, which card is gentler, and whose thinking it rests on."""
    tempo = Message(f"deck.tempo.{card.tempo}")
    if card.audience == "client" and card.relation:
        relations = [Message(f"deck.relation.{one}") for one in card.relation]
        stage = Message(f"deck.stage.{card.stage}")
        yield Message("deck.print.suits", {"stage": stage, "relations": relations, "tempo": tempo})
    else:
        yield Message("deck.print.whom", {"audience": Message(f"deck.audience.{card.audience}"), "tempo": tempo})
    if gentler := deck.gentler(card):
        yield Message("deck.print.gentler", {"card": _number(deck, gentler, language)})
    for source in family.sources:
        yield Message("deck.print.after", {"source": source.message})


def _number(deck: Deck, card: Card, language: str) -> Message:
    """The card as people speak of it: its family's name and its number."""
    number = card.id.removeprefix(f"{card.family}-").lstrip("0") or "0"
    return Message("deck.print.number", {"family": said(deck.families[card.family].names, language), "number": number})


def _say(key: str, language: str) -> str:
    return escape(Message(key).text(language))
