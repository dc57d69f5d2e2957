"""Roles for things to do, kept with the plan."""

import pytest
from pydantic import ValidationError

from planner.answers import Plan
from planner.answers.who import LONGEST_ROLE

TASK = "provisions.bsl_interpreters.book"


def test_a_plan_without_roles_is_saved_without_the_word() -> None:
    assert '"who"' not in Plan().to_json()


def test_a_role_is_kept_and_comes_back_from_the_file() -> None:
    plan = Plan().with_who(TASK, "  Parks   officer ")

    again = Plan.model_validate_json(plan.to_json())

    assert again == plan
    assert again.who == {TASK: "Parks officer"}


def test_an_empty_role_takes_it_back() -> None:
    plan = Plan().with_who(TASK, "Parks officer").with_who(TASK, " ")

    assert plan == Plan()


def test_a_story_is_not_a_role() -> None:
    with pytest.raises(ValidationError):
        Plan().with_who(TASK, "x" * (LONGEST_ROLE + 1))
