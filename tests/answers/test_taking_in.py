"""Whatever fits is kept, whatever does not is named by its question; a sound plan loses nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.answers import Plan
from planner.answers.question import LONGEST_TEXT, MOST_ACTIVITIES
from planner.answers.taking_in import taken_in
from tests.pages.filled import filled
from tests.plans.strategies import plans


@given(plans())
def test_a_sound_plan_is_taken_in_as_it_is(plan: Plan) -> None:
    taken, left_out = taken_in(plan.model_dump(mode="json"))

    assert taken == plan
    assert left_out == ()


@pytest.mark.parametrize(
    ("saved", "said", "kept"),
    [
        ({"audience": {"people": 501}}, "People taking part: the answer does not fit", {}),
        ({"timing": {"day": 36000}}, "Day: the answer does not fit", {}),
        ({"timing": {"starts": True}}, "Start time: the answer does not fit", {}),
        ({"purpose": {"decides": "the mayor"}}, "Who decides: the answer does not fit", {}),
        (
            {"access": {"provisions": ["hearing_loop", "moat", 5]}},
            "What is put in place: moat",
            {"access": {"provisions": ["hearing_loop"]}},
        ),
        (
            {"audience": {"needs": {"giants": 2, "bsl_users": 3}}},
            "What people need: giants",
            {"audience": {"needs": {"bsl_users": 3}}},
        ),
        (
            {"methods": {"activities": [{"title": "Tea", "minutes": 900}, "x"]}},
            "Activities: number 1, minutes",
            {"methods": {"activities": [{"title": "Tea"}]}},
        ),
        ({"purpose": {"mood": "good"}}, "purpose.mood: this planner has no such question", {}),
        ({"mood": "good"}, "mood: this planner has no such question", {}),
        ({"purpose": []}, "purpose: the answer does not fit", {}),
        ({"length": "endless"}, "Quick or full plan: the answer does not fit", {}),
        (
            {"booked": ["provisions.hearing_loop", "a moat"]},
            "What is booked: a moat",
            {"booked": ["provisions.hearing_loop"]},
        ),
        (
            {"seen": {"breaks.sitting_too_long": "We asked.", "x": "y"}},
            "Advice you go ahead with: x",
            {"seen": {"breaks.sitting_too_long": "We asked."}},
        ),
    ],
)
def test_what_does_not_fit_is_named_and_the_rest_is_kept(
    saved: dict[str, Any], said: str, kept: dict[str, Any]
) -> None:
    beside = {"welcome": {"contact": "Asha in the parks team"}}

    plan, left_out = taken_in({"version": 1, **beside, **saved})

    assert said in [one.words for one in left_out]
    assert plan == Plan.model_validate({**beside, **kept})


def test_a_text_that_is_too_long_is_cut_and_said() -> None:
    plan, left_out = taken_in({"purpose": {"fixed": "x" * (LONGEST_TEXT + 1)}})

    assert len(plan.purpose.fixed) == LONGEST_TEXT
    assert [one.words for one in left_out] == ["What is fixed: only the first 20,000 letters"]


def test_of_too_many_activities_the_first_are_kept() -> None:
    plan, left_out = taken_in({"methods": {"activities": [{"title": "Tea"}] * (MOST_ACTIVITIES + 1)}})

    assert len(plan.methods.activities) == MOST_ACTIVITIES
    assert [one.words for one in left_out] == [f"Activities: all after number {MOST_ACTIVITIES}"]


@given(st.data())
def test_any_answer_may_be_spoilt_and_all_others_are_kept(data: st.DataObject) -> None:
    saved = filled().model_dump(mode="json")
    step = data.draw(st.sampled_from(["purpose", "timing", "venue", "budget", "together"]))
    field = data.draw(st.sampled_from(sorted(saved[step])))
    saved[step][field] = data.draw(
        st.none() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=3)
    )

    plan, _ = taken_in(saved)

    others = {one: value for one, value in plan.model_dump(mode="json")[step].items() if one != field}
    assert others == {one: value for one, value in saved[step].items() if one != field}
