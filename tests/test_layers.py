"""Imports run downwards only: the rooms' imports are read, and an arrow that runs back up fails."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import netwerk_widgets
from tests.visnetwork import SOURCE, private_parts

ROOT = Path(netwerk_widgets.__file__).parent
NAME = netwerk_widgets.__name__

FLOORS = [{"lab"}, {"views", "report", "exchange"}, {"casefile", "canvas"}, {"model"}, {"locale"}]
"""The rooms from the roof down; a room may use those on lower floors, and nothing beside or above it."""


JUPYTER = {
    "IPython",
    "anywidget",
    "comm",
    "ipykernel",
    "ipywidgets",
    "jupyter_core",
    "jupyter_server",
    "jupyterlab",
    "traitlets",
}
FILES = {"io", "os", "pathlib", "shutil", "sqlite3", "tempfile", "socket", "subprocess", "urllib", "http"}
APART = {"concurrent", "multiprocessing", "subprocess", "threading"}
"""What a browser has not: only the lab, which is not there, may start a thread or a process."""
BANNED = {
    "locale": JUPYTER | APART | {"pandas", "numpy", "pyvis"},
    "model": JUPYTER | FILES | APART | {"pandas", "numpy", "pyvis", "networkx"},
    "casefile": JUPYTER | APART | {"pandas", "numpy", "pyvis", "networkx"},
    "canvas": APART | {"pandas", "numpy"},
    "views": APART | {"pandas", "numpy"},
}
ONLY = {"sqlcipher3": "casefile.storage.engine", "apsw": "casefile.storage.engine", "keyring": "casefile.keys.ring"}
"""What may be missing, and the one module that asks for it."""


def modules() -> list[Path]:
    return sorted(
        path
        for path in ROOT.rglob("*.py")
        if not {"frontend", "labextension", "workbooks"} & {*path.relative_to(ROOT).parts}
    )


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module imports, relative imports made absolute."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            source = ".".join(part for part in (base, node.module) if part)
            yield from ((node.lineno, f"{source}.{alias.name}") for alias in node.names)


def floor(room: str) -> int:
    return next((height for height, rooms in enumerate(FLOORS) if room in rooms), -1)


def faults(name: str, source: str, package: str) -> Iterator[str]:
    """What is wrong with the imports of one module."""
    room = name.partition(".")[0]
    for line, target in imported(ast.parse(source), package):
        top, _, rest = target.partition(".")
        if top != NAME:
            if top in BANNED.get(room, ()) or name != ONLY.get(top, name):
                yield f"{name}:{line}: {room} may not use {top}"
            continue
        other = rest.split(".")[0]
        if floor(room) < 0 or floor(other) < 0:
            continue  # the door of the package, above all rooms
        if room == other:
            if room == "views" and "." in name and "." in rest and not _same_view(name, rest):
                yield f"{name}:{line}: a view may not use another view ({rest})"
        elif floor(other) <= floor(room):
            yield f"{name}:{line}: {room} may not use {other}"


def _same_view(name: str, rest: str) -> bool:
    own, used = name.split(".")[1], rest.split(".")[1]
    return used in {own, "base", "handlers"} or not stands_on_base(used)


@cache
def stands_on_base(module: str) -> bool:
    """Whether this module of the views is a view itself: it stands on what all views share."""
    path = ROOT / "views" / f"{module}.py"
    if not path.exists():
        return (ROOT / "views" / module).is_dir()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(target.startswith(f"{NAME}.views.base") for _, target in imported(tree, f"{NAME}.views"))


@pytest.mark.parametrize("path", modules(), ids=module_name)
def test_no_arrow_runs_back_up(path: Path) -> None:
    name = module_name(path)
    package = f"{NAME}.{name}" if path.name == "__init__.py" else f"{NAME}.{name}".rpartition(".")[0]
    assert not list(faults(name, path.read_text(encoding="utf-8"), package))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("model.case", "from netwerk_widgets.casefile import file"),
        ("model.case", "from ..views import base"),
        ("model.case", "import pathlib"),
        ("model.case", "import anywidget"),
        ("views.map", "import threading"),
        ("casefile.store", "import sqlcipher3"),
        ("casefile.keys", "def f():\n    import keyring"),
        ("locale.x", "from netwerk_widgets.model.case.entities import Case"),
        ("casefile.file", "from netwerk_widgets.canvas import surface"),
        ("casefile.file", "import pandas as pd"),
        ("views.other", "from netwerk_widgets.views.map import NetworkMap"),
        ("views.other", "from .map import NetworkMap"),
        ("views.handlers.other", "from netwerk_widgets.views.map import NetworkMap"),
        ("views.map", "from netwerk_widgets.exchange import easynwk"),
        ("exchange.easynwk", "def f():\n    from netwerk_widgets.lab import command"),
    ],
)
def test_an_arrow_that_runs_up_would_be_seen(name: str, line: str) -> None:
    assert list(faults(name, line, f"{NAME}.{name}".rpartition(".")[0]))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("views.map", "from netwerk_widgets.views.base import View"),
        ("views.map", "from netwerk_widgets.views.handlers import mentions"),
        ("views.map", "from netwerk_widgets.canvas.surface import Surface"),
        ("casefile.storage.engine", "import sqlcipher3"),
        ("lab.command", "from netwerk_widgets.exchange import easynwk"),
        ("exchange.easynwk", "from netwerk_widgets.model.case.entities import Case\nimport json"),
    ],
)
def test_an_arrow_that_runs_down_is_fine(name: str, line: str) -> None:
    assert not list(faults(name, line, f"{NAME}.{name}".rpartition(".")[0]))


def at_run_time(tree: ast.Module) -> ast.Module:
    """The module without what it imports for its annotations alone."""
    tree.body = [
        node
        for node in tree.body
        if not (isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING")
    ]
    return tree


def test_no_module_imports_in_a_circle() -> None:
    names = {module_name(path): path for path in modules()}
    graph = {}
    for name, path in names.items():
        package = f"{NAME}.{name}" if path.name == "__init__.py" else f"{NAME}.{name}".rpartition(".")[0]
        tree = at_run_time(ast.parse(path.read_text(encoding="utf-8")))
        targets = {
            target.removeprefix(f"{NAME}.") for _, target in imported(tree, package) if target.startswith(f"{NAME}.")
        }
        graph[name] = {t if t in names else t.rpartition(".")[0] for t in targets} & set(names) - {name}
    assert not circle(graph)


def test_files_are_short() -> None:
    long = {
        module_name(path): n for path in modules() if (n := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long


def test_functions_are_short() -> None:
    long = [
        f"{module_name(path)}.{node.name}: {length}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > 40
    ]
    assert not long


FRONTEND = ROOT / "frontend" / "src"
LENDERS = {"canvas"}
"""Views whose room others stand on: what is drawn on a canvas knows nothing of cases."""


def views_in_typescript() -> set[str]:
    """The rooms of the front end that are a view each."""
    return {path.parent.name for path in FRONTEND.glob("*/view.tsx")} - LENDERS


def imports_of_views(room: str, source: str) -> set[str]:
    """The other views that a file of this room takes something from."""
    return (set(re.findall(r"from \"\.\./(\w+)/", source)) & views_in_typescript()) - {room}


def test_no_view_of_the_page_takes_from_another() -> None:
    files = [path for path in FRONTEND.glob("*/*.ts*") if path.parent.name not in ("lab", "styles")]
    assert len(files) > 50
    assert {"map", "list", "cards", "shelf"} <= views_in_typescript()
    found = {path.name: imports_of_views(path.parent.name, path.read_text(encoding="utf-8")) for path in files}
    assert not {name: views for name, views in found.items() if views}


def test_a_view_that_takes_from_another_would_be_seen() -> None:
    assert imports_of_views("map", 'import { NetworkListPane } from "../list/pane";') == {"list"}
    assert not imports_of_views("map", 'import { NetCanvas } from "../canvas/canvas";\nimport { x } from "./list";')


FLOORS_OF_THE_PAGE = [
    {"lab"},
    {"keep", "panel", "drawing", "mention"},
    {"canvas", "ui"},
    {"case", "kernel"},
    {"shared", "styles"},
]
"""What all views of the page stand on, from the roof down; rooms of one floor may use each other."""

IMPORT = re.compile(r'^(?:import|export)(?! type\b)([^"\n;]*?)\s+from "(\.[^"]+)"|^import "(\.[^"]+)"', re.MULTILINE)


def used_at_run_time(path: Path) -> Iterator[Path]:
    """The files of the page that this one needs when it runs; what is only a type is not there any more."""
    for names, source, bare in IMPORT.findall(
        re.sub(r"\{\n([^}]*)\}", lambda m: "{" + m[1].replace("\n", " ") + "}", path.read_text(encoding="utf-8"))
    ):
        taken = [name for name in re.sub(r"[{}]", "", names).split(",") if name.strip()]
        if bare or any(not name.strip().startswith("type ") for name in taken):
            found = (path.parent / (source or bare)).resolve()
            yield from (one for end in ("", ".ts", ".tsx") if (one := found.with_name(found.name + end)).is_file())


def circle(graph: dict[str, set[str]]) -> dict[str, list[str]]:
    """What is left once all that stands on nothing left was taken out."""
    clear: set[str] = set()
    while ready := {name for name, targets in graph.items() if name not in clear and targets <= clear}:
        clear |= ready
    return {name: sorted(targets - clear) for name, targets in graph.items() if name not in clear}


def page() -> dict[str, set[str]]:
    files = {path: path.relative_to(FRONTEND).as_posix() for path in FRONTEND.rglob("*.ts*")}
    return {name: {files[one] for one in used_at_run_time(path) if one in files} for path, name in files.items()}


def test_no_file_of_the_page_imports_in_a_circle() -> None:
    graph = page()
    assert {"kernel/wire.ts", "case/mirror.ts"} & graph["map/controller.ts"]
    assert not circle(graph)


def floor_of_the_page(name: str) -> int:
    return next(
        (height for height, rooms in enumerate(FLOORS_OF_THE_PAGE) if name.split("/", maxsplit=1)[0] in rooms), -1
    )


def test_no_arrow_of_the_page_runs_back_up() -> None:
    upward = [
        f"{name} -> {target}"
        for name, targets in page().items()
        for target in targets
        if "/" in target and floor_of_the_page(name) > floor_of_the_page(target)
    ]
    assert not upward


def private_names() -> re.Pattern[str]:
    """What a file says that reaches into vis-network: its module, a name that is no plain word, or a part of a network."""
    parts = private_parts()
    public = {"getNodeAt"}
    names = {name for members in parts.values() for name in members if re.search("[A-Z_]", name)} - public
    return re.compile(rf'"vis-network|\b({"|".join(sorted(names))})\b|network\??\.({"|".join(parts["Inside"])})\b')


def test_one_file_knows_the_private_parts_of_vis_network() -> None:
    private = private_names()
    files = [path for path in FRONTEND.rglob("*.ts*") if path != SOURCE]
    found = {path.name: private.findall(path.read_text(encoding="utf-8")) for path in files}
    assert not {name: names for name, names in found.items() if names}
    assert private.search(SOURCE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        'import { Network } from "vis-network/esnext/esm/vis-network.js";',
        "const { labelModule } = edge;",
        "const via = way._getViaCoordinates?.();",
        "canvas.network?.body.nodes",
    ],
)
def test_a_file_that_reaches_into_vis_network_would_be_seen(line: str) -> None:
    assert private_names().search(line)
    assert not private_names().search("document.body.append(network.getNodeAt(at)); // as vis-network does")


def test_every_style_of_the_page_is_brought_into_it() -> None:
    """One that nobody imports changes nothing, and no tool says so."""
    brought = [(FRONTEND / name).read_text(encoding="utf-8") for name in ("styles/all.ts", "lab/style.ts")]
    styles = [path.relative_to(FRONTEND) for path in FRONTEND.rglob("*.css")]
    assert len(styles) > 20
    assert [str(path) for path in styles if not any(f'{path.name}"' in text for text in brought)] == []
