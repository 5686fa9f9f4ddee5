"""A text without names: what a sheet or an export shows that is to name nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from netwerk_widgets.model.names.naming import Names, Spot


class Unnamed:
    """Puts neutral labels for names.

    Where several may be meant their labels stand side by side, so that nobody's number stands for another.

    Args:
        now: pairs of a person and what they are called.
        label: what stands for a person.
        somebody: what stands for whoever has no label: somebody of before, or another one in a role.
        before: the same pairs, of what people were called before; it counts where nobody is called so now.

    >>> two = [("p1", "Ahmed"), ("p2", "Ahmed"), ("p3", "Zoë")]
    >>> Unnamed(two, {"p1": "P1", "p2": "P2", "p3": "P3"}, "iemand").out_of_text("Ahmeds zus zoe")
    'P1/P2 zus P3'
    """

    def __init__(
        self,
        now: Iterable[tuple[str, str]],
        label: Mapping[str, str],
        somebody: str,
        before: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._names = Names(now, before)
        self._label, self._somebody = label, somebody

    def out_of_text(self, text: str) -> str:
        """The text with a label for each name."""
        return self._names.replaced(text, self._put)

    def _put(self, spot: Spot) -> str:
        return "/".join(dict.fromkeys(self._label.get(one, self._somebody) for one in spot.people)) or self._somebody
