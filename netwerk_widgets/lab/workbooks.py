"""The workbooks: where the shipped ones are, copies for a user, and the working copies that JupyterLab opens.

A working copy follows the shipped workbook as long as nobody changed it; a copy that somebody changed is theirs.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat

from netwerk_widgets.casefile.errors import NotSaved
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.lab.errors import LabError
from netwerk_widgets.lab.home import private_folder

UNREADABLE = "unreadable"
_LEDGER = ".herkomst.json"


def shipped() -> Path:
    """The folder with the workbooks of this installation: in the package, or else in the checkout.

    Raises:
        LabError: neither is there, so the installation is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "workbooks", package.parent / "workbooks"):
        if any(folder.glob("*.ipynb")):
            return folder
    raise LabError("lab.error.workbooks")


def copy_to(target: Path) -> tuple[list[str], list[str]]:
    """Copy the shipped workbooks into a folder, and never overwrite.

    Returns:
        The names that were copied and the names that were left alone because they were there.

    Raises:
        LabError: the folder cannot be made or written in; files that were there are untouched.
    """
    copied: list[str] = []
    skipped: list[str] = []
    try:
        target.mkdir(parents=True, exist_ok=True)
        for book in sorted(shipped().glob("*.ipynb")):
            try:
                with (target / book.name).open("xb") as file:  # x: the file must not exist
                    file.write(book.read_bytes())
                copied.append(book.name)
            except FileExistsError:
                skipped.append(book.name)
    except OSError as error:
        raise LabError("lab.error.folder", folder=str(target), reason=error.strerror or type(error).__name__) from error
    return copied, skipped


def working_copies(home: Path, spare: Path | None = None) -> Path:
    """The folder that JupyterLab serves, with a copy of every shipped workbook.

    A copy is refreshed when the shipped one differs and the copy is still as it was made.

    Args:
        home: the program's folder.
        spare: where the copies of this run go while the disk is full.

    Raises:
        LabError: the folder cannot be made or written in.
    """
    try:
        return _refreshed(home)
    except (NotSaved, LabError):
        if spare is None or spare.is_relative_to(home):
            raise
        return _refreshed(spare)


def _refreshed(home: Path) -> Path:
    folder = private_folder(home / "werkboeken")
    ledger = _read_ledger(folder)
    made: dict[str, str] = {}
    try:
        for book in sorted(shipped().glob("*.ipynb")):
            copy = folder / book.name
            source = fingerprint(book)
            found = fingerprint(copy) if copy.is_file() else None
            if found is None or (found == ledger.get(book.name) and found != source):
                disk.write_private(copy, book.read_text(encoding="utf-8"))
                found = source
            made[book.name] = ledger.get(book.name, source) if found != source else source
        if made != ledger:
            disk.write_private(folder / _LEDGER, json.dumps(made, indent=1))
        shutil.rmtree(folder / ".ipynb_checkpoints", ignore_errors=True)
    except OSError as error:
        raise LabError("lab.error.folder", folder=str(folder), reason=error.strerror or type(error).__name__) from error
    return folder


def titles(folder: Path) -> list[dict[str, Any]]:
    """The workbooks in a folder, in the order of their names: ``name``, and ``title`` by language.

    A notebook that is no workbook, or that cannot be read, is left out.

    >>> [book["name"] for book in titles(shipped())][:2]
    ['00_start', '01_netwerk_in_kaart']
    """
    found = []
    for path in sorted(folder.glob("*.ipynb")):
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            own = outside.read_json(path, outside.LARGEST)["metadata"]["netwerk"]
            if own["workbook"] == path.stem:
                found.append({"name": path.stem, "title": own["title"]})
    return found


def fingerprint(path: Path) -> str:
    """What makes a workbook this workbook: its cells and its own metadata, not what Lab adds while it is open.

    :data:`UNREADABLE` where nobody can tell.
    """
    try:
        notebook = outside.read_json(path, outside.LARGEST)
        core = [_cell_core(cell) for cell in notebook["cells"]]
        own = notebook["metadata"].get("netwerk")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return UNREADABLE
    return hashlib.sha256(json.dumps([core, own], sort_keys=True).encode()).hexdigest()


def trust(notary: Any, folder: Path) -> None:
    """Sign the working copies, so that JupyterLab shows their maps and not a warning."""
    for path in folder.glob("*.ipynb"):
        if fingerprint(path) != UNREADABLE:
            with suppress(Exception):  # it fails in many ways; what somebody changed by hand keeps nobody from starting
                notary.sign(nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]


def step_that_opens(path: Path) -> str:
    """The step of a workbook that takes in a file (``netwerk open FILE``): ``netwerk.opens`` in its metadata.

    Raises:
        LabError: the workbook cannot be read, or names none.
    """
    try:
        return str(outside.read_json(path, outside.LARGEST)["metadata"]["netwerk"]["opens"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LabError("lab.error.workbooks") from error


def strip(notebook: Mapping[str, Any]) -> None:
    """Take everything out of a notebook that came out of a case: outputs, counts, attachments of a run, widgets.

    Args:
        notebook: the notebook as JSON; it is altered in place.
    """
    notebook["metadata"].pop("widgets", None)
    for cell in notebook["cells"]:
        if cell.get("cell_type") == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
            cell.get("metadata", {}).pop("execution", None)


def _cell_core(cell: Mapping[str, Any]) -> list[Any]:
    source = cell["source"]
    text = source if isinstance(source, str) else "".join(source)
    return [cell["cell_type"], cell.get("id"), text, cell["metadata"].get("netwerk")]


def _read_ledger(folder: Path) -> dict[str, str]:
    try:
        data = outside.read_json(folder / _LEDGER)
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
