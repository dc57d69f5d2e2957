"""Five plans to open and learn from: three finished stories, and two real events as far as they were published."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from planner.advice import Level
from planner.answers import NOT_SURE, QUESTIONS, Asked, Kind, Length, Plan, given, is_shown, known
from planner.catalogue.notice import is_working_day
from planner.pack import Pack, prepare

FOLDER = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 11, 23)

FINISHED = ("changing-rooms", "bus-stops-online", "young-people-and-sport")

# Every answer of the two real events, and the words in which it was published.
PUBLISHED = {
    "unboxed-gloucester": {
        "purpose.title": "UNBOXED - access rider workshop and activity carousel",
        "purpose.organiser": "Voices Gloucester",
        "purpose.question": "Explore good access practice and show community projects",
        "audience.people": "30 places in the morning workshop",
        "timing.nation": "England",
        "timing.starts": "10:00",
        "timing.ends": "16:25",
        "timing.break_length": "15:25 to 15:45, break",
        "venue.place": "in person",
        "venue.name": "Gloucester",
        "methods.activities": "10:00 to 13:00, Access Rider workshop (30 places); three activities of 40 minutes",
        "methods.enjoyable": "talk and workshop, hands-on craft, audio drama and podcast discussion",
        "together.planned_with": "co-designed with community producers with lived experience of disability",
    },
    "leeds-marketplace-2023": {
        "purpose.title": "Leeds for All - International Day of Disabled People marketplace",
        "purpose.organiser": "Forum Central and Leeds City Council",
        "purpose.question": "Connect disabled people with groups and providers; workshops and activities",
        "timing.nation": "England",
        "timing.day": "30 November 2023",
        "timing.starts": "11:00",
        "timing.ends": "15:00",
        "venue.place": "in person",
        "venue.name": "Leeds City Museum, main hall",
        "access.provisions": "quiet/sensory room",
        "access.formats": "programme in Easy Read",
        "methods.activities": "marketplace all day; welcome; two disabled guest speakers; inclusive activities",
        "follow_up.what_happens": "online feedback form; a published evaluation report",
    },
}

ALL = (*FINISHED, *PUBLISHED)
CANNOT_BE_UNSURE = {Kind.TEXT, Kind.COUNTS, Kind.FEATURES, Kind.ACTIVITIES}  # these are left empty instead


def saved(name: str) -> str:
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


@cache
def opened(name: str) -> Plan:
    return Plan.model_validate_json(saved(name))


@cache
def pack(name: str) -> Pack:
    return prepare(opened(name), today=TODAY)


def shown(plan: Plan) -> list[Asked]:
    return [one for one in QUESTIONS if is_shown(one, plan)]


def test_every_example_is_tested() -> None:
    files = {file.stem for file in FOLDER.glob("*.json")}

    assert files == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_an_example_opens_and_is_saved_as_we_save_plans(name: str) -> None:
    plan = opened(name)

    assert plan.to_json() == saved(name)
    assert plan.length is Length.FULL
    assert plan.saved is not None


@pytest.mark.parametrize("name", ALL)
def test_an_example_answers_no_question_that_it_is_not_asked(name: str) -> None:
    plan = opened(name)

    beside = [one.path for one in QUESTIONS if given(plan.answer(one.path)) and not is_shown(one, plan)]

    assert beside == []


@pytest.mark.parametrize("name", FINISHED)
def test_a_finished_example_answers_every_question(name: str) -> None:
    plan = opened(name)

    open_questions = [one.path for one in shown(plan) if not known(plan.answer(one.path))]

    assert open_questions == []


@pytest.mark.parametrize("name", FINISHED)
def test_a_finished_example_shuts_nobody_out(name: str) -> None:
    advice = pack(name).advice

    shut_out = [(one.rule, one.headline) for one in advice if one.level is Level.SHUT_OUT]

    assert shut_out == []


@pytest.mark.parametrize("name", FINISHED)
def test_all_activities_of_a_finished_example_fit_into_its_time(name: str) -> None:
    agenda = pack(name).arranged.agenda

    assert agenda.items
    assert agenda.too_much == ()


@pytest.mark.parametrize("name", FINISHED)
def test_the_money_of_a_finished_example_covers_what_we_expect(name: str) -> None:
    budget = pack(name).arranged.budget

    assert budget.left is not None
    assert Decimal(0) <= budget.left < budget.total.expected / 10


@pytest.mark.parametrize("name", FINISHED)
def test_a_finished_example_is_on_a_working_day_with_time_to_prepare(name: str) -> None:
    plan = opened(name)
    day, nation = plan.timing.day, plan.timing.nation

    assert isinstance(day, date)
    assert nation is not None
    assert is_working_day(day, nation.nation)
    assert {to_do.notice.value for to_do in pack(name).arranged.to_dos} == {"fine"}


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_example_holds_only_what_was_published(name: str) -> None:
    plan = opened(name)

    told = {one.path for one in QUESTIONS if known(plan.answer(one.path))}

    assert told == set(PUBLISHED[name])


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_was_not_published_is_not_sure(name: str) -> None:
    plan = opened(name)

    silent = [
        one for one in shown(plan) if one.path not in PUBLISHED[name] and one.kind not in CANNOT_BE_UNSURE
    ]

    assert all(plan.answer(one.path) in (NOT_SURE, (NOT_SURE,)) for one in silent)
