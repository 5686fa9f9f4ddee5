"""Codes for cases: a tree or plant and a number, such as ``Linde-7``; nothing in them points at a client."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection

from netwerk_widgets.casefile.errors import ShelfError

ENDING = ".casus"
PLANTS = (
    "Abeel", "Acacia", "Akelei", "Anemoon", "Appel", "Aster", "Berk", "Beuk", "Bosbes", "Braam", "Brem", "Buxus",
    "Ceder", "Clematis", "Cipres", "Dahlia", "Den", "Distel", "Eik", "Els", "Es", "Esdoorn", "Framboos", "Gentiaan",
    "Ginkgo", "Hazelaar", "Heide", "Hop", "Hulst", "Iep", "Iris", "Jasmijn", "Jeneverbes", "Kamille", "Kastanje",
    "Klaver", "Klimop", "Krokus", "Kweepeer", "Lariks", "Lavendel", "Lelie", "Linde", "Lijsterbes", "Magnolia",
    "Malva", "Meidoorn", "Mirte", "Mispel", "Moerbei", "Munt", "Narcis", "Olijf", "Olm", "Papaver", "Peer", "Perzik",
    "Plataan", "Populier", "Pruim", "Ratelpopulier", "Salie", "Sering", "Sneeuwbal", "Spar", "Tijm", "Tulp", "Varen",
    "Venkel", "Vlier", "Vijg", "Walnoot", "Wilg", "Zonnebloem",
)  # fmt: skip
_NUMBERS = 99
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")


def new_code(taken: Collection[str]) -> str:
    """A code that is not taken, drawn blindly so that it does not count anybody's cases."""
    small = {code.casefold() for code in taken}
    while True:
        code = f"{secrets.choice(PLANTS)}-{secrets.randbelow(_NUMBERS) + 1}"
        if len(small) > len(PLANTS) * _NUMBERS // 2:
            code += f"-{secrets.randbelow(10**6)}"
        if code.casefold() not in small:
            return code


def checked(code: str) -> str:
    """The code itself, once it is seen to be one and not a way out of the folder.

    Raises:
        ShelfError: it holds something else than letters, digits and hyphens.
    """
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise ShelfError("casefile.error.bad_code")
    return code
