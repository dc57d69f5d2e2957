"""Every question that applies, with its answer and a link that names what it changes; what is open comes first."""

import streamlit as st

from pages.shared import store
from pages.shared.frame import change, plain
from pages.shared.questions import questions_of
from pages.shared.steps import page, title_of
from planner.advice import Level
from planner.answers import STEPS, Asked, in_words
from planner.answers.words import NOT_SURE_WORDS
from planner.pack import Pack


def every_answer() -> None:
    """What to look at, then what has no answer yet, then all answers by section."""
    pack = store.pack()
    said = {one: in_words(one, pack.plan, pack.facts) for step in STEPS for one in questions_of(step)}
    missing = [one for one, words in said.items() if not words]
    _before_you_go_on(pack, said, len(missing))
    if missing:
        st.markdown(f"## No answer yet ({len(missing)})", anchors=False)
    for one in missing:
        _row(one, ())
    for step in STEPS:
        answered = [one for one in said if one.step == step and said[one]]
        if answered:
            st.markdown(f"## {title_of(step)}", anchors=False)
        for one in answered:
            _row(one, said[one])


def _before_you_go_on(pack: Pack, said: dict[Asked, tuple[str, ...]], missing: int) -> None:
    """The state of the plan in a few lines. Nothing here stops anybody."""
    open_ones = [one.level for one in pack.advice if not one.seen]
    unsure = sum(words == (NOT_SURE_WORDS,) for words in said.values())
    lines = [
        f"**{count}** {words}"
        for count, words in (
            (open_ones.count(Level.SHUT_OUT), "where someone will be shut out"),
            (open_ones.count(Level.LOOK_AGAIN), "to look at again"),
            (unsure, "not sure yet: you find these among the things to do"),
            (missing, "with no answer yet: you find these first"),
        )
        if count
    ]
    with st.container(key="panel-before"):
        if lines:
            st.markdown("You can make the documents at any time, whatever is still open.")
            st.markdown("\n".join(f"- {line}" for line in lines))
        else:
            st.markdown("Every question has an answer, and we see nothing to look at again.")
        if open_ones:
            st.page_link(page("advice").file, label="See all advice")


def _row(one: Asked, said: tuple[str, ...]) -> None:
    name = f"{one.step}-{one.field}"
    with st.container(key=f"row-check-{name}"):
        question, answer, to_change = st.columns([1.1, 2, 0.6], gap="small")
        question.markdown(f"**{one.question.short}**")
        if not said or said == (NOT_SURE_WORDS,):
            answer.caption(NOT_SURE_WORDS if said else "Not answered yet")
        else:
            answer.markdown("\\\n".join(plain(line) for words in said for line in words.split("\n")))
        with to_change:
            verb = "Change" if said else "Answer"
            change(one.path, f"{verb}:small[ {one.question.short.lower()}]", "check")
