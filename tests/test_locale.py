"""The words: all languages complete and alike, and every key that the program uses exists."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from netwerk_widgets import locale
from netwerk_widgets.locale import LANGUAGES, Message, Someone, words

PACKAGE = Path(locale.__file__).parents[1]
ROOMS = sorted(path.stem for path in (PACKAGE / "locale" / "nl").glob("*.json"))


def pairs(language: str, room: str) -> list[tuple[str, str]]:
    path = PACKAGE / "locale" / language / f"{room}.json"
    found: list[tuple[str, str]] = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=list)
    return found


def gaps(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_rooms(language: str) -> None:
    found = sorted(path.stem for path in (PACKAGE / "locale" / language).glob("*.json"))
    assert found == ROOMS, f"locale/{language} lacks or has too much: {sorted({*found} ^ {*ROOMS})}"


def test_every_language_is_told_of_in_one_place() -> None:
    """It stood in nine: in the build, in types of the page, in each table of what a language is called elsewhere."""
    assert {path.parent.name for path in (PACKAGE / "locale").glob("*/model.json")} == {*LANGUAGES}
    together = re.compile(r"""["'{ ]nl\b["']?(?:\s*[,|?]|: (?!\.{3}))[^\n]*\ben\b""")
    found = {path.relative_to(PACKAGE).as_posix() for path in sources() if told(together, path)}
    assert found == {"locale/__init__.py", "frontend/src/contract.ts"}


def told(what: re.Pattern[str], path: Path) -> list[str]:
    """The lines of a source that say this; an example in a docstring may."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if ">>>" not in line and what.search(line)]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "nl"])
def test_every_language_says_what_dutch_says(language: str, room: str) -> None:
    dutch, other = dict(pairs("nl", room)), dict(pairs(language, room))
    assert dutch.keys() == other.keys(), f"locale/{language}/{room}.json: {sorted(dutch.keys() ^ other.keys())}"
    assert {key: gaps(text) for key, text in dutch.items()} == {key: gaps(text) for key, text in other.items()}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_a_text_with_plainly_named_gaps(language: str, room: str) -> None:
    found = pairs(language, room)
    assert not [key for key, count in Counter(key for key, _ in found).items() if count > 1]
    for key, text in found:
        assert isinstance(text, str), key
        assert all(re.fullmatch(r"[a-z_]+", gap) for gap in gaps(text)), key
        assert text == text.lstrip() or key.startswith("aside."), key


KEY = re.compile(rf"""(["'`])((?:{"|".join(ROOMS)})\.[a-z$\{{][^"'`\s<]*)\1""")
"""A key as it stands in a source, the ``{...}`` of an f-string or template still in it."""


def sources() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".ts", ".tsx", ".mjs"} and not {"node_modules", "labextension"} & {*path.parts}:
            yield path


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_an_error_or_a_message_has_words_in_a_room_that_exists(path: Path) -> None:
    raised = re.findall(r"""(?:Error|Message)\(\s*"([a-z_]+)\.""", path.read_text(encoding="utf-8"))
    assert not {*raised} - {*ROOMS}


@pytest.mark.parametrize("path", list(sources()), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_key_that_a_source_uses_exists(path: Path) -> None:
    known = words("nl")
    for mark, key in KEY.findall(path.read_text(encoding="utf-8")):
        if (mark == "`" and path.suffix == ".py") or key.endswith((".toml", ".json")):
            continue  # a module named in a docstring; a file
        fixed = re.split(r"\$?\{.*?(?:\}|$)", key)
        pattern = re.compile(r"[\w.\-]*".join(map(re.escape, fixed)) + r"(\.[\w.\-]+)?")  # or the stem of keys
        assert any(pattern.fullmatch(one) for one in known), f"{path.name}: no words for {key}"


def test_a_list_is_written_out_as_people_say_it() -> None:
    someone = [Someone("a", "tante"), Someone("b", "oom"), Message("model.domain.friends")]
    for count, text in ((1, "tante"), (2, "tante en oom"), (3, "tante, oom en vrienden")):
        assert Message("model.edit.place", {"who": someone[:count]}).text("nl") == f"{text} verplaatst"


def test_a_name_never_travels_to_the_page_inside_a_sentence() -> None:
    wire = Message("model.edit.place", {"who": [Someone("p1", "tante Bep")]}).wire()
    assert wire == {"key": "model.edit.place", "params": {"who": [{"person": "p1"}]}}


def test_one_switch_changes_the_language() -> None:
    spoken = locale.language()
    try:
        locale.use("en")
        assert Message("model.closeness.3").text() == "very close"
        locale.use("xx")
        assert locale.language() == "nl"
    finally:
        locale.use(spoken)
