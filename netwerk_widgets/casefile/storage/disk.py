"""Files: born private, put in their place whole or not at all, erased so that nothing is left to read."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from netwerk_widgets.casefile.errors import CaseFileError, NotSaved, ReadOnly, ShelfError

PRIVATE = 0o600
_BLOCK = 1 << 20


def born_private(path: Path) -> None:
    """Make an empty file that only its owner can read, from its first moment on.

    Raises:
        ShelfError: there is a file of that name.
        NotSaved: the disk is full or refuses. ReadOnly: nothing can be written there.
    """
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), PRIVATE)
    except OSError as error:
        raise refusal(error, path) from None
    os.close(handle)
    tighten(path)


def tighten(path: Path) -> None:
    """Take the file away from everybody but its owner, where the system knows of such a thing."""
    with suppress(OSError):
        if stat.S_IMODE(path.stat().st_mode) != PRIVATE:
            path.chmod(PRIVATE)


def private_folder(path: Path) -> Path:
    """Make a folder (and those above it) that only its owner can enter; one that is there stays as it is."""
    try:
        for folder in (*reversed(path.parents), path):
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise refusal(error, path) from None
    return path


@contextmanager
def whole(target: Path, *, replace: bool) -> Iterator[Path]:
    """Write a file beside its place, then put it there in one step: the target is the old one or the new.

    Args:
        target: where the file goes.
        replace: whether it may take the place of an older one.

    Raises:
        ShelfError: a file is there already and ``replace`` is False.
        NotSaved: the disk is full or refuses; the target is as it was.
    """
    if not replace and os.path.lexists(target):
        raise ShelfError("casefile.error.exists", file=target.name)
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    born_private(draft)
    try:
        yield draft
        sync(draft)
        if not replace:
            _link(draft, target)
        else:
            draft.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise refusal(error, target) from None
    finally:
        for left in (draft, beside(draft, "-journal")):
            with suppress(OSError):
                left.unlink()


def _link(draft: Path, target: Path) -> None:
    """Give the draft its name, and never another file's place."""
    try:
        os.link(draft, target)
    except (OSError, AttributeError) as error:  # a file system without links (a stick), or a system (a browser)
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "there is a file") from error
        draft.rename(target)


def write_private(path: Path, text: str) -> None:
    """Write a small text file, private and whole."""
    with whole(path, replace=True) as draft:
        draft.write_text(text, encoding="utf-8")


def copy_bytes(source: Path, target: Path) -> None:
    """Copy a file's bytes into one that is there already."""
    with source.open("rb") as old, target.open("r+b") as new:
        while block := old.read(_BLOCK):
            new.write(block)
        new.truncate()


def erase(path: Path) -> None:
    """Overwrite a file with zeros and remove it; one that is not there is fine.

    On a flash disk the old blocks may live on a while; what was in them is encrypted, and its key is gone.
    """
    try:
        if path.is_symlink() or not path.is_file():
            path.unlink(missing_ok=True)
            return
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, _BLOCK)))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        sync_folder(path.parent)
    except OSError as error:
        raise refusal(error, path) from None


def sync(path: Path) -> None:
    """Wait until the file is on the disk itself."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk itself; Windows does so by itself."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def beside(path: Path, ending: str) -> Path:
    """The file beside this one whose name goes on with ``ending``."""
    return path.with_name(path.name + ending)


def writable(path: Path) -> bool:
    """Whether both the file and its folder (for the journal) can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def refusal(error: OSError, path: Path) -> CaseFileError:
    """The system's refusal as an error that a user can read."""
    if error.errno == errno.EEXIST:
        return ShelfError("casefile.error.exists", file=path.name)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return NotSaved("casefile.error.disk_full")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnly("casefile.error.folder_read_only", file=path.name)
    return NotSaved("casefile.error.disk", file=path.name)
