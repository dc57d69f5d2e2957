"""A plan never changes, refuses what does not fit, and is the same after it was saved."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from planner.answers import NOT_SURE, QUESTIONS, Kind, Plan
from planner.catalogue import catalogue
from tests.plans.strategies import plans

WORRIES = "together.worries"


def test_a_plan_does_not_change() -> None:
    plan = Plan()

    with pytest.raises(ValidationError, match="frozen"):
        plan.revision = 2  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        plan.timing.day = date(2027, 3, 18)  # type: ignore[misc]


@pytest.mark.parametrize(
    "answers",
    [
        {"colour": "blue"},
        {"venue": {"colour": "blue"}},
        {"methods": {"activities": [{"method": "world_cafe", "colour": "blue"}]}},
        {"version": 2},
        {"access": {"provisions": ["free_lollipops"]}},
        {"venue": {"features": {"moat": "yes"}}},
        {"audience": {"needs": {"blind_low_vision": 0}}},
        {"audience": {"people": -1}},
        {"audience": {"people": 501}},
        {"audience": {"people": True}},
        {"audience": {"people": "12"}},
    ],
)
def test_what_no_question_asked_for_is_refused(answers: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate(answers)


@settings(max_examples=100)
@given(plans())
def test_a_saved_plan_opens_as_the_same_plan(plan: Plan) -> None:
    opened = Plan.model_validate_json(plan.to_json())

    assert opened == plan
    assert opened.to_json() == plan.to_json()


@settings(max_examples=50)
@given(plans())
def test_the_same_answers_in_another_order_are_the_same_text(plan: Plan) -> None:
    answers = json.loads(plan.to_json())
    for one in QUESTIONS:
        if one.kind is Kind.TICKS:
            answers[one.step][one.field].reverse()

    backwards = Plan.model_validate_json(json.dumps(_backwards(answers)))

    assert backwards.to_json() == plan.to_json()


def test_the_text_ends_with_a_line_end_and_keeps_letters_as_they_are() -> None:
    text = Plan().with_answer("purpose.title", "Llŷn: ein caffi ☕").to_json()

    assert text.endswith("}\n")
    assert "Llŷn: ein caffi ☕" in text


@settings(max_examples=50)
@given(plans())
def test_ticks_stand_in_the_order_of_the_catalogue(plan: Plan) -> None:
    for one in QUESTIONS:
        if one.kind in {Kind.TICKS, Kind.COUNTS, Kind.FEATURES}:
            ticked = list(plan.answer(one.path))
            assert ticked in ([NOT_SURE], [key for key in getattr(catalogue(), one.table) if key in ticked])


def test_a_key_ticked_twice_counts_once() -> None:
    plan = Plan().with_answer("access.formats", ["large_print", "easy_read", "large_print"])

    assert sorted(plan.access.formats) == ["easy_read", "large_print"]


@pytest.mark.parametrize(
    ("ticked", "kept"),
    [
        ([NOT_SURE], (NOT_SURE,)),
        ([NOT_SURE, "large_print"], ("large_print",)),
        (["large_print", NOT_SURE], ("large_print",)),
        ([], ()),
    ],
)
def test_not_sure_survives_only_alone(ticked: list[str], kept: tuple[str, ...]) -> None:
    plan = Plan().with_answer("access.formats", ticked)

    assert plan.access.formats == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a null \x00, a bell \x07, an escape \x1b", "a null , a bell , an escape "),
        ("a form\x0cfeed and \ufffe\uffff", "a formfeed and "),
        ("half an emoji \ud83d", "half an emoji "),
        ("Mill Lane\r\nNorthfield\rNF1", "Mill Lane\nNorthfield\nNF1"),
        ("a\ttab and\na line", "a\ttab and\na line"),
        ("🧑🏽‍🦽 👩‍👩‍👧 ☕", "🧑🏽‍🦽 👩‍👩‍👧 ☕"),
        ("مرحبا بكم", "مرحبا بكم"),
        ("שלום \u202eabc\u202c", "שלום \u202eabc\u202c"),
        ("  spaces stay  ", "  spaces stay  "),
    ],
)
def test_only_what_a_file_cannot_hold_is_taken_out_of_words(typed: str, kept: str) -> None:
    plan = Plan().with_answer(WORRIES, typed)

    assert plan.together.worries == kept


def test_twenty_thousand_letters_are_enough() -> None:
    plan = Plan().with_answer(WORRIES, "☕" * 20_000)

    assert len(plan.together.worries) == 20_000
    with pytest.raises(ValidationError, match="20000"):
        plan.with_answer(WORRIES, "☕" * 20_001)


def test_letters_that_are_taken_out_are_not_counted() -> None:
    plan = Plan().with_answer(WORRIES, "\x00" * 50 + "x" * 20_000)

    assert len(plan.together.worries) == 20_000


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("timing.day", "soon"),
        ("timing.day", date(1, 1, 5)),
        ("timing.day", date(9999, 12, 30)),
        ("timing.starts", "25:00"),
        ("venue.place", "on the moon"),
        ("access.provisions", "quiet_room"),
        ("audience.people", 12.5),
        ("audience.needs", {"blind_low_vision": 501}),
        ("methods.activities", [{"minutes": 4}]),
        ("methods.activities", [{}] * 31),
        (WORRIES, 12),
    ],
)
def test_an_answer_that_does_not_fit_leaves_the_plan_as_it_was(path: str, answer: Any) -> None:
    plan = Plan().with_answer("timing.day", date(2027, 3, 18)).with_answer("audience.people", 12)
    before = plan.to_json()

    with pytest.raises(ValidationError):
        plan.with_answer(path, answer)

    assert plan.to_json() == before


def test_an_answer_makes_a_new_plan_and_changes_nothing_else() -> None:
    plan = Plan().with_answer("audience.people", 12)

    changed = plan.with_answer("venue.place", "online")

    differs = [one.path for one in QUESTIONS if changed.answer(one.path) != plan.answer(one.path)]
    assert differs == ["venue.place"]
    assert plan.venue.place is None


def test_a_time_is_kept_to_the_minute_and_belongs_to_no_zone() -> None:
    plan = Plan.model_validate_json('{"timing": {"starts": "10:30:40+05:00", "ends": "12:30"}}')

    assert plan.timing.starts == time(10, 30)
    assert plan.timing.ends == time(12, 30)


def test_the_moment_of_saving_is_kept_with_its_zone() -> None:
    plan = Plan(saved=datetime(2026, 11, 23, 9, 30, tzinfo=UTC), revision=3)

    opened = Plan.model_validate_json(plan.to_json())

    assert opened.saved == plan.saved
    assert opened.revision == 3


def test_one_empty_plan_never_leaks_into_another() -> None:
    Plan().audience.needs["blind_low_vision"] = 3

    assert Plan().audience.needs == {}


def test_other_programs_can_read_what_a_plan_is() -> None:
    schema = Plan.model_json_schema()

    formats = schema["$defs"]["Access"]["properties"]["formats"]
    assert set(schema["properties"]) == set(Plan.model_fields)
    assert "large_print" in json.dumps(formats)


def _backwards(value: Any) -> Any:
    """The same JSON with the keys of every object the other way round."""
    if isinstance(value, dict):
        return {key: _backwards(value[key]) for key in reversed(value)}
    return [_backwards(one) for one in value] if isinstance(value, list) else value
