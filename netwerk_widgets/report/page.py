"""A page to print, on which nothing can run whatever stands in it.

The page brings all that it needs and asks for nothing from outside; its policy allows its own style and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape


def page(title: str, style: str, body: str, language: str) -> str:
    """The page as HTML.

    >>> page("Agenda", "p { margin: 0; }", "<p>…</p>", "nl").startswith("<!doctype html>")
    True

    Args:
        title: what it is called; text.
        style: its style sheet.
        body: what stands in it; HTML in which all text is escaped.
        language: ``nl`` or ``en``.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
