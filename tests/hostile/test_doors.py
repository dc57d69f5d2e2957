"""Hostile words behind the doors that are no questions: reasons, roles, and the names that only a file can give."""

import re

import pytest

from planner.answers import Plan
from planner.answers.taking_in import taken_in
from tests.hostile.corpus import CORPUS, alone

NAME = re.compile(r"[a-z][a-z0-9_.-]*|")
BY_NAME = {  # what a file says with a name in it, and how to say it
    "own_prices": lambda name: {name: "12.50"},
    "seen": lambda name: {name: "Nobody near us does this."},
    "who": lambda name: {name: "Parks officer"},
    "booked": lambda name: [name],
    "left_out": lambda name: [name],
    "local_words": lambda name: name,
    "id": lambda name: name,
}


def test_hostile_words_go_through_the_reasons_and_the_roles() -> None:
    plans = alone()

    reasons = {reason for plan in plans for reason in plan.seen.values()}
    roles = {role for plan in plans for role in plan.who.values()}

    in_reasons = [words for words in CORPUS if any(words.strip() in one for one in reasons)]
    assert len(in_reasons) > 300  # the rest is cleaned where it comes in, or too long
    assert len({*CORPUS} & roles) > 200


@pytest.mark.parametrize("field", BY_NAME)
def test_a_name_that_a_file_gives_is_letters_digits_and_dots_or_is_left_out(field: str) -> None:
    plans = [taken_in({field: BY_NAME[field](words)})[0] for words in CORPUS]

    held = {name for plan in plans for name in names(plan, field)}

    assert [name for name in held if not NAME.fullmatch(name)] == []


@pytest.mark.parametrize("field", BY_NAME)
def test_what_is_left_out_is_named_on_one_short_line(field: str) -> None:
    for words in CORPUS:
        _, left_out = taken_in({field: BY_NAME[field](words), words: "anything"})

        assert all("\n" not in one.words and len(one.words) < 120 for one in left_out)


def names(plan: Plan, field: str) -> list[str]:
    held = getattr(plan, field)
    return [held or ""] if isinstance(held, str | None) else list(held)
