"""Whether what lies at a path is still the file that was opened, and as it was left.

Sync programs heed no lock: they write an older copy over an open file, or put another in its place. What the system
tells of a file (which one it is, its size, when it was written) costs microseconds to ask, so it is asked often.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which file lies somewhere (``device``, ``inode``), and how it was written last."""

    device: int
    inode: int
    size: int
    written: int
    altered: int

    def same_file(self, other: Stamp | None) -> bool:
        """Whether it is the same file, whatever is in it."""
        return other is not None and (self.device, self.inode) == (other.device, other.inode)


def stamp(path: Path, *, behind_links: bool = False) -> Stamp | None:
    """The stamp of what lies at a path; None where there is no file, or none that can be reached.

    Args:
        path: where it lies.
        behind_links: whether a link stands for what it leads to; otherwise it is no file.

    >>> stamp(Path("nowhere/at/all")) is None
    True
    """
    try:
        about = path.stat(follow_symlinks=behind_links)
    except OSError:
        return None
    if not stat.S_ISREG(about.st_mode):
        return None
    return Stamp(about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
