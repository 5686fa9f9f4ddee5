"""Four lenses on a network: what one sees, in one whole sentence, and a question back.

A lens scores nothing and judges nothing. It tells what is on the map and what was said, keeps "not asked" apart
from "none", and never names a person who must not be approached, neither in its sentence nor in its question.

- *Zonder ons* (``without_us``): professionals leave; what still stands, and which support falls away. The thought is
  Thoen & De Jong's: workers pass by, the network stays.
- *Wat geef jij?* (``you_give``): what the client gives, before what is received. After Paans (2018).
- *Toen / nu / straks* (``then``, ``now``, ``soon``): three moments. After Thoen & De Jong and the convoy model
  (Kahn & Antonucci 1980).
- *Getekend en gezegd* (``drawn_said``): where the drawn circle and the closeness as said differ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from netwerk_widgets.locale import Message
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Case, Person
from netwerk_widgets.model.lenses.sight import (
    Look,
    Shade,
    Sight,
    View,
    aside,
    codes,
    kind_words,
    kinds,
    safe,
    stands,
)

__all__ = ["LENSES", "LOOKS", "Look", "Shade", "View", "look"]

LOOKS: tuple[Look, ...] = get_args(Look)
LENSES: Mapping[str, tuple[Look, ...]] = {
    "without_us": ("without_us",),
    "you_give": ("you_give",),
    "moments": ("then", "now", "soon"),
    "drawn_said": ("drawn_said",),
}
"""The four lenses, each with the looks that it offers; their names are ``lenses.lens.<name>``, ``lenses.look.<look>``."""

NEARNESS = {1: 3, 2: 2, 3: 1, w.OUT_OF_SIGHT: 0}
"""How near each circle is drawn, on the scale of what was said (3 very close, 1 not very)."""


def look(lens: Look, case: Case) -> View:
    """Look at a case through a lens.

    >>> look("without_us", Case()).sentence.text("nl")
    'Er staat nog niemand op de kaart.'

    Raises:
        KeyError: there is no such lens.
    """
    return _LOOKS[lens](case)


def _without_us(case: Case) -> View:
    sight = Sight(case, "without_us")
    ours = [p for p in sight.around if p.formal and p.moment == "now" and not p.deceased]
    leaving = {p.id for p in ours}
    left = [p for p in sight.around if p.id not in leaving and stands(p)]
    stay = safe(left)
    said = sight.support()
    kept = kinds(said[p.id] for p in stay)
    lost = [kind for kind in kinds(said[p.id] for p in ours) if kind not in kept]
    shades: dict[str, Shade] = dict.fromkeys((p.id for p in stay), "bright")
    # Whoever is left out is not counted on, and is there all the same: somebody may ask about it.
    shades |= {p.id: "bright" for p in safe(sight.around) if p.left_out and p.moment == "now" and p.id not in leaving}
    shades |= dict.fromkeys(leaving, "gone")
    if not sight.around:
        name = "empty"
    elif not ours:
        name = "without_us.none_of_us" if stay else "without_us.nobody_at_all"
    elif not stay:
        name = "without_us.nobody"
    elif not any(said[p.id] for p in (*ours, *stay)):
        name = "without_us.not_asked"
    elif lost:
        name = "without_us.lost_and_kept" if kept else "without_us.lost"
    else:
        name = "without_us.kept" if kept else "without_us.nothing_said"
    unasked = any(len(said[p.id]) < len(w.SUPPORT_KINDS) for p in stay)
    words = {
        "who": sight.names(ours) or Message("lenses.the_professionals"),
        "stay": sight.names(stay),
        "lost": kind_words(lost),
        "kept": kind_words(kept),
        "aside": aside(unasked=unasked, unsafe=len(stay) < len(left)),
    }
    marks = {p.id: codes(found) for p in stay if (found := kinds([said[p.id]]))}
    return sight.view(name, shades, words, marks)


def _you_give(case: Case) -> View:
    sight = Sight(case, "you_give")
    present = [p for p in sight.around if stands(p)]
    near = safe(present)
    said = sight.support()
    gives = [p for p in near if kinds([said[p.id]], "given")]
    ask = [p for p in near if not said[p.id]]
    shades: dict[str, Shade] = dict.fromkeys((p.id for p in gives), "bright")
    shades |= dict.fromkeys((p.id for p in ask), "ask")
    if not sight.around:
        name = "empty"
    elif not near:
        name = "you_give.nobody"
    elif len(ask) == len(near):
        name = "you_give.not_asked"
    else:
        name = f"you_give.{'some' if gives else 'none'}{'_ask' if ask else ''}"
    words = {
        "who": sight.names(gives),
        "ask": sight.names(ask),
        "kinds": kind_words(kinds((said[p.id] for p in gives), "given")),
        "aside": aside(unsafe=len(near) < len(present)),
    }
    marks = {p.id: codes(kinds([said[p.id]], "given")) for p in gives}
    return sight.view(name, shades, words, marks | {p.id: Message("lenses.mark.ask") for p in ask})


def _then(case: Case) -> View:
    here = [p for p in case.people.values() if p.moment in w.PAST]
    return _moment(Sight(case, "then", w.PAST), here, here)


def _now(case: Case) -> View:
    here = [p for p in case.people.values() if p.moment == "now"]
    return _moment(Sight(case, "now"), here, [p for p in here if stands(p)])


def _soon(case: Case) -> View:
    here = [p for p in case.people.values() if p.moment == "soon" and not p.deceased and not p.unsafe]
    return _moment(Sight(case, "soon", ("soon",)), here, here)


def _moment(sight: Sight, here: list[Person], seen: list[Person]) -> View:
    """One moment: who belongs to it is bright, and whoever of them is in sight is told of first."""
    seen = [p for p in seen if p.circle != w.CENTRE]
    named = safe(seen)
    told = {p.id for p in seen}
    away = [p for p in safe(here) if p.id not in told and p.circle != w.CENTRE and not p.deceased]
    count = ("none", "one")[len(named)] if len(named) < 2 else "many"
    if len(named) < len(seen) and not named:
        count = "no_more"
    words = {"who": sight.names(seen), "away": sight.names(away)}
    marks = {p.id: Message(f"model.moment.{p.moment}") for p in named if p.moment != "now"}
    shades: dict[str, Shade] = dict.fromkeys((p.id for p in here), "bright")
    return sight.view(f"{sight.lens}.{count}{'_away' if away else ''}", shades, words, marks)


def _drawn_said(case: Case) -> View:
    sight = Sight(case, "drawn_said")
    said = {p.id: p.closeness for p in sight.around if p.closeness is not None}
    apart = [p for p in sight.around if p.id in said and abs(NEARNESS[p.circle] - said[p.id]) > 1]
    ask = [p for p in safe(sight.around) if p.id not in said and p.moment == "now" and not p.deceased]
    named = safe(apart)
    words: dict[str, Any] = {
        "who": sight.names(apart),
        "ask": sight.names(ask),
        "aside": aside(unsafe=len(named) < len(apart)),
    }
    if len(named) == 1:
        words["circle"] = Message(f"model.circle.{named[0].circle}")
        words["said"] = Message(f"model.closeness.{named[0].closeness}")
    if not sight.around:
        name = "empty"
    elif not said:
        name = "drawn_said.not_asked"
    else:
        name = f"drawn_said.{('same', 'one')[len(named)] if len(named) < 2 else 'many'}{'_ask' if ask else ''}"
    shades: dict[str, Shade] = dict.fromkeys((p.id for p in apart), "bright")
    shades |= dict.fromkeys((p.id for p in ask), "ask")
    marks = {p.id: Message("lenses.mark.said", {"said": Message(f"model.closeness.{p.closeness}")}) for p in apart}
    return sight.view(name, shades, words, marks | {p.id: Message("lenses.mark.ask") for p in ask})


_LOOKS: Mapping[Look, Callable[[Case], View]] = {
    "without_us": _without_us,
    "you_give": _you_give,
    "then": _then,
    "now": _now,
    "soon": _soon,
    "drawn_said": _drawn_said,
}
