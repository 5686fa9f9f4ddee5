"""One part of a board, read strictly: what its kind may hold, and its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from netwerk_widgets.exchange import reader as r
from netwerk_widgets.exchange.toml import lines, mapping
from netwerk_widgets.model.cards import board as b
from netwerk_widgets.model.cards.suggestions import ACTS, is_put
from netwerk_widgets.model.case.words import MOMENTS

FITS: Mapping[str, tuple[str, ...]] = {
    "words": ("dilemma", "shows", "puts"),
    "choice": ("options", "many", "look", "reason", "shows", "puts"),
    "rows": ("options", "many", "look", "fields", "person", "date", "supposition", "shows", "puts"),
    "steps": (),
    "trail": (),
    "scene": ("moment", "sleeping"),
    "silence": ("seconds",),
    "exercise": ("options", "many"),
    "text": (),
}
"""What may be said of a part of a kind, besides its words and ``ALWAYS``."""
ALWAYS = ("id", "kind", "after", "hidden_with_client")
NEEDS: Mapping[str, tuple[str, ...]] = {"choice": ("options",), "rows": ("fields",)}
FLAGS = ("many", "reason", "person", "date", "supposition", "dilemma", "hidden_with_client", "sleeping")
RESERVED = ("date", "case", "outcome", "learned")
"""Names that ``Answer.more`` has a use for already."""
NAME = re.compile(r"[a-z0-9][a-z0-9_]{0,27}")
"""The id of a board, a part, an option or a field."""

LABEL = r.texts(160)
OPTION = {"label": LABEL, "text": r.texts(800)}
TEXTS: Mapping[str, r.Reads] = {
    "title": r.texts(160),
    "text": r.texts(4000, lines),
    "placeholder": r.texts(200),
    "prompt": r.texts(200),
    "closed": r.texts(300),
}


def _name(name: Any, place: r.Place, taken: Collection[str] = ()) -> str:
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise place.problem("name", name=str(name)[:40])
    if name in taken:
        raise place.problem("twice", name=name)
    return name


def _named(value: Any, place: r.Place, most: int) -> Mapping[str, Any]:
    """What is said of each name; a list has names alone, of which nothing is said."""
    named = {str(name): {} for name in value} if isinstance(value, list) else mapping(value)
    if len(named) > most or (value is not None and not isinstance(value, (list, Mapping))):
        raise place.problem("names", most=most)
    return {_name(name, place): said for name, said in named.items()}


def _options(value: Any, place: r.Place) -> tuple[b.Option, ...]:
    found: list[b.Option] = []
    for name, said in _named(value, place, 10).items():
        words = place.sheet.read(mapping(said), OPTION, place.where, needed=("label",), under=f"options.{name}.")
        found.append(b.Option(name, words["label"], words.get("text", {})))
    return tuple(found)


def _fields(value: Any, place: r.Place) -> Mapping[str, Mapping[str, str]]:
    named = _named(value, place, b.MOST_FIELDS)
    for name in set(named) & {*RESERVED}:
        raise place.problem("name", name=name)
    return place.sheet.read(named, dict.fromkeys(named, LABEL), place.where, needed=named, under="fields.")


def _puts(value: Any, place: r.Place) -> tuple[str, ...]:
    """What an answer may put on the map."""
    if not isinstance(value, list) or not all(map(is_put, value)):
        raise place.problem("choice", options=", ".join(ACTS))
    return tuple(value)


def _card(value: Any, place: r.Place) -> str:
    """The card of a part: the names of its board and of itself, with a dot between them."""
    names = value.split(".") if isinstance(value, str) else []
    if len(names) != 2:
        raise place.problem("name", name=str(value)[:40])
    return ".".join(_name(name, place) for name in names)


def _with_client(value: Any, place: r.Place) -> Mapping[str, Any]:
    """What is said otherwise to a client who looks along; what is not known here is told, and the rest works."""
    said = mapping(value)
    for key in [key for key in said if key not in CLIENT]:
        place.sheet.tell(replace(place, field=f"with_client.{key}").problem("unknown"))
    known = {key: one for key, one in said.items() if key in CLIENT}
    return place.sheet.read(known, CLIENT, place.where, under="with_client.")


def _client_labels(value: Any, place: r.Place) -> Mapping[str, Mapping[str, str]]:
    named = mapping(value)
    return place.sheet.read(named, dict.fromkeys(named, LABEL), place.where, under="with_client.fields.")


CLIENT: Mapping[str, r.Reads] = {
    **{key: TEXTS[key] for key in ("title", "text", "placeholder")},
    "fields": _client_labels,
}
WORDS: Mapping[str, r.Reads] = {
    **TEXTS,
    "thoughts": r.by_language(r.row_of_texts(8, 800)),
    "with_client": _with_client,
}
"""What may be said in words of a part of any kind; of some kinds also what its options and fields are called."""
FIELDS: Mapping[str, r.Reads] = {
    **dict.fromkeys(FLAGS, r.flag),
    "id": _name,
    "kind": r.one_of(b.PART_KINDS),
    "moment": r.one_of(MOMENTS),
    "puts": _puts,
    "shows": _card,
    "seconds": r.number(5, 600),
    "options": _options,
    "fields": _fields,
}


def part_of(sheet: r.Sheet, row: Any, before: Collection[str]) -> b.Part:
    """A part as its sheet tells of it.

    Args:
        sheet: the board's files.
        row: the part, its words with it.
        before: the ids of the parts above it; ``after`` names one of these.

    Raises:
        Problem: something in it does not fit.
    """
    header = sheet.kind.header
    if not isinstance(row, Mapping):
        raise sheet.problem("table", header, field="parts")
    if row.get("look") == "gauge":  # as a team's own board may still call it
        row = {**row, "look": "line"}
    identity = _name(row.get("id"), r.Place(sheet, header, "id"), before)
    kind = FIELDS["kind"](row.get("kind"), r.Place(sheet, identity, "kind"))
    fields = {**FIELDS, "after": r.one_of(("", *before)), "look": r.one_of(b.LOOKS.get(kind, ()))}
    known = {**{key: fields[key] for key in (*ALWAYS, *FITS[kind])}, **WORDS}
    title = () if kind == "text" and row.get("text") else ("title",)
    needed = (*NEEDS.get(kind, ()), *title)

    def unfit(_: Any, place: r.Place) -> None:
        raise place.problem("unfit", kind=kind)

    found = sheet.read(row, {**dict.fromkeys(row, unfit), **known}, identity, needed=needed)
    said = {f"{key}s": found.pop(key, {}) for key in TEXTS}
    client = {key: words for key, words in found.pop("with_client", {}).items() if words}
    labels = client.pop("fields", {})
    named = tuple(b.Field(name, label, labels.get(name, {})) for name, label in found.pop("fields", {}).items())
    return b.Part(**{**found, **said}, fields=named, with_client=client)
