"""Every piece of advice with a way to the answer it is about."""

from functools import partial

import streamlit as st

from pages.shared import store
from pages.shared.frame import advice_box, change, plain, undo_beside
from pages.shared.mishap import safely
from pages.shared.questions import questions_of
from pages.shared.steps import page, title_of
from planner.advice import Advice, Level
from planner.answers import STEPS, Length, asked

SEEN = "Seen, and you go ahead"
CLASHES = "These answers do not fit together"


def by_weight() -> None:
    """What does not fit together, who would be shut out, what to look at again, good ideas, and what was seen."""
    pack = store.pack()
    undo_beside()
    if not pack.advice:
        st.markdown("Nothing to say so far. Advice appears here, and beside your answers, as you go.")
    asked_now = {one.path for step in STEPS for one in questions_of(step)}
    numbered = list(enumerate(pack.advice))
    groups = {CLASHES: [(n, one) for n, one in numbered if one.is_clash and not one.seen]} | {
        level.words: [
            (n, one) for n, one in numbered if one.level is level and not one.seen and not one.is_clash
        ]
        for level in Level
    }
    groups[SEEN] = [(n, one) for n, one in numbered if one.seen]
    for words, found in groups.items():
        if found:
            st.markdown(f"## {words} ({len(found)})", anchors=False)
        for place, one in found:
            advice_box(one, pack.facts, f"all-{place}", partial(_way_to, one, asked_now))


def clashes() -> None:
    """Answers that do not fit together, before anything is made from them; nothing where all of them do."""
    found = [one for one in store.pack().advice if one.is_clash and not one.seen]
    if not found:
        return
    with st.container(key="panel-clashes"):
        st.markdown(f"## {CLASHES} ({len(found)})", anchors=False)
        st.markdown("\n".join(f"- **{plain(one.headline)}** {plain(one.do)}" for one in found))
        st.page_link(page("advice").file, label="See each of them on the advice page")


def _way_to(one: Advice, asked_now: set[str]) -> None:
    question = plain(asked(one.about).question.short.lower())
    if one.about in asked_now:
        change(one.about, f"Go to {title_of(one.about.split('.')[0])}:small[: {question}]", "advice")
    else:
        words = f"Ask me about it: {question}"
        st.caption("This question is in the full plan. Nothing you have answered is lost.")
        st.button(
            words, key=f"full-{one.rule}-{one.about}", on_click=safely(store.start), args=(Length.FULL,)
        )
