"""Each picture says what it shows, and stands beside a table with the same numbers."""

import re

import pytest

from planner.answers import Plan
from tests.pages.filled import examples
from tests.pages.wizard import opened

POOL = examples()["changing-rooms"]
PLACES = {
    "methods": ("The day as bars, from 10:30 to 15:00", "From the doors to the goodbye"),
    "budget": ("Costs as bars, three for each of ", "Low, expected and high, in pounds"),
    "barriers": ("The map as ", "What meets each group of people at each stage"),
    "tasks": ("Things to start as bars, one for each of ", "Things to start in each week"),
}


@pytest.mark.parametrize(("page", "words"), PLACES.items())
def test_a_picture_has_words_and_a_table(page: str, words: tuple[str, str]) -> None:
    at = opened(POOL, page)

    (picture,) = [
        html.value for html in at.html if html.value.startswith("<div class='dw-picture' role='img'")
    ]
    tables = [html.value for html in at.html if html.value.startswith("<div class='dw-table'")]

    (label,) = re.findall(r"aria-label='([^']+)'", picture)
    assert label.startswith(words[0])
    assert label.endswith("in words.") or "The table has the same" in label
    assert any(words[1] in table for table in tables)


@pytest.mark.parametrize("page", PLACES)
def test_there_is_no_picture_of_nothing(page: str) -> None:
    at = opened(Plan(), page)

    pictures = [html.value for html in at.html if html.value.startswith("<div class='dw-picture'")]

    assert [picture for picture in pictures if "width:" not in picture] == []


def test_what_somebody_typed_is_never_markup_in_a_picture() -> None:
    plan = POOL.with_answer("methods.activities", ({"title": "<b onclick='x'>Tea</b>", "minutes": 30},))

    at = opened(plan, "methods")

    assert [html.value for html in at.html if "<b onclick" in html.value] == []
