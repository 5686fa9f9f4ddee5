"""Decrypts the pages of a SQLCipher 4 file without SQLCipher: AES-256-CBC, in plain Python, for looking only.

SQLite shows what is in its tables; a test on forgetting must also see what it left lying between them. Each
page of 4,096 bytes ends in 80: an initialisation vector (16) and an HMAC (64). The first begins with the salt.
AES is written after FIPS 197, chapter 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from netwerk_widgets.casefile.keys import Key

PAGE, RESERVE, SALT = 4096, 80, 16


def pages(path: Path, key: Key) -> Iterator[bytes]:
    """The decrypted content of every page."""
    data, schedule = path.read_bytes(), _expand(key.raw)
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        sealed, vector = page[SALT if start == 0 else 0 : -RESERVE], page[-RESERVE : -RESERVE + 16]
        yield _decrypt(sealed, vector, schedule)


def _times(a: int, b: int) -> int:
    """The product in the field of 256 elements that AES uses."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


def _box() -> list[int]:
    table = []
    for value in range(256):
        inverse = next((i for i in range(256) if _times(value, i) == 1), 0)
        spun = inverse
        for turn in range(1, 5):
            spun ^= (inverse << turn | inverse >> 8 - turn) & 255
        table.append(spun ^ 0x63)
    return table


BOX = _box()
INVERSE = bytes(BOX.index(value) for value in range(256))
NINE, ELEVEN, THIRTEEN, FOURTEEN = (bytes(_times(value, by) for value in range(256)) for by in (9, 11, 13, 14))
BACK = [(place - 4 * (place % 4)) % 16 for place in range(16)]


def _expand(key: bytes) -> list[bytes]:
    """The fifteen round keys of a key of 32 bytes."""
    words, power = [key[i : i + 4] for i in range(0, 32, 4)], 1
    for i in range(8, 60):
        word = words[-1]
        if i % 8 == 0:
            word = bytes(BOX[b] for b in word[1:] + word[:1])
            word = bytes([word[0] ^ power]) + word[1:]
            power = _times(power, 2)
        elif i % 8 == 4:
            word = bytes(BOX[b] for b in word)
        words.append(bytes(a ^ b for a, b in zip(words[-8], word, strict=True)))
    return [b"".join(words[i : i + 4]) for i in range(0, 60, 4)]


def _xor(one: bytes, two: bytes) -> bytes:
    return (int.from_bytes(one, "big") ^ int.from_bytes(two, "big")).to_bytes(16, "big")


def _decrypt(sealed: bytes, vector: bytes, schedule: list[bytes]) -> bytes:
    plain = []
    for start in range(0, len(sealed), 16):
        block = sealed[start : start + 16]
        plain.append(_xor(_block(block, schedule), vector))
        vector = block
    return b"".join(plain)


def _block(block: bytes, schedule: list[bytes]) -> bytes:
    state = _xor(block, schedule[14])
    for turn in range(13, -1, -1):
        state = bytes(state[place] for place in BACK).translate(INVERSE)
        state = _xor(state, schedule[turn])
        if turn:
            state = _unmix(state)
    return state


def _unmix(state: bytes) -> bytes:
    out = bytearray()
    for at in range(0, 16, 4):
        a, b, c, d = state[at : at + 4]
        out.append(FOURTEEN[a] ^ ELEVEN[b] ^ THIRTEEN[c] ^ NINE[d])
        out.append(NINE[a] ^ FOURTEEN[b] ^ ELEVEN[c] ^ THIRTEEN[d])
        out.append(THIRTEEN[a] ^ NINE[b] ^ FOURTEEN[c] ^ ELEVEN[d])
        out.append(ELEVEN[a] ^ THIRTEEN[b] ^ NINE[c] ^ FOURTEEN[d])
    return bytes(out)
