"""Next time's plan knows what was learned, and nothing of the day that is over."""

import pytest
from hypothesis import given

from planner.answers import NOT_SURE, QUESTIONS, Kind, Plan, asked
from planner.answers.next_time import KEPT, asked_again, next_time
from tests.pages.filled import filled
from tests.plans.strategies import plans

OVER = [
    "timing.day", "timing.starts", "timing.ends", "venue.name", "venue.features", "venue.visited", "audience.people",
    "access.interpreters", "access.companions", "budget.money", "follow_up.what_happens", "together.planned_with",
]  # fmt: skip


@pytest.mark.parametrize("path", KEPT)
def test_what_is_kept_is_a_question_and_stays_as_it_was(path: str) -> None:
    plan = filled()

    after = next_time(plan)

    if path == "audience.needs":
        assert set(after.audience.needs) == set(plan.audience.needs)
        assert set(after.audience.needs.values()) == {NOT_SURE}
    else:
        assert after.answer(asked(path).path) == plan.answer(path)


@pytest.mark.parametrize("path", OVER)
def test_what_was_true_of_one_day_is_asked_again(path: str) -> None:
    plan = filled()

    again = [one.path for one in asked_again(plan)]

    assert path in again
    assert next_time(plan).answer(path) == Plan().answer(path)


def test_no_day_and_no_count_of_people_is_carried_over() -> None:
    carried = [one.path for one in QUESTIONS if one.path in KEPT and one.kind in {Kind.DAY, Kind.NUMBER}]

    assert carried == ["budget.fee", "budget.contingency"]


@given(plans())
def test_it_is_a_new_plan_that_nobody_has_saved(plan: Plan) -> None:
    after = next_time(plan)

    assert (after.revision, after.saved, after.seen) == (0, None, {})
    assert after.length is plan.length
    assert after.together.lessons == plan.together.lessons
    assert next_time(after) == after
