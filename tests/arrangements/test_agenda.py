"""The agenda is end to end, keeps its rests, never runs over, and hides nothing that does not fit."""

from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from planner.answers import Plan
from planner.arrangements.agenda import Agenda, Item, Part, agenda
from planner.arrangements.days import minutes_between
from planner.arrangements.follows import follows
from tests.arrangements.workshops import FACTS, TODAY, any_plans, planned, rich_plans


def agenda_of(plan: Plan) -> Agenda:
    return agenda(plan, FACTS, follows(plan, FACTS))


def outline(found: Agenda) -> list[tuple[str, str]]:
    return [(f"{item.starts:%H:%M}", item.part.value) for item in found.items]


def day(starts: str, ends: str, *activities: dict[str, Any], **timing: str) -> Plan:
    """A workshop with a break of 20 minutes at least every hour."""
    clock = {"break_every": "60", "break_length": "20", **timing}
    return planned(timing={"starts": starts, "ends": ends, **clock}, methods={"activities": list(activities)})


def test_two_activities_make_a_morning() -> None:
    plan = day(
        "10:30", "12:30", {"title": "Walk the plan", "minutes": 30}, {"title": "Choose three", "minutes": 30}
    )

    found = agenda_of(plan)

    assert outline(found) == [
        ("10:15", "arrival"),
        ("10:30", "welcome"),
        ("10:45", "activity"),
        ("11:15", "break"),
        ("11:35", "activity"),
        ("12:05", "in_hand"),
        ("12:15", "close"),
    ]
    assert found.items[-1].ends == time(12, 30)
    assert found.longest_stretch == 55
    assert found.working_minutes == 100


def test_a_long_activity_is_cut_into_parts_with_a_rest_between() -> None:
    plan = day("10:00", "13:00", {"title": "Draw the pool", "minutes": 90})

    titles = [item.title for item in agenda_of(plan).items if item.part in {Part.ACTIVITY, Part.BREAK}]

    assert titles == ["Draw the pool, part 1", "Break", "Draw the pool, part 2", "Break"]


def test_minutes_that_the_organiser_left_open_get_shorter_before_anything_is_dropped() -> None:
    plan = day("10:00", "11:00", {"title": "Walk the plan", "minutes": 10}, {"method": "dot_voting"})

    found = agenda_of(plan)

    (open_one,) = [item for item in found.items if item.method]
    least, usual = FACTS.methods["dot_voting"].minutes
    assert least <= open_one.minutes <= usual
    assert found.too_much == ()


def test_what_does_not_fit_is_dropped_from_the_end_and_said() -> None:
    plan = day(
        "10:00", "11:00", {"title": "Walk the plan", "minutes": 25}, {"title": "Choose three", "minutes": 40}
    )

    found = agenda_of(plan)

    assert [item.title for item in found.too_much] == ["Choose three"]
    assert found.over == 40
    assert "Choose three" not in [item.title for item in found.items]


def test_it_says_how_much_longer_the_day_would_have_to_be_and_that_is_enough() -> None:
    plan = day(
        "10:00", "11:00", {"title": "Walk the plan", "minutes": 25}, {"title": "Choose three", "minutes": 40}
    )

    assert agenda_of(plan).longer == 55
    assert agenda_of(plan.with_answer("timing.ends", "11:50")).too_much
    assert agenda_of(plan.with_answer("timing.ends", "11:55")).too_much == ()


def test_lunch_takes_the_place_of_the_break_in_the_middle() -> None:
    plan = day(
        "10:00", "14:00", {"title": "One", "minutes": 40}, {"title": "Two", "minutes": 45}
    ).with_answer("welcome.refreshments", ["sandwich_lunch"])

    found = agenda_of(plan)

    parts = [item.part for item in found.items]
    (lunch,) = [item for item in found.items if item.part is Part.LUNCH]
    assert lunch.minutes >= FACTS.pace.lunch.value
    assert time(11, 30) <= lunch.starts <= time(12, 30)
    assert parts.count(Part.BREAK) == 1


def test_nobody_has_lunch_in_an_online_workshop() -> None:
    plan = (
        day("10:00", "14:00")
        .with_answer("welcome.refreshments", ["sandwich_lunch"])
        .with_answer("venue.place", "online")
    )

    assert Part.LUNCH not in [item.part for item in agenda_of(plan).items]


@pytest.mark.parametrize(
    ("ends", "parts", "no_time_for"),
    [
        ("10:01", {"welcome"}, ["icebreaker", "lunch"]),
        ("10:20", {"welcome", "close"}, ["icebreaker", "lunch"]),
        ("10:30", {"welcome", "close"}, ["icebreaker", "lunch"]),
        ("10:35", {"welcome", "icebreaker", "close"}, ["lunch"]),
        ("11:20", {"welcome", "icebreaker", "lunch", "close"}, []),
    ],
)
def test_a_very_short_workshop_goes_without_lunch_and_then_without_an_icebreaker(
    ends: str, parts: set[str], no_time_for: list[str]
) -> None:
    plan = (
        day("10:00", ends)
        .with_answer("welcome.refreshments", ["hot_lunch"])
        .with_answer("methods.icebreaker", "sound_check")
        .with_answer("welcome.doors", "0")
    )

    found = agenda_of(plan)

    assert {item.part.value for item in found.items} == parts
    assert [item.part for item in found.no_time_for] == no_time_for
    assert f"{found.items[-1].ends:%H:%M}" == ends


def test_a_long_activity_begins_before_the_first_break_where_there_is_time() -> None:
    plan = day("10:00", "13:00", {"title": "Draw the pool", "minutes": 100})

    parts = [(item.part, item.minutes) for item in agenda_of(plan).items[1:5]]

    assert parts == [(Part.WELCOME, 15), (Part.ACTIVITY, 45), (Part.BREAK, 20), (Part.ACTIVITY, 55)]


def test_a_long_activity_waits_for_the_break_where_there_is_hardly_time_to_begin() -> None:
    plan = day(
        "10:00", "13:00", {"title": "Walk the plan", "minutes": 35}, {"title": "Draw the pool", "minutes": 65}
    )

    parts = [(item.part, item.minutes) for item in agenda_of(plan).items[1:7]]

    assert parts == [
        (Part.WELCOME, 15),
        (Part.ACTIVITY, 35),
        (Part.BREAK, 20),
        (Part.ACTIVITY, 35),
        (Part.BREAK, 20),
        (Part.ACTIVITY, 30),
    ]


def test_there_are_no_breaks_where_the_organiser_wants_none() -> None:
    plan = day("10:00", "13:00", {"title": "Draw the pool", "minutes": 120}, break_every="none")

    found = agenda_of(plan)

    assert Part.BREAK not in [item.part for item in found.items]
    assert found.longest_stretch == 180


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (None, None),
        ("10:00", None),
        (None, "12:00"),
        ("not_sure", "12:00"),
        ("12:00", "12:00"),
        ("12:00", "10:00"),
    ],
)
def test_there_is_no_agenda_without_a_start_before_an_end(starts: str | None, ends: str | None) -> None:
    plan = planned(
        timing={"starts": starts, "ends": ends}, methods={"activities": [{"title": "Walk the plan"}]}
    )

    assert agenda_of(plan).items == ()
    assert minutes_between(plan) == 0


@pytest.mark.parametrize(
    ("starts", "doors", "opens"),
    [
        ("10:30", "30", time(10, 0)),
        ("10:30", "15", time(10, 15)),
        ("10:30", "not_sure", time(10, 15)),
        ("10:30", None, time(10, 15)),
        ("00:10", "30", time(0, 0)),
    ],
)
def test_the_doors_open_before_the_start_but_never_the_day_before(
    starts: str, doors: str | None, opens: time
) -> None:
    plan = planned(timing={"starts": starts, "ends": "13:00"}, welcome={"doors": doors})

    arrival = agenda_of(plan).items[0]

    assert arrival.part is Part.ARRIVAL
    assert arrival.starts == opens


@pytest.mark.parametrize(("starts", "doors"), [("10:30", "0"), ("00:00", "30")])
def test_nobody_arrives_before_the_start_where_the_doors_open_with_it(starts: str, doors: str) -> None:
    plan = planned(timing={"starts": starts, "ends": "13:00"}, welcome={"doors": doors})

    assert agenda_of(plan).items[0].part is Part.WELCOME


def test_what_happens_beside_the_workshop_is_not_on_the_agenda() -> None:
    plan = day("10:00", "13:00", {"method": "survey"}, {"method": "dot_voting"})

    assert [item.method for item in agenda_of(plan).items if item.method] == ["dot_voting"]


def test_odd_minutes_are_used_to_the_last_one() -> None:
    plan = day(
        "10:03", "12:56", {"title": "Walk the plan", "minutes": 37}, {"title": "Choose three", "minutes": 61}
    )

    found = agenda_of(plan)

    held = [item for item in found.items if item.part is not Part.ARRIVAL]
    assert sum(item.minutes for item in held) == 173
    assert found.longest_stretch <= 60


@settings(max_examples=60)
@given(any_plans())
def test_the_agenda_is_end_to_end_from_the_start_to_the_end(plan: Plan) -> None:
    items = agenda_of(plan).items

    held = [item for item in items if item.part is not Part.ARRIVAL]
    assert bool(items) == (minutes_between(plan) > 0)
    assert all(one.ends == after.starts for one, after in pairwise(items))
    assert all(_lasts(item) == item.minutes > 0 for item in items)
    assert [item.part for item in items if item.part is Part.ARRIVAL] in (
        [],
        [items[0].part] if items else [],
    )
    if held:
        assert held[0].starts == plan.timing.starts
        assert held[-1].ends == plan.timing.ends
        assert sum(item.minutes for item in held) == minutes_between(plan)


@settings(max_examples=60)
@given(any_plans())
def test_nobody_sits_longer_than_the_breaks_allow(plan: Plan) -> None:
    found = agenda_of(plan)

    if found.clock.stretch is not None:
        assert found.longest_stretch <= found.clock.stretch


@settings(max_examples=40)
@given(rich_plans())
def test_dogs_and_an_interpreter_alone_get_their_rest_where_the_organiser_left_the_breaks_open(
    plan: Plan,
) -> None:
    plan = (
        plan.with_answer("timing.break_every", None)
        .with_answer("timing.break_length", None)
        .with_answer("venue.place", "in_person")
        .with_answer("audience.needs", {"assistance_dogs": 1})
        .with_answer("access.provisions", ["bsl_interpreters"])
        .with_answer("access.interpreters", 1)
    )

    found = agenda_of(plan)

    breaks = [item.minutes for item in found.items if item.part is Part.BREAK]
    is_too_short = len(breaks) == 1 and not any(item.part is Part.IN_HAND for item in found.items)
    assert all(minutes >= 20 for minutes in breaks) or is_too_short
    assert found.longest_stretch <= 40


def test_a_workshop_too_short_for_a_whole_rest_gives_all_that_is_left_to_it() -> None:
    plan = (
        planned(timing={"starts": "13:15", "ends": "14:00"})
        .with_answer("venue.place", "in_person")
        .with_answer("audience.needs", {"assistance_dogs": 1})
        .with_answer("access.provisions", ["bsl_interpreters"])
        .with_answer("access.interpreters", 1)
    )

    found = agenda_of(plan)

    assert [(item.part, item.minutes) for item in found.items if item.part is not Part.ARRIVAL] == [
        (Part.WELCOME, 15),
        (Part.BREAK, 15),
        (Part.CLOSE, 15),
    ]


@settings(max_examples=60)
@given(any_plans())
def test_every_activity_of_the_day_is_on_the_agenda_or_said_not_to_fit(plan: Plan) -> None:
    found = agenda_of(plan)

    planned_ones = [
        one.method
        for one in plan.methods.activities
        if one.method is None or FACTS.methods[one.method].on_the_day
    ]
    parts = [item for item in found.items if item.part is Part.ACTIVITY]
    kept = [
        item
        for item in parts
        if not item.title.endswith(tuple(f", part {number}" for number in range(2, 60)))
    ]
    if found.items:
        assert [item.method for item in (*kept, *found.too_much)] == planned_ones
        assert found.over == sum(item.minutes for item in found.too_much)


@settings(max_examples=60)
@given(rich_plans())
def test_everything_fits_into_a_day_that_is_so_much_longer(plan: Plan) -> None:
    short = agenda_of(plan)
    assert isinstance(plan.timing.ends, time)
    until = datetime.combine(TODAY, plan.timing.ends) + timedelta(minutes=short.longer)

    same_day = until.date() == TODAY
    long = agenda_of(plan.with_answer("timing.ends", until.time())) if same_day else None

    assert bool(short.longer) == bool(short.too_much)
    assert long is None or long.too_much == ()


@settings(max_examples=60)
@given(rich_plans())
def test_minutes_that_the_organiser_set_stay_as_they_are(plan: Plan) -> None:
    found = agenda_of(plan)

    set_by_them = sum(
        one.minutes or 0
        for one in plan.methods.activities
        if one.method is None or FACTS.methods[one.method].on_the_day
    )
    on_agenda = sum(item.minutes for item in found.items if item.part is Part.ACTIVITY and item.least is None)
    assert on_agenda + sum(item.minutes for item in found.too_much if item.least is None) == set_by_them


@settings(max_examples=50)
@given(rich_plans())
def test_lunch_and_an_icebreaker_are_on_the_agenda_or_said_to_have_no_time(plan: Plan) -> None:
    found = agenda_of(plan)

    held = [item.part for item in (*found.items, *found.no_time_for)]
    wants_lunch = plan.venue.place != "online" and {"sandwich_lunch", "hot_lunch"} & set(
        plan.welcome.refreshments
    )
    wants_start = plan.methods.icebreaker not in (None, "not_sure")
    assert held.count(Part.LUNCH) == bool(wants_lunch)
    assert held.count(Part.ICEBREAKER) == wants_start


def _lasts(item: Item) -> int:
    starts, ends = (datetime.combine(TODAY, clock) for clock in (item.starts, item.ends))
    return (ends - starts) // timedelta(minutes=1)
