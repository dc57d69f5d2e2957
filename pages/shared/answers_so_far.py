"""Every question that applies, with its answer and a link that names what it changes."""

import streamlit as st

from pages.shared import store
from pages.shared.frame import plain
from pages.shared.questions import questions_of
from pages.shared.steps import page, title_of
from planner.answers import STEPS, Asked, in_words
from planner.answers.words import NOT_SURE_WORDS
from planner.pack import Pack


def every_answer() -> None:
    """What is still open first, then all answers by section."""
    pack = store.pack()
    missing = [
        one for step in STEPS for one in questions_of(step) if not in_words(one, pack.plan, pack.facts)
    ]
    if missing:
        st.markdown(f"{len(missing)} questions have no answer yet. You can make the documents all the same.")
    else:
        st.markdown("Every question has an answer.")
    for step in STEPS:
        st.markdown(f"## {title_of(step)}", anchors=False)
        for one in questions_of(step):
            _answer(one, pack)


def _answer(one: Asked, pack: Pack) -> None:
    said = in_words(one, pack.plan, pack.facts)
    with st.container(key=f"row-check-{one.step}-{one.field}"):
        question, answer, change = st.columns([1.1, 2, 0.6], gap="small")
        question.markdown(f"**{one.question.short}**")
        if not said:
            answer.caption("Not answered yet")
        elif said == (NOT_SURE_WORDS,):
            answer.caption(NOT_SURE_WORDS)
        else:
            answer.markdown("\\\n".join(plain(line) for words in said for line in words.split("\n")))
        with change.container(key=f"ear-check-{one.step}-{one.field}"):
            st.page_link(page(one.step).file, label=f"Change:small[ {one.question.short.lower()}]")
