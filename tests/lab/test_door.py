"""The door of the lock: what it says, and what it takes."""

import pytest

from netwerk_widgets.lab.door import page, read
from netwerk_widgets.lab.reopening import Wanted
from netwerk_widgets.locale import Message


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_door_names_the_code_and_nothing_else(language):
    found = page(Wanted("Linde-7", practice=False, own=True), language, "n", asked=False, xsrf="x").decode()
    assert Message("lock.case", {"code": "Linde-7"}).text(language) in found
    assert "Eigen" not in found
    assert 'type="password"' not in found
    hostile = page(Wanted("</script><b>", practice=False), language, "n", asked=True, xsrf="x").decode()
    assert "</script><b>" not in hostile


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"null", b'{"how": "force"}', b'{"phrase": 3}', b'{"key": "x"}', b"[" * 5000, b" " * 5000 + b"{}"],
)
def test_what_nobody_can_give_at_the_door_is_refused(body):
    assert read(body) is None
