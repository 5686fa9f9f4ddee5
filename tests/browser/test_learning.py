"""What is written in the learning log stays on the page until it is kept: over another entry, and over a lost kernel."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.maps import BEGIN, STATUS, NetMap
from tests.browser.test_map_kernel import KILL, send_silently

BOOK = "95_leren"


@pytest.fixture
def net(in_a_book) -> NetMap:
    return in_a_book(BOOK, {"log": "workbook.learning_log()"})


def test_words_for_the_log_outlive_another_entry_and_a_lost_kernel(net: NetMap):
    page = net.page
    question = page.locator(".nw-log-form textarea").first
    question.fill("Wat raakte mij hierin?")
    expect(page.locator(".nw-bar-saved")).to_contain_text("nog niet opgeslagen")
    page.get_by_role("button", name="Nieuwe bijeenkomst").click()
    expect(question).to_have_value("")
    question.fill("En wat deed ik toen?")
    rows = page.locator(".nw-log-entry")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("nog niet bewaard")
    page.evaluate("globalThis.before = document.querySelector('.nw-log-form')")
    send_silently(net, KILL)
    net.until(f"!globalThis.before.isConnected && !{STATUS}.away", 40)
    expect(question).to_have_value("En wat deed ik toen?")
    rows.first.click()
    expect(question).to_have_value("Wat raakte mij hierin?")
    for label, time in (("Begin", "13:00"), ("Einde", "14:30")):
        page.get_by_label(label).first.fill(time)
    page.get_by_role("button", name="Bewaar in het logboek").click()
    expect(rows.filter(has_text="nog niet bewaard")).to_have_count(1)
    expect(page.locator(".nw-bar-saved")).to_contain_text("nog niet opgeslagen")  # of the other one
    kept = json.loads((net.home / "leerlogboek.json").read_text(encoding="utf-8"))["entries"]
    assert [entry["question"] for entry in kept] == ["Wat raakte mij hierin?"]


def test_each_at_the_table_has_their_own_log_and_what_was_not_kept_stays_theirs(on_stage):
    net = on_stage("workbook.learning_log()", begin=f"{BEGIN}\nworkbook.desk().shelf.initials = 'AB'")
    page = net.page
    who, question = page.get_by_label("Leerlogboek van"), page.locator(".nw-log-form textarea").first
    expect(who).to_have_value("AB")
    question.fill("Wat wilde ik oplossen?")
    who.fill("cd")
    who.press("Enter")
    expect(question).to_have_value("")
    expect(page.locator(".nw-log-entry")).to_have_count(0)
    for label, time in (("Begin", "13:00"), ("Einde", "14:30")):
        page.get_by_label(label).first.fill(time)
    question.fill("Wat hoorde ik niet?")
    page.get_by_role("button", name="Bewaar in het logboek").click()
    expect(page.get_by_text("Bewaard in het logboek")).to_be_visible()
    expect(page.locator(".nw-log-entry")).to_have_count(1)
    kept = (net.home / "leerlogboek-CD.json").read_text(encoding="utf-8")
    assert "Wat hoorde ik niet?" in kept
    who.fill("AB")
    page.get_by_role("button", name="Pak dat logboek").click()
    expect(question).to_have_value("Wat wilde ik oplossen?")
    expect(page.locator(".nw-log-entry")).to_contain_text("nog niet bewaard")
    assert not (net.home / "leerlogboek-AB.json").exists()
