"""Drafts: kept beside history and taken along by it, in order; a file of format 3 gets their table and loses nothing."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerk_widgets.casefile.errors import CaseFileError, ReadOnly, TakenOver
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import disk, drafts, schema
from netwerk_widgets.casefile.storage.damage import check, export_readable
from netwerk_widgets.casefile.storage.drafts import Draft
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.casefile.storage.slips import Aside
from netwerk_widgets.model.edits import Add, Change
from tests.casefile import format3
from tests.casefile.make import ANN, BOB, keyed, move, plaintext, small_case
from tests.casefile.test_format import number, table

ONE = Draft("d1", "person:p1:notes", "Rosa belt zondag", base="Rosa belt")


@pytest.fixture(autouse=True)
def at_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.node", lambda: ANN.machine)


def texts(file: CaseFile) -> list[str]:
    return [one.text for one in drafts.kept(file.path, file.key)[0]]


def test_a_draft_is_kept_beside_the_open_case_and_is_no_revision(file: CaseFile) -> None:
    before = file.revision, file.case
    drafts.keep(file.path, file.key, [ONE])
    (found,), hidden = drafts.kept(file.path, file.key)
    assert (found.place, found.text, found.base, hidden) == (ONE.place, ONE.text, ONE.base, 0)
    file.poll()
    assert (file.revision, file.case) == before
    assert b"zondag" not in file.path.read_bytes()
    assert check(file.path, file.key).ok


def test_the_edit_of_its_sitting_takes_it_along_and_a_late_one_is_not_kept(file: CaseFile) -> None:
    drafts.keep(file.path, file.key, [ONE])
    file.apply(Change("person", "p1", {"notes": "Rosa belt zondag om vier"}), oid="d1")
    assert texts(file) == []
    drafts.keep(file.path, file.key, [ONE])
    assert texts(file) == []
    file.undo()
    drafts.keep(file.path, file.key, [ONE])  # nor after an undo: the sitting is over
    assert texts(file) == []


def test_an_edit_that_is_not_kept_leaves_the_draft(file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts.keep(file.path, file.key, [ONE])
    monkeypatch.setattr(schema, "write", lambda *_: (_ for _ in ()).throw(ReadOnly("casefile.error.read_only")))
    with pytest.raises(CaseFileError):
        file.apply(Change("person", "p1", {"notes": "weg"}), oid="d1")
    assert texts(file) == [ONE.text]


def test_a_sitting_that_goes_on_from_a_draft_replaces_it(file: CaseFile) -> None:
    drafts.keep(file.path, file.key, [ONE])
    drafts.keep(file.path, file.key, [Draft("d2", ONE.place, "Rosa belt zondag wel", ONE.base, after="d1")])
    assert texts(file) == ["Rosa belt zondag wel"]
    drafts.keep(file.path, file.key, gone=["d2"])
    assert texts(file) == []


def test_two_windows_in_one_field_keep_both(file: CaseFile) -> None:
    drafts.keep(file.path, file.key, [ONE, Draft("d2", ONE.place, "iets anders")])
    file.apply(Change("person", "p1", {"notes": "Rosa belt zondag"}), oid="d1")
    assert texts(file) == ["iets anders"]


def test_what_was_typed_without_the_client_is_not_told_while_they_look_along(file: CaseFile) -> None:
    drafts.keep(file.path, file.key, [ONE, Draft("d2", "card:facts", "van haarzelf", shared=True)])
    found, hidden = drafts.kept(file.path, file.key, together=True)
    assert ([one.text for one in found], hidden) == (["van haarzelf"], 1)


def test_a_slip_of_the_silent_round_takes_its_draft_along_and_no_id_stays(file: CaseFile) -> None:
    drafts.keep(file.path, file.key, [Draft("dSITTING", "silent:question", "wie nog?")])
    file.put_aside(Aside("question", "wie nog?"), "dSITTING")
    assert texts(file) == []
    assert "dSITTING" not in plaintext(file.path, file.key)


def test_whoever_is_forgotten_is_forgotten_in_drafts_too(file: CaseFile) -> None:
    file.apply(Add("answer", "a1", {"card": "facts", "text": "x"}))
    about = Draft("d2", "card:facts", "tante Rosa zei: kom", base="Rosa's huis")
    drafts.keep(file.path, file.key, [ONE, about, Draft("d3", "note:Linde-7:Rosa:p1:", "zij")])
    file.forget_person("p1")
    (left,), _ = drafts.kept(file.path, file.key)
    assert left.id == "d2"
    assert "Rosa" not in left.text + left.base
    assert left.text.endswith("zei: kom")
    assert "Rosa" not in plaintext(file.path, file.key)


def test_a_file_that_another_computer_has_is_left_alone(file: CaseFile) -> None:
    with CaseFile.open(file.path, file.key, BOB, take_over=True):
        with pytest.raises(TakenOver):
            drafts.keep(file.path, file.key, [ONE])
        assert texts(file) == []


def test_where_nothing_can_be_written_it_says_so(file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "writable", lambda _: False)
    with pytest.raises(ReadOnly):
        drafts.keep(file.path, file.key, [ONE])


def test_a_page_gone_wild_fills_no_disk(file: CaseFile) -> None:
    many = [Draft(f"d{number}", "card:facts", "x") for number in range(drafts.MOST)]
    drafts.keep(file.path, file.key, many)
    with pytest.raises(ReadOnly):
        drafts.keep(file.path, file.key, [Draft("more", "card:facts", "x")])
    drafts.keep(file.path, file.key, [Draft("d1", "card:facts", "y")])
    assert len(texts(file)) == drafts.MOST


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"id": "a b"},
        {"place": "../x"},
        {"place": "person:\n"},
        {"place": ""},
        {"text": "x" * 8001},
        {"after": "é"},
    ],
)
def test_what_is_no_draft_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="no draft"):
        Draft(**{"id": "d1", "place": "note", "text": "x", **wrong})


def test_a_copy_that_leaves_carries_none_and_the_last_good_one_does(file: CaseFile, tmp_path: Path) -> None:
    drafts.keep(file.path, file.key, [ONE])
    copy = file.back_up(tmp_path / "stick.casus")
    assert drafts.kept(copy, file.key) == ([], 0)
    assert "zondag" not in plaintext(copy, file.key)
    assert texts(file) == [ONE.text]


def test_check_and_rescue_know_the_table(file: CaseFile, tmp_path: Path) -> None:
    drafts.keep(file.path, file.key, [ONE])
    file.close()
    db = keyed(file.path, file.key)
    db.execute("INSERT INTO draft VALUES ('d2', x'00', x'00ff', '', 0, '')").close()
    db.close()
    report = check(file.path, file.key)
    assert [finding.key for finding in report.findings] == ["casefile.check.drafts"]
    with export_readable(file.path, file.key, tmp_path / "gered.casus", ANN) as saved:
        assert texts(saved) == [ONE.text]
    assert check(tmp_path / "gered.casus", file.key).ok


@pytest.fixture
def old(path: Path, key: Key) -> Path:
    format3.build(path, key)
    return path


def test_a_file_of_format_3_opens_with_nothing_lost_after_a_copy(old: Path, key: Key) -> None:
    before = {name: table(old, key, name) for name in ("entity", "history", "aside")}
    whole = old.read_bytes()
    with CaseFile.open(old, key, ANN) as file:
        assert [notice.key for notice in file.notices] == ["casefile.notice.renewed"]
        assert {"k1", "f1", "a2"} <= {*file.case.strokes, *file.case.phases, *file.case.answers}
        assert (file.set_aside, texts(file)) == (1, [])
        drafts.keep(old, key, [ONE])
        assert texts(file) == [ONE.text]
    assert {name: table(old, key, name) for name in before} == before
    assert number(old, key) == 4
    assert disk.beside(old, ".v3").read_bytes() == whole
    assert check(old, key).ok


def test_a_program_of_format_3_reads_a_file_of_now_and_leaves_it_alone(
    path: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CaseFile.create(path, key, small_case(), ANN):
        drafts.keep(path, key, [ONE])
    before = path.read_bytes()
    monkeypatch.setattr(schema, "FORMAT", 3)
    with CaseFile.open(path, key, ANN) as file:
        assert [notice.key for notice in file.notices] == ["casefile.notice.newer"]
        with pytest.raises(CaseFileError):
            file.apply(move())
        with pytest.raises(ReadOnly):
            drafts.keep(path, key, [ONE])
    assert path.read_bytes() == before


COUNT = itertools.count()
SITTINGS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["type", "commit", "late", "drop"])), max_size=25)


@settings(max_examples=25)
@given(SITTINGS)
def test_in_whatever_order_they_come_old_words_never_stand_over_newer_ones(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, str]]
) -> None:
    """Three sittings, of which drafts come early, late and again: a sitting that is in history has none."""
    path = tmp_path_factory.mktemp("volgorde") / "Linde-7.casus"
    over: set[str] = set()
    with CaseFile.create(path, Key.new(), small_case(), Author("AB", ANN.machine)) as file:
        for step, (sitting, act) in enumerate(acts):
            if act == "commit" and sitting not in over:
                file.apply(Change("person", "p1", {"notes": f"{sitting} {step}"}), oid=f"d{sitting}")
                over.add(sitting)
            elif act == "drop":
                drafts.keep(path, file.key, gone=[f"d{sitting}"])
            else:
                drafts.keep(path, file.key, [Draft(f"d{sitting}", "person:p1:notes", f"{sitting} {step}")])
            assert not {f"d{one}" for one in over} & {one.id for one in drafts.kept(path, file.key)[0]}
