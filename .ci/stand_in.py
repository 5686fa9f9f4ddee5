"""Stands in for the user and their browser: `BROWSER="PYTHON stand_in.py FILE %s"`.

It writes in FILE what it was given, opens that in headless Chromium, adds somebody to the map, and writes what the bar
says once it says "Opgeslagen". Then it ends the `netwerk` that called it by Ctrl-C.
"""

import os
import shutil
import signal
import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

WHO = "zwemmaatje"
SCREEN = {"width": 1280, "height": 720}


def work(page, address):
    """Do what somebody does in the first minute; gives what the bar says then."""
    page.goto(address)
    bar = page.locator(".nw-bar")
    expect(bar).to_have_attribute("data-ready", "true", timeout=90_000)
    assert not {"code", "token"} & {*page.url.replace("?", "&").replace("=", "&").split("&")}, page.url
    page.locator(".nw-map-tools:visible").get_by_role("button", name="Persoon erbij").click()
    box = page.locator(".nw-canvas:visible").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.7)
    page.locator(".nw-map-adding:visible input").fill(WHO)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Lijst", exact=True).click()
    expect(page.get_by_text(WHO).locator("visible=true").first).to_be_visible()
    expect(bar).to_contain_text("Opgeslagen")
    return next(line for line in bar.inner_text().splitlines() if "Opgeslagen" in line)


def main(seen, *given):
    """Write what was given, work, write what was seen; whatever happens, `netwerk` ends."""
    seen.write_text(f"given: {given}\n", encoding="utf-8")
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    try:
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=program, args=root) as chromium,
        ):
            said = work(chromium.new_page(viewport=SCREEN, locale="nl-NL"), *given)
        with seen.open("a", encoding="utf-8") as file:
            file.write(f"{said}\n")
    finally:
        os.kill(os.getppid(), signal.SIGINT)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
