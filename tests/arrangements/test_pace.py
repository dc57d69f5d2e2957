"""The clock suits the people who are coming, unless the organiser has set it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.answers import Plan
from planner.arrangements.pace import Clock, clock
from tests.arrangements.workshops import FACTS, arranged, piano, planned, rich_plans

PACE = FACTS.pace


def clock_of(plan: Plan) -> Clock:
    return arranged(plan).agenda.clock


def test_nobody_in_mind_means_the_usual_pace() -> None:
    usual = clock_of(Plan())

    assert (usual.stretch, usual.break_length, usual.talk_percent_more) == (
        PACE.stretch.value,
        PACE.break_in_person.value,
        0,
    )


def test_online_has_a_pace_of_its_own() -> None:
    online = clock_of(planned(venue={"place": "online"}))

    assert (online.stretch, online.break_length) == (PACE.stretch_online.value, PACE.break_online.value)


def test_the_pace_is_that_of_whoever_needs_most() -> None:
    change = {"stretch_at_most": 40, "break_at_least": 25, "talk_takes_percent_more": 30}

    slower = clock(Plan(), FACTS, piano(pace=change))

    assert (slower.stretch, slower.break_length, slower.talk_percent_more) == (40, 25, 30)


def test_a_pace_that_asks_for_less_changes_nothing() -> None:
    change = {"stretch_at_most": 500, "break_at_least": 1}

    usual = clock(Plan(), FACTS, piano(pace=change))

    assert (usual.stretch, usual.break_length) == (PACE.stretch.value, PACE.break_in_person.value)


@pytest.mark.parametrize(("how_many", "rest"), [(1, PACE.break_in_person.value), (2, 20)])
def test_two_wheelchair_users_make_breaks_longer(how_many: int, rest: int) -> None:
    plan = planned(audience={"needs": {"wheelchair_users": how_many}}, venue={"place": "in_person"})

    assert clock_of(plan).break_length == rest


@pytest.mark.parametrize(
    ("ends", "booked", "stretch"), [("12:30", 1, 40), ("12:30", 2, 50), ("12:30", None, 50)]
)
def test_an_interpreter_alone_needs_a_rest_sooner_than_two_who_take_turns(
    ends: str, booked: int | None, stretch: int
) -> None:
    plan = planned(
        timing={"starts": "10:30", "ends": ends},
        venue={"place": "in_person"},
        access={"provisions": ["bsl_interpreters"], "interpreters": booked},
    )

    found = clock_of(plan)

    assert found.stretch == stretch
    assert found.talk_percent_more == 25


def test_a_short_meeting_has_one_interpreter_who_then_works_alone() -> None:
    plan = planned(
        timing={"starts": "10:30", "ends": "11:30"},
        venue={"place": "in_person"},
        access={"provisions": ["bsl_interpreters"]},
    )

    assert arranged(plan).heads.crew[0].count == 1
    assert clock_of(plan).stretch == 40


def test_a_dog_needs_a_longer_break_and_communication_aids_more_minutes() -> None:
    usual = clock_of(planned(venue={"place": "in_person"}))

    dog = clock_of(planned(venue={"place": "in_person"}, audience={"needs": {"assistance_dogs": 1}}))
    aids = clock_of(planned(venue={"place": "in_person"}, audience={"needs": {"speech_or_aac": 1}}))

    assert (usual.break_length, dog.break_length) == (15, 20)
    assert (usual.talk_percent_more, aids.talk_percent_more) == (0, 50)


def test_the_answer_of_the_organiser_comes_first_and_our_advice_is_kept() -> None:
    plan = planned(
        timing={"break_every": "90", "break_length": "5"}, audience={"needs": {"wheelchair_users": 3}}
    )

    chosen = clock_of(plan)

    assert (chosen.stretch, chosen.break_length) == (90, 5)
    assert (chosen.advised_stretch, chosen.advised_break) == (PACE.stretch.value, 20)


def test_not_sure_means_what_we_advise() -> None:
    plan = planned(timing={"break_every": "not_sure", "break_length": "not_sure"})

    assert clock_of(plan) == clock_of(Plan())


def test_no_set_breaks_means_no_longest_stretch() -> None:
    plan = planned(timing={"break_every": "none"})

    assert clock_of(plan).stretch is None


@settings(max_examples=50)
@given(rich_plans(), st.sampled_from(sorted(FACTS.needs)), st.integers(1, 20))
def test_one_more_need_never_makes_the_pace_harder(plan: Plan, need: str, how_many: int) -> None:
    without = {key: count for key, count in plan.audience.needs.items() if key != need}

    before = clock_of(plan.with_answer("audience.needs", without))
    after = clock_of(plan.with_answer("audience.needs", {**without, need: how_many}))

    assert after.advised_stretch <= before.advised_stretch
    assert after.advised_break >= before.advised_break
    assert after.talk_percent_more >= before.talk_percent_more
