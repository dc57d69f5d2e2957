"""A page says when the fact behind its advice was checked, and when that was too long ago."""

from datetime import date

import pytest

from pages.shared import frame, questions, store
from planner.pack import prepare
from tests.pages.filled import examples


@pytest.mark.parametrize(
    ("today", "checked"),
    [
        (date(2026, 11, 23), "checked November 2026"),
        (date(2029, 1, 1), "checked November 2026, check again"),
    ],
)
def test_advice_says_when_its_fact_was_checked(
    monkeypatch: pytest.MonkeyPatch, today: date, checked: str
) -> None:
    pack = prepare(examples()["leeds-marketplace-2023"], today=today)
    monkeypatch.setattr(store, "today", lambda: today)

    reasons = [frame.reasons(one, pack.facts)[-1] for one in pack.advice if one.grounds.as_of]

    assert reasons
    assert all(words.endswith(f"; {checked}") for words in reasons)


@pytest.mark.parametrize(("today", "marked"), [(date(2026, 11, 23), False), (date(2029, 1, 1), True)])
def test_what_follows_from_a_tick_is_marked(
    monkeypatch: pytest.MonkeyPatch, today: date, *, marked: bool
) -> None:
    pack = prepare(examples()["changing-rooms"], today=today)
    monkeypatch.setattr(store, "pack", lambda: pack)

    lines = questions.what_follows("provisions.bsl_interpreters")

    assert lines
    assert ("checked November 2026, check again" in lines) == marked
