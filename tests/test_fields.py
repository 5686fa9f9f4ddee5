"""Every field of the front end in which one types tells the browser to keep nothing of it."""

import re
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "netwerk_widgets" / "frontend" / "src"
TAG = re.compile(r"<(?:input|textarea)\b(?:=>|[^>])*?/?>")
TYPED_NOT = re.compile(r'type="(checkbox|radio|range|file|hidden)"')
QUIET = re.compile(r'autocomplete="off"|\{\.\.\.(UNREMEMBERED|shared|attributes)')


def test_every_field_tells_the_browser_to_keep_nothing():
    bare, seen = [], 0
    for path in SOURCE.rglob("*.tsx"):
        for tag in TAG.findall(path.read_text(encoding="utf-8")):
            seen += 1
            if not TYPED_NOT.search(tag) and not QUIET.search(tag):
                bare.append(f"{path.name}: {tag[:80]}")
            assert 'type="password"' not in tag
    assert bare == []
    assert seen > 15
