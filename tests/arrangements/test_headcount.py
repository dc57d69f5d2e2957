"""Everybody who will be there is counted once, and needs a seat."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.answers import NOT_SURE, Plan
from planner.arrangements.headcount import HeadCount, head_count
from tests.arrangements.workshops import FACTS, any_plans, arranged, piano, planned, rich_plans


def heads_of(plan: Plan) -> HeadCount:
    return arranged(plan).heads


def test_everybody_is_people_companions_and_crew() -> None:
    plan = planned(
        audience={"people": 10},
        access={"provisions": ["bsl_interpreters"], "bring_someone": "paid", "companions": 3},
        timing={"starts": "10:30", "ends": "12:30"},
    )

    heads = heads_of(plan)

    assert (heads.participants, heads.companions, heads.crew_count) == (10, 3, 2)
    assert heads.in_all == 15
    assert heads.participants_known
    assert [line.entry for line in heads.crew] == ["provisions.bsl_interpreters"]


@pytest.mark.parametrize("people", [None, "not_sure"])
def test_nobody_is_made_up_while_the_number_is_not_known(people: str | None) -> None:
    heads = heads_of(planned(audience={"people": people}, access={"bring_someone": "paid"}))

    assert (heads.participants, heads.participants_low, heads.participants_high, heads.companions) == (
        0,
        0,
        0,
        0,
    )
    assert not heads.participants_known


def test_a_workshop_for_nobody_is_known_to_be_for_nobody() -> None:
    assert heads_of(planned(audience={"people": 0})).participants_known


@pytest.mark.parametrize(
    ("bring", "said", "companions"),
    [
        ("paid", None, 3),  # one for every five, and eleven people come
        ("paid", "not_sure", 3),
        ("unpaid", 7, 7),
        ("paid", 0, 0),
        ("no", 7, 0),
        ("not_sure", 7, 0),
        (None, 7, 0),
    ],
)
def test_companions_are_counted_where_they_are_welcome(
    bring: str | None, said: int | str | None, companions: int
) -> None:
    plan = planned(audience={"people": 11}, access={"bring_someone": bring, "companions": said})

    assert heads_of(plan).companions == companions


@pytest.mark.parametrize(
    ("ends", "said", "interpreters"),
    [
        ("12:30", None, 2),
        ("11:30", None, 1),
        ("11:31", None, 2),
        (None, None, 2),
        ("11:30", 4, 4),
        ("12:30", "not_sure", 2),
    ],
)
def test_two_interpreters_unless_it_is_short_or_the_organiser_says_so(
    ends: str | None, said: int | str | None, interpreters: int
) -> None:
    plan = planned(
        access={"provisions": ["bsl_interpreters"], "interpreters": said},
        timing={"starts": "10:30", "ends": ends},
    )

    assert heads_of(plan).crew_count == interpreters


@pytest.mark.parametrize(("people", "crew"), [(0, 0), (1, 2), (8, 2), (9, 4), (20, 6)])
def test_crew_for_each_so_many_people_grows_with_them(people: int, crew: int) -> None:
    plan = planned(audience={"people": people})

    heads = head_count(plan, FACTS, piano(people={"role": "Page turner", "count": 2, "per_people": 8}))

    assert heads.crew_count == crew


def test_dogs_come_to_a_room_only() -> None:
    with_dogs = planned(audience={"needs": {"assistance_dogs": 2}}, venue={"place": "in_person"})

    assert heads_of(with_dogs).dogs == 2
    assert heads_of(with_dogs.with_answer("venue.place", "online")).dogs == 0
    assert heads_of(with_dogs.with_answer("audience.needs", {"assistance_dogs": NOT_SURE})).dogs == 0


@settings(max_examples=50)
@given(any_plans())
def test_low_is_never_above_expected_nor_expected_above_high(plan: Plan) -> None:
    heads = heads_of(plan)

    assert 0 <= heads.participants_low <= heads.participants <= heads.participants_high
    assert heads.in_all == heads.participants + heads.companions + sum(line.count for line in heads.crew)
    assert all(line.count > 0 for line in heads.crew)


@settings(max_examples=50)
@given(rich_plans(), st.integers(0, 40), st.integers(0, 40))
def test_more_people_never_make_a_smaller_head_count(plan: Plan, some: int, more: int) -> None:
    fewer = heads_of(plan.with_answer("audience.people", some))

    assert heads_of(plan.with_answer("audience.people", some + more)).in_all >= fewer.in_all + more
