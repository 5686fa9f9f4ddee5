"""The line between kernel and page: every message leaves at once."""

from __future__ import annotations

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from netwerk_widgets.lab.kernels import PromptMessages
from netwerk_widgets.lab.server import configure
from netwerk_widgets.lab.waiting import Doorway


class Page:
    def __init__(self) -> None:
        self.waits = True

    def set_nodelay(self, value: bool) -> None:
        self.waits = not value


def test_an_edit_does_not_wait_for_the_browser_to_acknowledge_the_message_before(monkeypatch):
    page = Page()
    line = PromptMessages.__new__(PromptMessages)
    # A bare connection: only the page at its other end is of interest.
    line._trait_values = {"websocket_handler": page}
    begun: list[bool] = []

    def connect(_: object) -> None:
        begun.append(page.waits)

    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", connect)
    line.connect()
    assert begun == [False]


def test_what_the_server_uses_is_the_prompt_line(tmp_path):
    door = Doorway("nl")
    config = configure(door, tmp_path, tmp_path, "nl")
    door.hand_over().close()
    assert config.ServerApp.kernel_websocket_connection_class is PromptMessages
