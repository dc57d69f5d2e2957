"""A whole plan, quick or full, by keyboard alone, from the first page to the files in somebody's hands."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from pages.shared.frame import WELCOME
from tests.browser.keyboard import choose, pick, tab_to, write
from tests.browser.walk import PATIENCE, arrive, see, still

TITLE = "A map of our benches"
STEP_FREE = "The way in has no steps"


@pytest.mark.parametrize("length", ["quick", "full"])
def test_a_plan_is_made_by_keyboard_alone(page: Page, server: str, length: str) -> None:
    arrive(page, server, WELCOME)

    choose(page, f"Start a {length} plan", "Enter")
    say_what_it_is_for(page)
    say_who_comes(page)
    say_when(page, length)
    say_where(page, length)
    say_what_is_put_in_place(page)
    say_what_people_do(page)
    say_how_people_are_met(page)
    say_what_it_costs(page)
    say_what_comes_after(page)
    for title in ("Things to do", "Check your answers", "Advice", "Documents"):
        go_on(page, title)
    plan = Document(BytesIO(downloaded(page, "Download the plan (Word)").read_bytes()))
    checklist = load_workbook(
        BytesIO(downloaded(page, "Download the checklist and budget (Excel)").read_bytes())
    )
    choose(page, "Make everything in one ZIP", "Enter")
    expect(page.get_by_role("button", name="Download everything")).to_be_focused(timeout=PATIENCE)
    everything = ZipFile(kept(page)).namelist()

    assert TITLE in "\n".join(paragraph.text for paragraph in plan.paragraphs)
    assert f"Yes: {STEP_FREE}" in "\n".join(
        cell.text for table in plan.tables for row in table.rows for cell in row.cells
    )
    assert str(checklist.properties.title).startswith(TITLE)
    assert "index.html" in everything
    assert [name for name in everything if name.endswith("-plan.docx")]


def say_what_it_is_for(page: Page) -> None:
    see(page, "Purpose")
    write(page, "What is the workshop called?", TITLE)
    write(page, "Which organisation is running it?", "Northfield Access Forum")
    write(page, "What do you want to work out together?", "Where should there be benches?")
    choose(page, "How much can people still change?")
    go_on(page, "Who is coming")


def say_who_comes(page: Page) -> None:
    write(page, "How many people do you hope will come?", "12")
    choose(page, "Deaf people who use British Sign Language")
    choose(page, "Not sure yet")
    go_on(page, "Timing")


def say_when(page: Page, length: str) -> None:
    choose(page, "Which nation is it in?")
    write(page, "day", "18032027")
    pick(page, "What time does it start?", "10:30")
    pick(page, "What time does it end?", "15:00")
    if length == "full":
        choose(page, "How often is there a break?")
    go_on(page, "Venue")


def say_where(page: Page, length: str) -> None:
    choose(page, "Is it in person or online?")
    write(page, "What is the venue, and where is it?", "Northfield Library, 14 Mill Lane")
    if length == "full":
        choose(page, "Part of the venue", "ArrowDown")  # from getting there to getting in
    choose(page, STEP_FREE)
    go_on(page, "Access")


def say_what_is_put_in_place(page: Page) -> None:
    choose(page, "British Sign Language (BSL) interpreters")
    choose(page, "British Sign Language video")
    choose(page, "Can people bring someone with them?")
    go_on(page, "Ways to take part")


def say_what_people_do(page: Page) -> None:
    pick(page, "Something to do together", "Interview")
    choose(page, "Add it", "Enter")
    go_on(page, "Welcome")


def say_how_people_are_met(page: Page) -> None:
    write(page, "Who can people ask before the day?", "Asha in the parks team, 01632 960123")
    choose(page, "Tea, coffee and squash")
    go_on(page, "Money")


def say_what_it_costs(page: Page) -> None:
    write(page, "How much money is there?", "3000")
    choose(page, "Are people paid for their time?")
    choose(page, "How are travel costs paid?")
    go_on(page, "Keeping in touch")


def say_what_comes_after(page: Page) -> None:
    choose(page, "When do people first hear from you after the day?")
    go_on(page, "Doing it together")
    choose(page, "Who plans it with you?")
    go_on(page, "Barrier map")


def go_on(page: Page, title: str) -> None:
    still(page)
    tab_to(page, "Continue", "Make the documents")
    page.keyboard.press("Enter")
    see(page, title)
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def downloaded(page: Page, button: str) -> Path:
    tab_to(page, button)
    return kept(page)


def kept(page: Page) -> Path:
    """What comes of pressing Enter on a button that hands over a file."""
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    return Path(waiting.value.path())
