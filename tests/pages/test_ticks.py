"""A box to tick says what it is, and once it is ticked what follows from it."""

from datetime import date

import pytest

from planner.answers import QUESTIONS, Asked, Kind, Plan
from planner.catalogue import catalogue
from tests.pages.wizard import do, found, opened, widget

LISTS = [one for one in QUESTIONS if one.kind is Kind.TICKS]
MARKDOWN = set("*_[]`#$~<>\\|")


def test_a_box_says_what_it_is_until_it_is_ticked_and_then_what_follows() -> None:
    at = opened(Plan().with_answer("timing.day", date(2099, 3, 18)), "audience")
    route = catalogue().outreach["deaf_club"]
    box = widget(at, "audience.routes", "deaf_club")
    assert box.label == f"{route.label}\n{route.reaches}"

    box.check()
    do(at)

    assert widget(at, "audience.routes", "deaf_club").label.startswith(f"{route.label}\nWhat follows: ")
    assert found(at, "w0.booked.outreach.deaf_club").label == f"Arranged already: {route.label}"


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.path)
def test_a_label_holds_no_markdown_as_it_is_read_aloud_letter_for_letter(one: Asked) -> None:
    for entry in getattr(catalogue(), one.table).values():
        words = entry.model_dump(include={"label", "explain", "reaches", "job"}).values()

        assert not MARKDOWN & set("".join(words))
