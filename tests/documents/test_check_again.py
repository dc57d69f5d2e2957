"""A fact that is past its day says so wherever people rely on it, and never before."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from planner.documents import DOCUMENTS, open_plan, text_of
from planner.documents.markup import read
from planner.documents.sheets import Sheet, sheets
from planner.pack import Pack, prepare
from tests.documents.reading import words_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "leeds-marketplace-2023.json"
MARK = "checked November 2026, check again"
MARK_OF_ITS_OWN = "(Checked November 2026, check again.)"
BEFORE = date(2026, 11, 23)
AFTER = date(2029, 1, 1)  # past the last day of every fact that the example rests on


@pytest.mark.parametrize(("today", "marked"), [(BEFORE, False), (AFTER, True)])
def test_advice_in_the_plan_is_marked(today: date, *, marked: bool) -> None:
    pack = _pack(today)

    words = "\n".join(map(words_of, read(text_of(DOCUMENTS["plan"], pack))))

    assert (MARK in words) == marked


@pytest.mark.parametrize(("today", "marked"), [(BEFORE, False), (AFTER, True)])
@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Checklist", "Says who (how sure)"),
        ("Budget", "Price"),
        ("Access", "Why"),
        ("On the day", "Check"),
        ("If something fails", "What to do"),
        ("Venue visit", "Question"),
    ],
)
def test_a_line_of_a_sheet_is_marked(name: str, heading: str, today: date, *, marked: bool) -> None:
    sheet = _sheet(name, _pack(today))

    says = [row[sheet.position(heading)] for row in sheet.rows]

    assert says
    assert any(MARK in words or MARK_OF_ITS_OWN in words for words in says) == marked


@pytest.mark.parametrize(("today", "marked"), [(BEFORE, False), (AFTER, True)])
@pytest.mark.parametrize("name", ["run-sheet", "venue-visit"])
def test_what_the_team_looks_at_on_paper_is_marked(name: str, today: date, *, marked: bool) -> None:
    words = "\n".join(map(words_of, read(text_of(DOCUMENTS[name], _pack(today)))))

    assert (MARK_OF_ITS_OWN in words) == marked


def test_every_line_of_the_checklist_says_who_and_how_sure() -> None:
    pack = _pack(BEFORE)
    sheet = _sheet("Checklist", pack)

    says = [row[sheet.position("Says who (how sure)")] for row in sheet.rows]

    assert all(
        one.evidence.basis.words in words for one, words in zip(pack.arranged.to_dos, says, strict=True)
    )


@pytest.mark.parametrize(("today", "marked"), [(BEFORE, False), (AFTER, True)])
def test_what_is_put_in_place_is_marked_where_it_is_promised(today: date, *, marked: bool) -> None:
    text = text_of(DOCUMENTS["plan"], _pack(today))

    promised = text.partition("## Access that is put in place")[2].partition("\n## ")[0]

    assert promised
    assert (MARK_OF_ITS_OWN in promised) == marked
    assert "  (" not in promised


@pytest.mark.parametrize(("today", "marked"), [(BEFORE, False), (AFTER, True)])
def test_the_plan_lists_everything_in_it_that_is_past_its_day(today: date, *, marked: bool) -> None:
    pack = _pack(today)

    text = text_of(DOCUMENTS["plan"], pack)

    assert ("**Check these again.**" in text) == marked
    if marked:
        listed = words_of(read(text.partition("**Check these again.**")[2])[0])
        labels = {
            one.entry.label for one in pack.arranged.follows.chosen if one.entry.evidence.is_stale(today)
        }
        assert labels
        assert all(label in listed for label in labels)


@cache
def _pack(today: date) -> Pack:
    return prepare(open_plan(EXAMPLE.read_bytes()), today=today)


def _sheet(name: str, pack: Pack) -> Sheet:
    return next(sheet for sheet in sheets(text_of(DOCUMENTS["checklist"], pack)) if sheet.name == name)
