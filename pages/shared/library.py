"""The library of methods: narrow it down, see why each fits and what to adapt, and add it."""

from collections.abc import Callable

import streamlit as st

from pages.shared import store
from pages.shared.frame import plain
from planner.arrangements.library import Fit, Wish, fitting, time_for_one
from planner.catalogue import catalogue
from planner.catalogue.entries import WorkshopStage

SHOWN = 8  # so many that people can still compare them
STAGES = {
    WorkshopStage.PLANNING: "Planning",
    WorkshopStage.DEVELOPMENT: "Development",
    WorkshopStage.DELIVERY: "Delivery",
    WorkshopStage.REVIEW: "Review",
}


def library(add: Callable[[str], None]) -> None:
    """What fits this workshop. ``add`` is called with the key of the method that somebody chooses."""
    name = "Find something that fits the people who are coming"
    with st.expander(name, key="library", on_change="rerun", type="compact") as opened:
        if opened.open:
            found = fitting(store.plan(), catalogue(), _wish())
            st.markdown(f"**{len(found)} ways** fit. The ones for your stage of the work come first.")
            for fit in found[:SHOWN]:
                _fit(fit, add)


def _wish() -> Wish:
    stage = st.selectbox(
        "For which stage of the work?",
        list(STAGES),
        index=None,
        format_func=lambda one: STAGES[one],
        placeholder="Any stage",
        key="library-stage",
    )
    most = st.number_input(
        "Minutes at most",
        min_value=5,
        value=time_for_one(store.plan(), catalogue()),
        step=5,
        placeholder="Any length",
        key="library-minutes",
        width=200,
    )
    return Wish(
        stage=stage,
        most_minutes=most,
        informal=st.checkbox("Only informal ones", key="library-informal"),
        enjoyable=st.checkbox("Only ones that people usually enjoy", key="library-enjoyable"),
        one_group=st.checkbox("Only ones for everybody in one group", key="library-one-group"),
        suits_everybody=st.checkbox("Only ones that suit everybody who is coming", key="library-suits"),
    )


def _fit(fit: Fit, add: Callable[[str], None]) -> None:
    method = fit.method
    with st.container(key=f"row-library-{fit.key}", gap="xsmall"):
        st.markdown(f"**{plain(method.label)}** {plain(method.explain)}")
        st.caption(plain(". ".join([*_why(fit), ""]).strip()))
        for _, who, words in fit.adapt:
            st.markdown(f"- {plain(words)} ({plain(', '.join(who))})")
        with st.container(key=f"ear-library-{fit.key}"):
            st.button(
                f"Add:small[ {plain(method.label)}]", key=f"add-{fit.key}", on_click=add, args=(fit.key,)
            )


def _why(fit: Fit) -> list[str]:
    method = fit.method
    why = [
        f"{method.size[0]} to {method.size[1]} people in a group",
        f"usually {method.minutes[1]} minutes" if method.on_the_day else "before, after or beside the day",
    ]
    if fit.groups > 1:
        why.append(f"you need {fit.groups} groups")
    if fit.is_for_stage:
        why.append("made for your stage of the work")
    if method.enjoyable:
        why.append("people usually enjoy it")
    if not fit.adapt:
        why.append("nothing to adapt for the people you expect")
    return [line[0].upper() + line[1:] for line in why]
