"""Pictures of every page, to look at: `make pictures` puts them into out/pictures/, and two of them into docs/."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Page, ViewportSize, sync_playwright

from pages.shared.frame import WELCOME
from pages.shared.steps import PAGES
from planner.answers import Plan
from tests.browser.chromium import launch_options
from tests.browser.walk import arrive, open_plan, still
from tests.servers.running import ROOT, free_port, on_community_cloud, running

SIZES: dict[str, ViewportSize] = {
    "desk": {"width": 1280, "height": 900},
    "phone": {"width": 390, "height": 844},
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
EXAMPLE = ROOT / "examples" / "changing-rooms.json"
GAPS: dict[str, object] = {
    "timing.starts": time(9, 0),
    "timing.break_every": "90",
    "access.provisions": ("quiet_room",),
    "access.formats": ("large_print",),
}
FOLDER = ROOT / "out" / "pictures"


def take(folder: Path, names: tuple[str, ...]) -> None:
    """A picture of each page, empty and with a plan open, at each size, light and dark, and one on paper."""
    folder.mkdir(parents=True, exist_ok=True)
    with planner() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(playwright.chromium))
        page = browser.new_context(locale="en-GB", timezone_id="Europe/London").new_page()
        arrive(page, address, WELCOME)
        every_look(page, folder / "first-visit")
        open_plan(page, Plan.model_validate_json(EXAMPLE.read_bytes()))
        for name in names:
            stand_on(page, address, name)
            every_look(page, folder / name)
            page.pdf(path=folder / f"{name}-paper.pdf", format="A4")
        for_the_readme(page, address)
        browser.close()


def for_the_readme(page: Page, address: str) -> None:
    """The two pictures that the README shows: advice beside answers, and the barrier map of a plan with gaps."""
    plan = Plan.model_validate_json(EXAMPLE.read_bytes())
    for path, answer in GAPS.items():
        plan = plan.with_answer(path, answer)
    page.goto(address)
    still(page)
    open_plan(page, plan)
    for name, file, middle in (
        ("timing", "wizard.png", ".st-key-q-timing-starts"),
        ("barriers", "barriers.png", "h1"),
    ):
        stand_on(page, address, name)
        page.evaluate(f"document.querySelector('{middle}').scrollIntoView({{block: 'center'}})")
        still(page)
        page.screenshot(path=ROOT / "docs" / file)


def stand_on(page: Page, address: str, name: str) -> None:
    """Come to a page by its address; the plan is kept in the browser."""
    title = next(one.title for one in PAGES if one.name == name)
    if name == "home":
        page.goto(address)
        page.get_by_test_id("stMain").get_by_role("heading", level=1).wait_for()
    else:
        arrive(page, f"{address}/{name}", title)
    page.get_by_text("Saved on this device at").first.wait_for()
    still(page)


def every_look(page: Page, stem: Path) -> None:
    """The whole page as it stands: each size, light and dark."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for size, box in SIZES.items():
            page.set_viewport_size(box)
            still(page)
            # What scrolls inside the window is only drawn as far as the window reaches.
            height: int = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight + 80")
            page.set_viewport_size({"width": box["width"], "height": max(box["height"], height)})
            still(page)
            page.screenshot(path=stem.with_name(f"{stem.name}-{size}-{scheme}.png"))
    page.set_viewport_size(SIZES["desk"])
    page.emulate_media(color_scheme="light")


@contextmanager
def planner() -> Iterator[str]:
    """A planner of our own, that ends when we leave."""
    port = free_port()
    with (
        TemporaryDirectory() as folder,
        running(on_community_cloud(port), port, Path(folder) / "log") as ours,
    ):
        yield ours.address


if __name__ == "__main__":
    take(FOLDER, tuple(sys.argv[1:]) or tuple(one.name for one in PAGES))
