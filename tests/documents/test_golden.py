"""The words of every document of every example are the words we agreed on."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.documents import Document, Form, fitting, open_plan, text_of
from planner.pack import prepare

TODAY = date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
PACKS = {path.stem: prepare(open_plan(path.read_bytes()), today=TODAY) for path in EXAMPLES}
WRITTEN = [
    pytest.param(name, document, id=f"{name}-{document.key}")
    for name, pack in PACKS.items()
    for document in fitting(pack)
    if document.form is not Form.SAVED
]
EASY = [
    pytest.param(name, document, id=f"{name}-{document.key}")
    for name, pack in PACKS.items()
    for document in fitting(pack)
    if Form.EASY_READ in document.forms
]


@pytest.mark.parametrize(("example", "document"), WRITTEN)
def test_the_words_are_those_we_agreed_on(
    example: str, document: Document, golden: Callable[[str, str], None]
) -> None:
    pack = PACKS[example]

    text = text_of(document, pack)

    golden(f"{example}.{document.key}.md", text)


@pytest.mark.parametrize(("example", "document"), EASY)
def test_the_easy_words_are_those_we_agreed_on(
    example: str, document: Document, golden: Callable[[str, str], None]
) -> None:
    pack = PACKS[example]

    text = text_of(document, pack, Form.EASY_READ)

    golden(f"{example}.{document.key}-easy-read.md", text)
