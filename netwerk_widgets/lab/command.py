"""The ``netwerk`` command: what the user types, and the plain sentences that it answers.

Exit codes: 0 done, 1 it could not be done (a sentence says why), 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from netwerk_widgets import __version__, locale
from netwerk_widgets.casefile.library.home import data_folder
from netwerk_widgets.lab import terminal
from netwerk_widgets.locale import LANGUAGES, Message
from netwerk_widgets.model.errors import NetwerkError

COMMANDS = ("start", "open", "workbooks", "check")


class UsageError(Exception):
    """The command line was not understood."""


class Parser(argparse.ArgumentParser):
    """A parser that raises where argparse would print English and exit."""

    def error(self, message: str) -> NoReturn:
        """Say that the command was not understood."""
        raise UsageError(message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Args:
        arguments: the words after ``netwerk``; those of this process when None.

    Returns:
        The exit code: 0, 1 or 2.

    Example:
        >>> main(["--version"])  # doctest: +SKIP
        netwerk 0.1.0
        0
    """
    terminal.prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        locale.use(_language(given))
        return _run(given)
    except NetwerkError as error:
        terminal.complain(str(error))
    except KeyboardInterrupt:
        return 0
    except Exception as error:  # noqa: BLE001 -- the last line of defence: a sentence, never a traceback
        terminal.complain(Message("lab.error.unexpected", {"reason": f"{type(error).__name__}: {error}"}).text())
    return 1


def parser() -> Parser:
    """The command line as argparse reads it, once nobody asks for help."""
    top = Parser(prog="netwerk", add_help=False, allow_abbrev=False, parents=[_flags()])
    top.set_defaults(no_browser=False, file=None)
    commands = top.add_subparsers(dest="command", parser_class=Parser)
    for name in COMMANDS:
        sub = commands.add_parser(name, add_help=False, allow_abbrev=False, parents=[_flags()])
        if name in ("open", "check"):
            sub.add_argument("file", type=Path)
        if name == "workbooks":
            sub.add_argument("folder", type=Path)
    return top


def _flags() -> Parser:
    """What may stand before and after a command; argparse shares what it is given, so each asks for its own."""
    flags = Parser(add_help=False, allow_abbrev=False)
    flags.add_argument("--no-browser", action="store_true", default=argparse.SUPPRESS)
    flags.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)
    return flags


def help_text() -> str:
    """The explanation of ``--help``, in the language now spoken."""
    say = {name: Message(f"lab.command.{name}").text() for name in _HELP}
    rows = [
        (say["positionals"], ""),
        ("  start", say["start"]),
        ("  open FILE", say["open"]),
        ("  workbooks DIR", say["workbooks"]),
        ("  check FILE", say["check"]),
        ("", ""),
        (say["options"], ""),
        (f"  --lang {_TONGUES}", say["lang"]),
        ("  --no-browser", say["nobrowser"]),
        ("  --version", say["version"]),
        ("  -h, --help", say["help"]),
    ]
    table = "\n".join(f"{left:<18}{right}".rstrip() for left, right in rows)
    return f"{say['usage']}: netwerk [--lang {_TONGUES}] [--no-browser] [start | open FILE | workbooks DIR | check FILE]\n\n{say['about']}\n\n{table}"


_TONGUES = "|".join(LANGUAGES)
_HELP = (
    *("usage", "about", "positionals", "start", "open", "workbooks", "check"),
    *("options", "lang", "nobrowser", "version", "help"),
)


def _run(given: Sequence[str]) -> int:
    if {"--help", "-h"} & {*given}:  # also with a command that lacks a word: who asks for help is given it
        terminal.say(help_text())
        return 0
    if "--version" in given:
        terminal.say(f"netwerk {__version__}")
        return 0
    try:
        options = parser().parse_args(given)
    except UsageError:
        word = next((word for word in given if not word.startswith("-") and word not in LANGUAGES), "")
        unknown = bool(word) and word not in COMMANDS
        asked = Message("lab.error.usage.command", {"word": word}) if unknown else Message("lab.error.usage")
        terminal.complain(asked.text())
        return 2
    if options.command == "workbooks":
        return _workbooks(options.folder)
    if options.command == "check":
        return _check(options.file)
    return _start(options.file, browser=not options.no_browser)


def _start(file: Path | None, *, browser: bool) -> int:
    from netwerk_widgets.lab.home import private_folder
    from netwerk_widgets.lab.waiting import Doorway

    for number in signal.SIGINT, signal.SIGTERM:
        signal.signal(number, _interrupt)
    os.umask(0o077)  # whatever Jupyter and the kernels write is for its owner only
    own = private_folder(data_folder())
    offered = readable(file) if file else None
    door = Doorway(locale.language())
    terminal.say(Message("lab.command.address", {"url": door.url}).text() if browser else door.url)
    if browser:
        terminal.say(Message("lab.command.stop").text())
        _browse(door.once)
    leave_out()
    from netwerk_widgets.lab.server import serve

    try:
        serve(door, own, locale.language(), offered, terminal.say)
    finally:
        for number in signal.SIGINT, signal.SIGTERM:  # who presses Ctrl-C while Python itself ends would kill it
            signal.signal(number, signal.SIG_IGN)
    terminal.say(Message("lab.command.ended").text())
    return 0


def leave_out() -> None:
    """Let Jupyter start without what costs half of its start: jsonschema's grammar of addresses in any script.

    No schema of Jupyter's asks for such an address, and jsonschema goes without where the package is not installed.
    """
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]  # importing it fails from now on


def readable(file: Path) -> Path:
    """This file, if it can be read at all.

    Raises:
        LabError: it is absent, no file, or not to be read.
    """
    from netwerk_widgets.lab.errors import LabError

    if not file.is_file():
        raise LabError("lab.error.missing", file=str(file))
    try:
        with file.open("rb"):
            return file.absolute()
    except OSError as error:
        raise LabError("lab.error.unreadable", file=str(file), reason=error.strerror or type(error).__name__) from error


def _workbooks(folder: Path) -> int:
    from netwerk_widgets.lab.workbooks import copy_to

    copied, skipped = copy_to(folder)
    for name in copied:
        terminal.say(Message("lab.command.copied", {"name": name}).text())
    for name in skipped:
        terminal.say(Message("lab.command.skipped", {"name": name}).text())
    counts = {"copied": len(copied), "skipped": len(skipped), "folder": str(folder)}
    terminal.say(Message("lab.command.copied.done", counts).text())
    return 0


def _check(file: Path) -> int:
    from netwerk_widgets.lab.check import examine

    report = examine(readable(file))
    for finding in report.findings:
        (terminal.say if report.ok else terminal.complain)(finding.text())
    return 0 if report.ok else 1


def _browse(url: str) -> None:
    import threading
    import webbrowser

    def opened() -> None:
        with suppress(webbrowser.Error, ValueError, OSError):  # the address stands in the terminal as well
            webbrowser.open(url)

    threading.Thread(target=opened, daemon=True).start()


def _language(given: Sequence[str]) -> str:
    """The language of this run: asked for, or of the environment, or chosen last, or Dutch."""
    for word, following in pairwise([*given, ""]):
        if word == "--lang" and following in LANGUAGES:
            return following
        if word.startswith("--lang=") and word[7:] in LANGUAGES:
            return word[7:]
    wish = os.environ.get("NETWERK_LANG", "")
    if wish in LANGUAGES:
        return wish
    from netwerk_widgets.lab.state import State

    return str(State(data_folder() / "voorkeuren.json").read().get("lang", locale.DEFAULT))


def _interrupt(*_: object) -> None:
    for number in signal.SIGINT, signal.SIGTERM:  # once is enough: a second one would break off the end itself
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
