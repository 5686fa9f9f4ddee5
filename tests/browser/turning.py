"""From one workbook to another on the same page, as a link in its words goes."""

from playwright.sync_api import Page

AT_FIRST = """() => {
    const { prefs } = globalThis[Symbol.for("netwerk-widgets.page.1")];
    globalThis.atFirst ??= { ...prefs.get(), lang: "nl", hideNames: false, labelSize: 22, size: "room", singleKeys: true, hush: false, together: false };
    const now = prefs.get();
    if (Object.entries(globalThis.atFirst).some(([name, value]) => now[name] !== value)) prefs.set({ ...globalThis.atFirst });
}"""
"""Preferences back to what they were when the page came, which was as they are at first."""
FOLLOW = """(target) => {
    const words = [...document.querySelectorAll(".nw-book .jp-RenderedMarkdown")].find((one) => one.isConnected);
    const link = Object.assign(document.createElement("a"), { href: target });
    words.append(link);
    link.click();
    link.remove();
}"""
"""A click on a link in a workbook's words."""
IN_FRONT = """(path) => jupyterapp.shell.currentWidget?.context?.path === path &&
    document.querySelector(".nw-bar")?.dataset.ready === "true"
"""


def follow(page: Page, name: str, step: str = "") -> None:
    """Follow a link to a workbook, at a step or at its first, and wait until it was run."""
    page.evaluate(AT_FIRST)
    page.evaluate(FOLLOW, f"{name}.ipynb#{step}" if step else f"{name}.ipynb")
    page.wait_for_function(IN_FRONT, arg=f"{name}.ipynb", timeout=60_000)
