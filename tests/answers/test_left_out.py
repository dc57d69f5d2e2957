"""Documents that an organiser does not want are remembered with the plan, and older plans and newer keys still open."""

import json

import pytest
from pydantic import ValidationError

from planner.answers import Plan


def test_a_plan_that_leaves_nothing_out_is_saved_without_the_word() -> None:
    saved = json.loads(Plan().to_json())

    assert "left_out" not in saved
    assert "id" not in saved


def test_what_is_left_out_is_saved_once_each_in_order_and_opens_again() -> None:
    plan = Plan().without_documents(["run-sheet", "agenda", "run-sheet"])

    opened = Plan.model_validate_json(plan.to_json())

    assert opened == plan
    assert opened.left_out == ("agenda", "run-sheet")


def test_a_document_that_this_planner_does_not_know_may_be_left_out() -> None:
    plan = Plan.model_validate({"left_out": ["song-sheet"]})

    assert plan.left_out == ("song-sheet",)


@pytest.mark.parametrize(
    "keys", [["Run sheet"], [""], ["../plan"], ["a" * 101], ["plan\n"], [f"a{n}" for n in range(201)]]
)
def test_what_cannot_be_a_key_is_refused(keys: list[str]) -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate({"left_out": keys})


@pytest.mark.parametrize("plan_id", ["Anna", "0" * 31, "0" * 33, "0" * 32 + "\n"])
def test_an_id_holds_nothing_but_letters_and_digits_without_meaning(plan_id: str) -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate({"id": plan_id})
