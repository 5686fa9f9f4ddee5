"""A board: a few parts that are answered, whose content is data. What is answered is in the case, or in one's own file."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from netwerk_widgets.casefile.desk import Desk
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.locale import Message
from netwerk_widgets.model.board import Board, Part
from netwerk_widgets.views.base import CaseView


class BoardView(CaseView):
    """One board, or a few of its parts, beside the case or the own file on a desk.

    Args:
        desk: the desk whose file the answers go to: the case's, or the professional's own.
        board: what is shown; ``None`` where there is no such board, which is then said in ``problems``.
        parts: the ids of the parts to show, in this order; all of them where left out. One that the board does not
            have is said on the page, and the others are shown.
        beside: the desk with the case, for a board on the own desk whose answers are kept per case.
        problems: what did not fit when the board was read, in sentences for whoever wrote it.
        traits: ``height`` (a CSS length), and what any widget takes.

    >>> BoardView(desk, board)  # doctest: +SKIP
    BoardView(board='wall', parts=4)
    """

    def __init__(
        self,
        desk: Desk,
        board: Board | None,
        parts: Iterable[str] = (),
        *,
        beside: Desk | None = None,
        problems: Sequence[Message] = (),
        **traits: Any,
    ) -> None:
        self._board = board
        self._parts, unknown = _chosen(board, tuple(parts))
        self._problems = (*problems, *unknown)
        self._cases = beside if board is not None and board.per_case else None
        super().__init__(desk, view="board", **traits)
        self._end = self._follow_cases()
        self.answers_to("board", self._content)

    def picture(self, file: CaseFile) -> dict[str, Any]:
        """What the board is filled in from; ``about`` is the code of the case that it is about, where that matters."""
        return {**super().picture(file), "about": self._about()}

    def close(self) -> None:
        """Stop following both desks, then close the widget."""
        self._end()
        super().close()

    def _content(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        return {
            "board": self._board and self._board.wire(),
            "parts": [part.id for part in self._parts],
            "problems": [problem.wire() for problem in self._problems],
        }

    def _about(self) -> str:
        return self._cases.file.code if self._cases is not None and self._cases.file is not None else ""

    def _follow_cases(self) -> Callable[[], None]:
        """Show the answers about another case as soon as that lies on its desk."""
        if self._cases is None:
            return lambda: None
        living = weakref.ref(self)

        def tell(_file: CaseFile | None) -> None:
            view = living()
            if view is not None:
                view.another_case()

        return self._cases.watch(tell)

    def __repr__(self) -> str:
        return f"BoardView(board={self._board.id if self._board else ''!r}, parts={len(self._parts)})"


def _chosen(board: Board | None, names: Sequence[str]) -> tuple[tuple[Part, ...], list[Message]]:
    """The parts to show, and a sentence for each that the board does not have."""
    if board is None:
        return (), []
    found = [part for name in names if (part := board.part(name))]
    unknown = [
        Message("board.unknown.part", {"part": name[:40], "board": board.id}) for name in names if not board.part(name)
    ]
    return tuple(found) if found else board.parts, unknown
