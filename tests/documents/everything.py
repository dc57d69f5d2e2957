"""The files of the examples, made once for all tests that look at them."""

from datetime import date
from functools import cache
from pathlib import Path

from planner.documents import DOCUMENTS, Form, MadeFile, make_each, open_plan
from planner.pack import Pack, prepare

TODAY = date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
NAMES = [path.stem for path in EXAMPLES]


@cache
def pack_of(example: str) -> Pack:
    """An example, prepared."""
    (path,) = [path for path in EXAMPLES if path.stem == example]
    return prepare(open_plan(path.read_bytes()), today=TODAY)


@cache
def files_of(example: str, document: str) -> dict[Form, MadeFile]:
    """A document of an example in each of its forms."""
    chosen = DOCUMENTS[document]
    return dict(zip(chosen.forms, make_each(chosen, pack_of(example)), strict=True))
