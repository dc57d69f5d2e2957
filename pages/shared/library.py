"""The library of methods: narrow it down, see why each fits and what to adapt, and add it."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st

from pages.shared import store
from pages.shared.frame import plain
from pages.shared.mishap import safely
from planner.arrangements.follows import place_of
from planner.arrangements.library import Fit, Wish, fitting, time_for_one
from planner.catalogue import catalogue
from planner.catalogue.entries import Aim, Where, WorkshopStage

Kind = TypeVar("Kind", bound=str)
SHOWN = 8  # so many that people can still compare them
STAGES = {
    WorkshopStage.PLANNING: "Planning",
    WorkshopStage.DEVELOPMENT: "Development",
    WorkshopStage.DELIVERY: "Delivery",
    WorkshopStage.REVIEW: "Review",
}

PLACES = {Where.IN_PERSON: "In person", Where.ONLINE: "Online", Where.HYBRID: "Both at the same time"}


def library(add: Callable[[str], None]) -> None:
    """What fits this workshop. ``add`` is called with the key of the method that somebody chooses."""
    name = "Find something that fits the people who are coming"
    with st.expander(name, key="library", on_change="rerun", type="compact") as opened:
        if opened.open:
            found = fitting(store.plan(), catalogue(), _wish())
            st.markdown(f"**{len(found)} ways** fit. Those that fit best come first.")
            for fit in found[:SHOWN]:
                _fit(fit, add)


def _wish() -> Wish:
    plan = store.plan()
    with st.container(key="library-wish", gap="small"):
        aim = _choose("What do you want to do?", list(Aim), {one: one.words for one in Aim}, "library-aim")
        stage = _choose("For which stage of the work?", list(STAGES), STAGES, "library-stage")
        place = _choose("Where?", list(PLACES), PLACES, "library-place", place_of(plan))
        with st.container(horizontal=True, gap="small"):
            most = _number("Minutes at most", "library-minutes", time_for_one(plan, catalogue()), step=5)
            coming = plan.audience.people
            people = _number(
                "How many are coming", "library-people", coming if isinstance(coming, int) else None
            )
            group_of = _number("People in one group", "library-group", None)
        needs = catalogue().needs
        who = st.multiselect(
            "Who is coming?",
            list(needs),
            default=list(plan.audience.needs),
            format_func=lambda key: needs[key].label,
            placeholder="Nobody in mind yet",
            key=store.key("library-who"),
        )
        return Wish(
            aim=aim,
            stage=stage,
            most_minutes=most,
            group_of=group_of,
            people=people,
            place=place,
            needs=tuple(who),
            informal=st.checkbox("Only informal ones", key="library-informal"),
            enjoyable=st.checkbox("Only ones that people usually enjoy", key="library-enjoyable"),
            one_group=st.checkbox("Only ones for everybody in one group", key="library-one-group"),
            suits_everybody=st.checkbox("Only ones that suit everybody who is coming", key="library-suits"),
        )


def _choose(
    words: str, options: list[Kind], names: Mapping[Kind, str], key: str, first: Kind | None = None
) -> Kind | None:
    """One of a few; nothing chosen leaves it open."""
    return st.selectbox(
        words,
        options,
        index=None if first is None else options.index(first),
        format_func=lambda one: names[one],
        placeholder="Any",
        key=store.key(key),
    )


def _number(words: str, key: str, value: int | None, step: int = 1) -> int | None:
    return st.number_input(
        words, min_value=1, value=value, step=step, placeholder="Any", key=store.key(key), width=200
    )


def _fit(fit: Fit, add: Callable[[str], None]) -> None:
    method = fit.method
    with st.container(key=f"row-library-{fit.key}", gap="xsmall"):
        st.markdown(f"**{plain(method.label)}** {plain(method.explain)}")
        st.caption(plain(f"Why it fits: {'. '.join(fit.why)}."))
        if method.evidence.is_stale(store.today()):
            st.caption(plain(f"How sure: {method.evidence.checked_words(store.today())}."))
        if fit.adapt:
            lines = [f"- {plain(words)} ({plain(', '.join(who))})" for _, who, words in fit.adapt]
            st.markdown("\n".join(["What to adapt:", "", *lines]))
        st.button(
            f"Add:small[ {plain(method.label)}]",
            key=f"add-{fit.key}",
            on_click=safely(add),
            args=(fit.key,),
        )
