"""What stands in the terminal: sentences, whatever the terminal is, whoever listens, and whatever happens beneath."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tornado.websocket import websocket_connect

from netwerk_widgets.casefile.library.shelf import Shelf
from tests.finishing import finish
from tests.lab.running import Running
from tests.waiting import eventually

ENDED = "Het werkboek is gestopt. Alles wat opgeslagen was, is veilig.\n"
OLD = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", "LC_ALL": "C"}
ODD = "Łódź/werk boek 家"


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), ("workbooks", "DIR"), ("check", "CASE"), ("--lang", "en", "check", "CASE")]
)
def test_a_terminal_that_does_not_know_the_letters_fails_nothing(netwerk, home, tmp_path, words):
    (tmp_path / ODD).mkdir(parents=True)
    with Shelf(home).create_practice() as file:
        case = Path(file.path).rename(tmp_path / ODD / file.path.name)
    given = [{"CASE": str(case), "DIR": str(tmp_path / ODD / "wb")}.get(word, word) for word in words]
    done = netwerk(*given, **OLD, PYTHONWARNINGS="error", given="\n")
    assert (done.returncode, "Traceback" in done.stderr, bool(done.stdout)) == (0, False, True)


@pytest.mark.parametrize("words", [(f"{ODD}\udcff",), ("open", ODD), ("check", f"{ODD}\udcff"), ("check", "家.casus")])
def test_a_complaint_about_letters_that_the_terminal_does_not_know_is_a_sentence(netwerk, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "家.casus").write_bytes(b"x")
    refused = netwerk(*words, **OLD)
    assert refused.returncode in (1, 2)
    assert re.search(r"netwerk --help|Er is niets veranderd|leeg of te kort", refused.stderr)
    assert "onvoorzien" not in refused.stderr + refused.stdout
    assert "Error" not in refused.stderr


@pytest.mark.skipif(os.name != "posix", reason="a shell closes them")
@pytest.mark.parametrize(
    "closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-", "> /dev/full", "2> /dev/full", ">/dev/full 2>&1", "| true"]
)
@pytest.mark.parametrize(("words", "code"), [("check case", 0), ("check weg", 1)])
def test_whoever_does_not_listen_changes_nothing(home, tmp_path, closed, words, code):
    with Shelf(home).create_practice() as file:
        (tmp_path / "case").symlink_to(file.path)
    before = file.path.read_bytes()
    line = f"{sys.executable} -X dev -W ignore -m netwerk_widgets {words.replace('case', str(file.path))} {closed}; echo ${{PIPESTATUS[0]}} >&9"
    read, write = os.pipe()
    done = subprocess.run(
        ["bash", "-c", f"exec 9>&{write}; {line}"],
        env=os.environ | {"NETWERK_HOME": str(home), "NETWERK_LANG": "nl"},
        cwd=tmp_path,
        capture_output=True,
        pass_fds=[write],
        timeout=60,
        check=False,
    )
    os.close(write)
    with os.fdopen(read) as told:
        assert int(told.read()) == code
    assert b"Error" not in done.stderr
    assert b"Traceback" not in done.stderr
    assert file.path.read_bytes() == before


def test_what_a_library_warns_of_stops_nothing_also_not_the_end(tmp_path):
    netwerk = Running(tmp_path / "thuis", browser=True, PYTHONWARNINGS="error").ready()
    assert netwerk.given
    wait_for_kernel(netwerk)
    code, screen, _ = netwerk.end()
    assert (code, screen.removeprefix("Laat dit venster open. Stoppen: Ctrl+C.\n")) == (0, ENDED)


@pytest.mark.parametrize("early", [True, False])
def test_who_presses_ctrl_c_more_than_once_ends_it_once(tmp_path, early):
    netwerk = Running(tmp_path)
    if not early:
        wait_for_kernel(netwerk.ready())
    for _ in range(4):
        netwerk.process.send_signal(signal.SIGINT)
        time.sleep(0.03)  # as fast as an impatient finger: the second comes while the first is still heeded
    code, screen, _ = netwerk.end()
    assert (code, "Traceback" in screen, "Error" in screen) == (0, False, False), screen


def wait_for_kernel(netwerk: Running) -> str:
    """The kernel that is started while the page loads."""
    kernels: list[dict[str, str]] = []

    def begun() -> bool:
        status, text, _ = netwerk.ask("GET", "/api/kernels")
        kernels[:] = json.loads(text) if status == 200 else []  # Jupyter answers 500 for the moment in which one begins
        return bool(kernels)

    eventually(begun, 60, pause=0.1)
    return kernels[0]["id"]


def flood(number: int) -> str:
    """The message that lets a kernel say more than a line takes at once."""
    names = {"msg_id": f"m{number}", "username": "", "session": f"s{number}", "msg_type": "execute_request"}
    code = {"code": "for _ in range(200): print('x' * 50_000, flush=True)", "silent": False, "store_history": False}
    message = {"header": {**names, "version": "5.3", "date": ""}, "parent_header": {}, "metadata": {}}
    return json.dumps(
        {**message, "content": {**code, "user_expressions": {}, "allow_stdin": False}, "channel": "shell"}
    )


def test_a_page_that_goes_while_it_is_told_something_leaves_nothing_in_the_terminal(tmp_path):
    netwerk = Running(tmp_path).ready()
    base = f"ws://127.0.0.1:{netwerk.port}/api"
    kernel = wait_for_kernel(netwerk)

    async def go_away(number: int) -> None:
        page = await websocket_connect(f"{base}/kernels/{kernel}/channels?session_id=s{number}&token={netwerk.token}")
        await page.write_message(flood(number))
        while len(await asyncio.wait_for(page.read_message(), 30)) < 10_000:
            pass
        line = page.protocol.stream  # goes as a page does that is closed: without a word
        line.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.close()

    for number in range(6):
        finish(go_away(number))
        assert netwerk.ask("GET", "/api/kernels")[0] == 200
    code, screen, _ = netwerk.end()
    assert (code, screen) == (0, ENDED)
