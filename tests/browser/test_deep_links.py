"""A link to a page in the middle works for the first visitor of a planner that just woke up."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from pages.shared.frame import WELCOME
from tests.browser.walk import arrive, see


@pytest.mark.parametrize(("address", "title"), [("venue", "Venue"), ("documents", "Documents")])
def test_the_first_visitor_may_come_by_a_deep_link(
    page: Page, fresh_server: Callable[[], str], address: str, title: str
) -> None:
    server = fresh_server()

    arrive(page, f"{server}/{address}", title)

    expect(page).to_have_title(title)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    expect(page.get_by_role("navigation").get_by_role("link", name="Documents", exact=True)).to_be_visible()
    page.goto(server)
    see(page, WELCOME)
