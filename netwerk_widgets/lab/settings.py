"""How JupyterLab is set up for a workbook: which folders it uses, what it leaves out, how it behaves.

JupyterLab gets folders of its own under the program's folder, so a user's own Jupyter, with its extensions,
settings and workspaces, neither changes the workbook nor is changed by it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.lab.home import private_folder, with_room
from netwerk_widgets.locale import TONGUES

FEDERATED = ("@jupyter-widgets/jupyterlab-manager", "anywidget")
"""The extensions of others that a workbook needs; the rest of an installation stays out."""

_WHOLE = (
    *("audio", "cell-toolbar", "celltags", "console", "csvviewer", "debugger", "documentsearch", "extensionmanager"),
    *("fileeditor", "help", "htmlviewer", "hub", "imageviewer", "inspector", "launcher", "logconsole", "lsp"),
    *("markdownviewer", "mathjax", "mermaid", "metadataform", "pluginmanager", "running", "settingeditor", "statusbar"),
    *("terminal", "theme-dark", "theme-dark-high-contrast", "toc", "tooltip", "video", "workspaces"),
)

_IN_PART = {
    "application": (
        *("context-menu", "logo", "property-inspector"),
        "dirty",  # the workbook itself says what is not yet saved
        "faviconbusy",  # it fetches another icon twice at every edit
        "tree-resolver",  # it opens the workbook late, and again
    ),
    "apputils": ("announcements", "kernel-status", "notification", "running-sessions-status", "workspaces"),
    "completer": ("inline-completer", "inline-completer-factory", "inline-history"),
    "filebrowser": ("file-upload-status", "launcher-toolbar-button"),
    "notebook": (
        *("active-cell-tool", "cell-counter-status", "code-console", "copy-output", "cursor-position"),
        *("execution-indicator", "export", "kernel-status", "language-server", "log-output", "metadata-editor"),
        *("mode-status", "search", "toc", "tools", "trust-status", "update-raw-mimetype"),
    ),
}

LEFT_OUT = (
    *(f"@jupyterlab/{name}-extension" for name in _WHOLE),
    *(f"@jupyterlab/{name}-extension:{plugin}" for name, plugins in _IN_PART.items() for plugin in plugins),
)
"""Plugins of JupyterLab that a workbook does not need; without them it starts sooner and asks less."""

OVERRIDES: dict[str, dict[str, Any]] = {
    "@jupyterlab/notebook-extension:tracker": {
        "windowingMode": "none",  # all cells stay in the page: a step that is hidden keeps its map
        "autoStartDefaultKernel": True,
        "kernelShutdown": False,
        "scrollPastEnd": False,
        "showHiddenCellsButton": False,
        "enableKernelInitNotification": False,
        "kernelStatus": {"showOnStatusBar": False, "showProgress": False},
    },
    # It draws the tool bar anew at every edit, hidden or not.
    "@jupyterlab/notebook-extension:panel": {"toolbar": [{"name": "executionProgress", "disabled": True}]},
    "@jupyterlab/docmanager-extension:plugin": {
        "autosave": False,  # a workbook holds nothing to save; a case is saved edit by edit
        "confirmClosingDocument": False,
        "renameUntitledFileOnSave": False,
    },
    "@jupyterlab/application-extension:shell": {"startMode": "single", "dockPanelPadding": False},
    "@jupyterlab/apputils-extension:notification": {
        "checkForUpdates": False,
        "doNotDisturbMode": True,
        "fetchNews": "false",
    },
    "@jupyterlab/apputils-extension:sessionDialogs": {"skipKernelRestartDialog": True},
    "@jupyterlab/apputils-extension:kernels-settings": {
        "showStatusBarItem": False,
        "commsOverSubshells": "disabled",  # a case file belongs to the kernel's main thread
        "kernelInfoTimeout": 15000,
    },
    "@jupyterlab/apputils-extension:themes": {"theme": "JupyterLab Light", "adaptive-theme": False},
}


def isolate(home: Path) -> Path:
    """Point Jupyter and IPython of this process at folders of this program, and give the folder that holds them.

    What the environment asks of them is left out, and ``PYTHONWARNINGS`` for the kernels with it. While the disk is
    full that is a folder elsewhere, for this run only.

    Raises:
        LabError: the folders cannot be made.
    """
    base = with_room(home / "lab")
    for name in [name for name in os.environ if name.startswith(("JUPYTER", "IPYTHON", "PYTHONWARNINGS"))]:
        if name != "JUPYTER_PATH":
            del os.environ[name]
    places = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime"}
    for variable, name in (places | {"IPYTHONDIR": "ipython"}).items():
        os.environ[variable] = str(private_folder(base / name))
    os.environ["NETWERK_HOME"] = str(home)
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    return base


def write_settings(base: Path, language: str) -> Path:
    """Write JupyterLab's settings for a workbook; gives its application settings folder.

    Args:
        base: the folder from :func:`isolate`.
        language: for JupyterLab's own words.

    Raises:
        LabError: the folder cannot be made.
        NotSaved: the disk is full.
    """
    folder = private_folder(base / "settings")
    disk.write_private(folder / "overrides.json", json.dumps(OVERRIDES, indent=1))
    speak(base, language)
    return folder


def speak(base: Path, language: str) -> None:
    """Let JupyterLab itself speak this language from the next page on.

    Raises:
        NotSaved: the file cannot be written.
    """
    folder = private_folder(base / "user" / "@jupyterlab" / "translation-extension")
    disk.write_private(folder / "plugin.jupyterlab-settings", json.dumps({"locale": TONGUES[language].pack}))


def page_config(config: dict[str, Any], manifest: dict[str, Any]) -> dict[str, Any]:
    """JupyterLab's page configuration, with only the extensions of a workbook in it.

    Args:
        config: what JupyterLab made of this installation.
        manifest: ``labextension/package.json`` of this package.
    """
    own = {"name": manifest["name"], **manifest["jupyterlab"]["_build"]}
    others = [found for found in config.get("federated_extensions", []) if found["name"] in FEDERATED]
    return {
        **config,
        "federated_extensions": [*others, own],
        "disabledExtensions": _together(config.get("disabledExtensions", []), LEFT_OUT),
        "fullMathjaxUrl": "",
        "mathjaxUrl": "",
        "token": "",  # the page has the cookie; whoever reads a page does not get the token
        "news": {"disabled": True},
        "buildAvailable": False,
        "buildCheck": False,
    }


def _together(some: Iterable[str], more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*some, *more]))
