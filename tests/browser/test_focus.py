"""Where focus goes and what is said: pages, mistakes, what was put right, what was moved, one answer to change."""

import re

from playwright.sync_api import Locator, Page, expect

from pages.shared.frame import WELCOME
from planner.answers import Activity, Plan
from planner.answers.timing import BreakEvery
from tests.browser.mistakes import mistaken
from tests.browser.walk import PRESS, arrive, by_menu, go_on, open_plan, press, see, still


def test_focus_is_on_the_heading_however_people_come_to_a_page(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)
    press(page, "Start a full plan")
    see(page, "Purpose")
    expect(heading(page)).to_be_focused()

    go_on(page, "Who is coming")
    expect(heading(page)).to_be_focused()
    press(page, "Back")
    see(page, "Purpose")
    expect(heading(page)).to_be_focused()
    by_menu(page, "Barrier map")
    see(page, "Barrier map")
    expect(heading(page)).to_be_focused()
    page.get_by_role("link", name="About", exact=True).click(delay=PRESS)
    see(page, "About")

    expect(heading(page)).to_be_focused()


def test_a_mistake_is_said_at_the_top_and_at_its_field_and_loses_nothing(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)
    press(page, "Start a quick plan")
    see(page, "Purpose")
    go_on(page, "Who is coming")

    field = mistaken(page, "audience")

    sentence = "People taking part must be 500 or less."
    summary = page.locator(".dw-mistakes")
    expect(page).to_have_title("Error: Who is coming")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"#{field.get_attribute('aria-describedby')}")).to_have_text(sentence)
    press(page, "Continue")
    expect(summary).to_be_focused()
    see(page, "Who is coming")
    summary.get_by_role("link", name=sentence).click(delay=PRESS)
    expect(field).to_be_focused()
    expect(field).to_have_value("9999999")
    field.fill("50")
    field.press("Tab")
    expect(summary).to_have_count(0)
    expect(page).to_have_title("Who is coming")
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_what_a_button_put_right_is_said_and_can_be_taken_back_at_once(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)
    open_plan(page, Plan().with_answer("timing.break_every", BreakEvery.HOUR_AND_A_HALF))
    page.get_by_role("link", name=re.compile(r"^3\. Timing")).click(delay=PRESS)
    see(page, "Timing")

    press(page, "Change to every 45 minutes")

    undo = page.get_by_role("button", name=re.compile("^Undo"))
    expect(undo).to_be_focused()
    expect(said(page)).to_have_text("Done: change to every 45 minutes.")
    page.keyboard.press("Enter")
    still(page)
    expect(page.get_by_role("radio", name="Every 90 minutes")).to_be_checked()
    expect(page.get_by_role("heading", name="How often is there a break?")).to_be_focused()


def test_focus_goes_with_an_activity_that_is_moved(page: Page, server: str) -> None:
    things = (Activity(title="Walk"), Activity(title="Tea"), Activity(title="Draw"))
    arrive(page, server, WELCOME)
    open_plan(page, Plan().with_answer("methods.activities", things))
    page.get_by_role("link", name=re.compile(r"^6\. Ways")).click(delay=PRESS)
    see(page, "Ways to take part")

    press(page, "Move Walk later")

    expect(page.get_by_role("button", name="Move Walk later")).to_be_focused()
    expect(said(page)).to_have_text("Walk is now number 2 of 3.")
    page.keyboard.press("Enter")
    still(page)
    expect(page.get_by_role("button", name="Move Walk earlier")).to_be_focused()
    expect(said(page)).to_have_text("Walk is now number 3 of 3.")


def test_one_answer_is_changed_and_people_are_back_on_its_row(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)
    open_plan(page, Plan().with_answer("timing.break_every", BreakEvery.HOUR))
    by_menu(page, "Check your answers")
    see(page, "Check your answers")

    page.get_by_role("link", name="Change how often there is a break").click(delay=PRESS)
    see(page, "Timing")

    expect(page.get_by_role("heading", name="How often is there a break?")).to_be_focused()
    page.get_by_text("Every 30 minutes").click(delay=PRESS)
    still(page)
    press(page, "Back to Check your answers")
    see(page, "Check your answers")
    expect(page.get_by_role("link", name="Change how often there is a break")).to_be_focused()
    expect(page.locator(".st-key-row-check-timing-break_every")).to_contain_text("Every 30 minutes")


def test_a_role_of_ones_own_is_kept_by_keyboard(page: Page, server: str) -> None:
    arrive(page, server, WELCOME)
    open_plan(page, Plan().with_answer("access.provisions", ("bsl_interpreters",)))
    by_menu(page, "Things to do")
    see(page, "Things to do")
    page.get_by_role("combobox", name="What is to be done?").focus()

    page.keyboard.type("disabled people to plan")
    page.keyboard.press("Enter")
    still(page)
    page.get_by_role("combobox", name="Which role does it?").focus()
    page.keyboard.type("Parks officer")
    page.keyboard.press("Enter")
    still(page)
    press(page, "Keep this role")
    still(page)

    expect(page.get_by_role("region", name="Roles that you chose")).to_contain_text("Parks officer")
    expect(said(page)).to_have_text("Kept: Parks officer.")


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def said(page: Page) -> Locator:
    """What people who hear the page were told last."""
    return page.locator(".st-key-announce [role=status]")
