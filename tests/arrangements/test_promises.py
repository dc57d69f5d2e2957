"""The updates that people were promised each have a day on which somebody is at work to write them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings

from planner.answers import Plan
from planner.arrangements.days import nation_of, workshop_day
from planner.arrangements.promises import promises
from planner.catalogue.notice import is_working_day
from tests.arrangements.workshops import DAY, FACTS, any_plans, planned


def promised(day: date | str | None = DAY, **follow_up: str | None) -> Plan:
    return planned(timing={"day": day, "nation": "england"}, follow_up=follow_up)


@pytest.mark.parametrize("first", [None, "none", "not_sure"])
def test_nothing_is_owed_where_nothing_was_promised(first: str | None) -> None:
    assert promises(promised(first_update=first, every="28"), FACTS) == ()


def test_one_update_is_one_update() -> None:
    (only,) = promises(promised(first_update="14", every="once", who_writes="The parks officer"), FACTS)

    assert only.on == date(2027, 4, 1)
    assert only.who == "The parks officer"


def test_an_update_waits_for_the_office_to_open() -> None:
    (only,) = promises(promised(day=date(2027, 3, 12), first_update="14"), FACTS)  # Good Friday

    assert only.on == date(2027, 3, 30)


def test_later_updates_are_counted_from_the_first() -> None:
    owed = promises(promised(first_update="7", every="28"), FACTS)

    assert [one.on for one in owed] == [
        date(2027, 3, 25),
        date(2027, 4, 22),
        date(2027, 5, 20),
        date(2027, 6, 17),
    ]
    assert len({one.id for one in owed}) == len(owed) == 1 + FACTS.pace.updates_ahead.value


@pytest.mark.parametrize(
    ("no_news", "said"), [("yes", True), ("no", False), ("not_sure", False), (None, False)]
)
def test_an_update_without_news_is_only_promised_by_a_yes(no_news: str | None, *, said: bool) -> None:
    _, second, *_ = promises(promised(first_update="7", every="28", no_news=no_news), FACTS)

    assert second.what.endswith("even if nothing is new") == said


@pytest.mark.parametrize("day", [None, "not_sure"])
def test_an_update_has_no_date_while_the_day_is_not_known(day: str | None) -> None:
    owed = promises(promised(day=day, first_update="7", every="28"), FACTS)

    assert [one.on for one in owed] == [None] * (1 + FACTS.pace.updates_ahead.value)


@settings(max_examples=60)
@given(any_plans())
def test_updates_come_in_order_on_working_days_after_the_day(plan: Plan) -> None:
    day, nation = workshop_day(plan), nation_of(plan)

    days = [one.on for one in promises(plan, FACTS) if one.on is not None]

    assert all(is_working_day(one, nation) for one in days)
    assert all(later - sooner >= timedelta(weeks=3) for sooner, later in pairwise(days))
    assert not days or (day is not None and min(days) > day)
