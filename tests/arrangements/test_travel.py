"""Who comes how: each way to travel has its line, companions ride along, and nobody is counted twice."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from planner.answers import Plan
from planner.arrangements.budget import Budget, BudgetLine
from planner.arrangements.travel import travellers
from planner.catalogue.entries import Group
from tests.arrangements.workshops import FACTS, any_plans, arranged, planned

TEN = {"people": 10}


def travel_plan(by: dict[str, Any], **budget: Any) -> Plan:
    """Ten people in a room whose fares are paid."""
    return planned(
        audience=TEN,
        venue={"place": "in_person"},
        budget={"travel": "ahead", "travel_by": by, **budget},
    )


def lines_of(plan: Plan) -> dict[str, BudgetLine]:
    return {line.id: line for line in arranged(plan).budget.lines}


def budget_of(plan: Plan) -> Budget:
    return arranged(plan).budget


def test_without_an_answer_everybody_gets_the_usual_allowance() -> None:
    lines = lines_of(travel_plan({}))

    local = lines["travel.local"]
    assert local.count.expected == 10
    assert local.is_our_guess
    assert not [key for key in lines if key.startswith("travel.") and key != "travel.local"]


def test_each_way_has_a_line_of_its_own_and_the_rest_keep_the_allowance() -> None:
    lines = lines_of(travel_plan({"bus": 4, "own_car": 3}))

    assert lines["travel.bus.fare"].count.expected == 4
    assert lines["travel.own_car.mileage"].count.expected == 3 * FACTS.pace.miles.value
    assert lines["travel.local"].count.expected == 3


def test_nobody_keeps_the_allowance_where_everybody_is_counted() -> None:
    lines = lines_of(travel_plan({"bus": 7, "walking": 3}))

    assert "travel.local" not in lines


def test_drivers_are_paid_by_the_mile_at_the_rate_of_the_tax_office() -> None:
    lines = lines_of(travel_plan({"own_car": 2}, miles=16))

    car = lines["travel.own_car.mileage"]
    assert car.cost.expected == Decimal("17.60")
    assert not car.is_our_guess
    assert car.because.path == "budget.travel_by"


def test_a_taxi_that_somebody_needs_is_money_for_access() -> None:
    with_taxi, without = budget_of(travel_plan({"accessible_taxi": 2}, miles=10)), budget_of(travel_plan({}))

    assert with_taxi.access.expected > without.access.expected
    assert with_taxi.group(Group.ACCESS).expected == 2 * 10 * Decimal("4.65")


def test_a_way_without_a_number_counts_as_one_person_and_is_something_to_find_out() -> None:
    plan = travel_plan({"train": "not_sure"})

    assert lines_of(plan)["travel.train.fare"].count.expected == 1
    assert "find_out.budget.travel_by" in {one.id for one in arranged(plan).to_dos}


def test_companions_ride_in_the_same_car_and_need_a_ticket_on_the_bus() -> None:
    plan = travel_plan({"bus": 5, "own_car": 5}, miles=10)
    plan = plan.with_answer("access.bring_someone", "paid").with_answer("access.companions", 4)

    lines = lines_of(plan)

    assert lines["travel.bus.fare"].count.expected == 5 + 2
    assert lines["travel.own_car.mileage"].count.expected == 50
    assert "travel.companion" not in lines


def test_companions_who_pay_for_themselves_cost_nothing() -> None:
    plan = travel_plan({"bus": 10})
    plan = plan.with_answer("access.bring_someone", "unpaid").with_answer("access.companions", 4)

    assert lines_of(plan)["travel.bus.fare"].count.expected == 10


def test_taxis_are_not_counted_again_for_those_who_may_need_one() -> None:
    plan = travel_plan({"bus": 8}).with_answer("access.provisions", ["taxis"])
    counted = plan.with_answer("budget.travel_by", {"bus": 8, "accessible_taxi": 2})

    assert "provisions.taxis.rides" in lines_of(plan)
    assert "provisions.taxis.rides" not in lines_of(counted)


@pytest.mark.parametrize("change", [("budget.travel", "no"), ("venue.place", "online")])
def test_no_way_is_paid_where_nobody_travels_or_travel_is_not_paid(change: tuple[str, str]) -> None:
    plan = travel_plan({"bus": 4, "accessible_taxi": 2, "train": 1}).with_answer(*change)

    found = arranged(plan)

    assert not [line.id for line in found.budget.lines if line.id.startswith("travel.")]
    assert not [one.id for one in found.to_dos if one.id.startswith("travel.")]


@settings(max_examples=60)
@given(any_plans())
def test_everybody_is_counted_once(plan: Plan) -> None:
    heads = arranged(plan).heads

    who = travellers(plan, FACTS, heads)

    parties = [*who.by_mode.values(), who.others]
    people = sum(party.people for party in parties)
    assert people == heads.participants or (people > heads.participants and who.others.people == 0)
    assert sum(party.companions for party in parties) in (0, heads.companions)
