"""Every document as a page of its own, in a real browser: axe finds nothing, and it fits on a phone."""

from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from planner.documents import Form, fitting, make, open_plan
from planner.pack import prepare
from tests.browser.test_index_page import PHONE, RULES

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
LOOKS: list[tuple[Literal["light", "dark"], int]] = [("light", 1280), ("dark", PHONE["width"])]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_axe_finds_nothing_in_any_document(page: Page, example: Path) -> None:
    pack = prepare(open_plan(example.read_bytes()), today=date(2026, 11, 23))
    documents = [one for one in fitting(pack) if Form.PAGE in one.forms]

    found = [
        (document.key, scheme, fault)
        for document in documents
        for text in [make(document, pack, Form.PAGE).data.decode()]
        for scheme, width in LOOKS
        for fault in _faults(page, text, scheme, width)
    ]

    assert documents
    assert found == []


def _faults(page: Page, text: str, scheme: Literal["light", "dark"], width: int) -> list[str]:
    """What axe finds, and whether the page is wider than the screen."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": PHONE["height"]})
    page.set_content(text)
    violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth") - width
    return [
        *(f"{one['id']}: {node['html']}" for one in violations for node in one["nodes"]),
        *([f"{wide} pixels too wide"] if wide > 0 else []),
    ]
