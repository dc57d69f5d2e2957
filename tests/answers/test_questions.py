"""Every question is plain, says why it asks, takes "not sure yet", and is asked only where it matters."""

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings

from planner.answers import NOT_SURE, QUESTIONS, STEPS, Asked, Choice, Kind, Plan, asked, is_shown
from planner.catalogue import catalogue
from tests.plans.strategies import plans

ALL = [pytest.param(one, id=one.path) for one in QUESTIONS]
CHOICES = [pytest.param(one, id=one.path) for one in QUESTIONS if one.kind is Kind.CHOICE]
FACTS = [pytest.param(one, id=one.path) for one in QUESTIONS if one.kind is not Kind.TEXT]
CONDITIONS = [(one.path, when) for one in QUESTIONS for when in (*one.question.when, *one.question.unless)]


def not_sure(one: Asked) -> Any:
    """How "not sure yet" is said to this kind of question."""
    match one.kind:
        case Kind.TICKS:
            return (NOT_SURE,)
        case Kind.COUNTS | Kind.FEATURES:
            return {keys(one)[0]: NOT_SURE}
        case _:
            return NOT_SURE


def keys(one: Asked) -> list[str]:
    """What can be ticked or counted."""
    return list(getattr(catalogue(), one.table))


def asked_about_everything(place: str) -> Plan:
    """A plan in which every condition holds that can hold at this place."""
    plan = Plan().with_answer("venue.place", place)
    for when in (when for one in QUESTIONS for when in one.question.when):
        if when.path != "venue.place":
            ticked = asked(when.path).kind is Kind.TICKS
            plan = plan.with_answer(when.path, when.answers if ticked else when.answers[0])
    return plan


@pytest.mark.parametrize("one", ALL)
def test_a_question_asks_and_says_why(one: Asked) -> None:
    question = one.question

    assert question.words.endswith("?")
    assert question.short
    assert not question.short.endswith("?")
    assert question.why.endswith(".")
    assert len(question.why.split()) <= 30


@pytest.mark.parametrize("one", FACTS)
def test_a_question_about_a_fact_says_what_to_find_out(one: Asked) -> None:
    find_out = one.question.find_out

    assert find_out
    assert not find_out.endswith((".", "?"))


@pytest.mark.parametrize("one", [held for held in FACTS if held.id != "methods.activities"])
def test_not_sure_yet_is_an_answer(one: Asked) -> None:
    plan = Plan().with_answer(one.path, not_sure(one))

    assert NOT_SURE in (plan.answer(one.path), *_parts(plan.answer(one.path)))


@pytest.mark.parametrize("one", CHOICES)
def test_not_sure_yet_is_the_last_choice(one: Asked) -> None:
    assert one.choices is not None
    choices: list[Choice] = list(one.choices)

    assert choices[-1].value == NOT_SURE
    assert choices[-1].label == "Not sure yet"
    assert len({choice.label for choice in choices}) == len(choices)


def test_the_quick_plan_is_quick() -> None:
    quick = [one.path for one in QUESTIONS if one.question.quick]

    assert 10 <= len(quick) <= 25


def test_every_step_asks_something_in_the_quick_plan_or_has_nothing_urgent() -> None:
    of_quick = {one.step for one in QUESTIONS if one.question.quick}

    assert of_quick == set(STEPS)


@pytest.mark.parametrize("place", ["in_person", "online", "hybrid"])
def test_no_page_asks_more_than_seven_questions_at_once(place: str) -> None:
    plan = asked_about_everything(place)

    shown = Counter(one.step for one in QUESTIONS if is_shown(one, plan) and not one.question.fold)
    folded = Counter(one.step for one in QUESTIONS if is_shown(one, plan) and one.question.fold)

    assert set(shown) == set(STEPS)
    assert max(shown.values()) <= 7
    assert max(folded.values(), default=0) <= 3


def test_what_is_folded_away_is_never_part_of_the_quick_plan_and_nothing_hangs_on_it() -> None:
    folded = {one.path for one in QUESTIONS if one.question.fold}

    assert folded
    assert not any(one.question.quick for one in QUESTIONS if one.question.fold)
    assert folded.isdisjoint(when.path for _, when in CONDITIONS)


def test_every_question_is_asked_of_somebody() -> None:
    plan_in_a_room, plan_online = asked_about_everything("in_person"), asked_about_everything("online")

    never = [
        one.path for one in QUESTIONS if not is_shown(one, plan_in_a_room) and not is_shown(one, plan_online)
    ]

    assert never == []


@pytest.mark.parametrize(("path", "when"), [pytest.param(*one, id=one[0]) for one in CONDITIONS])
def test_a_condition_can_hold(path: str, when: Any) -> None:
    about = asked(when.path)

    possible = keys(about) if about.table else [choice.value for choice in about.choices or ()]

    assert set(when.answers) <= set(possible)
    assert NOT_SURE not in when.answers
    assert QUESTIONS.index(about) < QUESTIONS.index(asked(path))


def test_questions_about_the_room_are_not_asked_online() -> None:
    online, in_a_room = (
        Plan().with_answer("venue.place", "online"),
        Plan().with_answer("venue.place", "in_person"),
    )

    assert not is_shown(asked("venue.stop_metres"), online)
    assert is_shown(asked("venue.stop_metres"), in_a_room)
    assert is_shown(asked("venue.platform"), online)
    assert not is_shown(asked("venue.platform"), in_a_room)


def test_an_answer_is_kept_while_its_question_is_hidden() -> None:
    in_a_room = Plan().with_answer("venue.place", "in_person").with_answer("venue.name", "Northfield Library")

    online = Plan.model_validate_json(in_a_room.with_answer("venue.place", "online").to_json())

    assert not is_shown(asked("venue.name"), online)
    assert online.venue.name == "Northfield Library"


def test_a_path_that_no_question_has_is_refused() -> None:
    with pytest.raises(KeyError):
        asked("venue.colour")


def test_every_path_and_every_short_name_is_used_once() -> None:
    paths = Counter(one.path for one in QUESTIONS)
    shorts = Counter(one.question.short for one in QUESTIONS)

    assert max(paths.values()) == 1
    assert max(shorts.values()) == 1


def test_no_question_asks_for_the_names_or_conditions_of_people() -> None:
    private = re.compile(
        r"\b(names?|surname|e-?mails?|phone|address(es)?|born|age|diagnos\w+|conditions?)\b", re.IGNORECASE
    )

    asking = [one.path for one in QUESTIONS if private.search(one.question.words)]

    assert asking == ["welcome.badges"]  # whether there are badges, not what is on them


def test_people_are_counted_and_never_listed() -> None:
    of_needs = asked("audience.needs")

    assert of_needs.kind is Kind.COUNTS
    assert "Never write names or health conditions." in of_needs.question.hint


@settings(max_examples=50)
@given(plans())
def test_a_question_without_conditions_is_always_asked(plan: Plan) -> None:
    hidden = [one for one in QUESTIONS if not is_shown(one, plan)]

    assert all(one.question.when or one.question.unless for one in hidden)


def _parts(answer: Any) -> list[Any]:
    if isinstance(answer, dict):
        return list(answer.values())
    return list(answer) if isinstance(answer, tuple) else []
