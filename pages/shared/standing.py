"""What the workshop is, from the answers: a panel with reasons, one step up and a sentence for the invitation."""

import streamlit as st

from pages.shared import store
from pages.shared.frame import plain, source_link
from planner.advice.ladder import Standing
from planner.answers import asked
from planner.catalogue import Catalogue


def where_it_stands() -> None:
    """The panel; nothing while too little is known."""
    pack = store.pack()
    if pack.standing is None:
        return
    with st.container(key="panel-standing"):
        _panel(pack.standing, pack.facts)


def _panel(standing: Standing, facts: Catalogue) -> None:
    rung = facts.ladder[standing.rung]
    st.markdown("## What this is, from your answers", anchors=False)
    st.markdown(f"**{plain(rung.label)}.** {plain(rung.explain)}")
    _list([reason.words for reason in standing.reasons])
    if standing.not_known:
        names = ", ".join(asked(path).question.short.lower() for path in standing.not_known)
        st.caption(f"Not known yet: {plain(names)}.")
    st.markdown("### One step up", anchors=False)
    st.markdown(plain(standing.next_step))
    _list([reason.words for reason in standing.towards])
    st.markdown("### The sentence for your invitation", anchors=False)
    st.markdown(f"‘{plain(standing.sentence)}’")
    with st.expander("Why we say this", key="why-standing", type="compact"):
        _list_of_grounds(standing, facts)


def _list(lines: list[str]) -> None:
    if lines:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _list_of_grounds(standing: Standing, facts: Catalogue) -> None:
    evidence = facts.ladder[standing.rung].evidence
    st.markdown(
        f"- **Who says so:** {'; '.join(source_link(key, facts) for key in evidence.sources)}\n"
        f"- **How sure:** {evidence.basis.words}; {evidence.checked_words(store.today())}. "
        "Which answers lead to which step is our own judgement."
    )
