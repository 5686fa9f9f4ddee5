"""The fixed words of a case: domains, circles, moments, kinds of support and their directions.

Sources: domains after Tracy & Whittaker (1990), circles after the convoy model (Kahn & Antonucci 1980),
kinds of support after House (1981) and the Dutch ecogram, closeness and frequency after the scales of the
Social Network Grid (general knowledge, not checked against the source). Their Dutch and English names are
in ``locale/*/model.json``, as ``model.<word>.<value>``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Domain = Literal["family", "friends", "neighbours", "clubs", "work_school", "professionals", "household"]
Moment = Literal["once", "five_years", "now", "soon"]
SupportKind = Literal["practical", "company", "advice", "emotional", "appreciation"]
Direction = Literal["none", "given", "received", "both", "not_asked"]
Quality = Literal["strong", "ordinary", "weak", "strained", "broken"]
CentreKind = Literal["one", "couple", "siblings", "two_homes"]
Ink = Literal["blue", "orange", "green", "purple"]
Inviter = Literal["", "client", "worker"]
Asked = Literal["", "open", "no"]

DOMAINS: tuple[Domain, ...] = get_args(Domain)  # clockwise, beginning at the top of the map
MOMENTS: tuple[Moment, ...] = get_args(Moment)
SUPPORT_KINDS: tuple[SupportKind, ...] = get_args(SupportKind)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
TURNED: Mapping[Direction, Direction] = {"given": "received", "received": "given"}  # as the other end sees it
QUALITIES: tuple[Quality, ...] = get_args(Quality)
CENTRE_KINDS: tuple[CentreKind, ...] = get_args(CentreKind)
INKS: tuple[Ink, ...] = get_args(Ink)

INVITERS: tuple[Inviter, ...] = get_args(Inviter)  # who proposed to invite somebody; nobody yet
ASKED: tuple[Asked, ...] = get_args(Asked)  # whether somebody is a professional: no need to ask, to be asked, no

CENTRE = 0
OUT_OF_SIGHT = 4
CIRCLES = (1, 2, 3, OUT_OF_SIGHT)  # 0 is the centre itself
CLOSENESS = (1, 2, 3)  # as said: not very, sort of, very close
FREQUENCIES = ("", "never", "yearly", "monthly", "weekly", "daily")
AGE_BANDS = ("", "0-3", "4-11", "12-17", "18-24", "25-39", "40-59", "60-74", "75+")
PROFESSIONALS: Domain = "professionals"
KIN_DOMAINS: tuple[Domain, ...] = ("household", "family")
PAST: tuple[Moment, ...] = ("once", "five_years")
