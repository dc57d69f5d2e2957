"""A plan that is made well gets silence, and a rule says nothing where what it is about does not apply."""

import tomllib
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from planner.advice import RULES, Advice, Case, Level
from planner.answers import NOT_SURE, QUESTIONS, Plan, asked, is_shown, known
from planner.arrangements import arrange
from planner.catalogue import catalogue

FOLDER = Path(__file__).parent / "well_made"
TODAY = date(2026, 11, 23)
NAMES = sorted(file.stem for file in FOLDER.glob("*.toml"))
FACTS = catalogue()

# What belongs to a room, at its worst.
A_BAD_ROOM: dict[str, Any] = {
    "venue.features": dict.fromkeys(FACTS.venue, "no"),
    "venue.stop_metres": 5_000,
    "venue.room_area": 1,
    "venue.visited": "no",
    "venue.name": "Leith Library, Edinburgh EH6 6AE",
    "budget.travel": "no",
    "welcome.badges": "no",
    "welcome.asked_diets": "no",
}
# Modules and rules that are only about some people, and the needs of those people.
ONLY_FOR = {
    "hearing.nobody_signs": ("bsl_users",),
    "hearing.nothing_helps_people_hear": ("hard_of_hearing",),
    "hearing.nobody_reaches_deafblind_people": ("deafblind",),
    "formats.nothing_in_easy_read": ("learning_disability",),
    "companions.assistants_are_turned_away": ("personal_care",),
    "timing.clashes_with_the_school_run": ("parents",),
    "timing.accessible_taxis_are_at_school": ("wheelchair_users",),
    "venue.no_hoist_and_bench": ("personal_care",),
    "safety.afraid_to_be_seen": ("low_income", "mental_health"),
}


@cache
def plan_of(name: str) -> Plan:
    return Plan.model_validate(tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")))


def everything_said(plan: Plan) -> list[Advice]:
    """What every rule says about a plan, also about questions that are not asked."""
    case = Case(plan, arrange(plan, FACTS, TODAY), FACTS, TODAY)
    return [advice for one in RULES.values() for advice in one(case)]


def shown_of(plan: Plan) -> list[Advice]:
    return [one for one in everything_said(plan) if is_shown(asked(one.about), plan)]


def with_answers(plan: Plan, answers: dict[str, Any]) -> Plan:
    for path, answer in answers.items():
        plan = plan.with_answer(path, answer)
    return plan


def test_there_is_one_of_each_kind_and_one_beyond_england() -> None:
    places = {plan_of(name).venue.place for name in NAMES}
    nations = {plan_of(name).timing.nation for name in NAMES}

    assert places == {"in_person", "online", "hybrid"}
    assert nations == {"england", "scotland", "wales", "northern_ireland"}


@pytest.mark.parametrize("name", NAMES)
def test_it_answers_every_question(name: str) -> None:
    plan = plan_of(name)

    still_open = [
        one.path
        for one in QUESTIONS
        if is_shown(one, plan) and not known(plan.answer(one.path)) and one.path != "access.interpreters"
    ]

    assert still_open == []


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_made_well_shuts_nobody_out_and_has_little_to_look_at_again(name: str) -> None:
    found = shown_of(plan_of(name))

    shut_out = [one.headline for one in found if one.level is Level.SHUT_OUT]
    look_again = [one.headline for one in found if one.level is Level.LOOK_AGAIN]
    assert shut_out == []
    assert len(look_again) <= 3


def test_a_room_however_bad_is_nothing_to_people_who_meet_online() -> None:
    online = plan_of("online")

    found = {(one.rule, one.do) for one in shown_of(with_answers(online, A_BAD_ROOM))}

    assert found == {(one.rule, one.do) for one in shown_of(online)}


def test_the_same_room_shuts_people_out_who_meet_in_it() -> None:
    in_person = plan_of("in_person")

    found = shown_of(with_answers(in_person, A_BAD_ROOM))

    assert {"venue.cannot_get_in", "venue.no_toilet_for_everybody"} <= {one.rule for one in found}


@pytest.mark.parametrize("nation", ["scotland", "wales", "northern_ireland"])
def test_the_hours_of_the_english_bus_pass_are_nothing_beyond_england(nation: str) -> None:
    early = with_answers(plan_of("in_person"), {"timing.starts": time(10), "timing.nation": nation})

    said = " ".join(f"{one.headline} {one.do}" for one in shown_of(early))

    assert "bus pass" not in said
    assert "English" not in said


def test_in_england_the_same_hour_is_too_early_for_the_bus_pass() -> None:
    early = plan_of("in_person").with_answer("timing.starts", time(10))

    found = {one.rule for one in shown_of(early)}

    assert "timing.before_the_free_bus" in found


def test_a_holiday_of_one_nation_is_a_working_day_in_another() -> None:
    st_andrew, st_patrick = date(2027, 11, 30), date(2027, 3, 17)

    in_england = [
        one.rule
        for day in (st_andrew, st_patrick)
        for one in shown_of(plan_of("in_person").with_answer("timing.day", day))
    ]
    in_scotland = {one.rule for one in shown_of(plan_of("scotland").with_answer("timing.day", st_andrew))}

    assert "timing.on_a_bank_holiday" not in in_england
    assert "timing.on_a_bank_holiday" in in_scotland


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", ONLY_FOR)
def test_a_rule_about_some_people_is_silent_where_none_of_them_is_expected(name: str, rule: str) -> None:
    plan = plan_of(name)
    others = {need: count for need, count in plan.audience.needs.items() if need not in ONLY_FOR[rule]}
    bare = with_answers(plan, {"audience.needs": others, "access.provisions": [], "access.formats": []})

    found = {one.rule for one in everything_said(bare)}

    assert rule not in found


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_spoken_of_who_is_not_expected(name: str) -> None:
    nobody_known = plan_of(name).with_answer("audience.needs", {})

    found = [one.do for one in shown_of(nobody_known) if "You expect" in one.do]

    assert found == []


@pytest.mark.parametrize("day", [None, NOT_SURE])
def test_without_a_day_nothing_is_said_about_dates(day: str | None) -> None:
    plan = plan_of("in_person").with_answer("timing.day", day)

    found = {one.rule for one in shown_of(plan) if one.rule.startswith("dates.")}

    assert found == set()


def test_a_year_without_dates_says_so_and_never_that_nothing_clashes() -> None:
    beyond = plan_of("in_person").with_answer("timing.day", date(2033, 5, 19))

    found = [one for one in shown_of(beyond) if one.rule == "dates.no_dates_for_that_year"]

    assert [one.headline for one in found] == ["We do not know the faith days of 2033."]
