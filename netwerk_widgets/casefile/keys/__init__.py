"""Keys: from a pass phrase or a recovery code to the raw key of one case file, and back to a code.

The raw key is derived exactly as SQLCipher 4 does by itself (PBKDF2-HMAC-SHA512, 256,000 rounds, the
file's first 16 bytes as salt), so any SQLCipher program opens a case with its pass phrase. We always open
with the raw key: it is what the server remembers, and what the recovery code spells.

A recovery code is 56 letters and digits in groups of four: 32 bytes of key and three of checksum, in
Crockford's base32 (no I, L, O or U; read as 1, 1, 0 where typed). It belongs to one pass phrase: another
phrase means another code.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from netwerk_widgets.casefile.errors import Damaged, KeyProblem, NotACase
from netwerk_widgets.casefile.storage import strangers as outside

ROUNDS = 256_000
SALT_BYTES = 16
KEY_BYTES = 32
CODE_GROUP = 4
_CHECK_BYTES = 3
_CODE_LETTERS = (KEY_BYTES + _CHECK_BYTES) * 8 // 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True, slots=True)
class Key:
    """The raw key of one case file, with that file's salt. Its repr shows neither."""

    raw: bytes
    salt: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise KeyProblem("casefile.error.no_key")

    def __repr__(self) -> str:
        return "Key(...)"

    @property
    def pragma(self) -> str:
        """The key as SQLCipher's ``PRAGMA key`` takes it: hexadecimal digits only, whatever came in."""
        return f"x'{self.hex()}'"

    def hex(self) -> str:
        """Key and salt as 96 hexadecimal digits, for a vault or a key ring."""
        return self.raw.hex() + self.salt.hex()

    @classmethod
    def from_hex(cls, text: str) -> Key:
        """The key that :meth:`hex` spelled.

        Raises:
            KeyProblem: not 96 hexadecimal digits.
        """
        try:
            data = bytes.fromhex(text.strip())
        except (ValueError, AttributeError):
            raise KeyProblem("casefile.error.no_key") from None
        return cls(data[:KEY_BYTES], data[KEY_BYTES:])

    @classmethod
    def new(cls) -> Key:
        """A machine-made key with a fresh salt, as practice cases have."""
        return cls(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(SALT_BYTES))

    @property
    def recovery_code(self) -> str:
        """The code to print: opens this file without the pass phrase."""
        return recovery_code(self)


def derive(passphrase: str, salt: bytes | None = None) -> Key:
    """The raw key of this pass phrase for the file with this salt (a fresh one for a new file).

    The phrase is taken in Unicode's composed form (NFC), so that it is the same on every keyboard.

    >>> derive("vier natte laarzen", bytes(16)).raw.hex()[:8]
    'a3ecbcea'

    Raises:
        KeyProblem: an empty pass phrase.
    """
    if not passphrase:
        raise KeyProblem("casefile.error.no_phrase")
    salt = secrets.token_bytes(SALT_BYTES) if salt is None else salt
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "replace")
    return Key(pbkdf2(words, salt, ROUNDS), salt)


def pbkdf2(words: bytes, salt: bytes, rounds: int) -> bytes:
    """32 bytes by PBKDF2-HMAC-SHA512, also where Python has it not (in a browser); that takes about three times as long.

    >>> pbkdf2(b"password", b"salt", 2).hex()[:16]
    'e1d9c16aa681708a'
    """
    ready = getattr(hashlib, "pbkdf2_hmac", None)
    if ready is not None:
        return bytes(ready("sha512", words, salt, rounds, KEY_BYTES))
    begun = hmac.new(words, digestmod=hashlib.sha512)
    last, total = salt + (1).to_bytes(4, "big"), 0
    for _ in range(rounds):
        turn = begun.copy()
        turn.update(last)
        last = turn.digest()
        total ^= int.from_bytes(last, "big")
    return total.to_bytes(begun.digest_size, "big")[:KEY_BYTES]


def salt_of(path: Path) -> bytes:
    """The salt of a case file: its first 16 bytes.

    Raises:
        NotACase: the file cannot be read. Damaged: it is too short to have one.
    """
    try:
        with outside.opened(path) as file:
            salt = file.read(SALT_BYTES)
    except OSError:
        raise NotACase("casefile.error.unreachable", file=path.name) from None
    if len(salt) < SALT_BYTES:
        raise Damaged("casefile.error.empty", file=path.name)
    return salt


def recovery_code(key: Key) -> str:
    """The recovery code of a key, in fourteen groups of four."""
    number = int.from_bytes(key.raw + _checksum(key.raw), "big")
    letters = "".join(_ALPHABET[number >> (5 * place) & 31] for place in reversed(range(_CODE_LETTERS)))
    return "-".join(letters[at : at + CODE_GROUP] for at in range(0, _CODE_LETTERS, CODE_GROUP))


def read_recovery_code(code: str, salt: bytes) -> Key:
    """The key that a typed recovery code spells; spaces, hyphens and small letters do not matter.

    Raises:
        KeyProblem: a letter missing, too many, or mistyped.
    """
    letters = re.sub(r"[^0-9A-Z]", "", unicodedata.normalize("NFKC", code).upper()).translate(_READ_AS)
    if len(letters) != _CODE_LETTERS:
        raise KeyProblem("casefile.error.code_length", letters=len(letters), wanted=_CODE_LETTERS)
    if set(letters) - set(_ALPHABET):
        raise KeyProblem("casefile.error.code_typing")
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    data = number.to_bytes(KEY_BYTES + _CHECK_BYTES, "big")
    raw, check = data[:KEY_BYTES], data[KEY_BYTES:]
    if not secrets.compare_digest(check, _checksum(raw)):
        raise KeyProblem("casefile.error.code_typing")
    return Key(raw, salt)


def _checksum(raw: bytes) -> bytes:
    return hashlib.sha256(b"netwerk recovery code" + raw).digest()[:_CHECK_BYTES]
