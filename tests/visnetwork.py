"""vis-network's private parts, as `canvas/visnetwork.ts` names them: it is the one file that knows them."""

from __future__ import annotations

import re

from tests.test_quality import FRONTEND

SOURCE = FRONTEND / "src" / "canvas" / "visnetwork.ts"
INTERFACE = re.compile(r"^(?:export )?interface (\w+)[^{]*\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
MEMBER = re.compile(r"^  (\w+)(\??)(\(|: )(?:Record<string, )?(\w+)?(>|\[\])?", re.MULTILINE)


def private_parts() -> dict[str, dict[str, tuple[bool, str]]]:
    """Of each interface its members: whether one may be without it, and the name of its type."""
    interfaces = INTERFACE.findall(SOURCE.read_text(encoding="utf-8"))
    return {
        name: {
            member: (optional == "?", "" if begins == "(" else kind)
            for member, optional, begins, kind, _ in MEMBER.findall(body)
        }
        for name, body in interfaces
    }


def events() -> list[str]:
    """What it tells a network by an event."""
    return re.findall(r'^  \w+: "(_\w+)",$', SOURCE.read_text(encoding="utf-8"), re.MULTILINE)
