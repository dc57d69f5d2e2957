"""A plan full of hostile words on every page of a real browser: no dialog, no request elsewhere, a silent console.

The page of these tests complains of all three; see conftest.
"""

import pytest
from playwright.sync_api import Page, expect

from planner.answers import Plan
from tests.browser.test_every_page import pages_with
from tests.browser.walk import still
from tests.hostile.corpus import BY_AIM, through_every_door
from tests.pages.filled import filled

RUNS = """() => [...document.querySelectorAll("[data-testid=stMain] *")]
  .filter(one => ["SCRIPT", "IFRAME", "OBJECT", "EMBED", "FORM", "BASE", "META", "LINK"].includes(one.tagName)
    || [...one.attributes].some(a => a.name.startsWith("on"))
    || /evil|javascript:/i.test(one.getAttribute("href") || one.getAttribute("src") || ""))
  .map(one => one.outerHTML.slice(0, 200))"""
DANGEROUS = [words for aim in ("scripts", "markdown", "streamlit") for words in BY_AIM[aim]]
TITLE = "<img src=x onerror=alert(1)> ![x](http://evil.example/x.png)"
PLANS = {
    "all at every door": through_every_door().with_answer("purpose.title", TITLE),
    "each alone": filled(DANGEROUS),
}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_hostile_words_do_nothing_on_any_page(page: Page, server: str, plan: Plan) -> None:
    found: dict[str, list[str]] = {}

    for name in pages_with(page, server, plan):
        if name == "documents":
            open_every_preview(page)
        found[name] = page.evaluate(RUNS)

    assert len(found) > 10
    assert {name: faults for name, faults in found.items() if faults} == {}


def open_every_preview(page: Page) -> None:
    """Every document, as it is shown on the page."""
    previews = page.locator("[class*=st-key-preview-] summary")
    for place in range(previews.count()):
        previews.nth(place).click()
        still(page)
    expect(page.get_by_test_id("stExpanderDetails").first).to_be_visible()
