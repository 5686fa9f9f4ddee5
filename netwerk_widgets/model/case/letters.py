"""Letters as people see them: one form for what looks alike, words with their marks, texts cut between signs.

What is written otherwise and reads the same (composed or not, upper case, an accent left out, points and harakat) is the
same after :func:`folded`. Vowel signs of scripts such as Devanagari, Tamil and Thai are letters there, and stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

from netwerk_widgets.model.errors import EditError

_LAST = 0x1FFFF
"""The last plane in which marks and letters stand; beyond it there are signs of East Asia and tags only."""

# Combining accents, Hebrew points, Arabic harakat, tatweel and Quranic signs, and what chooses how a sign is drawn.
_ACCENTS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    r"\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
UNSEEN = r"\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
"""What is not seen between letters: joiners, soft hyphens, marks of direction."""
_FOLDED_AWAY = re.compile(f"[{_ACCENTS}{UNSEEN}]")
_HIDDEN = re.compile(f"[{UNSEEN}]")
_ALIKE = {
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "ŋ": "ng",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
} | dict.fromkeys("‘’ʼ`´＇ʹʻ", "'")
_SOMETHING_ALIKE = re.compile(f"[{''.join(_ALIKE)}]")

_NO_SPACES = (
    r"\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e45\u0e80-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec4\u1000-\u102a\u103f\u1780-\u17b3"
    r"\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of scripts that are written without spaces (Thai, Lao, Burmese, Khmer, Chinese, Japanese)."""


@cache
def _ranges(*kinds: str) -> str:
    """All characters of these kinds (Unicode's categories), as ranges for a set of a regular expression."""
    found = [code for code in range(0x80, _LAST) if unicodedata.category(chr(code)).startswith(kinds)]
    runs = (list(run) for _, run in groupby(enumerate(found), lambda pair: pair[1] - pair[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


@cache
def words() -> re.Pattern[str]:
    r"""Finds the words of a text: letters with their marks (which Python's ``\w`` leaves out), figures, a picture.

    In a script without spaces every sign is a word of its own: where one ends there cannot be seen from outside.
    """
    inside = f"{_ranges('M')}{UNSEEN}\U000e0020-\U000e007f\U000e0100-\U000e01ef"
    picture = f"[{_ranges('So')}](?:[{inside}\U0001f3fb-\U0001f3ff]|(?<=\u200d)[{_ranges('So')}])*"
    letter = rf"(?![{_NO_SPACES}{_ranges('No')}])[^\W\d_]"
    return re.compile(rf"[{_NO_SPACES}][{inside}]*|[\d{_ranges('No')}]+|(?:{letter}[{inside}]*)+|{picture}")


@cache
def within() -> str:
    """What goes on with a word, as a set for a regular expression: letters, figures and marks."""
    return rf"\w{_ranges('M')}\u200c\u200d"


def composed(text: str) -> str:
    r"""The text with each letter in its one composed form (NFC).

    >>> composed("Zoe\u0308") == "Zoë"
    True
    """
    return unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    r"""The text in one case and one form, accents and points as they are.

    >>> plain("ANDRÉ") == plain("Andre\u0301")
    True
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    # Case is folded before and after: capitals of compatibility signs come apart in between.
    return _even(composed(unicodedata.normalize("NFKC", _HIDDEN.sub("", text).casefold()).casefold()))


def folded(text: str) -> str:
    """The text in one case, without accents and points: what somebody types who looks for it.

    >>> folded("Zoë"), folded("D’ARTAGNAN")
    ('zoe', "d'artagnan")
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    apart = unicodedata.normalize("NFKD", plain(text))
    return _even(composed(_FOLDED_AWAY.sub("", apart)))


def bare(text: str) -> str:
    """The letters a to z of a text, folded, and its ASCII signs: all of a folded ASCII word in it, found much faster."""
    if text.isascii():
        return text.lower()
    small = text.casefold()
    if _SOMETHING_ALIKE.search(small):
        return folded(text)
    return unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode().lower()


def _even(text: str) -> str:
    return _SOMETHING_ALIKE.sub(lambda found: _ALIKE[found.group()], text)


_BREAKS = re.compile("(?:\r\n|[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029])")
_GAPS = re.compile(" *[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029][\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029 ]*")
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_JOINERS = re.compile("[\u200c\u200d]+")
_SCRIPTS_THAT_JOIN = re.compile("[\u0590-\u1dff\u2c00-\ufdff\ufe70-\U0001efff]")
_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+")
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"


def clean(text: str, *, lines: bool = True) -> str:
    r"""The text without what cannot be seen or would turn it round; where it parts words, a space or a new line is left.

    Args:
        text: as it was typed, pasted or read.
        lines: whether it may have several lines; otherwise all is put on one.

    >>> clean("Truus\x0btwee", lines=False), clean("een\r\ntwee"), clean("\u202eo\u200bm\u00ada")
    ('Truus twee', 'een\ntwee', 'oma')
    """
    if text.isascii() and text.isprintable():
        return text
    text = _BREAKS.sub("\n", text) if lines else _GAPS.sub(" ", text)
    return _JOINERS.sub(_joined, _TAGS.sub("", _UNWRITABLE.sub("", text)))


def _joined(found: re.Match[str]) -> str:
    """One joiner where it joins: between parts of an emoji, and after a letter of a script that needs it."""
    text, (start, end) = found.string, found.span()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if unicodedata.category(before)[0] in "LM" and _SCRIPTS_THAT_JOIN.match(before):
        return found.group()[0]
    return "\u200d" if "\u200d" in found.group() and _pictured(before) and _pictured(after) else ""


def _pictured(sign: str) -> bool:
    return unicodedata.category(sign) in ("So", "Sk") or sign in "\ufe0f\u20e3♀♂"


def visible(text: str) -> bool:
    r"""Whether anything of a text can be seen.

    >>> visible("\u200b \u2800"), visible("?")
    (False, True)
    """
    seen = (unicodedata.category(sign) for sign in text if sign not in _BLANK)
    return any(kind[0] in "LNPS" or kind in ("Co", "Cn") for kind in seen)  # of an unknown sign a box is seen


def named(text: str) -> str:
    """A name without spaces around it.

    Raises:
        EditError: something was given, and nothing of it can be seen.
    """
    name = clean(text, lines=False).strip()
    if text.strip() and not visible(name):
        raise EditError("model.error.unseen")
    return name


def cut(text: str, limit: int) -> str:
    """The beginning of a text, at most ``limit`` characters, ended between two signs and never inside one.

    >>> cut("oma 👨‍👩‍👧", 6)
    'oma '
    """
    end = min(limit, len(text))
    while 0 < end < len(text) and _one_sign(text, end):
        end -= 1
    return text[:end]


def _one_sign(text: str, at: int) -> bool:
    """Whether what stands before and after this place are parts of one sign (a grapheme cluster)."""
    before, after = text[at - 1], text[at]
    if (before, after) == ("\r", "\n") or after in "\u200c\u200d\u0e33\u0eb3" or _extends(after):
        return True
    if before == "\u200d":
        return _pictured(after) or unicodedata.category(after)[0] == "L"
    if unicodedata.combining(before) == 9:  # a virama: the letter after it is written into the one before
        return unicodedata.category(after)[0] == "L"
    if "\U0001f1e6" <= after <= "\U0001f1ff":
        row = re.search("[\U0001f1e6-\U0001f1ff]*$", text[:at])
        return row is not None and len(row.group()) % 2 == 1
    return "\u1100" <= before <= "\u11ff" and "\u1160" <= after <= "\u11ff"


def _extends(sign: str) -> bool:
    return (
        unicodedata.category(sign)[0] == "M"
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
        or "\U000e0020" <= sign <= "\U000e007f"
    )
