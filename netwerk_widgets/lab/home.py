"""The folder of this program, made private before anything is written in it; and where to work while its disk is full."""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from netwerk_widgets.lab.errors import LabError


def private_folder(path: Path) -> Path:
    """This folder, made where it is absent and closed to others.

    Raises:
        LabError: the folder cannot be made or written in; the sentence names it.

    Example:
        >>> private_folder(Path("/nowhere/at/all"))  # doctest: +SKIP
        Traceback (most recent call last):
        netwerk_widgets.lab.errors.LabError: In de map /nowhere/at/all kan ik niet schrijven ...
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied")
        with contextlib.suppress(OSError):  # a stick formatted for Windows knows no modes
            path.chmod(0o700)
    except OSError as error:
        raise LabError("lab.error.folder", folder=str(path), reason=error.strerror or type(error).__name__) from error
    return path


NEEDED = 1 << 18
"""What a run needs at least, in bytes: settings, the signatures of the workbooks, how to reach a kernel."""


def with_room(folder: Path) -> Path:
    """This folder, where something can be written in it; else one elsewhere that goes with this process.

    So that whoever has a full disk can at least look at their cases. Nothing of a case is ever written in it.

    Raises:
        LabError: nothing can be written anywhere.

    Example:
        >>> with_room(Path("lab"))  # doctest: +SKIP
        PosixPath('lab')
    """
    places = (os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm", tempfile.gettempdir())  # noqa: S108 -- made private below
    for place in (None, *filter(None, places)):
        with contextlib.suppress(OSError, LabError):
            if place is None:
                tried = private_folder(folder)
            else:
                tried = Path(tempfile.mkdtemp(prefix="netwerk-", dir=place))
                atexit.register(shutil.rmtree, tried, ignore_errors=True)
            with tempfile.TemporaryFile(dir=tried) as probe:
                probe.write(bytes(NEEDED))
            return tried
    raise LabError("lab.error.full", folder=str(folder))
