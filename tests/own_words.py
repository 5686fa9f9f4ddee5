"""Whether a text is the program's own: the two articles' sentences, kept as hashes, are not to be found in it.

The articles themselves are not part of this repository; ``exchange/articles.sha256`` holds their sentences, and every
five words in a row of them, as hashes.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path


def _hashes() -> tuple[set[str], set[str]]:
    file = Path(__file__).parent / "exchange" / "articles.sha256"
    whole, parts = file.read_text(encoding="ascii").split("# ")[1:]
    return set(whole.split("\n")[1:]), set(parts.split("\n", 1)[1].split())


SENTENCES, FIVES = _hashes()


def from_an_article(text: str) -> bool:
    """Whether a text is a sentence of an article, or has five words in a row with one."""
    words = _letters(text)
    fives = {_digest(words[place : place + 5])[:10] for place in range(len(words) - 4)}
    return _digest(words) in SENTENCES or bool(fives & FIVES)


def _letters(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", re.sub(r"['’‘`]", "", text.lower()))


def _digest(words: list[str]) -> str:
    return hashlib.sha256("".join(words).encode()).hexdigest()
