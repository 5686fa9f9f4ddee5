"""Remember a key on this computer, in the system's own key ring (through ``keyring``, imported when asked).

Only the raw key goes in, never the phrase; it is filed under the file's salt, which says nothing.
"""

from __future__ import annotations

from typing import Any

from netwerk_widgets.casefile.errors import KeyProblem
from netwerk_widgets.casefile.keys import Key

SERVICE = "netwerk-werkboek"


def available() -> bool:
    """Whether this computer has a key ring that keeps secrets."""
    try:
        _ring()
    except KeyProblem:
        return False
    return True


def put(key: Key) -> None:
    """Remember a key.

    Raises:
        KeyProblem: this computer has no key ring, or it refuses. All else works without.
    """
    ring = _ring()
    try:
        ring.set_password(SERVICE, key.salt.hex(), key.hex())
    except Exception:  # noqa: BLE001 -- every backend fails in its own way
        raise KeyProblem("casefile.error.no_keyring") from None


def get(salt: bytes) -> Key | None:
    """The key remembered for the file with this salt, where there is one."""
    try:
        text = _ring().get_password(SERVICE, salt.hex())
        return Key.from_hex(text) if text else None
    except Exception:  # noqa: BLE001 -- without a key ring, or with a locked one, the phrase is asked
        return None


def forget(salt: bytes) -> None:
    """Take a key out of the key ring; one that is not there is fine."""
    try:
        ring = _ring()
        if ring.get_password(SERVICE, salt.hex()):
            ring.delete_password(SERVICE, salt.hex())
    except Exception:  # noqa: BLE001 -- no key ring, nothing in it
        return


def _ring() -> Any:
    try:
        import keyring

        ring = keyring.get_keyring()
        trusted = ring.priority >= 1  # below that: no ring at all, or a plain text file
    except Exception:  # noqa: BLE001 -- a broken backend is none
        raise KeyProblem("casefile.error.no_keyring") from None
    if not trusted:
        raise KeyProblem("casefile.error.no_keyring")
    return ring
