"""Our version of a case beside the one that now lies on disk: what was done in the one and not in the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from netwerk_widgets.casefile import opening
from netwerk_widgets.casefile.errors import Apart, CaseFileError
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import history, schema
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.model.case.entities import Case


@dataclass(frozen=True, slots=True)
class Beside:
    """What is only in ``mine`` and only in ``theirs``, oldest first, and the case that lies on disk."""

    mine: tuple[Revision, ...]
    theirs: tuple[Revision, ...]
    case: Case


def beside(ours: Store, path: Path, key: Key) -> Beside:
    """Lay our version beside what lies at a path, which is read and not altered.

    Raises:
        Apart: it is gone, or does not open with our key.
    """
    try:
        other = opening.open_store(path, key, read_only=True)
    except CaseFileError:
        raise Apart("casefile.apart.no_look", file=path.stem) from None
    try:
        pairs = zip(history.names(ours), history.names(other.store), strict=False)
        common = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
        only = "number > ? AND changes <> '[]' ORDER BY number"
        mine, theirs = (tuple(schema.revisions(store, only, common)) for store in (ours, other.store))
        return Beside(mine, theirs, other.case)
    finally:
        other.store.close()
