"""The case as it was, at any revision: the same with snapshots as without, and without whoever was forgotten."""

from __future__ import annotations

import pytest

from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.casefile.storage.snapshots import EVERY
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import AddPerson, Place

AUTHOR = Author("AB", "kantoor")


@pytest.fixture
def file(tmp_path):
    with CaseFile.create(tmp_path / "Eik-1.casus", Key.new(), Case(), AUTHOR) as made:
        made.apply(AddPerson("mo", "Mo", circle=0))
        made.apply(AddPerson("tante", "tante"))
        yield made


def test_every_moment_is_as_it_was_in_whatever_order_it_is_asked(file):
    were = {file.revision: file.case}
    for number in range(2 * EVERY + 30):
        file.apply(Place((("tante", float(number % 300), 50.0),)))
        were[file.revision] = file.case
    for number in [3, 2 * EVERY, EVERY, EVERY + 1, 4, file.revision, EVERY - 1, 2 * EVERY + 7, *were]:
        assert file.at(number) == were[number]
    file.undo()
    assert file.at(file.revision - 1) == were[file.revision - 1]


def test_there_is_nothing_before_the_first_moment_or_after_the_last(file):
    for number in (0, -1, file.revision + 1):
        with pytest.raises(CaseFileError):
            file.at(number)


def test_whoever_is_forgotten_is_in_no_snapshot(file):
    for number in range(EVERY + 5):
        file.apply(Place((("tante", float(number % 300), 50.0),)))
    assert "tante" in file.at(EVERY).people
    file.forget_person("tante")
    for number in range(1, file.revision + 1):
        assert "tante" not in file.at(number).people


def test_whoever_another_process_forgot_is_in_no_snapshot(file, tmp_path):
    for number in range(EVERY + 5):
        file.apply(Place((("tante", float(number % 300), 50.0),)))
    assert "tante" in file.at(EVERY).people
    with CaseFile.open(file.path, file.key, AUTHOR, keep_copy=False) as other:
        other.forget_person("tante")
        other.apply(AddPerson("oom", "oom"))
    file.poll()
    assert "oom" in file.case.people
    assert "tante" not in file.at(EVERY).people
