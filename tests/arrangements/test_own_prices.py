"""A price that was really quoted takes the place of ours, for that line only, until it is taken back."""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from planner.answers import Plan
from planner.answers.own_prices import HIGHEST_PRICE, MOST_OWN_PRICES
from tests.arrangements.workshops import arranged, planned, rich_plans

BSL = "provisions.bsl_interpreters.fee"
PLAN = planned(
    timing={"starts": "10:30", "ends": "12:30"},
    audience={"people": 10},
    venue={"place": "in_person"},
    access={"provisions": ["bsl_interpreters"]},
    budget={"pay": "money", "fee": 50},
)


def test_a_quoted_price_is_the_price_low_expected_and_high() -> None:
    quoted = PLAN.with_own_price(BSL, Decimal("185.5"))

    before, after = arranged(PLAN).budget, arranged(quoted).budget

    (line,) = [line for line in after.lines if line.id == BSL]
    assert line.cost.low == line.cost.expected == line.cost.high == 2 * Decimal("185.50")
    assert line.is_own_price
    assert not line.is_our_guess
    assert [one for one in before.lines if one.id != BSL] == [one for one in after.lines if one.id != BSL]
    assert after.subtotal.expected - before.subtotal.expected == 2 * (Decimal("185.50") - 190)


def test_it_can_be_taken_back() -> None:
    quoted = PLAN.with_own_price(BSL, Decimal(185))

    back = quoted.without_own_price(BSL)

    assert back == PLAN
    assert arranged(back).budget == arranged(PLAN).budget


def test_the_fee_for_people_is_a_question_and_is_not_changed_here() -> None:
    quoted = PLAN.with_own_price("pay.fee", Decimal(5))

    assert arranged(quoted).budget == arranged(PLAN).budget


def test_a_price_for_a_line_that_is_not_there_changes_nothing_and_is_kept() -> None:
    quoted = PLAN.with_own_price("provisions.live_captions.fee", Decimal(400))

    assert arranged(quoted).budget == arranged(PLAN).budget
    assert quoted.own_prices == {"provisions.live_captions.fee": Decimal(400)}


def test_a_plan_without_own_prices_is_saved_as_before_and_one_with_them_opens_again() -> None:
    quoted = PLAN.with_own_price(BSL, Decimal("185.5"))

    assert "own_prices" not in PLAN.to_json()
    assert '"185.50"' in quoted.to_json()
    assert Plan.model_validate_json(quoted.to_json()) == quoted


@pytest.mark.parametrize("price", ["-0.01", "0.005", str(HIGHEST_PRICE + 1), "NaN", "Infinity"])
def test_a_price_that_nobody_can_pay_is_refused(price: str) -> None:
    with pytest.raises(ValidationError):
        PLAN.with_own_price(BSL, Decimal(price))


@pytest.mark.parametrize("line", ["", "BSL", "provisions", "a.b.c.d", "provisions.bsl interpreters.fee"])
def test_what_is_not_the_name_of_a_line_is_refused(line: str) -> None:
    with pytest.raises(ValidationError):
        PLAN.with_own_price(line, Decimal(1))


def test_there_are_only_so_many() -> None:
    many = {f"provisions.p{number}.fee": 1 for number in range(MOST_OWN_PRICES + 1)}

    with pytest.raises(ValidationError):
        Plan.model_validate({"own_prices": many})


@settings(max_examples=40)
@given(rich_plans(), st.decimals(0, 5000, places=2), st.randoms(use_true_random=False))
def test_any_line_takes_a_price_and_totals_stay_the_sum(plan: Plan, price: Decimal, luck: Random) -> None:
    line = luck.choice([one for one in arranged(plan).budget.lines if one.takes_own_price])

    found = arranged(plan.with_own_price(line.id, price)).budget

    (own,) = [one for one in found.lines if one.id == line.id]
    assert own.price.low == own.price.expected == own.price.high == price
    assert found.subtotal.expected == sum(one.count.expected * one.price.expected for one in found.lines)
