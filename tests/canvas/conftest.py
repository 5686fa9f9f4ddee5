"""Widgets that keep what they say instead of sending it."""

import json

import pytest

from netwerk_widgets.canvas.editable import EditableNetwork, editable
from netwerk_widgets.canvas.editing import Told
from tests.views.declared import faults


@pytest.fixture
def show(monkeypatch):
    """Shows a network; what the widget says, as it goes over a wire, is in its ``told``."""

    def send(self, content, buffers=None):
        drawing = {name: content[name] for name in content if name in Told.__annotations__}
        assert list(faults(drawing, Told)) == []
        self.told.append(json.loads(json.dumps(content, allow_nan=False)))

    monkeypatch.setattr(EditableNetwork, "send", send)
    monkeypatch.setattr(EditableNetwork, "told", None, raising=False)

    def shown(net):
        widget = editable(net)
        widget.told = []
        return widget

    return shown


@pytest.fixture
def page():
    """What a widget's page knows: all nodes and edges, from what the widget says."""

    def known(widget):
        widget._receive(widget, {"kind": "hello"}, [])
        return widget.told[-1]

    return known


@pytest.fixture
def from_page():
    """Has an edit come from a widget's page; gives what the widget said to it."""

    def edited(widget, edit, oid="e1"):
        before = len(widget.told)
        widget._receive(widget, {"kind": "edit", "oid": oid, "edit": edit}, [])
        return widget.told[before:]

    return edited
