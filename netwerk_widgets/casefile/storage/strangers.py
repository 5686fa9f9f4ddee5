"""Files that anybody may have put in a user's folders: read whole, or refused at once, and never at a great cost.

A name says nothing of what is behind it. A device never ends, a pipe never begins, a link may lead to either, and a few
kilobytes of brackets may take a parser minutes and gigabytes. So only regular files are read, of a size that was said
beforehand, and JSON is counted before it is parsed.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

SMALL = 1_000_000
"""Bytes of a file that this program writes itself, and more."""

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file of a user's that is read: one that they bring, or a workbook."""

DEEPEST = 64
MOST_PIECES = 1_000_000
"""How deep JSON may go, and how many quotation marks, brackets and commas it may have: some tens of megabytes in memory."""

# A text may end with the file and nothing is tried twice, so that none makes the search begin anew.
_TEXT = re.compile(rb'"(?:[^"\\]++|\\.?+)*+(?:"|\Z)', re.DOTALL)
_BRACKETS = bytes.maketrans(b"[]{}", b"()()")
_OTHERS = bytes(set(range(256)) - set(b"[]{}"))


class TooBig(OSError):  # noqa: N818 -- whoever reads says it in words of its own
    """A file is larger than agreed."""


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file, to read from; a link may lead to it.

    Raises:
        OSError: it is not there, not to be read, or no regular file; nothing was waited for.
    """
    if not stat.S_ISREG(path.stat().st_mode):  # before it is opened: to open a device may set it going
        raise OSError(errno.EINVAL, "no regular file")
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):  # it was put there in between
            raise OSError(errno.EINVAL, "no regular file")
        yield file


def read(path: Path, most: int = SMALL) -> bytes:
    """All of a regular file of at most so many bytes.

    Raises:
        TooBig: it has more; they were not read. OSError: as :func:`opened`.
    """
    with opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > most or len(data := file.read(most + 1) or b"") > most:  # what the system makes up has no size
            raise TooBig(errno.EFBIG, "larger than agreed")
        return data


def read_json(path: Path, most: int = SMALL) -> Any:
    """What stands in a JSON file.

    Raises:
        OSError: as :func:`read`. ValueError: as :func:`parsed`.

    Example:
        >>> read_json(Path("voorkeuren.json"))  # doctest: +SKIP
        {'lang': 'nl'}
    """
    return parsed(read(path, most))


def parsed(data: bytes) -> Any:
    """What JSON says, where it goes no deeper and has no more pieces than agreed.

    Raises:
        ValueError: it does, or is not JSON in UTF-8.

    >>> parsed(b'{"a": [1, 2]}')
    {'a': [1, 2]}
    """
    if sum(map(data.count, (b'"', b"[", b"{", b","))) > MOST_PIECES:
        raise ValueError("JSON with too much in it")
    brackets = _TEXT.sub(b"", data).translate(_BRACKETS, _OTHERS)
    for _ in range(DEEPEST):  # each time, the innermost
        brackets = brackets.replace(b"()", b"")
    if brackets:
        raise ValueError("JSON that goes too deep, or does not come back")
    return json.loads(data.decode("utf-8-sig"))
