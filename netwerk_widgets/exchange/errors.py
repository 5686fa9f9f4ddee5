"""What can go wrong with files from outside."""

from netwerk_widgets.model.errors import NetwerkError


class ExchangeError(NetwerkError):
    """A file from outside cannot be read; nothing was made of it and nothing has changed."""


class ContentError(NetwerkError):
    """A content file (a practice case, cards) does not fit; the error names the file and the field."""
