"""Every page in a real browser: accessibility in every state and look, width, and words letter for letter."""

from datetime import time
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from pages.shared.frame import WELCOME
from pages.shared.steps import PAGES
from planner.answers import STEPS, Plan
from tests.browser.looks import DESK, FOUR_TIMES, PHONE, in_every_look, resize, too_wide
from tests.browser.mistakes import CAN_GO_WRONG, mistaken, put_right
from tests.browser.walk import (
    PATIENCE,
    PRESS,
    answer,
    arrive,
    by_menu,
    go_on,
    open_plan,
    pages_with,
    press,
    see,
    still,
)
from tests.pages.filled import filled

TITLE = "![x](http://evil.example/x.png) <b>{{7*7}}</b> :red[hi] $x$ **R&D**"
# The walk is cut in pieces, so that workers share it.
PARTS = {"the first pages": PAGES[:6], "the next pages": PAGES[6:11], "the last pages": PAGES[11:]}
STATES = ("empty", "filled", "with advice")


@pytest.mark.parametrize(("state", "part"), [*product(STATES, PARTS)])
def test_axe_finds_nothing_on_any_page_in_any_colours_at_any_width(
    page: Page, server: str, state: str, part: str
) -> None:
    plans = {"empty": Plan(), "filled": filled(), "with advice": worried()}
    found: list[str] = []

    for name in pages_with(page, server, plans[state], PARTS[part]):
        found += in_every_look(page, name)

    assert not found, "\n".join(found)


@pytest.mark.parametrize("part", ["the first pages", "the next pages"])
def test_axe_finds_nothing_where_something_could_not_be_taken_in(page: Page, server: str, part: str) -> None:
    found: list[str] = []

    for name in pages_with(page, server, worried(), PARTS[part]):
        if name not in CAN_GO_WRONG:
            continue
        field = mistaken(page, name)
        found += in_every_look(page, f"{name}, with a mistake")
        put_right(page, field)

    assert not found, "\n".join(found)


def test_axe_finds_nothing_where_a_button_came_too_early_or_a_file_was_the_wrong_one(
    page: Page, server: str
) -> None:
    found: list[str] = []

    for name in pages_with(page, server, worried(), [one for one in PAGES if one.name in TOO_EARLY]):
        TOO_EARLY[name](page)
        expect(page.get_by_test_id("stAlert").first).to_be_visible(timeout=PATIENCE)
        still(page)
        found += in_every_look(page, f"{name}, with a mistake")

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


def test_the_pieces_of_the_walk_are_every_page() -> None:
    pieces = [one for part in PARTS.values() for one in part]

    assert pieces == list(PAGES)
    assert {*STEPS} - {*CAN_GO_WRONG} == {"timing"}  # it asks for days, times and ticks only


def test_a_hostile_title_shows_letter_for_letter(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)

    open_plan(page, filled([TITLE]))

    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    by_menu(page, "Check your answers")
    see(page, "Check your answers")
    expect(page.get_by_test_id("stMain").get_by_text(TITLE, exact=True).first).to_be_visible()
    by_menu(page, "Documents")
    see(page, "Documents")
    page.get_by_text("Files and preview: workshop plan").click()
    expect(page.get_by_test_id("stExpanderDetails").get_by_text(TITLE).first).to_be_visible(timeout=PATIENCE)
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


def wrong_plan(page: Page) -> None:
    page.locator("input[type=file]").set_input_files(WRONG_FILE)  # type: ignore[arg-type]  # a FilePayload


def no_price(page: Page) -> None:
    lines = page.get_by_role("combobox", name="Which line is it for?")
    lines.click(delay=PRESS)
    page.get_by_role("option").first.click(delay=PRESS)
    still(page)
    page.get_by_role("button", name="Use this price").press("Enter")


def no_role(page: Page) -> None:
    press(page, "Keep this role")


def no_reason(page: Page) -> None:
    page.locator("summary", has_text="Seen, and here is why we go ahead").first.press("Enter")
    page.get_by_role("button", name="Keep this reason").first.press("Enter")


WRONG_FILE = {"name": "plan.json", "mimeType": "application/json", "buffer": b"Dear all,"}
TOO_EARLY = {"home": wrong_plan, "budget": no_price, "tasks": no_role, "advice": no_reason}
