"""Edits: the named acts that make the next case out of this one.

The acts and how they are read stand in :mod:`.acts`, how each is done in :mod:`.perform`, and what they
are called in :mod:`.describe`; this module is the door to all three.

>>> from netwerk_widgets.model.case.entities import Case
>>> case = perform(Case(), read_edit({"edit": "add_person", "id": "p1", "role": "tante"}))
>>> case.people["p1"].role
'tante'
"""

from netwerk_widgets.model.edits.acts import (
    EDITS,
    Add,
    AddPerson,
    Change,
    ChangePeople,
    Connect,
    Copy,
    Edit,
    Name,
    Place,
    Put,
    Remove,
    SetSupport,
    read_edit,
)
from netwerk_widgets.model.edits.description import describe
from netwerk_widgets.model.edits.performance import perform

__all__ = [
    "EDITS",
    "Add",
    "AddPerson",
    "Change",
    "ChangePeople",
    "Connect",
    "Copy",
    "Edit",
    "Name",
    "Place",
    "Put",
    "Remove",
    "SetSupport",
    "describe",
    "perform",
    "read_edit",
]
