"""Whether a message is what it was declared to be: from the same declarations come the page's types."""

import dataclasses
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import (
    Any,
    Literal,
    NotRequired,
    Required,
    TypedDict,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from netwerk_widgets.contract import OPEN
from netwerk_widgets.locale import Message, Sentence
from netwerk_widgets.model.cards.deck import Source
from netwerk_widgets.model.case import entities as case
from netwerk_widgets.model.case.wired import told
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.method import Fit
from netwerk_widgets.views import answers, messages
from netwerk_widgets.views.map import NetworkMap
from netwerk_widgets.views.replay import Replay

KINDS = {entity: kind for kind, entity in case.ENTITIES.items()}
BY_KIND = {get_args(get_type_hints(one)["kind"])[0]: one for one in get_args(messages.Incoming)}
BY_KIND["meeting"] = messages.Told
BY_VIEW: Mapping[tuple[type, str], Any] = {
    (NetworkMap, "picture"): messages.MapPicture,
    (NetworkMap, "change"): messages.MapChange,
    (Replay, "change"): messages.ReplayChange,
}
"""What a view tells besides what all views do."""


class Whole(messages.Shown, messages.Drawn):
    """A moment of history with the whole of its map."""


class Altered(messages.Shown, messages.Differing):
    """The same with what differs from the map that is shown."""


class Before(TypedDict):
    """What was intended last time."""

    cases: list[answers.Intended]


class Fits(TypedDict):
    """How the methods fit a group."""

    fits: list[Fit]


class AsItIs(TypedDict):
    """The version that the map still is."""

    version: case.Version | None


ANSWERS: Mapping[str, Any] = {
    **dict.fromkeys(("meeting", "gather", "choose", "act", "aside", "reveal", "take"), messages.Told),
    **dict.fromkeys(("log", "keep_log", "drop_log", "log_of"), answers.KeptLog),
    **dict.fromkeys(("begin", "open", "begin_practice", "save_as_own", "begin_from", "copy"), answers.ShelfAnswer),
    "bring_in": messages.Read | answers.ShelfAnswer,
    "cases": messages.Shelved,
    "strength": answers.PhraseStrength,
    "beside": messages.Apart,
    "board": answers.BoardContent,
    "deck": answers.Dealt,
    "methods": answers.Methods,
    "before": Before,
    "fit": Fits,
    "as_it_is": AsItIs,
    "offered": answers.Meant,
    "named": answers.Unlinked,
    "lens": messages.LensView,
    "drawn": messages.Earlier,
    "seek": Whole | Altered,
}
"""What is answered to a question, where the page has a type for it."""


def faults(value: Any, hint: Any, at: str = "") -> Iterator[str]:
    """What in this JSON value is not as declared, and where."""
    hint = Sentence if hint in (Message, Source) else hint
    if hint in KINDS:
        yield from _entity(value, KINDS[hint], at)
    elif is_typeddict(hint) or dataclasses.is_dataclass(hint):
        yield from _object(value, hint, at)
    elif get_origin(hint) is not None:
        yield from _structure(value, get_origin(hint), get_args(hint), at)
    elif hint is not Any and not isinstance(value, (int, float) if hint is float else hint):
        yield f"{at}: {value!r} is no {hint}"
    elif hint is int and isinstance(value, bool):
        yield f"{at}: {value!r} is no number"


def _structure(value: Any, origin: Any, args: tuple[Any, ...], at: str) -> Iterator[str]:
    if origin is Literal:
        yield from () if value in args else (f"{at}: {value!r} is none of {args}",)
    elif origin in (Union, UnionType):
        if all(list(faults(value, one, at)) for one in args):
            yield f"{at}: {value!r} is none of {args}"
    elif not isinstance(value, Mapping if issubclass(origin, Mapping) else list):
        yield f"{at}: {value!r} is no {origin}"
    elif issubclass(origin, Mapping):
        for key, one in value.items():
            yield from faults(key, args[0], f"{at} (a key)")
            yield from faults(one, args[1], f"{at}.{key}")
    else:
        each = args[:1] * len(value) if origin is list or args[-1] is ... else args
        if len(each) != len(value):
            yield f"{at}: {value!r} has {len(value)} parts"
        for place, (one, expected) in enumerate(zip(value, each, strict=False)):
            yield from faults(one, expected, f"{at}[{place}]")


def _entity(value: Any, kind: case.Kind, at: str) -> Iterator[str]:
    try:
        case.decode(kind, value)
    except EditError:
        yield f"{at}: {value!r} is no {kind}"


def _object(value: Any, declared: Any, at: str) -> Iterator[str]:
    keys = dict(_keys(declared) if is_typeddict(declared) else _told(declared))
    if not isinstance(value, Mapping):
        yield f"{at}: {value!r}"
        return
    yield from (f"{at}.{name} is missing" for name, (_, needed) in keys.items() if needed and name not in value)
    if declared.__name__ not in OPEN:
        yield from (f"{at}.{name} is undeclared" for name in value if name not in keys)
    for name in keys.keys() & value.keys():
        yield from faults(value[name], keys[name][0], f"{at}.{name}")


def _keys(declared: Any) -> Iterator[tuple[str, tuple[Any, bool]]]:
    """Each key of a TypedDict, its type, and whether it must be there."""
    for name, hint in get_type_hints(declared, include_extras=True).items():
        marked = get_origin(hint) in (Required, NotRequired)
        needed = get_origin(hint) is Required or (declared.__total__ and not marked)
        yield name, (get_args(hint)[0] if marked else hint, needed)


def _told(declared: type) -> Iterator[tuple[str, tuple[Any, bool]]]:
    """The same of what is told whole."""
    hints = get_type_hints(declared)
    for name, called in told(declared).items():
        yield called, (hints.get(name) or get_type_hints(getattr(declared, name).fget)["return"], True)


def undeclared(message: Mapping[str, Any], view: object = None) -> list[str]:
    """What in a message to a page is not as its kind was declared, or as this view declares it."""
    kind = message["kind"]
    if kind == "bundle" or (kind == "meeting" and len(message) == 1):
        return []  # bytes; and a learning log's page only hears that there is news
    content = {name: value for name, value in message.items() if name != "kind" or kind != "meeting"}
    own = [declared for (of, told), declared in BY_VIEW.items() if told == kind and isinstance(view, of)]
    return list(faults(content, own[0] if own else BY_KIND[kind], kind))


def unexpected(what: str, answer: Mapping[str, Any]) -> list[str]:
    """What in the answer to this question is not as it was declared."""
    told = {name: value for name, value in answer.items() if name not in ("kind", "id")}
    refused = what not in ANSWERS or ("error" in told and ANSWERS[what] is not answers.ShelfAnswer)
    return [] if refused else list(faults(told, ANSWERS[what], what))
