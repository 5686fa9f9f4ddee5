"""The folder of this program, made private before anything is written in it."""

from __future__ import annotations

import contextlib
import os
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
