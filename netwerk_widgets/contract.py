"""The contract with the front end: what the page shares with the kernel, declared in Python and written in TypeScript.

``python -m netwerk_widgets.contract`` writes ``frontend/src/contract.ts`` anew; ``tests/test_contract.py`` says when that
is due. A field, a choice, a limit or a message that the page must know is named here and declared where it belongs.
"""

from __future__ import annotations

import dataclasses
import json
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NotRequired, Required, Union, get_args, get_origin, get_type_hints, is_typeddict

from netwerk_widgets.canvas import drawn, editable, editing, surface
from netwerk_widgets.casefile.library import index, shelf
from netwerk_widgets.casefile.storage import drafts
from netwerk_widgets.casefile.storage import slips as aside
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.lab import drafts as typed
from netwerk_widgets.lab import lock, state
from netwerk_widgets.locale import TONGUES, Language, Message, Sentence
from netwerk_widgets.model import edits
from netwerk_widgets.model.cards import board, deck, suggestions
from netwerk_widgets.model.cards import occasions as called_for
from netwerk_widgets.model.cards import pile as laid
from netwerk_widgets.model.case import entities as case
from netwerk_widgets.model.case import initials, words
from netwerk_widgets.model.case.wired import told
from netwerk_widgets.model.edits import difference, several
from netwerk_widgets.model.lenses import sight as looking
from netwerk_widgets.model.meeting import log, meeting, method
from netwerk_widgets.model.names import mentions as mentioned
from netwerk_widgets.views import answers, drawing, messages
from netwerk_widgets.views import meeting as guide
from netwerk_widgets.views.map import ALL_CARDS, NEEDED_BY, Needs

FILE = Path(__file__).parent / "frontend" / "src" / "contract.ts"

CHOICES: Mapping[str, Any] = {
    **{name: getattr(words, name) for name in ("Domain", "Moment", "SupportKind", "Direction", "Quality")},
    **{name: getattr(words, name) for name in ("CentreKind", "Ink", "Inviter")},
    **{name: getattr(method, name) for name in ("Role", "Move", "Level", "Question")},
    **{name: getattr(deck, name) for name in ("Stage", "Relation", "Tempo")},
    "Form": log.Form,
    "Look": looking.Look,
    "Slip": guide.Slip,
    "Language": Language,
    "Size": state.Size,
    "Needs": Needs,
}
"""One of a fixed row of texts, from which somebody chooses: ``Domain`` and, all of them, ``DOMAINS``."""

VALUES: Mapping[str, Any] = {
    **{name: getattr(words, name) for name in ("CENTRE", "CIRCLES", "OUT_OF_SIGHT", "CLOSENESS", "PAST")},
    **{name: getattr(words, name) for name in ("FREQUENCIES", "AGE_BANDS")},
    "DIMENSIONS": log.DIMENSIONS,
    "FULL_HOUR": method.FULL_HOUR,
    "MEETING": case.MEETING,
    "INTENTION": guide.INTENTION,
    **{name: getattr(board, name) for name in ("DILEMMA", "DILEMMAS", "OUTCOMES")},
    "MOST_BETWEEN": several.MOST_BETWEEN,
    "LATER": laid.LATER,
    "DECLINED": laid.DECLINED,
    "ALL_CARDS": ALL_CARDS,
    "NEEDED_BY": NEEDED_BY,
    "TONGUES": {language: {"name": one.name, "tag": one.tag} for language, one in TONGUES.items()},
    **{name: getattr(state, name) for name in ("LABEL_SIZES", "KEYS", "LONGEST_TAG")},
    "LONGEST_INITIALS": initials.MOST,
    "LONGEST_NAME": mentioned.LONGEST,
    "LONGEST_SLIP": aside.LONGEST,
    "LONGEST_LABEL": editable.TEXT_LIMIT,
    "SHORTEST_PHRASE": shelf.SHORTEST,
    "LARGEST_FILE": outside.LARGEST,
    "LONGEST_PHASE": guide.MINUTES[-1],
    "WISHED": guide.WISHED,
    **{name: getattr(drawing, name) for name in ("RING_MOST", "INK", "SELECTED", "FADED", "FIGURES", "LINES")},
}

ENTITIES: Mapping[str, Any] = {entity.__name__: entity for entity in case.ENTITIES.values()}

_DECLARED = (
    *(drawn.CanvasNode, drawn.CanvasEdge, drawn.CanvasOptions),
    *(
        one
        for all_of in (messages, answers)
        for one in vars(all_of).values()
        if is_typeddict(one) and one.__module__ == all_of.__name__
    ),
    *(meeting.Member, meeting.Clock, meeting.Mark, method.Phase, method.Method, method.Fit),
    *(board.Board, board.Part, board.Option, deck.Card, deck.Family, looking.View),
    *(suggestions.Suggestion, suggestions.Tap),
    *(typed.KeptDrafts, lock.PauseClock, lock.Standing, state.KeptPrefs),
)

TYPES: Mapping[str, Any] = {
    "Kind": case.Kind,
    **ENTITIES,
    "Edit": edits.Edit,
    "Asked": surface.Asked,
    "Said": surface.Said,
    "Incoming": messages.Incoming,
    "Way": messages.Way,
    **{declared.__name__: declared for declared in _DECLARED},
    "Meeting": meeting.Meeting,
    "Pane": guide.Pane,
    "RowField": board.Field,
    "PartKind": board.PartKind,
    "PartLook": board.Look,
    "CardSign": deck.Sign,
    "Called": called_for.Offer,
    "Shade": looking.Shade,
    "LensView": messages.LensView,
    "Differs": difference.Line,
    "NetworkTold": editing.Told,
    "Beside": messages.Beside,
    "Sign": messages.Sign,
    "KeptDraft": drafts.Draft,
    "LogEntry": log.Entry,
    "ShelfEntry": index.Entry,
}
"""What a message, or a part of one, looks like."""

OPEN = frozenset(
    {"Picture", "Change", "Answered", "ShelfAnswer", "CanvasNode", "ChangedNode", "CanvasEdge", "CanvasOptions"}
)
"""What has more in it than the page must know, or than is the same for every view."""

LIMITED: Mapping[Any, Any] = {**case.ENTITIES, "log": log.Entry}
"""Of whose fields the page knows the defaults and the limits."""

PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null", Any: "unknown"}
NAMES: Mapping[Any, str] = {
    **PLAIN,
    **{hint: name for name, hint in {**CHOICES, **TYPES}.items()},
    **{hint: f"Written<{name}>" for name, hint in {**ENTITIES, "Entity": case.Entity}.items()},
    **dict.fromkeys((Message, Sentence, deck.Source), "Sentence"),
}
_NULL = " | null"


def source() -> str:
    """All of ``contract.ts``."""
    return "\n".join(
        [
            "// biome-ignore-all format: generated",
            "/** Written by `python -m netwerk_widgets.contract`: what the page shares with the kernel. Change it there. */",
            'import type { Sentence } from "./shared/words";',
            "",
            *(line for name, hint in CHOICES.items() for line in _choice(name, get_args(hint))),
            *(_value(name, value) for name, value in VALUES.items()),
            _value("DEFAULTS", _of_each(_default)),
            _value("LIMITS", _of_each(lambda spec: spec.metadata.get("limit"))),
            _value("RANGES", _of_each(lambda spec: spec.metadata.get("range"))),
            _filled(f"export type Entities = {{ {_rows(dict(zip(case.ENTITIES, ENTITIES, strict=True)))} }};"),
            "export type Entity = Entities[Kind];",
            "/** An entity as the kernel writes it: what stands at its default is left out. */",
            "export type Written<E = Entity> = Partial<E> & { id: string };",
            *(_filled(f"export type {name} = {_type(name, hint)};") for name, hint in TYPES.items()),
            "",
        ]
    )


def _choice(name: str, values: tuple[str, ...]) -> Iterator[str]:
    many = plural(name)
    yield _value(many, values)
    yield f"export type {name} = (typeof {many})[number];"


def plural(name: str) -> str:
    """What all choices are called of which one is called so.

    >>> plural("Quality"), plural("CentreKind"), plural("Beside")
    ('QUALITIES', 'CENTRE_KINDS', 'BESIDES')
    """
    snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()
    return f"{snake[:-1]}IES" if snake.endswith("Y") and snake[-2] not in "AEIOU" else f"{snake}S"


def _value(name: str, value: Any) -> str:
    return _filled(f"export const {name} = {_literal(value)}{'' if isinstance(value, (int, str)) else ' as const'};")


def _literal(value: Any) -> str:
    if hasattr(value, "_asdict"):
        return _literal(value._asdict())
    if isinstance(value, Mapping):
        rows = (f"{key if str(key).isidentifier() else json.dumps(key)}: {_literal(one)}" for key, one in value.items())
        return f"{{ {', '.join(rows)} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_literal, value))}]"
    return json.dumps(int(value) if isinstance(value, float) and value.is_integer() else value, ensure_ascii=False)


def _of_each(what: Callable[[dataclasses.Field[Any]], Any]) -> dict[str, Any]:
    """By kind and field what is to be known of it, where something is."""
    found = {
        kind: {spec.name: value for spec in dataclasses.fields(entity) if (value := what(spec)) is not None}
        for kind, entity in LIMITED.items()
    }
    return {kind: values for kind, values in found.items() if values}


def _default(spec: dataclasses.Field[Any]) -> Any:
    """What a field holds where nothing was said; nothing stands for a field that must be said, or that may be empty."""
    if spec.name == "id" or spec.metadata.get("needed") or spec.default is dataclasses.MISSING:
        return None
    return {} if spec.default == () else spec.default


def _type(name: str, hint: Any) -> str:
    if hint == edits.Edit:
        return " | ".join(f"{{ {_rows(_edit(edit))} }}" for edit in edits.EDITS.values())
    if get_origin(hint) is not None:
        return " | ".join(map(_spelled if get_origin(hint) is not Literal else json.dumps, get_args(hint)))
    rows = _message(hint) if is_typeddict(hint) else _entity(hint) if name in ENTITIES else _told(hint)
    return f"{{ {_rows(rows)}{'; [extra: string]: unknown' * (name in OPEN)} }}"


def _rows(rows: Mapping[str, str]) -> str:
    return "; ".join(f"{name}: {spelled}" for name, spelled in rows.items())


def _message(declared: Any) -> dict[str, str]:
    """The fields of a TypedDict."""
    rows = {}
    for name, hint in get_type_hints(declared, include_extras=True).items():
        may_lack = get_origin(hint) is NotRequired or (not declared.__total__ and get_origin(hint) is not Required)
        bare = get_args(hint)[0] if get_origin(hint) in (NotRequired, Required) else hint
        rows[f"{name}{'?' * may_lack}"] = _spelled(bare)
    return rows


def _told(declared: type) -> dict[str, str]:
    """The fields of what is told whole, properties among them (:mod:`.wired`)."""
    hints = get_type_hints(declared)
    found = {name: hints.get(name) or get_type_hints(getattr(declared, name).fget)["return"] for name in told(declared)}
    return {told(declared)[name]: _spelled(hint) for name, hint in found.items()}


def _entity(declared: type) -> dict[str, str]:
    """The fields of an entity, all of them there save what may be empty; its pairs are a table."""
    rows = {}
    for name, hint in get_type_hints(declared).items():
        pairs = get_origin(hint) is tuple
        spelled = _spelled(Mapping[get_args(get_args(hint)[0])] if pairs else hint)  # type: ignore[misc]
        rows[f"{name}?" if spelled.endswith(_NULL) else name] = spelled.removesuffix(_NULL)
    return rows


def _edit(declared: type) -> dict[str, str]:
    """The fields of an edit, of which may be left out what has a default."""
    rows = {"edit": json.dumps(declared.name)}  # type: ignore[attr-defined]
    for spec in dataclasses.fields(declared):
        needed = spec.default is spec.default_factory is dataclasses.MISSING
        rows[f"{spec.name}{'' if needed else '?'}"] = _spelled(get_type_hints(declared)[spec.name]).removesuffix(_NULL)
    return rows


def _spelled(hint: Any) -> str:
    """A type as TypeScript spells it."""
    if hint in NAMES:
        return NAMES[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(map(json.dumps, args))
    if origin in (Union, UnionType):
        return " | ".join(dict.fromkeys(map(_spelled, args)))
    if origin is tuple and args[-1] is not ...:
        return f"[{', '.join(map(_spelled, args))}]"
    if origin in (list, tuple):
        one = _spelled(args[0])
        return f"({one})[]" if " | " in one else f"{one}[]"
    if issubclass(origin, Mapping):
        key, value = args
        if value is Any:
            return "object"
        table = f"Record<{_spelled(key)},\u00a0{_spelled(value)}>"
        return table if key is str else f"Partial<{table}>"
    raise TypeError(hint)


def _filled(line: str) -> str:
    """A declaration in lines that end after a field or a value."""
    whole = re.sub(r"(?<![,;|=]) | (?=as const)", "\u00a0", line)
    return textwrap.fill(whole, 120, subsequent_indent="  ", break_long_words=False).replace("\u00a0", " ")


if __name__ == "__main__":
    FILE.write_text(source(), encoding="utf-8")
