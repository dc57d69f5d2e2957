"""Every page in a real browser, with everything answered: accessibility, width, and words letter for letter."""

import re
from collections.abc import Iterator
from datetime import time
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, ViewportSize, expect

from pages.shared.frame import WELCOME, question_key
from pages.shared.steps import PAGES
from planner.answers import QUESTIONS, STEPS, Kind, Plan
from planner.answers.question import LONGEST_TEXT
from tests.browser.walk import PATIENCE, PRESS, answer, arrive, by_menu, go_on, open_plan, press, see, still
from tests.pages.filled import filled

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 700}
FOUR_TIMES: ViewportSize = {"width": 320, "height": 256}  # what is left of 1280 × 1024 pixels at 400%
LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"], list[str]], ...] = (
    (DESK, "light", RULES),
    (DESK, "dark", ["color-contrast"]),  # the rest does not depend on colours
    (PHONE, "dark", RULES),
    (PHONE, "light", ["color-contrast"]),  # light is how the next page begins
)
# A text or a number on each page that can be too long or too large. A day, a time and a tick cannot.
CAN_GO_WRONG = {
    one.step: one
    for one in reversed(QUESTIONS)
    if one.kind is Kind.TEXT or one.path in {"audience.people", "budget.money", "access.companions"}
}
TITLE = "![x](http://evil.example/x.png) <b>{{7*7}}</b> :red[hi] $x$ **R&D**"

# What axe finds and we cannot change, with the page it is on and the number in Streamlit's list of issues.
STREAMLITS_OWN = {
    (
        "home",
        "presentation-role-conflict",
    ): "15921: st.file_uploader gives its region the role of decoration, a name and a place for focus",
}


@pytest.mark.parametrize("state", ["empty", "filled", "with advice"])
def test_axe_finds_nothing_on_any_page_in_any_colours_at_any_width(
    page: Page, server: str, state: str
) -> None:
    plans = {"empty": Plan(), "filled": filled(), "with advice": worried()}
    found: list[str] = []

    for name in pages_with(page, server, plans[state]):
        found += in_every_look(page, name)

    assert not found, "\n".join(found)


def test_axe_finds_nothing_where_something_could_not_be_taken_in(page: Page, server: str) -> None:
    found: list[str] = []

    for name in pages_with(page, server, worried()):
        if name in CAN_GO_WRONG:
            field = mistaken(page, name)
            found += in_every_look(page, f"{name}, with a mistake")
            put_right(page, field)
        if name == STEPS[-1]:
            break

    assert not found, "\n".join(found)


def test_no_page_scrolls_sideways_on_a_phone_or_at_four_times_the_size(page: Page, server: str) -> None:
    wide: list[str] = []

    for name in pages_with(
        page, server, filled(["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"])
    ):
        for size in (PHONE, FOUR_TIMES):
            resize(page, size)
            wide += [f"{name}, {size['height']}: {px} px too wide" for px in [too_wide(page)] if px > 0]
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

    by_menu(page, "Things to do")

    see(page, "Things to do")
    expect(page).to_have_title("Things to do")
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")


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
        # By keyboard: a window that has just changed its size may move under the mouse.
        if one.at_foot:
            page.locator(".st-key-noprint-foot").get_by_role("link", name=one.title, exact=True).press(
                "Enter"
            )
        else:
            page.locator(".st-key-way_on button").press("Enter")
        see(page, one.title)
        yield one.name


def worried() -> Plan:
    """A plan that nobody would be happy with: everybody is expected, and nothing is in place."""
    nothing: dict[str, object] = {
        "access.provisions": (),
        "access.formats": (),
        "access.bring_someone": "unpaid",
        "timing.break_every": "none",
        "timing.starts": time(8, 0),
        "timing.ends": time(18, 0),
        "budget.money": 100,
        "purpose.can_change": "nothing",
    }
    plan = filled()
    for path, said in nothing.items():
        plan = plan.with_answer(path, said)
    return plan


def mistaken(page: Page, step: str) -> Locator:
    """Type what is too long or too large, and wait until the page says so."""
    one = CAN_GO_WRONG[step]
    box = page.locator(f".st-key-{question_key(one.path)}")
    field = box.locator("input:not([type=checkbox]), textarea").first
    field.fill("x" * (LONGEST_TEXT + 1) if one.kind is Kind.TEXT else "9999999")
    field.press("Tab")
    problem = page.get_by_role("alert").get_by_role("heading", name="There is a problem")
    expect(problem).to_be_visible(timeout=PATIENCE)
    still(page)
    return field


def put_right(page: Page, field: Locator) -> None:
    field.fill("7")
    field.press("Tab")
    expect(page.get_by_text("There is a problem")).to_have_count(0, timeout=PATIENCE)
    still(page)


def in_every_look(page: Page, name: str) -> list[str]:
    """What axe finds at each width in each colours, with the page as it stands."""
    found: list[str] = []
    for size, scheme, rules in LOOKS:
        page.emulate_media(color_scheme=scheme)
        resize(page, size)
        found += [f"{name}, {size['width']} px, {scheme}: {fault}" for fault in faults(page, name, rules)]
    resize(page, DESK)
    return found


def resize(page: Page, size: ViewportSize) -> None:
    """Turn the window into a phone or back, and wait until the menu has moved: a press meanwhile would miss."""
    page.set_viewport_size(size)
    expect(page.get_by_role("banner").get_by_role("navigation")).to_be_visible(visible=size == DESK)
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    still(page)


def faults(page: Page, name: str, rules: list[str]) -> list[str]:
    """What axe finds on the page as it stands, but for what is Streamlit's own."""
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
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
