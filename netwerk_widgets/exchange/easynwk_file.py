"""Reads the JSON of easyNWK into plain records; what they mean for a case is for :mod:`.easynwk` to say.

The format (easyNWK is MIT licensed, University of Applied Sciences St. Pölten): ``{versions: [{id, title, date, nwk}]}``,
in older files a bare ``nwk`` = ``{ego, alteri, connections}``. A missing key reads as its default, since older files
lack many; a value of another type is refused by name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.exchange.errors import ExchangeError

T = TypeVar("T")

LARGEST = 5_000_000
"""Bytes of the largest file that is read; a network of thousands of people takes less than one million."""

MOST_VERSIONS, MOST_PEOPLE, MOST_CONNECTIONS = 200, 5_000, 50_000

SUPPORT = {
    "supportInstrumental": "practical",
    "supportSocial": "company",
    "supportInformational": "advice",
    "supportEmotional": "emotional",
    "supportLinking": "linking",
}
"""easyNWK's five kinds of support as ours; *linking* (opening doors to others) has no place here."""


@dataclass(frozen=True, slots=True)
class Alter:
    """One contact as the file has it, or the person in the middle.

    ``angle`` is in degrees, counter-clockwise from the x axis; ``distance`` 100 is the outer horizon; both are
    ``None`` where the file does not say. ``edge``: 0 no relation now, 1 one, 2 multiplex.
    """

    key: str
    name: str = ""
    role: str = ""
    note: str = ""
    age: str = ""
    gender: str = ""
    emoji: str = ""
    human: bool = True
    deceased: bool = False
    conflict: bool = False
    of_partner: bool = False
    edge: int = 1
    angle: float | None = None
    distance: float | None = None
    support: Mapping[str, int] | None = None

    @property
    def sector(self) -> int | None:
        """Which of the four sectors: 0 family, 1 friends and acquaintances, 2 colleagues, 3 professionals."""
        if self.angle is None or self.distance is None or self.distance <= 0:
            return None
        return (int((self.angle % 360.0) // 90.0)) % 4


@dataclass(frozen=True, slots=True)
class Network:
    """One version of the map: its title and date, the person in the middle, the contacts and their connections."""

    title: str
    date: str
    ego: Alter
    alters: tuple[Alter, ...]
    connections: tuple[tuple[str, str], ...]


def load(source: Path | bytes) -> tuple[Network, ...]:
    """The versions in an easyNWK file, oldest first where all have a date, else in the file's order.

    Raises:
        ExchangeError: no such file, too large, not JSON, or not what easyNWK writes.
    """
    data = _json(source)
    if not isinstance(data, Mapping) or ("versions" not in data and "alteri" not in data):
        raise ExchangeError("easynwk.error.other_file")
    if "versions" not in data:
        return (_network({"nwk": data}, "nwk"),)
    versions = _rows(data, "versions", MOST_VERSIONS)
    if not versions:
        raise ExchangeError("easynwk.error.empty")
    found = [_network(version, f"versions[{n}]") for n, version in enumerate(versions, start=1)]
    return tuple(sorted(found, key=lambda version: version.date) if all(v.date for v in found) else found)


def _json(source: Path | bytes) -> Any:
    try:
        raw = source if isinstance(source, bytes) else outside.read(source, LARGEST)
    except outside.TooBig:
        raise ExchangeError("easynwk.error.too_large") from None
    except OSError:
        raise ExchangeError("easynwk.error.no_file") from None
    if len(raw) > LARGEST:
        raise ExchangeError("easynwk.error.too_large")
    try:
        return outside.parsed(raw)
    except ValueError:
        raise ExchangeError("easynwk.error.not_json") from None


def _network(version: Any, where: str) -> Network:
    if not isinstance(version, Mapping) or not isinstance(version.get("nwk"), Mapping):
        raise ExchangeError("easynwk.error.bad_value", where=where)
    nwk = version["nwk"]
    ego = nwk.get("ego") or {}
    alters = [_alter(one, f"alteri[{n}]") for n, one in enumerate(_rows(nwk, "alteri", MOST_PEOPLE), start=1)]
    if len({alter.key for alter in alters}) < len(alters):
        raise ExchangeError("easynwk.error.same_id")
    return Network(
        title=_value(version, "title", where, _text, ""),
        date=_day(_value(version, "date", where, _text, "")),
        ego=_alter(ego, "ego"),
        alters=tuple(alters),
        connections=tuple(_connections(nwk)),
    )


def _alter(data: Any, where: str) -> Alter:
    if not isinstance(data, Mapping):
        raise ExchangeError("easynwk.error.bad_value", where=where)

    def value(key: str, check: Callable[[Any], T], default: T) -> T:
        return _value(data, key, where, check, default)

    support = {ours: value(theirs, _way, 0) for theirs, ours in SUPPORT.items() if theirs in data}
    return Alter(
        key=value("id", _key, where),
        name=value("name", _text, ""),
        role=value("role", _text, ""),
        note=value("note", _text, ""),
        age=value("age", _text, ""),
        gender=value("currentGender", _text, ""),
        emoji=value("emoji", _text, ""),
        human=value("human", _flag, True),  # noqa: FBT003 -- the default
        deceased=value("deceased", _flag, False),  # noqa: FBT003
        conflict=value("conflict", _flag, False),  # noqa: FBT003
        of_partner=value("contactOfPartner", _flag, False),  # noqa: FBT003
        edge=value("edgeType", _way, 1),
        angle=value("angle", _number, None),
        distance=value("distance", _number, None),
        support=support or None,
    )


def _connections(nwk: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    found = []
    for n, data in enumerate(_rows(nwk, "connections", MOST_CONNECTIONS), start=1):
        where = f"connections[{n}]"
        if not isinstance(data, Mapping):
            raise ExchangeError("easynwk.error.bad_value", where=where)
        found.append((_value(data, "id1", where, _key, ""), _value(data, "id2", where, _key, "")))
    return found


def _rows(data: Mapping[str, Any], key: str, most: int) -> list[Any]:
    rows = data.get(key)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise ExchangeError("easynwk.error.bad_value", where=key)
    if len(rows) > most:
        raise ExchangeError("easynwk.error.too_large")
    return rows


def _value(data: Mapping[str, Any], key: str, where: str, check: Callable[[Any], T], default: T) -> T:
    raw = data.get(key)
    if raw is None:
        return default
    try:
        return check(raw)
    except (TypeError, ValueError, OverflowError):
        raise ExchangeError("easynwk.error.bad_value", where=f"{where}.{key}") from None


def _text(raw: Any) -> str:
    if isinstance(raw, bool) or not isinstance(raw, (str, int, float)):
        raise TypeError
    return str(raw).strip()[:20_000]


def _key(raw: Any) -> str:
    if isinstance(raw, bool) or not isinstance(raw, (str, int)):
        raise TypeError
    return str(raw)[:64]


def _flag(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise TypeError
    return raw


def _number(raw: Any) -> float | None:
    if isinstance(raw, bool) or not isinstance(raw, (int, float, str)):
        raise TypeError
    number = float(raw)
    if not math.isfinite(number):
        return None
    if abs(number) > 1e6:
        raise ValueError
    return number


def _way(raw: Any) -> int:
    """0 to 3; a choice list in easyNWK writes them as text."""
    number = _number(raw)
    if number not in (0, 1, 2, 3):
        raise ValueError
    return int(number)


def _day(raw: str) -> str:
    found = re.match(r"\d{4}-\d{2}-\d{2}", raw, re.ASCII)
    try:
        return date.fromisoformat(found.group()).isoformat() if found else ""
    except ValueError:
        return ""
