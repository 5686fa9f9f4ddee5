"""Initials are four letters at most, wherever they come from; what was kept longer before is read, and cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.casefile.storage.revision import Author, Revision
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import decode
from netwerk_widgets.model.case.initials import MOST, as_initials
from netwerk_widgets.model.meeting.meeting import Meeting, encode
from netwerk_widgets.model.meeting.meeting import decode as read_meeting


@given(st.text())
def test_never_more_than_four_and_always_the_same(text):
    found = as_initials(text)
    assert len(found) <= MOST
    assert all(sign.isalnum() for sign in found)
    assert as_initials(found) == found


@pytest.mark.parametrize("kind", ["annotation", "stroke"])
def test_an_older_note_or_line_with_a_name_is_read_and_cut(kind):
    assert decode(kind, {"id": "n1", "author": "Sofie Jans"}).author == "SJ"


def test_an_older_revision_with_a_name_is_read_and_cut():
    written = Revision(
        1, "2026-01-01T10:00:00Z", Author("Sofie Jans", "pc"), "edit", "", Message("model.edit.begin"), ()
    )
    assert Revision.read(written.row()).author == Author("SJ", "pc")


def test_an_older_meeting_with_names_is_read_and_cut():
    kept = {**encode(Meeting(id="m1")), "members": [{"initials": "Sofie Jans", "role": "bringer", "here": True}]}
    assert read_meeting(kept).members[0].initials == "SJ"
