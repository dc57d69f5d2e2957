"""Plans full of hostile words on every page of a real browser: no dialog, no request elsewhere, a silent console.

The page of these tests complains of all three; see conftest.
"""

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from pages.shared.frame import WELCOME
from pages.shared.steps import PAGES
from planner.answers import Plan
from tests.browser.walk import PATIENCE, arrive, by_menu, open_plan, pages_with, see, still
from tests.hostile.corpus import ANSWERS, BY_AIM, CORPUS, MUCH, with_reasons_and_roles
from tests.pages.filled import filled

# An address that somebody typed may be a link that says in full where it leads: nothing happens until it is pressed.
RUNS = """() => {
  const beginning = /^(https?:\\/\\/|mailto:)/i;
  const saysWhere = (one) => {
    const to = one.getAttribute("href") || "";
    return one.tagName === "A" && beginning.test(to)
      && encodeURI(one.textContent).replace(beginning, "") === to.replace(beginning, "")
      && (to.startsWith("mailto:") || one.rel.includes("noopener"));
  };
  return [...document.querySelectorAll("[data-testid=stMain] *")]
    .filter((one) =>
      ["SCRIPT", "IFRAME", "OBJECT", "EMBED", "FORM", "BASE", "META", "LINK"].includes(one.tagName)
      || [...one.attributes].some((each) => each.name.startsWith("on"))
      || (/evil|javascript:/i.test(one.getAttribute("href") || one.getAttribute("src") || "") && !saysWhere(one)))
    .map((one) => one.outerHTML.slice(0, 200));
}"""
FOR_A_PAGE = [words for aim in ("scripts", "markdown", "streamlit") for words in BY_AIM[aim]]
TITLE = "<img src=x onerror=alert(1)> ![x](http://evil.example/x.png)"
HALVES = {"the sections": PAGES[:11], "what comes of them": PAGES[11:]}


def at_every_door() -> Plan:
    """All that is made for a page stands behind every door, each on a line of its own."""
    plan = filled(["\n".join(FOR_A_PAGE)]).with_answer("purpose.title", TITLE)
    return with_reasons_and_roles(plan, FOR_A_PAGE)


def dealt_out() -> Plan:
    """Everything stands behind one of the doors, many to each, but for the title, by which the page is known."""
    short = [words for words in CORPUS if len(words) < MUCH]
    others = ANSWERS - 1
    dealt = filled([TITLE, *("\n".join(short[door::others]) for door in range(others))])
    return with_reasons_and_roles(dealt, short)


PLANS: dict[str, Callable[[], Plan]] = {"those for a page": at_every_door, "all of them": dealt_out}


@pytest.mark.parametrize(("plan", "half"), [*product(PLANS, HALVES)])
def test_hostile_words_do_nothing_on_any_page(page: Page, server: str, plan: str, half: str) -> None:
    found: dict[str, list[str]] = {}

    for name in pages_with(page, server, PLANS[plan](), HALVES[half]):
        found[name] = page.evaluate(RUNS)

    assert list(found) == [one.name for one in HALVES[half]]
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("plan", PLANS)
def test_hostile_words_do_nothing_in_any_preview(page: Page, server: str, plan: str) -> None:
    arrive(page, server, WELCOME)
    open_plan(page, PLANS[plan]())
    by_menu(page, "Documents")
    see(page, "Documents")
    rows = page.locator("summary", has_text="Files and preview: ")
    found: list[str] = []

    for place in range(rows.count()):
        rows.nth(place).press("Enter")
        preview = page.get_by_test_id("stExpanderDetails").get_by_text("Preview", exact=True)
        shown = preview.or_(page.get_by_test_id("stCode"))
        expect(shown).to_be_visible(timeout=PATIENCE)
        still(page)
        found += page.evaluate(RUNS)
        rows.nth(place).press("Enter")  # one open preview at a time: together they are a book
        expect(shown).to_have_count(0, timeout=PATIENCE)

    assert rows.count() > 10
    assert found == []
