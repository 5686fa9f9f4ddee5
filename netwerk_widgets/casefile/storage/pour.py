"""All of one database into another that the same connection has open, in plain SQL: so every engine can."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netwerk_widgets.casefile.errors import Damaged

if TYPE_CHECKING:
    from netwerk_widgets.casefile.storage.store import Store

_MADE = re.compile("^CREATE (TABLE|(UNIQUE )?INDEX) ")  # so SQLite writes it down, however it was said
_NUMBERS = ("application_id", "user_version")


def pour(store: Store, source: str, target: str) -> None:
    """Tables, their rows and indices, and the numbers of ``source`` into ``target``, which is empty.

    Raises:
        Damaged: a table or index is told in more than one statement.
    """
    store.rows("BEGIN")
    made = f"SELECT type, name, sql FROM {source}.sqlite_master WHERE rootpage AND sql <> '' ORDER BY type DESC"  # noqa: S608
    for kind, name, sql in store.rows(made):
        if ";" in sql:  # SQLite reads as far as there; some libraries would run what follows
            raise Damaged("casefile.error.bad_rows")
        store.rows(_MADE.sub(rf"CREATE \1 {target}.", sql))
        if kind == "table":
            here = '"' + name.replace('"', '""') + '"'
            store.rows(f"INSERT INTO {target}.{here} SELECT * FROM {source}.{here}")  # noqa: S608 -- quoted
    for number in _NUMBERS:
        store.rows(f"PRAGMA {target}.{number} = {int(store.value(f'PRAGMA {source}.{number}'))}")
    store.rows("COMMIT")
