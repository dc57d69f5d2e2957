"""The page to open first in the ZIP, in a real browser: axe finds nothing, and it fits on a phone."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from planner.documents import open_plan
from planner.documents.bundle import INDEX, bundle
from planner.pack import prepare

EXAMPLE = Path(__file__).parents[2] / "examples" / "changing-rooms.json"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE: ViewportSize = {"width": 320, "height": 700}


@pytest.fixture(scope="module")
def index() -> str:
    """The page of the richest example."""
    whole = bundle(prepare(open_plan(EXAMPLE.read_bytes()), today=date(2026, 11, 23)))
    with ZipFile(BytesIO(whole.data)) as files:
        return files.read(INDEX).decode()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_of_the_zip(
    page: Page, index: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(PHONE)
    page.set_content(index)

    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
