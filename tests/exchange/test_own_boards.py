"""Boards that do not fit, a team's own or the program's: named with file, board, part and field, and the rest works."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerk_widgets.exchange.boards import Reading, own_folder, read_boards
from netwerk_widgets.exchange.content import data_folder
from netwerk_widgets.exchange.toml import LARGEST
from netwerk_widgets.locale import LANGUAGES, Message, said

SHIPPED = data_folder("boards") / "boards"
OWN = """
title = "Ons bord"
[[parts]]
id = "one"
kind = "words"
title = "Wat hoorde je?"
"""
CHOICE = """
[[parts]]
id = "two"
kind = "choice"
title = "Wat nu?"
options = { stay = { label = "Blijven", text = "Dat geeft rust." }, go = { label = "Gaan" } }
"""

FIVE = """
[[parts]]
id = "two"
kind = "rows"
title = "Wie?"
fields = { a = "a", b = "b", c = "c", d = "d", e = "e" }
"""


def write(folder: Path, text: str, name: str = "team.toml") -> Reading:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return read_boards(own=folder)


class TestOwnBoards:
    def test_one_stands_beside_the_others(self, tmp_path: Path) -> None:
        reading = write(tmp_path, OWN + CHOICE, "Onze Buurt.toml")
        assert not reading.problems
        board = reading.boards["onze_buurt"]
        assert board.own
        assert said(board.titles, "en") == "Ons bord"
        assert [part.id for part in board.parts] == ["one", "two"]
        assert said(board.parts[1].options[0].texts, "nl") == "Dat geeft rust."
        assert "wall" in reading.boards

    def test_what_was_called_a_gauge_is_words_on_a_line(self, tmp_path: Path) -> None:
        reading = write(tmp_path, OWN + CHOICE + 'look = "gauge"')
        assert not reading.problems
        assert reading.boards["team"].parts[1].look == "line"

    def test_the_example_can_be_copied_as_it_is(self, tmp_path: Path) -> None:
        shutil.copy(SHIPPED / "voorbeeld.toml", tmp_path)
        reading = read_boards(own=tmp_path)
        assert not reading.problems
        assert [part.kind for part in reading.boards["voorbeeld"].parts] == ["words", "choice", "rows", "exercise"]

    def test_it_may_speak_both_languages(self, tmp_path: Path) -> None:
        text = OWN.replace('"Wat hoorde je?"', '{ nl = "Wat hoorde je?", en = "What did you hear?" }')
        part = write(tmp_path, text).boards["team"].parts[0]
        assert (said(part.titles, "nl"), said(part.titles, "en")) == ("Wat hoorde je?", "What did you hear?")

    def test_it_may_say_a_thing_otherwise_to_a_client_who_looks_along(self, tmp_path: Path) -> None:
        rows = (
            '[[parts]]\nid = "r"\nkind = "rows"\ntitle = "Wie hoort de cliënt?"\nfields = { what = "Wat zegt die?" }\n'
            'with_client = { title = "Wie luistert er naar je?", fields = { what = "Wat zeg je dan?" } }\n'
        )
        reading = write(tmp_path, OWN + rows)
        assert not reading.problems
        part = reading.boards["team"].parts[1]
        assert part.with_client == {"title": {"nl": "Wie luistert er naar je?"}}
        assert part.fields[0].client_labels == {"nl": "Wat zeg je dan?"}

    def test_a_strange_word_for_the_client_is_named(self, tmp_path: Path) -> None:
        (problem,) = write(tmp_path, OWN + 'with_client = { titel = "Hoi" }\n').problems
        assert problem.params["field"] == "with_client.titel"

    def test_rows_carry_their_fields_and_an_exercise_its_thoughts(self, tmp_path: Path) -> None:
        rows = (
            '[[parts]]\nid = "r"\nkind = "rows"\ntitle = "Wie?"\nperson = true\nlook = "line"\ndate = true\n'
            'fields = { fear = "Wat vrees je?", likely = "Wat is waarschijnlijk?" }\n'
            '[[parts]]\nid = "x"\nkind = "exercise"\ntitle = "En jij?"\nafter = "r"\nclosed = "Eerst wie."\n'
            'text = """\nZij: nee.\n\nJij: ...\n"""\nthoughts = ["Wachten.", "Vragen."]\n'
        )
        reading = write(tmp_path, OWN + rows)
        assert not reading.problems
        _, found, exercise = reading.boards["team"].parts
        assert [field.id for field in found.fields] == ["fear", "likely"]
        assert (found.person, found.look, found.date) == (True, "line", True)
        assert said(exercise.thoughts, "nl") == ("Wachten.", "Vragen.")
        assert said(exercise.texts, "nl") == "Zij: nee.\n\nJij: ..."
        assert exercise.after == "r"

    def test_they_lie_in_the_users_own_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NETWERK_HOME", str(tmp_path))
        write(own_folder(), OWN)
        assert "team" in read_boards().boards

    @pytest.mark.parametrize(
        ("text", "key", "part", "field"),
        [
            (CHOICE + "seconds = 3", "unfit", "two", "seconds"),
            (CHOICE + 'many = "ja"', "choice", "two", "many"),
            (CHOICE + 'look = "iceberg"', "choice", "two", "look"),
            (CHOICE + 'after = "three"', "choice", "two", "after"),
            (CHOICE + 'after = "two"', "choice", "two", "after"),
            (CHOICE.replace('"choice"', '"keuze"'), "choice", "two", "kind"),
            (CHOICE.replace('"two"', '"one"'), "twice", "", "id"),
            (CHOICE.replace('"two"', '"Two!"'), "name", "", "id"),
            (CHOICE.replace('"Wat nu?"', "3"), "text", "two", "title"),
            (CHOICE.replace('"Wat nu?"', f'"{"a" * 161}"'), "text", "two", "title"),
            (CHOICE.replace('label = "Gaan"', 'text = "x"'), "missing", "two", "options.go.label"),
            (CHOICE.replace("options", "opties"), "unfit", "two", "opties"),
            ('[[parts]]\nid = "two"\nkind = "choice"\ntitle = "Wat?"', "missing", "two", "options"),
            ('[[parts]]\nid = "two"\nkind = "words"', "missing", "two", "title"),
            ('[[parts]]\nid = "two"\nkind = "silence"\ntitle = "Stil"\nseconds = 0', "number", "two", "seconds"),
            ('[[parts]]\nid = "two"\nkind = "scene"\ntitle = "Wie?"\nmoment = "ooit"', "choice", "two", "moment"),
            ('[[parts]]\nid = "two"\nkind = "rows"\ntitle = "Wie?"\nfields = { date = "d" }', "name", "two", "fields"),
            (
                FIVE,
                "names",
                "two",
                "fields",
            ),
            ('[[parts]]\nid = "two"\nkind = "exercise"\ntitle = "Wat?"\nthoughts = "x"', "texts", "two", "thoughts"),
        ],
    )
    def test_what_does_not_fit_is_named_and_the_rest_works(
        self, tmp_path: Path, text: str, key: str, part: str, field: str
    ) -> None:
        reading = write(tmp_path, OWN + text)
        problem = reading.problems[0]
        assert problem.key == f"board.problem.{key}"
        assert problem.params["board"] == "team"
        where = problem.params["part"]
        assert where == part or (not part and isinstance(where, Message))
        assert problem.params["field"] == field
        assert "team.toml" in problem.text("nl")
        assert "team.toml" in problem.text("en")
        assert [one.id for one in reading.boards["team"].parts] == ["one"]

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("title = 'x'", "no_parts"),
            ("title = 'x'\nparts = 3", "no_parts"),
            ("title = 'x'\n[[parts]]\nid = 3", "no_parts"),
            ("colour = 'red'\n" + OWN, "unknown"),
            ("desk = 'table'\n" + OWN, "choice"),
            ("per_case = 'yes'\n" + OWN, "choice"),
            ("sources = 'Paans'\n" + OWN, "table"),
            ("sources = [{ author = 'P', url = 'x' }]\n" + OWN, "unknown"),
            ("sources = [{ author = 3 }]\n" + OWN, "text"),
            (OWN.replace('title = "Ons bord"', ""), "missing"),
            ("title = [", "not_toml"),
            ("x" * (LARGEST + 1), "too_big"),
        ],
    )
    def test_a_board_that_cannot_be_shown_is_named(self, tmp_path: Path, text: str, key: str) -> None:
        reading = write(tmp_path, text)
        assert f"board.problem.{key}" in [problem.key for problem in reading.problems]
        assert all(problem.text("nl") and problem.text("en") for problem in reading.problems)
        assert "team" not in reading.boards
        assert "wall" in reading.boards

    def test_one_board_can_be_read_alone(self, tmp_path: Path) -> None:
        write(tmp_path, OWN)
        (tmp_path / "broken.toml").write_text("title = [", encoding="utf-8")
        assert list(read_boards(own=tmp_path, only="team").boards) == ["team"]
        wall = read_boards(own=tmp_path, only="wall")
        assert (list(wall.boards), wall.problems) == (["wall"], ())
        gone = read_boards(own=tmp_path, only="gone")
        assert (gone.boards, gone.problems) == ({}, ())

    def test_one_cannot_take_the_name_of_another(self, tmp_path: Path) -> None:
        reading = write(tmp_path, OWN, "wall.toml")
        assert [problem.key for problem in reading.problems] == ["board.problem.taken"]
        assert said(reading.boards["wall"].titles, "nl") == "De muur"

    @settings(max_examples=60)
    @given(text=st.text(max_size=80) | st.binary(max_size=80))
    def test_whatever_stands_there_reading_never_fails(
        self, tmp_path_factory: pytest.TempPathFactory, text: str | bytes
    ) -> None:
        folder = tmp_path_factory.mktemp("borden")
        raw = text.encode(errors="replace") if isinstance(text, str) else text
        (folder / "team.toml").write_bytes(raw)
        assert "wall" in read_boards(own=folder).boards


class TestShippedBoards:
    @pytest.fixture
    def copy(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(SHIPPED, tmp_path / "boards"))

    def replace(self, file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def test_a_text_that_one_language_lacks_is_named_and_the_part_works(self, copy: Path, tmp_path: Path) -> None:
        self.replace(copy / "en" / "wall.toml", 'title = "What did the client say?"\n', "")
        reading = read_boards(copy, tmp_path / "none")
        params = [problem.params for problem in reading.problems]
        assert params == [{"file": "en/wall.toml", "board": "wall", "part": "said", "field": "title"}]
        part = reading.boards["wall"].part("said")
        assert part is not None
        assert said(part.titles, "en") == said(part.titles, "nl")

    def test_words_for_a_part_that_is_not_there_are_named(self, copy: Path, tmp_path: Path) -> None:
        self.replace(copy / "nl" / "wall.toml", "[ways]\n", "[wegen]\nplaceholdr = 'x'\n[ways]\ntitel = 'x'\n")
        keys = [(one.key, one.params["field"]) for one in read_boards(copy, tmp_path / "none").problems]
        assert keys == [("board.problem.unknown", "wegen"), ("board.problem.unknown", "titel")]

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_without_one_language_the_other_works(self, copy: Path, tmp_path: Path, language: str) -> None:
        shutil.rmtree(copy / language)
        reading = read_boards(copy, tmp_path / "none")
        assert [problem.params["file"] for problem in reading.problems] == [f"{language}/"]
        assert "wall" in reading.boards

    def test_an_emptied_folder_is_said_and_own_boards_work(self, tmp_path: Path) -> None:
        (tmp_path / "boards").mkdir()
        write(tmp_path / "own", OWN)
        reading = read_boards(tmp_path / "boards", tmp_path / "own")
        assert [problem.key for problem in reading.problems] == ["board.problem.no_boards"]
        assert list(reading.boards) == ["team"]

    def test_a_name_that_is_none_is_told_and_the_rest_works(self, copy: Path, tmp_path: Path) -> None:
        self.replace(copy / "structure.toml", 'options = ["self", ', 'options = [["self"], ')
        reading = read_boards(copy, tmp_path / "none")
        told = [problem for problem in reading.problems if problem.key == "board.problem.name"]
        assert [problem.params["part"] for problem in told] == ["said"]
        assert reading.boards["wall"].part("ways") is not None
