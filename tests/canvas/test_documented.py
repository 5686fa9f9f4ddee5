"""The networks of pyvis's own documentation are shown or refused by name; what is drawn: tests/browser/test_canvas_docs."""

import pytest

from netwerk_widgets.canvas.editable import editable
from netwerk_widgets.canvas.errors import CanvasError
from tests.canvas.documented import REFUSED, SHOWN


@pytest.mark.parametrize("name", SHOWN)
def test_pyvis_own_documentation_can_be_shown(name):
    editable(SHOWN[name]())


@pytest.mark.parametrize("name", REFUSED)
def test_what_of_pyvis_own_documentation_cannot_be_shown_is_refused_by_name(name, tmp_path):
    option, make = REFUSED[name]
    with pytest.raises(CanvasError) as refused:
        editable(make(tmp_path))
    assert option in refused.value.message.text("nl")
