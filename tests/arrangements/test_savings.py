"""When money is short: ways to save that shut nobody out, and what is lost if access is cut."""

from datetime import date

from planner.answers import Plan
from planner.arrangements import Arrangements, arrange
from planner.arrangements.savings import KEPT
from planner.catalogue import catalogue
from planner.catalogue.entries import Group

FACTS = catalogue()
TODAY = date(2026, 11, 23)


def arranged(money: int | None) -> Arrangements:
    plan = Plan.model_validate(
        {
            "audience": {"people": 12, "needs": {"bsl_users": 2}},
            "venue": {"place": "in_person"},
            "access": {"provisions": ["bsl_interpreters"], "formats": ["large_print"]},
            "welcome": {"refreshments": ["hot_lunch"]},
            "budget": {"pay": "money", "travel": "ahead", "money": money},
        }
    )
    return arrange(plan, FACTS, TODAY)


def test_enough_money_is_no_shortfall() -> None:
    assert arranged(100_000).shortfall is None


def test_money_that_nobody_knows_is_no_shortfall() -> None:
    assert arranged(None).shortfall is None


def test_it_says_how_much_is_missing() -> None:
    found = arranged(1_000)

    assert found.shortfall is not None
    assert found.shortfall.short == found.budget.total.expected - 1_000


def test_nothing_is_saved_on_access_pay_or_travel() -> None:
    found = arranged(1_000).shortfall

    assert found is not None
    assert found.savings
    assert not KEPT & {saving.line.group for saving in found.savings}
    assert {Group.ACCESS, Group.FORMATS, Group.PAY, Group.TRAVEL} == KEPT


def test_the_largest_saving_comes_first() -> None:
    found = arranged(1_000).shortfall

    assert found is not None
    saves = [saving.saves for saving in found.savings]
    assert saves == sorted(saves, reverse=True)
    assert found.can_be_saved == sum(saves)


def test_it_says_who_would_be_shut_out_if_access_is_cut() -> None:
    found = arranged(1_000).shortfall

    assert found is not None
    lost = {loss.line.item: loss.who for loss in found.losses}
    assert FACTS.needs["bsl_users"].label in lost["BSL interpreter, half day"]
