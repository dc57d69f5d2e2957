"""How many minutes each person has to say something."""

from datetime import date, time

from planner.answers import Plan
from planner.arrangements import arrange
from planner.arrangements.airtime import Airtime
from planner.catalogue import catalogue

FACTS = catalogue()
TODAY = date(2026, 11, 23)


def talk(people: int, **answers: object) -> Airtime | None:
    plan = Plan.model_validate(
        {
            "audience": {"people": people},
            "timing": {"starts": time(11), "ends": time(14)},
            "methods": {"activities": [{"method": "open_discussion", "minutes": 40}]},
            **answers,
        }
    )
    return arrange(plan, FACTS, TODAY).airtime


def test_minutes_are_shared_by_everybody_who_sits_together() -> None:
    found = talk(10)

    assert found is not None
    assert found.talk_minutes == 40
    assert found.together == 4.0


def test_small_groups_give_each_person_more() -> None:
    found = talk(12)

    assert found is not None
    assert found.groups == 12 // FACTS.pace.group_size.value
    assert found.in_groups > found.together


def test_interpreting_takes_its_share() -> None:
    plain = talk(10)

    signed = talk(10, access={"provisions": ["bsl_interpreters"]})

    assert plain is not None
    assert signed is not None
    assert signed.together < plain.together


def test_nobody_knows_the_minutes_without_knowing_how_many_come() -> None:
    assert talk(0) is None
