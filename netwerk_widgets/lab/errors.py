"""What can go wrong around the command, as sentences for the user."""

from __future__ import annotations

from netwerk_widgets.model.errors import NetwerkError


class LabError(NetwerkError):
    """The command cannot do what was asked; no case file has been touched."""


class StateError(LabError):
    """A page sent preferences that this server does not know. The kept ones are as they were."""
