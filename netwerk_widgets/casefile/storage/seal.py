"""The seals of a case file: every page ends in a code that only its key can make, so that damage is seen page by page.

SQLCipher 4's way: of each 4,096 bytes the last 64 are the HMAC-SHA512 of what goes before (page 1: without the salt) and
of the page's number. SQLite sees them only on the pages that it reads; here all are looked at, also those that lie free.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from netwerk_widgets.casefile.keys import SALT_BYTES, Key, pbkdf2
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage import strangers as outside

if TYPE_CHECKING:
    from netwerk_widgets.casefile.storage.store import Store

PAGE = 4096
_SEAL = 64
_TURN = 0x3A


def broken(store: Store, key: Key) -> list[int]:
    """The pages of an open file that this key did not seal as they are now, counted from 1; none where it is whole.

    Raises:
        Busy: another program writes in it. NotSaved, ReadOnly: the file cannot be read.
    """
    ours, found, number = pbkdf2(key.raw, bytes(byte ^ _TURN for byte in key.salt), 2), [], 0
    with store.reading():
        store.rows("SELECT count(*) FROM sqlite_master")  # the lock comes with the first read
        try:
            with outside.opened(store.path) as file:
                while page := file.read(PAGE):
                    number += 1
                    sealed = page[SALT_BYTES if number == 1 else 0 : -_SEAL] + number.to_bytes(4, "little")
                    if hmac.digest(ours, sealed, "sha512") != page[-_SEAL:]:
                        found.append(number)
        except OSError as error:
            raise disk.refusal(error, store.path) from None
    return found
