"""Prices that were really quoted: put in on the money page, counted at once, and taken back."""

from decimal import Decimal

from streamlit.testing.v1 import AppTest

from planner.answers import Plan
from tests.pages.wizard import do, markdown_on, opened, plan_of, press, widget

LINE = "refreshments.tea_and_coffee.drinks"
PLAN = Plan.model_validate(
    {
        "audience": {"people": 10},
        "venue": {"place": "in_person"},
        "welcome": {"refreshments": ["tea_and_coffee"]},
        "budget": {"money": 400},
    }
)


def quoted(price: float | None) -> AppTest:
    """The money page on which somebody chose a line and gave this price for it."""
    at = opened(PLAN, "budget")
    widget(at, "own-price-line").set_value(LINE)
    do(at)
    if price is not None:
        widget(at, "own-price").set_value(price)
    return press(at, "use-own-price")


def test_a_price_is_kept_with_the_plan_to_the_penny() -> None:
    at = quoted(1.85)

    assert plan_of(at).own_prices == {LINE: Decimal("1.85")}
    assert widget(at, "own-price-line").value is None


def test_a_line_says_how_many_and_what_we_would_allow_before_anybody_types() -> None:
    at = opened(PLAN, "budget")
    widget(at, "own-price-line").set_value(LINE)

    do(at)

    assert [words for words in markdown_on(at) if "allow about" in words and "our own judgement" in words]


def test_without_a_price_it_asks_for_one_and_changes_nothing() -> None:
    at = quoted(None)

    assert plan_of(at).own_prices == {}
    assert [one.value for one in at.error] == ["Give a price in pounds first, such as 185.50."]


def test_it_can_be_taken_back() -> None:
    at = quoted(1.85)

    press(at, f"take-back-price-{LINE}")

    assert plan_of(at).own_prices == {}


def test_other_answers_given_on_the_page_are_not_lost() -> None:
    at = opened(PLAN, "budget")
    widget(at, "budget.money").set_value(777)
    widget(at, "own-price-line").set_value(LINE)
    do(at)
    widget(at, "own-price").set_value(2.5)

    press(at, "use-own-price")

    assert plan_of(at).budget.money == 777
    assert plan_of(at).own_prices == {LINE: Decimal("2.50")}
