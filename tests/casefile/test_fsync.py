"""A disk whose fsync really fails: the system call itself is made to answer EIO, by a seccomp filter (Linux).

Elsewhere the failing commits of ``test_disk`` stand for it.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.damage import check
from tests.casefile.make import ANN, move, small_case

CALLS = {"x86_64": (74, 75), "aarch64": (82, 83)}  # fsync, fdatasync
BROKEN = """
import ctypes, struct, sys
from pathlib import Path
from netwerk_widgets.casefile.errors import NotSaved
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.edits import Place

def break_fsync(calls):
    load, same, answer = 0x20, 0x15, 0x06
    eio, allow = 0x00050000 | 5, 0x7FFF0000
    code = [(load, 0, 0, 0), (same, 2, 0, calls[0]), (same, 1, 0, calls[1]), (answer, 0, 0, allow), (answer, 0, 0, eio)]
    program = b"".join(struct.pack("HBBI", *step) for step in code)
    buffer = ctypes.create_string_buffer(program, len(program))
    head = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(code), ctypes.addressof(buffer)))
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(38, 1, 0, 0, 0) == 0, ctypes.get_errno()
    assert libc.prctl(22, 2, ctypes.byref(head)) == 0, ctypes.get_errno()

path, key = Path(sys.argv[1]), Key.from_hex(sys.stdin.readline())
file = CaseFile.open(path, key, Author("AB", "kantoor"))
file.apply(Place((("p1", 10, -90),)), "before")
case, revision = file.case, file.revision
break_fsync((int(sys.argv[2]), int(sys.argv[3])))
for act in (lambda: file.apply(Place((("p1", 50, -50),)), "page.1"), file.undo, lambda: file.forget_person("p1")):
    try:
        act()
    except NotSaved as error:
        assert file.case is case and file.revision == revision, error
    else:
        raise SystemExit("a failing fsync was not noticed")
print("noticed")
"""


def test_a_failing_fsync_is_no_saved_edit(path: Path, key: Key) -> None:
    calls = CALLS.get(platform.machine())
    if sys.platform != "linux" or calls is None:
        return
    CaseFile.create(path, key, small_case(), ANN).close()
    run = subprocess.run(
        [sys.executable, "-c", BROKEN, str(path), *map(str, calls)],
        check=False,
        input=key.hex(),
        text=True,
        capture_output=True,
        timeout=60,
    )
    assert (run.stdout, run.stderr) == ("noticed\n", "")
    with CaseFile.open(path, key, ANN) as file:
        assert file.revision == 2
        assert file.apply(move(), "page.1").number == 3
    assert check(path, key).ok
