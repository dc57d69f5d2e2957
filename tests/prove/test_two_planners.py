"""Two planners behind nginx, with the settings of deploy/: one dies, and people go on at the other and lose nothing."""

import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages.shared.frame import WELCOME
from tests.browser.test_autosave import NAME, SAVED, WHO_RUNS_IT, answer, expect_answer, held, wait_until_held
from tests.browser.walk import PATIENCE, PRESS, arrive, by_menu, go_on, open_plan, see
from tests.pages.filled import filled
from tests.prove.nginx import nginx_before
from tests.servers.running import Running, free_port, on_our_own, running

COOKIES = {"STREAMLIT_SERVER_COOKIE_SECRET": "the same for both, and only for this proof"}
QUESTION = "What do you want to work out together?"


@pytest.fixture
def planners(tmp_path: Path, servers: ExitStack) -> list[Running]:
    """Two planners of this proof's own."""
    ports = free_port(), free_port()
    return [
        servers.enter_context(
            running(on_our_own(port), port, tmp_path / f"planner-{port}.log", environment=COOKIES)
        )
        for port in ports
    ]


@pytest.fixture
def address(planners: list[Running], tmp_path: Path, servers: ExitStack) -> str:
    """Where people find them."""
    return servers.enter_context(nginx_before(planners, tmp_path))


def test_when_a_planner_dies_while_somebody_types_they_go_on_at_the_other(
    planners: list[Running], address: str, page: Page, complaints: list[str]
) -> None:
    page.goto(f"{address}/purpose")
    answer(page, NAME, "Parks for everyone")
    answer(page, WHO_RUNS_IT, "Friends of the park")
    wait_until_held(page, "Friends of the park")
    session = page.locator("[data-goes-on]").get_attribute("data-goes-on") or ""
    first, other = by_whom_is_served(planners), by_whom_is_not(planners)
    page.get_by_role("textbox", name=QUESTION).press_sequentially("Where should there ")

    first.process.kill()
    first.process.wait()

    goes_on_at_another(page, session)
    expect_answer(page, NAME, "Parks for everyone")
    answer(page, QUESTION, "Where should there be benches?")
    wait_until_held(page, "benches")
    purpose = held(page)["purpose"]
    assert by_whom_is_served([other]) is other
    assert (purpose["title"], purpose["organiser"]) == ("Parks for everyone", "Friends of the park")
    go_on(page, "Who is coming")
    complaints.clear()  # the browser says that the planner was gone


def test_uploads_downloads_and_the_line_of_one_browser_all_go_to_one_planner(
    planners: list[Running], address: str, page: Page
) -> None:
    for _ in range(3):
        arrive(page, address, re.compile(".+"))
    open_plan(page, filled())
    by_menu(page, "Documents")
    see(page, "Documents")

    with page.expect_download(timeout=PATIENCE) as waiting:
        page.get_by_role("button", name="Download the plan (Word)").click(delay=PRESS)

    assert Path(waiting.value.path()).read_bytes().startswith(b"PK")
    assert len([one for one in planners if "connection open" in one.said]) == 1


def test_the_headers_of_the_planner_come_through(address: str, page: Page) -> None:
    answered = page.goto(address)

    see(page, WELCOME)
    assert answered is not None
    assert "default-src 'self'" in answered.headers["content-security-policy"]
    assert "nginx/" not in answered.headers["server"]


def by_whom_is_served(planners: list[Running]) -> Running:
    """The planner at the other end of the line."""
    (one,) = [one for one in planners if "connection open" in one.said]
    return one


def by_whom_is_not(planners: list[Running]) -> Running:
    """The planner that nobody has met yet."""
    (one,) = [one for one in planners if "connection open" not in one.said]
    return one


def goes_on_at_another(page: Page, session: str) -> None:
    """The page found another planner by itself, and that one has the plan."""
    goes_on = page.locator("[data-goes-on]")
    expect(goes_on).to_have_attribute("data-goes-on", re.compile(f"^(?!{session}).+"), timeout=PATIENCE)
    expect(page.locator(".dw-saved")).to_have_text(SAVED, timeout=PATIENCE)
