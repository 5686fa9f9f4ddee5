"""Who comes in: whoever has the printed address, and one browser with the code; nobody by what others can read."""

from __future__ import annotations

import http.client
import re
import sys
import threading
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from netwerk_widgets.lab.admission import PATIENCE, Admission
from netwerk_widgets.lab.waiting import Doorway
from tests.lab.running import Running

SPENT = {"nl": "Dit adres werkte één keer", "en": "This address worked once"}


def test_a_code_opens_once():
    ways = Admission()
    assert not ways.spend("")
    assert not ways.spend("é")
    assert not ways.spend(ways.token)
    assert ways.spend(ways.code)
    assert not ways.spend(ways.code)
    assert not ways.spend("")


def test_a_code_opens_for_two_minutes():
    now = [1000.0]
    ways, other = Admission(lambda: now[0]), Admission(lambda: now[0])
    now[0] += PATIENCE - 1
    assert ways.spend(ways.code)
    now[0] += 1
    assert not other.spend(other.code)
    assert PATIENCE == 120


def test_of_many_at_once_one_comes_in():
    ways = Admission()
    come_in: list[bool] = []
    start = threading.Barrier(16)

    def come() -> None:
        start.wait()
        come_in.append(ways.spend(ways.code))

    crowd = [threading.Thread(target=come) for _ in range(16)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert come_in.count(True) == 1


def test_nothing_of_one_run_opens_another():
    one, other = Admission(), Admission()
    assert len({one.token, one.code, one.cookie, other.token, other.code, other.cookie}) == 6
    assert not other.fits(one.cookie)
    assert not other.fits("")
    assert not other.opens(f"/?token={one.token}")
    assert not other.opens(f"/?code={one.code}")


@pytest.fixture(params=["nl", "en"])
def door(request):
    made = Doorway(request.param)
    made.spoken = request.param
    yield made
    made.hand_over().close()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, http.client.HTTPMessage, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        connection.close()


def cookie_of(headers: http.client.HTTPMessage) -> str:
    """The cookie of an answer, which must be for this browser, this computer and this run alone."""
    ((name, morsel),) = SimpleCookie(headers["Set-Cookie"]).items()
    assert (morsel["httponly"], morsel["samesite"], morsel["path"]) == (True, "Strict", "/")
    assert (morsel["expires"], morsel["max-age"], morsel["domain"]) == ("", "", "")
    assert len(morsel.value) >= 32
    return f"{name}={morsel.value}"


def test_while_one_waits_the_code_becomes_a_cookie_and_leaves_the_address(door):
    path = door.once.partition(str(door.port))[2]
    for refused in ({"Host": "example.org"}, {"method": "HEAD"}, {"method": "POST"}):
        assert ask(door.port, path, **refused)[0] in (403, 501, 202)
    status, headers, _ = ask(door.port, path)
    assert (status, headers["Location"]) == (303, "/")
    cookie = cookie_of(headers)
    assert door.admission.token not in cookie + str(headers)
    status, _, page = ask(door.port, path)
    assert (status, SPENT[door.spoken] in page) == (403, True)
    assert ask(door.port, path, Cookie=cookie)[0] == 200
    assert ask(door.port, path, Cookie="netwerk=; [;")[0] == 403
    assert ask(door.port, "/", Cookie=cookie)[0] == 200


def test_while_one_waits_the_printed_address_opens_as_often_as_one_likes(door):
    for _ in range(3):
        status, headers, _ = ask(door.port, door.url.partition(str(door.port))[2])
        assert (status, headers["Location"]) == (303, "/")
        cookie_of(headers)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """`netwerk`, without a word; its browser came before JupyterLab was there."""
    netwerk = Running(tmp_path_factory.mktemp("thuis"), browser=True)
    netwerk.cookie = cookie_of(ask(netwerk.port, netwerk.once)[1])
    yield netwerk.ready()
    netwerk.end()


def test_the_browser_gets_an_address_without_the_token(started):
    assert len(started.given) == 1
    assert re.fullmatch(rf"http://127\.0\.0\.1:{started.port}/\?code=[\w-]{{32}}", started.given[0])
    assert started.token not in started.given[0]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not show it as files")
def test_the_token_and_the_cookie_stand_in_no_command_line_and_no_environment(started):
    secrets = started.token.encode(), started.cookie.partition("=")[2].encode()
    seen = set()
    for path in (*Path("/proc").glob("[0-9]*/cmdline"), *Path("/proc").glob("[0-9]*/environ")):
        try:
            words = path.read_bytes()
        except OSError:
            continue
        if started.given[0].encode() in words or b"lab.kernel" in words or b"NETWERK_VAULT" in words:
            seen.add(path.name)
        assert not any(secret in words for secret in secrets), path
    assert seen == {"cmdline", "environ"}


def test_what_the_browser_was_given_opens_nothing_any_more(started):
    status, headers, page = ask(started.port, started.once)
    assert (status, SPENT["nl"] in page, headers["Set-Cookie"]) == (403, True, None)
    code = started.once.partition("code=")[2]
    for path in ("/api/contents", "/netwerk/state", "/doc/tree/00_start.ipynb"):
        for way in (f"{path}?code={code}", f"{path}?token={code}"):
            assert ask(started.port, way)[0] in (302, 403)
        assert ask(started.port, path, Authorization=f"token {code}")[0] in (302, 403)
        assert ask(started.port, path, Cookie=f"netwerk-{started.port}={code}")[0] in (302, 403)


def test_the_cookie_that_came_of_the_code_goes_on_in_jupyterlab(started):
    assert ask(started.port, "/netwerk/enter", "POST", Cookie=started.cookie)[0] == 200
    assert ask(started.port, "/", Cookie=started.cookie)[1]["Location"] == "/doc/tree/00_start.ipynb"
    assert ask(started.port, started.once, Cookie=started.cookie)[0] == 302
    assert ask(started.port, "/api/contents", Cookie=started.cookie)[0] == 200


def test_no_page_gives_the_token_away(started):
    pages = ("/doc/tree/00_start.ipynb", "/lab", "/doc", "/api/me", "/api/status", "/api/kernelspecs", "/netwerk/state")
    shown = [ask(started.port, page, Cookie=started.cookie) for page in pages]
    assert [page for page, (status, _, _) in zip(pages, shown, strict=True) if status == 200]
    for _, headers, text in shown:
        assert started.token not in text + str(headers)
        for cookie in headers.get_all("Set-Cookie") or []:
            assert "SameSite=Strict" in cookie
            assert "expires" not in cookie.lower()


def test_without_the_xsrf_word_a_cookie_changes_nothing(started):
    assert ask(started.port, "/netwerk/state", "PUT", Cookie=started.cookie)[0] == 403
    assert ask(started.port, "/api/sessions", "POST", Cookie=started.cookie)[0] == 403


def test_the_printed_address_opens_in_a_second_browser_and_again(started):
    path = started.url.partition(str(started.port))[2]
    for _ in range(2):
        status, headers, _ = ask(started.port, path)
        assert (status, headers["Location"]) == (302, "/doc/tree/00_start.ipynb")
        assert ask(started.port, "/doc/tree/00_start.ipynb", Cookie=cookie_of(headers))[0] == 200


def test_no_file_holds_the_token(started):
    files = [path for path in started.home.rglob("*") if path.is_file()]
    assert len(files) > 12
    assert not [path for path in files if started.token.encode() in path.read_bytes()]


def test_a_browser_that_comes_when_jupyterlab_is_there_gets_the_cookie_too(tmp_path, monkeypatch):
    netwerk = Running(tmp_path / "thuis", browser=True).ready()
    try:
        status, headers, _ = ask(netwerk.port, netwerk.once)
        assert (status, headers["Location"]) == (302, "/doc/tree/00_start.ipynb")
        assert ask(netwerk.port, "/doc/tree/00_start.ipynb", Cookie=cookie_of(headers))[0] == 200
        assert ask(netwerk.port, netwerk.once)[0] == 403
        _, _, page = ask(netwerk.port, "/?token=x")
        assert "Met dit adres kom je er niet in" in page
    finally:
        code, screen, _ = netwerk.end()
    assert (code, "Traceback" in screen) == (0, False)


def test_cookies_of_two_runs_have_names_of_their_own():
    one, other = Doorway("nl"), Doorway("nl")
    try:
        names = {
            cookie_of(ask(door.port, f"/?token={door.admission.token}")[1]).partition("=")[0] for door in (one, other)
        }
        assert len(names) == 2
    finally:
        one.hand_over().close()
        other.hand_over().close()
