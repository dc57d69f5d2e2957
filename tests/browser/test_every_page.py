"""Every page in a real browser, with everything answered: accessibility, width, and words letter for letter."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from pages.shared.frame import WELCOME
from pages.shared.steps import PAGES
from planner.answers import Plan
from tests.browser.walk import PRESS, answer, arrive, by_menu, go_on, open_plan, press, see, still
from tests.pages.filled import filled

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 700}
TITLE = "![x](http://evil.example/x.png) <b>{{7*7}}</b> :red[hi] $x$ **R&D**"

# What axe finds and we cannot change, with the page it is on.
STREAMLITS_OWN = {
    (
        "home",
        "presentation-role-conflict",
    ): "st.file_uploader gives its region the role of decoration and a name",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_at_any_width(
    page: Page, server: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    found: list[str] = []

    for name in pages_with(page, server, filled()):
        for size in (DESK, PHONE):
            resize(page, size)
            found += [f"{name}, {size['width']} px: {fault}" for fault in faults(page, name)]
        resize(page, DESK)

    assert not found, "\n".join(found)


def test_no_page_scrolls_sideways_on_a_phone(page: Page, server: str) -> None:
    wide: list[str] = []

    for name in pages_with(
        page, server, filled(["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"])
    ):
        resize(page, PHONE)
        wide += [f"{name}: {px} px too wide" for px in [too_wide(page)] if px > 0]
        resize(page, DESK)

    assert not wide, "\n".join(wide)


def test_a_hostile_title_shows_letter_for_letter(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)

    open_plan(page, filled([TITLE]))

    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    by_menu(page, "Check your answers")
    see(page, "Check your answers")
    expect(page.get_by_test_id("stMain").get_by_text(TITLE, exact=True).first).to_be_visible()
    by_menu(page, "Documents")
    see(page, "Documents")
    page.get_by_text("Preview: Workshop plan").click()
    expect(page.get_by_test_id("stExpanderDetails").get_by_text(TITLE).first).to_be_visible()
    expect(page.locator("img[src*=evil]")).to_have_count(0)


def test_a_page_says_its_language_and_its_title(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)

    by_menu(page, "About")

    see(page, "About")
    expect(page).to_have_title("About")
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")


def test_focus_is_on_the_heading_after_continue(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)
    press(page, "Start a full plan")
    see(page, "Purpose")

    go_on(page, "Who is coming")

    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_back_and_forward_keep_answers(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)
    press(page, "Start a full plan")
    see(page, "Purpose")
    title = answer(page, "What is the workshop called?", "A map of our benches")
    go_on(page, "Who is coming")

    page.go_back()
    see(page, "Purpose")
    expect(title).to_have_value("A map of our benches")
    page.go_forward()
    see(page, "Who is coming")
    page.go_back()
    see(page, "Purpose")

    expect(title).to_have_value("A map of our benches")


def pages_with(page: Page, server: str, plan: Plan) -> Iterator[str]:
    """Open a plan, then stand on each page in turn."""
    arrive(page, server, WELCOME)
    open_plan(page, plan)
    yield "home"
    page.get_by_role("link", name=re.compile(r"^1\. Purpose")).click(delay=PRESS)
    see(page, "Purpose")
    yield "purpose"
    for one in PAGES[2:]:
        if one.name == "about":
            by_menu(page, one.title)
            see(page, one.title)
        elif one.name == "judge":
            page.get_by_role("link", name=re.compile("^How we judge")).click(delay=PRESS)
            see(page, one.title)
        elif one.name == "privacy":
            page.get_by_role("link", name="Privacy", exact=True).click(delay=PRESS)
            see(page, one.title)
        else:
            go_on(page, one.title)
        yield one.name


def resize(page: Page, size: ViewportSize) -> None:
    """Turn the window into a phone or back, and wait until the menu has moved: a press meanwhile would miss."""
    page.set_viewport_size(size)
    expect(page.get_by_role("banner").get_by_role("navigation")).to_be_visible(visible=size == DESK)
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    still(page)


def faults(page: Page, name: str) -> list[str]:
    """What axe finds on the page as it stands, but for what is Streamlit's own."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    return [
        f"{fault['id']} ({fault['impact']}): {node['html'][:200]}"
        for fault in found.response["violations"]
        if (name, fault["id"]) not in STREAMLITS_OWN
        for node in fault["nodes"][:3]
    ]


def too_wide(page: Page) -> int:
    """By how many pixels something sticks out at the side."""
    px: int = page.evaluate(
        "Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')]"
        ".map(box => box.scrollWidth - box.clientWidth))"
    )
    return px
