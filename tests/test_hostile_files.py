"""Whatever lies in a user's folders under a good name: it is refused in a sentence, at once, and the rest goes on."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from netwerk_widgets.casefile.library.home import PRACTICE_KEYS, read_author
from netwerk_widgets.casefile.library.log import LogFile
from netwerk_widgets.casefile.library.meeting import FILE as MEETING
from netwerk_widgets.casefile.library.meeting import KeptMeeting
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.exchange import boards, cards, content, easynwk, methods, toml
from netwerk_widgets.lab import workbooks
from netwerk_widgets.lab.command import readable
from netwerk_widgets.lab.server import _target
from netwerk_widgets.lab.state import State
from netwerk_widgets.model.errors import NetwerkError
from netwerk_widgets.views.shelf import _bytes
from tests.costs import cheaply

DATA = Path(__file__).parents[1] / "data"


def sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 50_000_000_000)


def listening(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket is short
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


THINGS: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a gigantic file": sparse,
    "a link to nothing": lambda path: path.symlink_to(path.with_name("weg")),
    "a link to itself": lambda path: path.symlink_to(path),
}
if os.name == "posix":
    THINGS |= {
        "a pipe": os.mkfifo,
        "a link to a pipe": lambda path: (os.mkfifo(f"{path}.pijp"), path.symlink_to(f"{path}.pijp"))[0],
        "a device without an end": lambda path: path.symlink_to("/dev/zero"),
        "a device that waits": lambda path: path.symlink_to("/dev/tty"),
        "a socket": listening,
    }
DOTS = ".".join("a" * 20_000)
LONG_TOML = {
    "a key": f"{DOTS} = 1",
    "a key of words in quotation marks": ".".join(['"a"'] * 10_000) + " = 1",
    "a key with spaces": f"{' . '.join('a' * 10_000)} = 1",
    "a heading": f"[{DOTS}]",
    "a heading of a list": f"[[{DOTS}]]",
    "a table in a line": f"x = {{ {DOTS} = 1 }}",
    "tables in tables": "x = " + "{ a = " * 8_000,
    "lists in lists": "x = " + "[" * 40_000,
    "behind a text with a quotation mark at its end": f'x = """a""""\n{DOTS} = 1\ny = """"""',
    "behind a text in single quotation marks": f"x = '''a'''''\n{DOTS} = 1\ny = ''''''",
    "behind a backslash": f'x = "a\\\\"\n{DOTS} = 1\ny = ""',
    "keys that begin alike": "".join(f"a.b.c.d.e.f.g.k{number:x} = 1\n" for number in range(9_000)),
    "keys that begin alike, under a heading": "[a.a.a.a.a.a.a.a]\n"
    + "".join(f"{number:x}.a.a.a.a.a.a.a = 1\n" for number in range(9_000)),
    "a number of many digits": "x = " + "9" * 5_000,
    "a number in sixteens": "x = 0x" + "f" * 200_000,
    "a long key": "k" * 200_000 + " = 1",
    "many values": "x = [" + "1," * 100_000 + "]",
    "many empty tables": "x = [" + "{}," * 80_000 + "]",
    "many lines": "\n" * 240_000 + "=",
    "a text without an end": 'x = "' + '\\"' * 100_000,
    "nothing but text": "x" * (toml.LARGEST + 1),
}


@pytest.mark.parametrize("text", LONG_TOML.values(), ids=LONG_TOML)
def test_toml_that_nobody_would_write_is_refused_before_it_is_parsed(tmp_path, text):
    file = tmp_path / "x.toml"
    file.write_text(text)

    def read() -> str:
        with pytest.raises(toml.Unreadable) as refused:
            toml.load(file)
        return refused.value.why

    assert cheaply(read) in ("not_toml", "too_big")


def test_toml_that_somebody_might_write_is_read(tmp_path):
    file = tmp_path / "x.toml"
    rows = "".join(
        f'[cards.k{n}]\nquestion = {{ nl = "Wie, waar [en] {{wanneer}}? #{n}", en = "1.2.3.4.5.6.7.8.9.10" }}\n'
        for n in range(900)
    )
    file.write_bytes(f'# {DOTS}\nlong = """\n{"a.b[" * 9_000}\\"""""\nn = [1.5, 2.5]\ntwo."a.b".c = 1\n{rows}'.encode())
    found = cheaply(lambda: toml.load(file))
    assert found["long"].endswith('""')
    assert found["two"] == {"a.b": {"c": 1}}
    assert len(found["cards"]) == 900


READERS: dict[str, tuple[Callable[[Path], Any], str]] = {
    "cards": (lambda own: cards.read_deck(own=own), "deck.problem."),
    "boards": (lambda own: boards.read_boards(own=own), "board.problem."),
    "methods": (lambda own: methods.read_methods(own=own), "methods.problem."),
}


@pytest.mark.parametrize("kind", READERS)
def test_bad_files_of_content_leave_the_rest(tmp_path, kind):
    read, prefix = READERS[kind]
    (tmp_path / "goed.toml").write_bytes((DATA / kind / "voorbeeld.toml").read_bytes())
    good = read(tmp_path)
    assert not good.problems
    for number, put in enumerate(THINGS.values()):
        put(tmp_path / f"kwaad{number}.toml")
    (tmp_path / "kwaad.toml").write_text(LONG_TOML["a key"])
    found = cheaply(lambda: read(tmp_path))
    why = ["too_big" if thing == "a gigantic file" else "unreadable" for thing in THINGS]
    assert [problem.key for problem in found.problems] == [prefix + one for one in ("not_toml", *why)]
    assert all("kwaad" in problem.text("nl") for problem in found.problems)
    assert replace(found, problems=()) == good


def test_a_long_way_of_gentler_cards_is_gone_once(tmp_path):
    for name in "abcdefgh":
        rows = (f'[cards.k{n}]\nquestion = "?"\ngentler = "{name}-k{n + 1}"\n' for n in range(1_000))
        following = chr(ord(name) + 1) if name < "h" else "a"
        last = f'[cards.k1000]\nquestion = "?"\ngentler = "{following}-k0"\n'
        (tmp_path / f"{name}.toml").write_text(f'name = "{name}"\n{"".join(rows)}{last}')
    found = cheaply(lambda: cards.read_deck(tmp_path / "geen", tmp_path))
    assert [(one.key, one.params["card"]) for one in found.problems[1:]] == [("deck.problem.circle", "a-k0")]
    assert len(found.deck.cards) == 8_008


LONG_JSON = {
    "lists in lists": b"[" * 400_000,
    "tables in tables": b'{"a":' * 100_000,
    "closed again": b"[" * 5_000 + b"]" * 5_000,
    "behind a text": b'["\\\\", ' + b"[" * 5_000 + b"]" * 5_000 + b"]",
    "many empty lists": b"[" + b"[]," * 1_500_000 + b"0]",
    "many empty tables": b"[" + b"{}," * 1_500_000 + b"0]",
    "many texts": b"[" + b'"a",' * 1_100_000 + b"0]",
    "many numbers": b"[" + b"1.5," * 1_100_000 + b"0]",
    "a text without an end": b'"' + b'\\"' * 2_000_000,
    "quotation marks": b'"' * 4_000_000,
    "a number of many digits": b"9" * 4_000_000,
    "spaces": b" " * 4_000_000,
}


@pytest.mark.parametrize("data", LONG_JSON.values(), ids=LONG_JSON)
def test_json_that_nobody_would_write_is_refused_before_it_is_parsed(data):
    def read() -> None:
        with pytest.raises(ValueError):  # noqa: PT011 -- json's own error is one too
            outside.parsed(data)

    cheaply(read)
    with pytest.raises(NetwerkError) as refused:
        easynwk.read(data)
    assert refused.value.message.text("nl").endswith(".")


def test_json_that_somebody_might_write_is_read():
    people = [
        {"id": n, "name": "[" * 30, "note": 'a, "b" {c}' * 3, "angle": 12.5, "distance": 40} for n in range(4_000)
    ]
    data = json.dumps({"ego": {}, "alteri": people}).encode()
    assert len(cheaply(lambda: outside.parsed(data))["alteri"]) == 4_000


def quietly(read: Callable[[], Any]) -> Any:
    """What is read, or the sentence of why not."""
    try:
        return read()
    except NetwerkError as refused:
        return refused.message.text("nl")


def kept(folder: Path, name: str, put: Callable[[Path], None]) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path)
    return path


PLACES: dict[str, tuple[str, Callable[[Path], Any], Any]] = {
    "preferences": ("voorkeuren.json", lambda home: State(home / "voorkeuren.json").read(), {}),
    "who works here": ("wie.json", lambda home: read_author(home).initials, ""),
    "the meeting": (MEETING, lambda home: KeptMeeting(home).meeting, None),
    "the learning log": ("leerlogboek.json", lambda home: LogFile(home).entries(), "leerlogboek"),
    "a note of the shelf": (
        "lijst/Linde-7.json",
        lambda home: Shelf(home)._index.read("Linde-7", home / "x").source,
        "",
    ),
    "a practice case's key": (f"{PRACTICE_KEYS}/Linde-7.key", lambda home: Shelf(home).key("Linde-7"), "."),
    "a case": ("casussen/Linde-7.casus", lambda home: Shelf(home).key("Linde-7", recovery="x"), "Linde-7"),
    "all cases": ("casussen/Linde-7.casus", lambda home: len(Shelf(home).list()), None),
    "a file to bring in": ("rosa.json", lambda home: _bytes(home / "rosa.json"), "."),
    "a network": ("rosa.json", lambda home: easynwk.read(home / "rosa.json"), "."),
    "a file to open": ("rosa.json", lambda home: readable(home / "rosa.json").name, "rosa.json"),
    "a practice case": ("practice/jay.json", lambda home: content.practice_case("jay", folder=home), "jay.json"),
    "a workbook": ("werkboeken/x.ipynb", lambda home: workbooks.fingerprint(home / "werkboeken/x.ipynb"), "unreadable"),
    "where the workbooks come from": (
        "werkboeken/.herkomst.json",
        lambda home: workbooks._read_ledger(home / "werkboeken"),
        {},
    ),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("thing", THINGS)
def test_every_file_of_a_user_may_be_something_else(tmp_path, place, thing):
    name, read, wanted = PLACES[place]
    kept(tmp_path, name, THINGS[thing])
    found = cheaply(lambda: quietly(lambda: read(tmp_path)))
    if isinstance(wanted, str) and wanted:
        assert wanted in found
    elif place != "all cases":
        assert found == wanted


@pytest.mark.parametrize("name", [place[0] for place in PLACES.values() if place[0].endswith("json")])
@pytest.mark.parametrize("data", [LONG_JSON["closed again"], b"9" * 9_000, b'{"a":' * 9_000])
def test_every_json_of_a_user_may_be_hostile(tmp_path, name, data):
    kept(tmp_path, name, lambda path: path.write_bytes(data))
    for place, read, _ in PLACES.values():
        if place == name:
            cheaply(lambda read=read: quietly(lambda: read(tmp_path)))


@pytest.mark.parametrize("thing", [name for name in THINGS if name != "a folder"])
def test_a_workbook_that_is_something_else_is_made_anew(tmp_path, thing):
    folder = workbooks.working_copies(tmp_path)
    (folder / "00_start.ipynb").unlink()
    kept(folder, "00_start.ipynb", THINGS[thing])
    kept(folder, "09_van_mij.ipynb", THINGS[thing])
    cheaply(lambda: workbooks.working_copies(tmp_path))
    if thing != "a gigantic file":  # that one is somebody's own
        assert workbooks.fingerprint(folder / "00_start.ipynb") != workbooks.UNREADABLE
    State(tmp_path / "voorkeuren.json").merge({"last": "09_van_mij"})
    target = _target(State(tmp_path / "voorkeuren.json"), folder)()
    assert target.endswith("09_van_mij.ipynb" if thing == "a gigantic file" else "00_start.ipynb")
