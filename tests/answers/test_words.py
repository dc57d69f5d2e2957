"""Answers are printed in the words of the person who gave them, or in ours."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings

from planner.answers import QUESTIONS, Kind, Plan, asked, clock_words, day_words, in_words
from planner.answers import given as was_given
from planner.catalogue import catalogue
from tests.plans.strategies import plans

FACTS = catalogue()


@pytest.mark.parametrize(
    ("path", "answer", "words"),
    [
        ("purpose.title", "Better changing rooms", ("Better changing rooms",)),
        ("purpose.title", "", ()),
        ("venue.place", "hybrid", ("Both at the same time",)),
        ("venue.place", "not_sure", ("Not sure yet",)),
        ("venue.place", None, ()),
        ("timing.day", date(2027, 3, 18), ("Thursday 18 March 2027",)),
        ("timing.day", "not_sure", ("Not sure yet",)),
        ("timing.starts", time(9, 5), ("9:05",)),
        ("audience.people", 1, ("1 person",)),
        ("audience.people", 0, ("0 people",)),
        ("audience.people", 12, ("12 people",)),
        ("venue.stop_metres", 1, ("1 metre",)),
        ("venue.stop_metres", 1200, ("1,200 metres",)),
        ("venue.room_area", 1, ("1 square metre",)),
        ("access.interpreters", 1, ("1 interpreter",)),
        ("budget.money", 12_500, ("£12,500",)),
        ("budget.contingency", 10, ("10%",)),
        ("access.formats", ("not_sure",), ("Not sure yet",)),
        ("access.formats", (), ()),
        ("audience.needs", {}, ()),
        ("methods.activities", [{"title": "Try the hoist"}], ("Try the hoist",)),
        ("methods.activities", [{"title": "Try the hoist", "minutes": 20}], ("Try the hoist, 20 minutes",)),
        ("methods.activities", [{}], ("An activity of your own",)),
    ],
)
def test_an_answer_in_words(path: str, answer: Any, words: tuple[str, ...]) -> None:
    plan = Plan().with_answer(path, answer)

    assert in_words(asked(path), plan, FACTS) == words


def test_ticks_are_said_with_the_labels_of_the_catalogue() -> None:
    plan = Plan().with_answer("access.provisions", ["quiet_room", "bsl_interpreters"])

    said = in_words(asked("access.provisions"), plan, FACTS)

    assert said == (FACTS.provisions["bsl_interpreters"].label, FACTS.provisions["quiet_room"].label)


def test_needs_are_said_with_how_many() -> None:
    plan = Plan().with_answer("audience.needs", {"bsl_users": 1, "blind_low_vision": "not_sure"})

    said = in_words(asked("audience.needs"), plan, FACTS)

    assert set(said) == {
        f"{FACTS.needs['bsl_users'].label}: 1 person",
        f"{FACTS.needs['blind_low_vision'].label}: not sure how many",
    }


def test_what_was_found_at_the_venue_is_said_with_yes_no_or_not_sure() -> None:
    plan = Plan().with_answer("venue.features", {"near_stop": "not_sure"})

    said = in_words(asked("venue.features"), plan, FACTS)

    assert said == (f"{FACTS.venue['near_stop'].label}: Not sure yet",)


def test_an_activity_is_said_with_its_own_name_and_its_method() -> None:
    method = next(iter(FACTS.methods))
    plan = Plan().with_answer(
        "methods.activities", [{"method": method, "title": "What we want"}, {"method": method}]
    )

    said = in_words(asked("methods.activities"), plan, FACTS)

    assert said == (f"What we want ({FACTS.methods[method].label})", FACTS.methods[method].label)


@settings(max_examples=100)
@given(plans())
def test_whatever_was_given_is_said_and_never_in_our_own_code(plan: Plan) -> None:
    for one in QUESTIONS:
        said = in_words(one, plan, FACTS)
        assert bool(said) == was_given(plan.answer(one.path))
        if one.kind not in {Kind.TEXT, Kind.ACTIVITIES}:
            assert all(words.strip() and "_" not in words and "None" not in words for words in said)


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2027, 3, 1), "Monday 1 March 2027"), (date(2026, 12, 25), "Friday 25 December 2026")],
)
def test_a_day_is_written_out(day: date, words: str) -> None:
    assert day_words(day) == words


@pytest.mark.parametrize(
    ("clock", "words"), [(time(0, 0), "0:00"), (time(9, 30), "9:30"), (time(23, 59), "23:59")]
)
def test_a_time_is_written_with_twenty_four_hours(clock: time, words: str) -> None:
    assert clock_words(clock) == words
