"""Every field in which somebody types, and whether its words are kept as a draft; a new one has to say so here."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import netwerk_widgets

SOURCES = Path(netwerk_widgets.__file__).parent / "frontend" / "src"
FIELD = re.compile(r"(?<!\w)<(TextField|PlainField|InitialsField|CoveredField|TextArea|NewName|textarea|input)\b")
NO_TEXT = re.compile(r'\btype="(?:checkbox|radio|range|number|date|time|file)"')

PARTS = {
    "ui/covered.tsx": {"TextArea": 1},
    "ui/fields.tsx": {"textarea": 2, "input": 1},
    "ui/plain.tsx": {"input": 1, "PlainField": 1},
    "mention/newname.tsx": {"input": 1},
}
"""What a field is made of: the words of `TextArea`, `PlainField` and `TextField` are kept where these are used."""

KEPT = {
    "board/row.tsx": {"TextField": 1},
    "board/steps.tsx": {"TextField": 1},
    "board/trail.tsx": {"TextField": 1},
    "board/who.tsx": {"PlainField": 1},
    "board/words.tsx": {"TextField": 1},
    "cards/answer.tsx": {"TextField": 1},
    "cards/link.tsx": {"NewName": 1},
    "mention/mention.tsx": {"NewName": 1},
    "list/adding.tsx": {"PlainField": 1},
    "map/adding.tsx": {"input": 1},
    "map/asking.tsx": {"TextField": 1},
    "map/versions.tsx": {"PlainField": 1},
    "notes/composer.tsx": {"input": 1},
    "panel/details.tsx": {"TextField": 2},
    "panel/groups.tsx": {"TextField": 1, "PlainField": 1},
    "panel/person.tsx": {"TextField": 1},
    "panel/tie.tsx": {"TextField": 2},
    "replay/happened.tsx": {"PlainField": 1},
    "meeting/before.tsx": {"TextField": 1},
    "meeting/cases.tsx": {"PlainField": 1},
    "meeting/closing.tsx": {"PlainField": 3},
    "meeting/putdown.tsx": {"TextArea": 1},
    "meeting/said.tsx": {"TextField": 1},
    "meeting/silent.tsx": {"CoveredField": 1},
}
"""Kept as a draft, file by file."""

NOT_KEPT = {
    "canvas/view.tsx": ({"textarea": 1}, "any pyvis network: there is no case file to keep it in"),
    "keep/begin.tsx": (
        {"PlainField": 1, "InitialsField": 1},
        "the case to keep it in does not exist yet; initials are kept nowhere",
    ),
    "keep/bring.tsx": ({"PlainField": 1}, "the path of a file"),
    "keep/copy.tsx": ({"PlainField": 1}, "the path of a folder"),
    "keep/forget.tsx": ({"PlainField": 1}, "a code typed to confirm: it has to be typed anew"),
    "keep/phrase.tsx": ({"input": 1}, "a pass phrase"),
    "learning/form.tsx": (
        {"PlainField": 1, "TextArea": 1, "input": 1},
        "the log belongs to no case and is not encrypted: the page holds the words, the bar says so, and the browser asks before it leaves",
    ),
    "learning/view.tsx": ({"InitialsField": 1}, "initials"),
    "list/pane.tsx": ({"input": 1}, "looking for somebody"),
    "map/over.tsx": ({"input": 1}, "looking for somebody"),
    "notes/ways.tsx": ({"input": 2}, "initials; and a screen's own words on the keys, which are no case's"),
    "panel/ties.tsx": ({"input": 1}, "looking for somebody"),
    "meeting/checkin.tsx": ({"InitialsField": 1}, "initials"),
    "meeting/methods.tsx": ({"PlainField": 2}, "figures to choose a method by"),
    "meeting/people.tsx": ({"InitialsField": 1}, "initials"),
    "meeting/version.tsx": ({"PlainField": 1}, "a name that is proposed, and kept by one tap"),
    "shelf/view.tsx": ({"TextField": 1}, "initials"),
}
"""Not kept, and why."""


def fields() -> dict[str, dict[str, int]]:
    """The fields for words that each source has."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted(SOURCES.rglob("*.tsx")):
        text = path.read_text(encoding="utf-8")
        names = [match[1] for match in FIELD.finditer(text) if not NO_TEXT.search(text[match.start() :].split("/>")[0])]
        if names:
            found[path.relative_to(SOURCES).as_posix()] = dict(Counter(names))
    return found


def source(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")


def test_every_field_says_whether_its_words_are_kept():
    assert fields() == {**PARTS, **KEPT, **{name: found for name, (found, _) in NOT_KEPT.items()}}


def test_what_is_kept_has_a_place_and_what_is_not_has_none():
    for name in KEPT:
        assert "placed(" in source(name) or "placeOf(" in source(name), name
    for name in NOT_KEPT:
        assert not re.search(r"\bplaced\(|useKeptText|kept=\{\{", source(name)), name


def test_no_two_kinds_of_field_share_a_place():
    """One place, one field: the second would show the words of the first."""
    places = Counter(
        (match[1], match[2]) for name in KEPT for match in re.finditer(r'placed\(\s*"([a-z_]+)"([^)]*)\)', source(name))
    )
    shared = {place for place, count in places.items() if count > 1}
    lists = {("row", ", answers.card, answers.about"), ("silent", ", kind")}
    assert shared <= lists, shared


def test_nothing_that_is_typed_goes_into_the_browsers_storage():
    kept = {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.ts*")
        if re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie", path.read_text(encoding="utf-8"))
    }
    assert kept <= {"shared/page.ts", "lab/back.ts"}  # preferences; and at which step a window was
