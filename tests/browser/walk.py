"""Walking through the planner in a browser, by its words: open a page, open a plan, answer, go on."""

import re
from collections.abc import Iterator, Sequence

from playwright.sync_api import Locator, Page, expect

from pages.shared.frame import WELCOME
from pages.shared.steps import PAGES
from pages.shared.steps import Page as OfWizard
from planner.answers import STEPS, Plan
from planner.documents.save_file import save

PATIENCE = 30_000  # milliseconds; a busy computer needs a while for its first page
SETTLED = """() => new Promise((settled) => {
  const height = () => document.querySelector("[data-testid=stMain]")?.scrollHeight;
  let last = height(), calm = 0;
  const look = () => {
    const now = height();
    calm = now === last ? calm + 1 : 0;
    last = now;
    calm > 12 ? settled() : requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""  # the page has kept its height for a dozen frames
WAY_ON = re.compile(r"^(Continue|Make the documents|Back to )")
PRESS = 90  # milliseconds; people press for as long, and Streamlit wants them to


def arrive(page: Page, address: str, heading: str | re.Pattern[str]) -> None:
    """Open an address, and wait until its page is there."""
    page.goto(address)
    see(page, heading)


def see(page: Page, heading: str | re.Pattern[str]) -> None:
    """Wait until the page with that heading is there, and finished."""
    expect(page.get_by_role("heading", level=1, name=heading, exact=True)).to_be_visible(timeout=PATIENCE)
    still(page)


def still(page: Page) -> None:
    """Wait until the page has taken in what was done."""
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=PATIENCE
    )
    # What the page before left behind is cleared a moment later, and moves what stands below it.
    expect(page.locator("[data-stale=true]")).to_have_count(0, timeout=PATIENCE)
    page.evaluate(SETTLED)


def press(page: Page, button: str | re.Pattern[str]) -> None:
    """Press a button as slowly as people do."""
    page.get_by_role("button", name=button, exact=True).click(delay=PRESS)


def go_on(page: Page, heading: str) -> None:
    """Continue, to the page with that heading; the button may say where it leads."""
    press(page, WAY_ON)
    see(page, heading)


def open_plan(page: Page, plan: Plan) -> None:
    """On the home page, open a saved plan."""
    file = {"name": "plan.json", "mimeType": "application/json", "buffer": save(plan)}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]  # a FilePayload
    press(page, "Open this plan")
    see(page, " ".join(plan.purpose.title.split()) or "Your plan")


def pages_with(page: Page, server: str, plan: Plan, pages: Sequence[OfWizard] = PAGES) -> Iterator[str]:
    """Open a plan, then stand on each of these pages in turn; their names come back.

    From one section to another leads Continue, so no section between two others can be left out.
    """
    arrive(page, server, WELCOME)
    open_plan(page, plan)
    is_at_home = True
    for one in pages:
        if one.name != "home":
            _way_to(page, one, is_at_home=is_at_home).press(
                "Enter"
            )  # a press by mouse may miss what still moves
            see(page, one.title)
            # Focus moves there a moment later, and would take it from whatever has the next key.
            expect(page.get_by_role("heading", level=1)).to_be_focused(timeout=PATIENCE)
            is_at_home = False
        yield one.name


def _way_to(page: Page, one: OfWizard, *, is_at_home: bool) -> Locator:
    """What leads to a page from the one before it, or from the list of sections."""
    if one.at_foot:
        return page.locator(".st-key-noprint-foot").get_by_role("link", name=one.title, exact=True)
    if one.in_menu:
        return page.get_by_role("navigation").get_by_role("link", name=one.title, exact=True)
    if is_at_home:
        number = STEPS.index(one.name) + 1
        return page.get_by_role("link", name=re.compile(rf"^{number}\. "))
    return page.locator(".st-key-way_on button")


def by_menu(page: Page, title: str) -> None:
    """Go to a page through the menu at the top; its first entry leads home."""
    page.get_by_role("navigation").get_by_role("link", name=title, exact=True).click(delay=PRESS)


def answer(page: Page, question: str, words: str) -> Locator:
    """Type an answer and leave the field as people do; gives the field back."""
    field = page.get_by_role("textbox", name=question, exact=True)
    field.fill(words)
    field.press("Tab")
    still(page)
    return field
