"""What can be brought in from other programs: a reader for each ending of a file name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netwerk_widgets.exchange.easynwk import Import, read

IMPORTERS: Mapping[str, Callable[[bytes], Import]] = {".json": read}
"""By ending, small letters: easyNWK writes ``.json``."""
