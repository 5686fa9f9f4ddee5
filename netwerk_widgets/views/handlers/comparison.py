"""A case beside an earlier version of itself, or beside the wished map: what the page draws of the difference.

What is made here has the form of a lens (``model.lenses``), with the sentences one by one, the places where people
stood and those who are on the map no longer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, get_args

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case, Person, Version, encode
from netwerk_widgets.model.case.wired import wired
from netwerk_widgets.model.case.wishes import as_now, as_wished, as_wished_of, wish_of
from netwerk_widgets.model.edits.description import someone
from netwerk_widgets.model.edits.difference import Difference, difference
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.lenses.sight import safe
from netwerk_widgets.views.messages import Beside, Gone

BESIDE: tuple[Beside, ...] = get_args(Beside)


def compare(file: CaseFile, beside: Beside, version: str = "") -> dict[str, Any]:
    """What differs between now and a version (the latest where none is named), or between now and the wished map.

    Raises:
        EditError: there is no such version (any more).
    """
    case = file.case
    if beside == "wished":
        found = difference(as_now(case), as_wished(case))
        named = _part("wished", found)
        return {**_picture(case, "wished", found, named), "version": "", "wishes": _wishes(case)}
    chosen = version_of(case, version)
    if chosen is None:
        return {**_picture(case, "since", Difference(), "since.no_version"), "version": ""}
    found = difference(file.at(chosen.revision), case)
    return {**_picture(case, "since", found, _part("since", found)), "version": chosen.id}


def for_client(found: dict[str, Any]) -> dict[str, Any]:
    """The difference without the sentences about marks that the client does not know of."""
    return {**found, "lines": [line for line in found["lines"] if not line["private"]]}


def earlier(file: CaseFile, beside: Beside, version: str = "") -> Case:
    """The case that stands at the left when two maps stand side by side: what was there first.

    Raises:
        EditError: there is no such version (any more), or none at all.
    """
    if beside == "wished":
        return as_now(file.case)
    chosen = version_of(file.case, version)
    if chosen is None:
        raise EditError("model.error.gone")
    return file.at(chosen.revision)


def version_of(case: Case, identity: str) -> Version | None:
    """The version of this id, or the latest; None where nothing was named yet.

    Raises:
        EditError: there is no such version (any more).
    """
    if identity:
        if identity not in case.versions:
            raise EditError("model.error.gone")
        return case.versions[identity]
    return max(case.versions.values(), key=lambda version: version.revision, default=None)


def as_it_is(file: CaseFile) -> Version | None:
    """The latest version, where the map is still as it was then: it needs no other name. None where something differs.

    >>> as_it_is(file)  # doctest: +SKIP
    Version(id='v1', name='intake', ...)
    """
    latest = version_of(file.case, "")
    if latest is None:
        return None
    then = file.at(latest.revision)
    return latest if (then.people, then.ties) == (file.case.people, file.case.ties) else None


def beside_of(content: Mapping[str, Any]) -> tuple[Beside, str]:
    """What the page asks to be compared with.

    Raises:
        EditError: neither a version nor the wished map.
    """
    beside, version = content.get("lens"), content.get("version", "")
    if beside not in BESIDE or not isinstance(version, str):
        raise EditError("model.error.bad_value", field="lens")
    return beside, version


def _part(beside: Beside, found: Difference) -> str:
    if found.lines or found.gone:
        return f"{beside}.some"
    return f"{beside}.moved" if found.were and beside == "since" else f"{beside}.none"


def _wishes(case: Case) -> dict[str, list[int | str]]:
    """The circle and the domain in which somebody is wished, for everybody of whom that was said."""
    people = {one.id: as_wished_of(one) for one in case.people.values() if wish_of(one) is not None}
    return {identity: [one.circle, one.domain] for identity, one in people.items()}


def _picture(case: Case, beside: Beside, found: Difference, words: str) -> dict[str, Any]:
    middle = {person.id for person in case.centre}
    differs = found.people | middle
    plain = not (found.people - middle)
    centre = [someone(case, person.id) for person in safe(case.centre)] or Message("lenses.the_centre")
    came = "model.moment.soon" if beside == "wished" else "difference.mark.came"
    marks = {identity: Message(came) for identity in found.came}
    marks |= {identity: Message("difference.mark.went") for identity in found.went}
    return {
        "lens": beside,
        "people": {identity: "bright" if plain or identity in differs else "dim" for identity in case.people},
        "ties": {tie: "bright" if plain or tie in found.ties else "dim" for tie in case.ties},
        "marks": {identity: mark.wire() for identity, mark in marks.items()},
        "sentence": Message(f"difference.{words}.sentence", {"centre": centre}).wire(),
        "question": Message(f"difference.{words}.question", {"centre": centre}).wire(),
        "lines": [wired(line) for line in found.lines],
        "were": {identity: list(place) for identity, place in found.were.items()},
        "gone": [gone(person) for person in found.gone],
    }


def gone(person: Person) -> Gone:
    """Somebody who is on the map no longer, as the page names them; whoever must not be approached is not called back."""
    kept = {name: value for name, value in encode(person).items() if name in Gone.__annotations__}
    return cast("Gone", {**kept, "back": not person.unsafe})
