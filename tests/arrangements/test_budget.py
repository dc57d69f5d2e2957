"""Totals are the sum of their lines, low is low and high is high, and nothing is bought that nobody needs."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.answers import Plan
from planner.arrangements.budget import Budget, BudgetLine, Range, budget, venue_hours
from planner.arrangements.follows import Follows
from planner.arrangements.headcount import head_count
from planner.catalogue.entries import Group
from tests.arrangements.workshops import FACTS, TURNOUT, any_plans, arranged, piano, planned, rich_plans

A_MORNING = {"starts": "10:30", "ends": "12:30"}


def budget_of(plan: Plan) -> Budget:
    return arranged(plan).budget


def piano_line(plan: Plan, **cost: Any) -> BudgetLine | None:
    """The line for a piano that costs £10 to £25, where seven to thirteen of ten people may come."""
    price = {"item": "The piano", "group": "access", "low": Decimal(10), "high": Decimal(25)}
    gathered = piano(costs={"hire": {**price, **cost}}, people={"role": "Page turner", "count": 2})
    found = budget(plan, TURNOUT, gathered, head_count(plan, TURNOUT, gathered))
    return next((line for line in found.lines if line.id == "provisions.piano.hire"), None)


def pounds(low: float, expected: float, high: float) -> Range:
    return Range(*(Decimal(str(amount)) for amount in (low, expected, high)))


@pytest.mark.parametrize(
    ("per", "low", "expected", "high"),
    [
        ("workshop", 1, 1, 1),
        ("participant", 7, 10, 13),
        ("companion", 3, 3, 3),
        ("traveller", 10, 13, 16),
        ("mouth", 12, 15, 18),
        ("crew", 2, 2, 2),
        ("with_need", 1, 1, 1),
        ("workshop_hour", 2, 2, 2),
    ],
)
def test_a_price_is_counted_by_what_it_is_for(per: str, low: int, expected: int, high: int) -> None:
    plan = planned(
        audience={"people": 10},
        access={"bring_someone": "paid", "companions": 3},
        timing=A_MORNING,
        venue={"place": "in_person"},
    )

    line = piano_line(plan, per=per)

    assert line is not None
    assert line.count == pounds(low, expected, high)
    assert line.cost == pounds(low * 10, expected * 17.5, high * 25)


def test_the_room_is_hired_for_setting_up_and_clearing_away_too() -> None:
    plan = planned(timing=A_MORNING, venue={"place": "in_person"})

    line = piano_line(plan, per="venue_hour")

    minutes = 120 + FACTS.pace.set_up.value + FACTS.pace.clear_up.value
    assert venue_hours(plan, FACTS) == -(-minutes // 60)
    assert line is not None
    assert line.count.expected == venue_hours(plan, FACTS)


def test_a_half_penny_is_rounded_up() -> None:
    price = Range(Decimal("0.01"), Decimal("0.05"), Decimal("0.15"))

    assert price.percent(10) == pounds(0, 0.01, 0.02)


def test_a_fee_the_organiser_set_is_the_same_for_everybody() -> None:
    plan = planned(audience={"people": 10}, budget={"pay": "money", "fee": 30})

    (fee,) = [line for line in budget_of(plan).lines if line.id == "pay.fee"]

    assert fee.price == pounds(30, 30, 30)
    assert fee.cost.expected == 300


@pytest.mark.parametrize("pay", [None, "no", "not_sure"])
def test_a_fee_is_only_counted_where_people_are_paid(pay: str | None) -> None:
    plan = planned(audience={"people": 10}, budget={"pay": pay, "fee": 30})

    assert "pay.fee" not in [line.id for line in budget_of(plan).lines]


def test_the_reserve_is_a_share_of_all_lines() -> None:
    plan = planned(audience={"people": 10}, budget={"pay": "money", "fee": 30, "contingency": 20})

    found = budget_of(plan)

    assert found.contingency == found.subtotal.percent(20)
    assert found.total.expected == found.subtotal.expected + found.contingency.expected


@pytest.mark.parametrize("said", [None, "not_sure"])
def test_the_usual_reserve_is_kept_where_the_organiser_left_it_open(said: str | None) -> None:
    plan = planned(budget={"contingency": said})

    assert budget_of(plan).contingency_percent == FACTS.pace.contingency.value


def test_what_is_left_is_the_money_less_what_we_expect() -> None:
    plan = planned(budget={"money": 100})

    found = budget_of(plan)

    assert found.left == 100 - found.total.expected
    assert budget_of(Plan()).left is None
    assert budget_of(planned(budget={"money": "not_sure"})).left is None


def test_an_interpreter_who_works_online_pays_no_fare() -> None:
    in_a_room = planned(access={"provisions": ["bsl_interpreters"]}, venue={"place": "in_person"})

    online = in_a_room.with_answer("venue.place", "online")

    assert budget_of(in_a_room).group(Group.TRAVEL).high > 0
    assert budget_of(online).group(Group.TRAVEL).high == 0


@pytest.mark.parametrize(
    ("ends", "item", "price"),
    [
        (None, "half day", (150, 230)),
        ("14:00", "half day", (150, 230)),
        ("14:01", "whole day", (280, 420)),
        ("16:00", "whole day", (280, 420)),
    ],
)
def test_people_who_sell_half_days_are_paid_a_whole_one_where_it_is_longer(
    ends: str | None, item: str, price: tuple[int, int]
) -> None:
    plan = planned(
        timing={"starts": "10:30", "ends": ends},
        access={"provisions": ["bsl_interpreters"]},
        venue={"place": "in_person"},
    )

    (fee,) = [line for line in budget_of(plan).lines if line.id == "provisions.bsl_interpreters.fee"]

    assert FACTS.pace.half_day.value == 210
    assert fee.item == f"BSL interpreter, {item}"
    assert (fee.price.low, fee.price.high) == tuple(map(Decimal, price))


def test_whatever_is_priced_by_the_half_day_has_a_price_for_a_whole_one() -> None:
    by_the_half = {
        f"{name}.{key}"
        for name, entry in FACTS.entries()
        for key, cost in entry.costs.items()
        if "half" in cost.item and cost.whole_day is None
    }

    # One person's turn in an exchange, or a method that is over in half a day however long the workshop is.
    assert by_the_half == {"methods.learning_exchange.fee", "methods.talking_mats.trained"}


def test_a_whole_day_never_costs_less_than_half_a_day_nor_more_than_two() -> None:
    rates = [
        (name, cost, cost.whole_day)
        for name, entry in FACTS.entries()
        for cost in entry.costs.values()
        if cost.whole_day
    ]

    odd = [
        name
        for name, half, whole in rates
        if not (half.low < whole.low <= 2 * half.low and half.high < whole.high <= 2 * half.high)
    ]

    assert len(rates) >= 14
    assert odd == []


@pytest.mark.parametrize(
    ("place", "ends", "fee"),
    [
        ("in_person", "12:30", "participant_fee_half_day"),
        ("in_person", "16:00", "participant_fee_full_day"),
        ("online", None, "participant_fee_online"),
        ("online", "12:00", "participant_fee_online"),
        ("online", "13:00", "participant_fee_half_day"),
        ("online", "15:00", "participant_fee_full_day"),
    ],
)
def test_the_usual_fee_is_that_for_the_time_people_give(place: str, ends: str | None, fee: str) -> None:
    plan = planned(
        audience={"people": 10},
        venue={"place": place},
        timing={"starts": "10:30", "ends": ends},
        budget={"pay": "money"},
    )

    (line,) = [line for line in budget_of(plan).lines if line.id == "pay.fee"]

    assert (line.price.low, line.price.high) == (FACTS.prices[fee].low, FACTS.prices[fee].high)


@settings(max_examples=60)
@given(any_plans())
def test_totals_are_the_sums_of_their_lines(plan: Plan) -> None:
    found = budget_of(plan)

    for size in ("low", "expected", "high"):
        lines = sum(
            (getattr(line.count, size) * getattr(line.price, size) for line in found.lines), Decimal(0)
        )
        groups = sum((getattr(found.group(group), size) for group in found.groups), Decimal(0))
        assert getattr(found.subtotal, size) == lines == groups
        assert getattr(found.total, size) == lines + getattr(found.contingency, size)


@settings(max_examples=60)
@given(any_plans())
def test_low_is_never_above_expected_nor_expected_above_high(plan: Plan) -> None:
    found = budget_of(plan)

    ranges = [found.subtotal, found.contingency, found.total, found.access]
    ranges += [one for line in found.lines for one in (line.count, line.price, line.cost)]
    assert all(0 <= one.low <= one.expected <= one.high for one in ranges)


@settings(max_examples=50)
@given(any_plans())
def test_lines_stand_in_the_order_of_the_groups_and_each_has_an_id_of_its_own(plan: Plan) -> None:
    lines = budget_of(plan).lines

    order = [list(Group).index(line.group) for line in lines]
    assert order == sorted(order)
    assert len({line.id for line in lines}) == len(lines)
    assert all(line.count.high > 0 for line in lines)


@settings(max_examples=60)
@given(rich_plans())
def test_an_online_workshop_has_no_lunch_no_travel_and_no_room(plan: Plan) -> None:
    online = budget_of(plan.with_answer("venue.place", "online"))

    ids = {line.id for line in online.lines}
    assert Group.TRAVEL not in online.groups
    assert "venue.hire" not in ids
    assert not any(line_id.startswith("refreshments.") and "lunch" in line_id for line_id in ids)
    assert not any(line_id.startswith("venue.") for line_id in ids)


@settings(max_examples=60)
@given(rich_plans(), st.sampled_from(sorted(FACTS.provisions)))
def test_putting_something_in_place_never_makes_it_cheaper_or_the_group_smaller(plan: Plan, key: str) -> None:
    ticked = [one for one in plan.access.provisions if one != key]

    before = arranged(plan.with_answer("access.provisions", ticked))
    after = arranged(plan.with_answer("access.provisions", [*ticked, key]))

    assert after.heads.in_all >= before.heads.in_all
    assert after.budget.total.low >= before.budget.total.low
    assert after.budget.total.expected >= before.budget.total.expected
    assert after.budget.total.high >= before.budget.total.high
    if _is_brought(key, plan, after.follows):
        assert set(FACTS.provisions[key].tasks.values()) <= {one.task for one in after.follows.tasks}
    assert {one.id for one in before.to_dos if not one.is_question} <= {one.id for one in after.to_dos}


def _is_brought(key: str, plan: Plan, gathered: Follows) -> bool:
    """Whether it makes sense in this kind of workshop and the venue does not have it already."""
    there = FACTS.provisions[key].unless_venue_has
    if there is not None and plan.venue.features.get(there) == "yes":
        return False
    return any(one.name == f"provisions.{key}" for one in gathered.chosen)
