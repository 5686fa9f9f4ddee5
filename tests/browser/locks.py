"""Locking a workbook as its user does."""

from __future__ import annotations

from playwright.sync_api import Page

DOOR = "**/netwerk/lock"


def lock(page: Page) -> None:
    """From the menu, by keyboard."""
    page.get_by_role("button", name="Meer", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Vergrendelen").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(DOOR)
