"""The silent round: kept at once, shown at once, without author or order; and phases that no undo takes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.casefile.storage.slips import Aside
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Answer, Case
from netwerk_widgets.model.case.phases import PhaseMark
from netwerk_widgets.model.edits import Add, AddPerson, Remove

KEY = Key.new()
WRITTEN = [Aside("hypothesis", f"vermoeden {number}") for number in range(12)]


@pytest.fixture
def file(tmp_path):
    made = CaseFile.create(tmp_path / "Linde-7.casus", KEY, Case(), Author("AB", "kantoor"))
    made.apply(AddPerson("p1", "Mo", circle=0))
    made.apply(AddPerson("p2", "Rosalinde"))
    yield made
    made.close()


def shown(case: Case, found: list[Aside]) -> Case:
    answers = {f"a{i}": Answer(f"a{i}", card="meeting.hypothesis", text=one.text) for i, one in enumerate(found)}
    return case.with_entities("answer", answers)


def test_nothing_shows_until_all_is_shown_at_once(file):
    before = file.revision
    assert file.set_aside == 0
    for one in WRITTEN:
        file.put_aside(one)
    assert file.set_aside == len(WRITTEN)
    assert (file.revision, file.case.answers) == (before, {})
    revision = file.lay_open(shown)
    assert sorted(answer.text for answer in file.case.answers.values()) == sorted(one.text for one in WRITTEN)
    assert revision.message.text("nl") == "stille ronde: 12 op tafel"
    assert file.set_aside == 0
    file.undo()
    assert file.case.answers == {}


def test_nobody_signs_what_a_group_wrote_and_anybody_may_take_it_back(file):
    file.put_aside(WRITTEN[0])
    revision = file.lay_open(shown)
    assert (revision.author, revision.signed) == (Author.nobody(), "")
    assert file.history(1)[0].author == Author.nobody()  # as it stands in the file
    file.author = Author("CD", "elders")
    file.undo()  # nobody's is everybody's: it is not another's
    assert file.case.answers == {}
    marked = file.mark(PhaseMark("f1", "m1", "begin", "p"), Message("model.edit.phase", {"title": "p"}))
    assert marked.author == Author.nobody()


def test_what_was_said_in_a_meeting_shows_no_author_however_it_was_written(file):
    said = file.apply(Add("answer", "a1", {"card": "meeting.advice", "text": "wachten"}))
    assert (said.author.initials, said.signed) == ("AB", "")
    assert file.apply(Add("answer", "a2", {"card": "01.dilemma", "text": "wat nu"})).signed == "AB"
    note = file.apply(Add("annotation", "n1", {"text": "kijk", "author": "CD"}))
    assert note.signed == "CD"  # who wrote it, and not whose computer it is
    assert file.apply(Add("annotation", "n2", {"text": "van niemand"})).signed == ""
    assert file.apply(Add("stroke", "k1", {"points": "0,0 1,1"})).signed == ""
    file.apply(Add("annotation", "n3", {"on": "p2", "author": "CD"}))
    assert (
        file.apply(Remove((("person", "p2"),))).signed == "AB"
    )  # who took somebody away, and not whose note went along


def test_the_order_is_not_that_of_writing(file):
    orders = set()
    for _ in range(4):
        for one in WRITTEN:
            file.put_aside(one)
        file.lay_open(lambda case, found: orders.add(tuple(one.text for one in found)) or case)
    assert orders - {tuple(one.text for one in WRITTEN)}


def test_it_is_still_there_after_a_restart_and_says_nothing_of_who(file, tmp_path):
    for one in WRITTEN[:3]:
        file.put_aside(one)
    columns = [row[1] for row in file._store.rows("PRAGMA table_info(aside)")]
    assert columns == ["id", "kind", "text"]
    file.close()
    with CaseFile.open(file.path, KEY, Author("CD", "kantoor")) as again:
        assert again.set_aside == 3
    assert b"vermoeden" not in file.path.read_bytes()


def test_the_same_act_twice_shows_it_once(file):
    file.put_aside(WRITTEN[0])
    first = file.lay_open(shown, "o1")
    assert file.lay_open(shown, "o1").number == first.number
    assert len(file.case.answers) == 1


def test_whoever_is_forgotten_is_forgotten_here_too(file):
    file.put_aside(Aside("hypothesis", "Rosalinde is bang"))
    file.forget_person("p2")
    texts = []
    file.lay_open(lambda case, found: texts.extend(one.text for one in found) or case)
    assert "Rosalinde" not in texts[0]
    assert texts[0].endswith("is bang")


MARK = PhaseMark("f1", meeting="m1", act="phase", phase="questions", title="Vragenronde", at="2026-03-04T13:00:00Z")


def test_a_phase_is_remembered_and_undo_steps_over_it(file):
    file.apply(AddPerson("p3", "oom"))
    revision = file.mark(MARK, Message("model.edit.phase", {"title": "Vragenronde"}))
    assert (revision.kind, file.case.phases["f1"]) == ("mark", MARK)
    assert file.undo().message.params["what"].key == "model.edit.add_person"
    assert "p3" not in file.case.people
    file.mark(replace(MARK, id="f2"), Message("model.edit.phase", {"title": "Analyse"}))
    file.redo()
    assert "p3" in file.case.people
    assert set(file.case.phases) == {"f1", "f2"}


def test_phases_come_back_from_disk_and_at_a_past_moment(file):
    mark = file.mark(MARK, Message("model.edit.phase", {"title": "Vragenronde"}))
    file.apply(Add("answer", "a1", {"text": "later"}))
    assert file.at(mark.number).phases == {"f1": MARK}
    assert file.at(mark.number - 1).phases == {}
    file.close()
    with CaseFile.open(file.path, KEY, Author("CD", "kantoor")) as again:
        assert again.case.phases == {"f1": MARK}
