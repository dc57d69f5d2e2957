"""How what somebody typed reads, near the box they typed it in, and the words that people near by use."""

import streamlit as st

from pages.shared import store
from pages.shared.frame import plain
from pages.shared.mishap import safely
from planner.advice.texts import PEOPLE_READ_IT, reading_help
from planner.answers import Asked, Length
from planner.answers.settings import LocalWords
from planner.catalogue import catalogue
from planner.reading import Reading


def how_it_reads(one: Asked) -> None:
    """The level and the minutes of a text that people will read, and sentences before and after."""
    if one.path not in PEOPLE_READ_IT:
        return
    found = reading_help(one.path, store.plan(), catalogue())
    if one.question.long and found.reading.label:  # a few words say too little about how hard they are
        st.caption(_level_and_minutes(found.reading))
    if found.changed:
        name = f"Plainer words: before and after ({len(found.changed)})"
        with st.expander(name, key=f"plainer-{one.path.replace('.', '-')}", type="compact"):
            st.caption("Only an idea. Keep your own words where they are better.")
            for sentence in found.changed:
                st.markdown(f"- Before: {plain(sentence.before)}\n- After: **{plain(sentence.after)}**")


def local_words() -> None:
    """The setting for what disabled people near by are called; our suggestions then use their words."""
    if store.plan().length is Length.QUICK:
        return
    widget = store.key("local_words")
    store.seed(widget, store.plan().local_words)
    with st.container(key="panel-local-words"):
        st.markdown("## Which words do people near you use?", anchors=False)
        st.caption(
            "Communities differ, and it is theirs to choose. Our suggestions follow what you set here."
        )
        st.radio(
            "Which words do people near you use?",
            list(LocalWords),
            index=None,
            format_func=lambda words: words.label,
            key=widget,
            horizontal=True,
            label_visibility="collapsed",
            persist_state="session",
            on_change=safely(_set_local_words),
            args=(widget,),
        )


def _set_local_words(widget: str) -> None:
    store.keep(store.plan().with_local_words(st.session_state[widget]))


def _level_and_minutes(reading: Reading) -> str:
    minutes = f"About {_minutes(reading.minutes)} to read, {_minutes(reading.minutes_aloud)} aloud."
    return f"{reading.label.words}. {minutes}" if reading.label else minutes


def _minutes(number: int) -> str:
    return "1 minute" if number == 1 else f"{number} minutes"
