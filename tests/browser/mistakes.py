"""Going wrong in the browser on purpose: an answer that cannot be taken in, on every page that asks one."""

from playwright.sync_api import Locator, Page, expect

from pages.shared.frame import question_key
from planner.answers import QUESTIONS, Kind
from planner.answers.question import LONGEST_TEXT
from tests.browser.walk import PATIENCE, still

# A text or a number on each page that can be too long or too large. A day, a time and a tick cannot.
CAN_GO_WRONG = {
    one.step: one
    for one in reversed(QUESTIONS)
    if one.kind is Kind.TEXT or one.path in {"audience.people", "budget.money", "access.companions"}
}


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
    """Type something that can be taken in, and wait until the page has no complaint."""
    field.fill("7")
    field.press("Tab")
    expect(page.get_by_text("There is a problem")).to_have_count(0, timeout=PATIENCE)
    still(page)
