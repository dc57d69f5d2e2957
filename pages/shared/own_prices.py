"""Prices that the organiser was really given: put one in the place of ours, or take it back."""

from decimal import Decimal

import streamlit as st
from pydantic import ValidationError

from pages.shared import store
from pages.shared.frame import plain, table
from pages.shared.mishap import safely
from planner.answers.own_prices import HIGHEST_PRICE, MOST_OWN_PRICES
from planner.arrangements.budget import BudgetLine, count_words, price_words

LINE, PRICE, WRONG = "own-price-line", "own-price", "own-price-wrong"


def own_prices() -> None:
    """A line of the budget to choose, a field for its price, and the prices that were given so far."""
    lines = {line.id: line for line in store.pack().arranged.budget.lines if line.takes_own_price}
    if not lines:
        return
    _past_their_day(lines)
    st.markdown("## What you were really quoted", anchors=False)
    st.caption(
        "Our prices are a guide. Put in what you were quoted for one, and the budget counts with that."
    )
    _given(lines)
    if len(store.plan().own_prices) < MOST_OWN_PRICES:
        _give(lines)


def _past_their_day(lines: dict[str, BudgetLine]) -> None:
    """The prices in the budget that were due to be checked again before today."""
    late = [
        line for line in lines.values() if not line.is_own_price and line.evidence.is_stale(store.today())
    ]
    if late:
        names = "; ".join(f"{line.item} ({line.evidence.checked_words(store.today())})" for line in late)
        with st.expander(
            f"{len(late)} prices are due to be checked again", key="late-prices", type="compact"
        ):
            st.markdown(plain(names))


def _give(lines: dict[str, BudgetLine]) -> None:
    # Keyed by the plan, so that the choices of one plan are never those of another.
    chosen, price = store.key(LINE), store.key(PRICE)
    line_id = st.selectbox(
        "Which line is it for?",
        list(lines),
        index=None,
        format_func=lambda key: lines[key].item,
        placeholder="Choose a line of the budget",
        key=chosen,
        width=620,
    )
    if line_id is None:
        return
    line = lines[line_id]
    st.caption(plain(f"How many: {count_words(line)}. For one: {price_words(line, store.today())}"))
    st.number_input(
        "Your price for one, in pounds",
        min_value=0.0,
        max_value=float(HIGHEST_PRICE),
        value=None,
        step=1.0,
        format="%.2f",
        placeholder="For example 185.50",
        key=price,
        width=260,
    )
    if st.session_state.get(WRONG):
        st.error("Give a price in pounds first, such as 185.50.")
    st.button("Use this price", key="use-own-price", on_click=safely(_use), args=(chosen, price))


def _use(chosen: str, price: str) -> None:
    given = st.session_state.get(price)
    st.session_state[WRONG] = given is None
    if given is None:
        return
    store.take_in_answers()
    try:
        store.keep(store.plan().with_own_price(st.session_state[chosen], Decimal(str(round(given, 2)))))
    except ValidationError:
        st.session_state[WRONG] = True
        return
    st.session_state[price] = st.session_state[chosen] = None


def _given(lines: dict[str, BudgetLine]) -> None:
    """The prices in use, and those kept for lines that the budget does not have at the moment."""
    own = store.plan().own_prices
    if not own:
        return
    in_use = [lines[key] for key in own if key in lines]
    if in_use:
        rows = [
            (line.item, f"£{line.price.expected:,.2f}", count_words(line), f"£{line.cost.expected:,.2f}")
            for line in in_use
        ]
        table(
            "Your prices",
            ("Item", "Your price for one", "How many", "Expected"),
            rows,
            numbers=(1, 2, 3),
        )
    for key in own:
        name = lines[key].item if key in lines else f"{_name(key)} (not in the budget now)"
        words = f"Take back your price for: {plain(name)}"
        st.button(words, key=f"take-back-price-{key}", on_click=safely(_take_back), args=(key,))


def _name(key: str) -> str:
    """What a line was called, as far as its id says it."""
    return key.replace(".", ", ").replace("_", " ")


def _take_back(key: str) -> None:
    store.take_in_answers()
    store.keep(store.plan().without_own_price(key))
