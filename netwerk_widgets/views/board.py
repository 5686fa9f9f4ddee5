"""A board: a few parts that are answered, whose content is data. What is answered is in the case, or in one's own file."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.locale import Message
from netwerk_widgets.model.cards.board import Board, Part
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.case.wired import wired
from netwerk_widgets.model.errors import NetwerkError
from netwerk_widgets.views.base import CaseView
from netwerk_widgets.views.handlers import suggestions


class ByCase(NamedTuple):
    """A board that is another with each case, such as the conversations of a practice case; one part at a time.

    ``find`` gives the board of a case, or None where it has none, and raises a NetwerkError where its file does not
    fit; ``missing`` is what is said where there is none.
    """

    find: Callable[[Case], Board | None]
    missing: Message


class BoardView(CaseView):
    """One board, or a few of its parts, beside the case or the own file on a desk.

    Args:
        desk: the desk whose file the answers go to: the case's, or the professional's own.
        board: what is shown; ``None`` where there is no such board, which is then said in ``problems``;
            :class:`ByCase` where the case on the desk says which board it is.
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
        board: Board | ByCase | None,
        parts: Iterable[str] = (),
        *,
        beside: Desk | None = None,
        problems: Sequence[Message] = (),
        **traits: Any,
    ) -> None:
        self._wanted = tuple(parts)
        self._by_case = board if isinstance(board, ByCase) else None
        self._fixed = None if isinstance(board, ByCase) else board
        self._problems = tuple(problems)
        self._cases = beside if self._fixed is not None and self._fixed.per_case else None
        super().__init__(desk, view="board", **traits)
        self._end = self._follow_cases()
        self.together.share(self._shared)
        self.answers_to(board=self._content)
        suggestions.join(self, self._puts)

    def picture(self, file: CaseFile) -> dict[str, Any]:
        """What the board is filled in from; ``about`` is the code of the case that it is about, where that matters."""
        return {**super().picture(file), "about": self._about()}

    def close(self) -> None:
        """Stop following both desks, then close the widget."""
        self._end()
        super().close()

    def _content(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        board, problems = self._now()
        parts, unknown = _chosen(board, self._wanted)
        missing = self._by_case.missing if self._by_case and board is None and not problems else None
        shown = board.for_client() if board and self.together.on else board
        return {
            "board": shown and wired(shown),
            "parts": [part.id for part in parts],
            "problems": [problem.wire() for problem in (*self._problems, *problems, *unknown)],
            "by_case": self._by_case is not None,
            "missing": missing and missing.wire(),
        }

    def _shared(self, card: str) -> bool:
        """Whether this is the card of a part that stays in sight while the client looks along."""
        board = self._fixed  # conversations to practise are never a client's
        return board is not None and any(part.for_client and board.card(part.id) == card for part in board.parts)

    def _puts(self, card: str) -> Sequence[str]:
        """What an answer to the part with this card may put on the map; while the client looks along only what is theirs."""
        board = self._fixed  # what was practised with a conversation puts nothing on a map
        parts = () if board is None or board.desk == "own" else board.parts
        shown = (part for part in parts if board and board.card(part.id) == card)
        return next((part.puts for part in shown if part.for_client or not self.together.on), ())

    def _now(self) -> tuple[Board | None, list[Message]]:
        """The board for the case that now lies on the desk; what does not fit in its file is told, not raised."""
        if self._by_case is None:
            return self._fixed, []
        try:
            return self._by_case.find(self.case), []
        except NetwerkError as error:
            return None, [error.message]

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
        board, _ = self._now()
        return f"BoardView(board={board.id if board else ''!r}, parts={len(_chosen(board, self._wanted)[0])})"


def _chosen(board: Board | None, names: Sequence[str]) -> tuple[tuple[Part, ...], list[Message]]:
    """The parts to show, and a sentence for each that the board does not have."""
    if board is None:
        return (), []
    found = [part for name in names if (part := board.part(name))]
    unknown = [
        Message("board.unknown.part", {"part": name[:40], "board": board.id}) for name in names if not board.part(name)
    ]
    return tuple(found) if found else board.parts, unknown
