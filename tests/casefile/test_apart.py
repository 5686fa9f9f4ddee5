"""Another file comes to lie where a case is open: it is told, nothing acknowledged is lost, nothing is written in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import Apart
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.casefile.storage.schema import FORMAT
from netwerk_widgets.model.edits import AddPerson
from tests.casefile.make import ANN, BOB, keyed, move, small_case
from tests.casefile.overwritten import HANDS, Disk, forked, in_place, renamed

DONE = 10


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "sync").mkdir()
    return tmp_path / "sync" / "Linde-7.casus"


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> tuple[Key, bytes]:
    """A case with some history, as it was copied before ten edits more."""
    path, key = tmp_path_factory.mktemp("ouder") / "Linde-7.casus", Key.new()
    with CaseFile.create(path, key, small_case(), ANN) as file:
        for number in range(30):
            file.apply(AddPerson(f"o{number}", f"iemand van toen {number}" * 3))
    return key, path.read_bytes()


@pytest.fixture
def at(path: Path, older: tuple[Key, bytes]) -> Disk:
    key, data = older
    path.write_bytes(data)
    return Disk(path, key, data)


@pytest.fixture
def opened(at: Disk):
    with CaseFile.open(at.path, at.key, ANN) as file:
        for number in range(DONE):
            file.apply(AddPerson(f"n{number}", "iemand"))
        yield file


def whole(path: Path, key: Key, file: CaseFile) -> None:
    """This file holds what is in view, with all of its history, and undo reaches on behind what was done here."""
    report = check(path, key)
    assert report.ok, report.findings
    with CaseFile.open(path, key, ANN) as kept:
        assert kept.case == file.case
        assert kept.revision == 31 + DONE
        for _ in range(DONE):
            kept.undo()
        assert len(kept.case.people) == 32
        assert kept.can_undo is not None


@pytest.mark.parametrize("notices", ["poll", "edit"])
@pytest.mark.parametrize("hand", HANDS)
def test_what_was_acknowledged_stays_in_view_and_can_be_kept(
    at: Disk, opened: CaseFile, hand: str, notices: str, tmp_path: Path
) -> None:
    before = opened.case
    HANDS[hand](at)
    left = at.path.read_bytes() if at.path.is_file() else None
    with pytest.raises(Apart) as told:
        opened.poll() if notices == "poll" else opened.apply(move(x=77))
    assert told.value.message.text("nl") != told.value.message.text("en")
    assert opened.apart
    assert not opened.writable
    opened.poll()  # told once
    assert opened.case is before
    assert opened.history(1)[0].number == opened.revision == 31 + DONE
    assert opened.at(32).people.keys() == before.people.keys() - {f"n{number}" for number in range(1, DONE)}
    assert opened.can_undo is not None
    for act in (lambda: opened.apply(move(x=78)), opened.undo, lambda: opened.forget_person("p1")):
        with pytest.raises(Apart):
            act()
    kept = opened.keep_mine(tmp_path / "Linde-8.casus")
    assert (at.path.read_bytes() if at.path.is_file() else None) == left  # nothing of ours was written in it
    whole(kept, at.key, opened)


@pytest.mark.parametrize(
    ("hand", "says"),
    [
        ("older in place", "older"),
        ("older by rename", "older"),
        ("forked in place", "other"),
        ("forked by rename", "other"),
        ("foreign in place", "unreadable"),
        ("foreign by rename", "unreadable"),
        ("empty in place", "unreadable"),
        ("removed", "gone"),
    ],
)
def test_the_sentence_says_what_lies_there(at: Disk, opened: CaseFile, hand: str, says: str) -> None:
    if hand not in HANDS:
        return
    HANDS[hand](at)
    with pytest.raises(Apart) as told:
        opened.poll()
    assert told.value.message.key == f"casefile.apart.{says}"


@pytest.mark.parametrize("put", [in_place, renamed])
def test_a_file_that_comes_back_is_worked_in_again(
    at: Disk, opened: CaseFile, put: Callable[[Disk, bytes], None]
) -> None:
    ours = at.path.read_bytes()
    put(at, at.older)
    with pytest.raises(Apart):
        opened.poll()
    put(at, ours)
    opened.poll()
    assert opened.writable
    assert opened.trouble is None
    assert opened.apply(move(x=55)).number == 32 + DONE
    opened.undo()
    assert check(at.path, at.key).ok


def test_a_file_that_is_moved_away_and_back_goes_on_at_the_next_edit(at: Disk, opened: CaseFile) -> None:
    away = at.path.with_name("weg.casus")
    at.path.rename(away)
    with pytest.raises(Apart):
        opened.apply(move(x=55))
    away.rename(at.path)
    assert opened.apply(move(x=55), oid="a").number == 32 + DONE
    assert check(at.path, at.key).ok


@pytest.mark.parametrize("put", [in_place, renamed])
@pytest.mark.parametrize("notices", ["poll", "edit"])
def test_a_newer_copy_that_goes_on_from_ours_is_taken_up(
    at: Disk, opened: CaseFile, put: Callable[[Disk, bytes], None], notices: str
) -> None:
    elsewhere = at.path.with_name("elders.casus")
    elsewhere.write_bytes(at.path.read_bytes())
    with CaseFile.open(elsewhere, at.key, BOB, take_over=True, keep_copy=False) as file:
        file.apply(AddPerson("b1", "van Bob"))
    data = elsewhere.read_bytes()
    elsewhere.unlink()
    heard: list[int] = []
    opened.watch(lambda revision: heard.append(revision.number))
    put(at, data)
    if notices == "poll":
        opened.poll()
        assert heard == [32 + DONE]
    assert opened.apply(move(x=5)).number == 33 + DONE
    assert opened.case.people["b1"].role == "van Bob"
    assert not opened.apart
    assert check(at.path, at.key).ok


def test_a_newer_copy_of_who_works_elsewhere_is_shown_to_read(at: Disk, opened: CaseFile) -> None:
    elsewhere = at.path.with_name("elders.casus")
    elsewhere.write_bytes(at.path.read_bytes())
    with CaseFile.open(elsewhere, at.key, BOB, take_over=True, keep_copy=False) as file:
        file.apply(AddPerson("b1", "van Bob"))
        renamed(at, elsewhere.read_bytes())
        with pytest.raises(Exception, match="CD"):
            opened.poll()
    assert opened.case.people["b1"].role == "van Bob"
    assert not opened.writable


def test_other_processes_of_ours_part_nobody(at: Disk, opened: CaseFile) -> None:
    with CaseFile.open(at.path, at.key, Author("CD", ANN.machine)) as other:
        for number in range(5):
            other.apply(AddPerson(f"m{number}", "van de ander"))
            opened.apply(AddPerson(f"k{number}", "van mij"))
        opened.poll()
        other.poll()
        other.forget_person("m1")
        opened.poll()
        assert opened.case == other.case
    opened.poll()
    at.path.chmod(0o600)
    at.path.touch()
    opened.poll()
    assert opened.writable
    in_place(at, at.older)
    with pytest.raises(Apart):
        opened.poll()
    assert "m1" not in {i for row in opened.history() for i in [change.id for change in row.changes]}
    assert opened.case.people["k4"].role == "van mij"


def test_what_was_put_aside_is_kept_too(at: Disk, opened: CaseFile, tmp_path: Path) -> None:
    from netwerk_widgets.casefile.storage.slips import Aside

    opened.put_aside(Aside("question", "wie belt er"))
    in_place(at, at.older)
    with pytest.raises(Apart):
        opened.poll()
    with CaseFile.open(opened.keep_mine(tmp_path / "Linde-8.casus"), at.key, ANN) as kept:
        assert kept.set_aside == 1


def test_what_is_written_while_an_edit_is_under_way_ends_it(
    at: Disk, opened: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at the file and the end of the transaction: nothing of ours lands between the other's pages."""
    from netwerk_widgets.casefile.storage import schema

    other, real = forked(at), schema.add_revision

    def meanwhile(*given: object) -> None:
        real(*given)  # type: ignore[arg-type]
        in_place(at, other)

    monkeypatch.setattr(schema, "add_revision", meanwhile)
    with pytest.raises(Apart):
        opened.apply(move(x=66))
    assert at.path.read_bytes() == other
    assert opened.case.people["p1"].x != 66
    assert check(at.path, at.key).ok


def test_keeping_never_takes_anothers_place(at: Disk, opened: CaseFile, tmp_path: Path) -> None:
    in_place(at, at.older)
    with pytest.raises(Apart):
        opened.poll()
    taken = tmp_path / "Linde-8.casus"
    taken.write_bytes(b"van een ander")
    with pytest.raises(Exception, match="staat er al"):
        opened.keep_mine(taken)
    assert taken.read_bytes() == b"van een ander"
    assert opened.keep_mine(tmp_path / "Linde-9.casus").exists()


def test_a_file_of_a_newer_format_is_looked_at_in_peace(at: Disk) -> None:
    db = keyed(at.path, at.key)
    db.execute(f"PRAGMA user_version = {FORMAT + 1}").close()
    db.close()
    with CaseFile.open(at.path, at.key, ANN) as file:
        file.poll()
        file.poll()
        assert not file.apart
        at.path.unlink()
        with pytest.raises(Apart):
            file.poll()
        assert file.case.people
