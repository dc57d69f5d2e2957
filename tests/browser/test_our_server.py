"""On a server of our own, whose headers let nothing in from elsewhere, everything works as it does without them."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from pages.shared.frame import WELCOME
from tests.browser.walk import (
    PATIENCE,
    answer,
    arrive,
    by_menu,
    go_on,
    open_plan,
    pages_with,
    press,
    see,
)
from tests.pages.filled import filled


def test_every_page_shows_without_a_complaint(our_server: str, page: Page) -> None:
    seen = list(pages_with(page, our_server, filled()))

    assert len(seen) > 10


def test_a_plan_is_kept_on_this_device_and_focus_follows_the_page(our_server: str, page: Page) -> None:
    arrive(page, our_server, WELCOME)
    press(page, "Start a full plan")
    see(page, "Purpose")
    answer(page, "What is the workshop called?", "A map of our benches")
    go_on(page, "Who is coming")
    expect(page.get_by_role("heading", level=1)).to_be_focused()

    page.reload()

    expect(page.locator(".dw-saved")).to_have_text(re.compile("^Saved on this device at"), timeout=PATIENCE)
    by_menu(page, "Check your answers")
    see(page, "Check your answers")
    expect(page.get_by_test_id("stMain").get_by_text("A map of our benches").first).to_be_visible()


def test_a_document_can_be_downloaded(our_server: str, page: Page) -> None:
    arrive(page, our_server, WELCOME)
    open_plan(page, filled())
    by_menu(page, "Documents")
    see(page, "Documents")

    with page.expect_download(timeout=PATIENCE) as waiting:
        press(page, "Download the plan (Word)")

    assert Path(waiting.value.path()).read_bytes().startswith(b"PK")
