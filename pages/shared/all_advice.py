"""Every piece of advice with a way to the answer it is about."""

from functools import partial

import streamlit as st

from pages.shared import store
from pages.shared.frame import advice_box, change, plain, undo_beside
from pages.shared.questions import questions_of
from pages.shared.steps import title_of
from planner.advice import Advice, Level
from planner.answers import STEPS, Length, asked

SEEN = "Seen, and you go ahead"


def by_weight() -> None:
    """Who would be shut out first, then what to look at again, then good ideas, and last what was seen."""
    pack = store.pack()
    undo_beside()
    if not pack.advice:
        st.markdown("Nothing to say so far. Advice appears here, and beside your answers, as you go.")
    asked_now = {one.path for step in STEPS for one in questions_of(step)}
    numbered = list(enumerate(pack.advice))
    groups = {
        level.words: [(n, one) for n, one in numbered if one.level is level and not one.seen]
        for level in Level
    }
    groups[SEEN] = [(n, one) for n, one in numbered if one.seen]
    for words, found in groups.items():
        if found:
            st.markdown(f"## {words} ({len(found)})", anchors=False)
        for place, one in found:
            advice_box(one, pack.facts, f"all-{place}", partial(_way_to, one, place, asked_now))


def _way_to(one: Advice, place: int, asked_now: set[str]) -> None:
    question = plain(asked(one.about).question.short.lower())
    if one.about in asked_now:
        with st.container(key=f"ear-to-{place}"):
            change(one.about, f"Go to {title_of(one.about.split('.')[0])}:small[: {question}]", "advice")
    else:
        words = f"Ask me about it: {question}"
        st.caption("This question is in the full plan. Nothing you have answered is lost.")
        st.button(words, key=f"full-{one.rule}-{one.about}", on_click=store.start, args=(Length.FULL,))
