"""What a view that nobody sees was not told yet.

A workbook keeps the views of all its steps; one of them is in sight. The others hear of edits together, once it
has been quiet for a while or when their step is shown, so that each edit costs one drawing instead of ten.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.model.edits.changes import Change, Changes

QUIET = 0.6
"""How long nothing may have happened, in seconds, before a view out of sight hears what did."""


def merged(changes: Iterable[Change]) -> Changes:
    """Changes in a row as one: each entity as it was before the first and is after the last.

    >>> a, b = Change("person", "p", None, one), Change("person", "p", one, other)  # doctest: +SKIP
    >>> merged([a, b])  # doctest: +SKIP
    (Change(kind='person', id='p', before=None, after=other),)
    """
    found: dict[tuple[str, str], Change] = {}
    for change in changes:
        place = change.kind, change.id
        first = found.get(place)
        found[place] = change if first is None else replace(change, before=first.before)
    return tuple(found.values())


class Unseen:
    """Keeps what happens from a view that is out of sight, and tells it later.

    Args:
        tell: told of revisions in a row as one, and of the page's ids of all of them.
        anew: called in place of that when another case came on the desk meanwhile.
    """

    def __init__(self, tell: Callable[[Revision, list[str]], None], anew: Callable[[], None]) -> None:
        self._tell = tell
        self._anew = anew
        self.out_of_sight = False
        self._urgent = False
        self._revisions: list[Revision] = []
        self._another = False
        self._timer: asyncio.TimerHandle | None = None

    def keeps(self, revision: Revision | None) -> bool:
        """Keep a revision (None: another case) for later; False where the view must hear of it at once."""
        if self._urgent or not self.out_of_sight:
            return False
        if revision is not None and revision.kind == "forget":
            self.let_go()  # whoever is forgotten goes from every page at once
            return False
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return False  # nobody could tell it later
        if revision is None:
            self._another = True
            self._revisions.clear()
        elif not self._another:
            self._revisions.append(revision)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_later(QUIET, self.let_go)
        return True

    @contextlib.contextmanager
    def at_once(self) -> Iterator[None]:
        """What happens here is the view's own doing: it hears of it at once, wherever it is."""
        self.let_go()
        self._urgent = True
        try:
            yield
        finally:
            self._urgent = False

    def let_go(self) -> None:
        """Tell all that was kept."""
        revisions, another = self._revisions, self._another
        self.clear()
        if another:
            self._anew()
        elif revisions:
            changes = merged(change for revision in revisions for change in revision.changes)
            oids = [revision.oid for revision in revisions if revision.oid]
            self._tell(replace(revisions[-1], changes=changes), oids)

    def clear(self) -> None:
        """Forget what was kept: the view is shown the whole."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer, self._revisions, self._another = None, [], False
