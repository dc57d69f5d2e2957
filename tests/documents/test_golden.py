"""The words of every document of every example are the words we agreed on."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.documents import DOCUMENTS, Document, Form, open_plan, text_of
from planner.pack import prepare

TODAY = date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
WRITTEN = [document for document in DOCUMENTS.values() if document.form is not Form.SAVED]


@pytest.mark.parametrize("document", [pytest.param(one, id=one.key) for one in WRITTEN])
@pytest.mark.parametrize("example", [pytest.param(path, id=path.stem) for path in EXAMPLES])
def test_the_words_are_those_we_agreed_on(
    example: Path, document: Document, golden: Callable[[str, str], None]
) -> None:
    pack = prepare(open_plan(example.read_bytes()), today=TODAY)

    text = text_of(document, pack)

    golden(f"{example.stem}.{document.key}.md", text)
