"""A mistake is told in one plain sentence that names the question and says what would fit."""

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from planner.answers import QUESTIONS, Asked, Plan, asked
from planner.answers.mistakes import what_is_wrong

WRONG: tuple[Any, ...] = (
    -1, 10**9, 12.5, True, "nonsense", "x" * 20_001, ["nonsense"], [12], {"nonsense": 1}, {"bsl_users": 0},
    {"bsl_users": 501}, [{"minutes": 4}], [{}] * 31, [{"method": "nonsense"}], [{"colour": "blue"}], "2027-02-30",
    "25:00", date(1066, 10, 14), date(3000, 1, 1), datetime(2027, 3, 18, 10, 30), object(),  # noqa: DTZ001 (wrong on purpose)
)  # fmt: skip


def mistake(one: Asked, answer: Any) -> str | None:
    """What we say about an answer, or None where it fits."""
    try:
        Plan().with_answer(one.path, answer)
    except ValidationError as error:
        return what_is_wrong(one, error)
    return None


@pytest.mark.parametrize("one", [pytest.param(one, id=one.path) for one in QUESTIONS])
def test_a_mistake_is_told_plainly(one: Asked) -> None:
    told = [words for answer in WRONG if (words := mistake(one, answer)) is not None]

    assert told
    for words in told:
        assert words.startswith(one.question.short)
        assert words.endswith(".")
        assert len(words.split()) <= 25
        assert not any(
            ours in words.lower()
            for ours in ("invalid", "error", "illegal", "{", "pydantic", "input", "none")
        )


@pytest.mark.parametrize(
    ("path", "answer", "words"),
    [
        ("together.worries", "x" * 20_001, "What might go wrong is too long. Keep it to 20,000 letters."),
        ("together.worries", 12, "What might go wrong must be words."),
        ("audience.people", -1, "People taking part must be 0 or more."),
        ("audience.people", 501, "People taking part must be 500 or less."),
        ("audience.people", 12.5, "People taking part must be a whole number, such as 12."),
        ("audience.people", "a dozen", "People taking part must be a whole number, such as 12."),
        ("budget.money", 10**7, "Money there is must be 1,000,000 or less."),
        ("audience.needs", {"bsl_users": 0}, "What people need must be 1 or more."),
        ("timing.day", "soon", "Day must be a day, such as 18 March 2027."),
        ("timing.day", "2027-02-30", "Day must be a day, such as 18 March 2027."),
        ("timing.day", date(1066, 10, 14), "Day must be a day between 2000 and 2099."),
        ("timing.day", date(3000, 1, 1), "Day must be a day between 2000 and 2099."),
        ("timing.starts", "25:00", "Start time must be a time of day, such as 10:30."),
        ("venue.place", "on the moon", "In person or online must be one of the choices."),
        ("access.formats", ["papyrus"], "Formats offered must be one of the choices."),
        ("methods.activities", [{}] * 31, "Activities has too many lines. Keep it to 30."),
        ("access.formats", 12, "Formats offered does not fit. Please give it again."),
    ],
)
def test_a_mistake_says_what_would_fit(path: str, answer: Any, words: str) -> None:
    told = mistake(asked(path), answer)

    assert told == words


@pytest.mark.parametrize(
    ("path", "answer"), [("audience.people", 12), ("timing.day", "not_sure"), ("venue.place", None)]
)
def test_nothing_is_said_about_an_answer_that_fits(path: str, answer: Any) -> None:
    assert mistake(asked(path), answer) is None
