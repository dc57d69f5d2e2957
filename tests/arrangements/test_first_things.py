"""A handful of things first, and the weeks that are left."""

from datetime import timedelta

from planner.answers import Plan
from planner.arrangements.first_things import FIRST
from planner.arrangements.tasks import When
from tests.arrangements.workshops import DAY, arranged, planned
from tests.pages.filled import EXAMPLES

POOL = Plan.model_validate_json((EXAMPLES / "changing-rooms.json").read_bytes())


def test_the_first_things_are_those_to_start_soonest() -> None:
    found = arranged(POOL)

    dates = [one.start_by for one in found.to_dos if one.start_by and one.when is When.BEFORE]
    assert [one.start_by for one in found.first] == sorted(dates)[:FIRST]


def test_without_a_day_there_are_first_things_all_the_same() -> None:
    found = arranged(POOL.with_answer("timing.day", None))

    assert len(found.first) == FIRST
    assert found.weeks == ()


def test_the_weeks_hold_everything_that_is_started_before_the_day_once() -> None:
    found = arranged(POOL)

    held = [one.id for week in found.weeks for one in week.to_dos]
    assert sorted(held) == sorted(one.id for one in found.to_dos if one.when is When.BEFORE and one.start_by)
    assert [week.to_go for week in found.weeks] == sorted({week.to_go for week in found.weeks}, reverse=True)


def test_every_date_lies_in_its_week() -> None:
    found = arranged(planned(timing={"day": DAY}, access={"provisions": ["bsl_interpreters"]}))

    outside = [
        one.id
        for week in found.weeks
        for one in week.to_dos
        if one.start_by and not week.begins <= one.start_by < week.begins + timedelta(weeks=1)
    ]
    assert found.weeks
    assert outside == []


def test_the_role_that_the_organiser_chose_is_the_one_who_does_it() -> None:
    task = arranged(POOL).first[0].id

    found = arranged(POOL.with_who(task, "Parks officer"))

    assert found.first[0].who == "Parks officer"
    assert [one for one in found.to_dos if one.who == "Parks officer"] == [found.first[0]]
