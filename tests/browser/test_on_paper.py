"""A page that somebody prints: white, nothing to press, and what stands beside something stands below it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from pages.shared.steps import PAGES
from tests.browser.looks import faults
from tests.browser.test_every_page import worried
from tests.browser.walk import pages_with
from tests.pages.filled import filled

PLACES = {
    "tasks": (".dw-picture", ".dw-table"),
    "access": ('.st-key-q-access-provisions [data-testid="stCheckbox"]', '[class*="st-key-panel-in-all"]'),
}

PRINTED = ("access", "advice", "barriers", "check", "methods", "tasks")


@pytest.mark.parametrize("name", PLACES)
def test_on_paper_nothing_stands_beside_anything_and_nothing_is_to_be_pressed(
    page: Page, server: str, name: str
) -> None:
    above, below = PLACES[name]
    for _ in pages_with(page, server, filled(), [one for one in PAGES if one.name == name]):
        page.emulate_media(media="print")

        assert bottom(page.locator(above).last) <= top(page.locator(below).first)
        expect(page.get_by_role("navigation").first).to_be_hidden()
        expect(page.get_by_test_id("stButton").first).to_be_hidden()


def test_paper_is_white_and_easy_to_read_for_those_whose_screen_is_dark(page: Page, server: str) -> None:
    found = []
    page.emulate_media(color_scheme="dark")
    for name in pages_with(page, server, worried(), [one for one in PAGES if one.name in PRINTED]):
        page.emulate_media(media="print")

        expect(page.get_by_test_id("stApp")).to_have_css("background-color", "rgb(255, 255, 255)")
        found += faults(page, name, ["color-contrast"])
        page.emulate_media(media="screen")
    assert found == []


def top(what: Locator) -> float:
    """Where it begins, in pixels from the top."""
    box = what.bounding_box()
    assert box
    return box["y"]


def bottom(what: Locator) -> float:
    """Where it ends, in pixels from the top."""
    box = what.bounding_box()
    assert box
    return box["y"] + box["height"]
