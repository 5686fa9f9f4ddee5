"""Prints the commands that a section of README or CONTRIBUTING tells one to type: `python .ci/readme.py Start [powershell]`."""

import re
import sys
from pathlib import Path

PAGES = [Path(__file__).parents[1] / name for name in ("README.md", "CONTRIBUTING.md")]


def commands(section, language="bash", text=None):
    """What stands in the code blocks of a language under a heading; there must be something."""
    words = "\n".join(page.read_text(encoding="utf-8") for page in PAGES) if text is None else text
    part = re.search(rf"^## {section}\n(.*?)(?=^## |\Z)", words, re.DOTALL | re.MULTILINE)
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", part[1], re.DOTALL | re.MULTILINE) if part else []
    if not blocks:
        raise SystemExit(f"there is no {language} under {section}")
    return "".join(blocks)


if __name__ == "__main__":
    print(commands(*sys.argv[1:]), end="")
