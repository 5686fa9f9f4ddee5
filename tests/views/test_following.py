"""Other processes' edits and trouble with the file reach every view."""

from netwerk_widgets.casefile.errors import TakenOver
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.edits import Place
from netwerk_widgets.views.following import poll
from netwerk_widgets.views.map import NetworkMap


def test_another_kernels_edit_reaches_the_views_at_the_next_poll(desk, told):
    view = NetworkMap(desk)
    other = Desk(desk.shelf, desk.vault)
    other.open(desk.file.code)
    other.file.apply(Place((("tante", 100.0, -100.0),)))
    poll(desk)
    other.file.close()
    changes = [content for who, content in told if who is view and content["kind"] == "change"]
    assert [node["id"] for node in changes[0]["nodes"]] == ["tante"]


def test_a_case_that_was_taken_over_is_said_once_and_shown_read_only(desk, told):
    view = NetworkMap(desk)
    file = desk.file
    with CaseFile.open(file.path, file.key, Author("CD", "ander"), take_over=True):
        poll(desk)
        poll(desk)
    said = [content for who, content in told if who is view]
    assert [content["kind"] for content in said] == ["notice", "picture"]
    assert said[0]["message"] == TakenOver("casefile.error.taken_over", **said[0]["message"]["params"]).message.wire()
    assert said[1]["writable"] is False


def test_polling_an_empty_desk_is_quiet(tmp_path, told, desk):
    desk.close()
    poll(desk)
    assert told == []
