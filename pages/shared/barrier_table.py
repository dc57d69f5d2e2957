"""The barrier map as a table: each need at each stage, with a word in every cell."""

import streamlit as st

from pages.shared import pictures, store
from pages.shared.frame import Ours, change, plain, table
from pages.shared.steps import page
from planner.arrangements.barriers import Cell, Row, State
from planner.catalogue.entries import Stage

MARK = {
    State.SHUT_OUT: "<span class='dw-mark dw-bg-shut'>{}</span>",
    State.LOOK_AGAIN: "<span class='dw-mark dw-bg-look'>{}</span>",
    State.NOT_KNOWN: "<span class='dw-mark dw-bg-ask'>{}</span>",
}


def barriers() -> None:
    """The worst first in words, then the whole table."""
    rows = store.pack().arranged.barriers
    if not rows:
        st.markdown(
            "Say who might be among the people you invite. Then we show what would meet them, step by step."
        )
        st.page_link(page("audience").file, label="Go to Who is coming")
        return
    _in_numbers(rows)
    _shut_out(rows)
    st.markdown("## From the first word to the last", anchors=False)
    st.caption("A dash means nothing special. On a small screen, scroll the table sideways.")
    head = ("Who", *(stage.words for stage in Stage))
    body = [(row.in_short, *(_mark(row.cells[stage]) for stage in Stage)) for row in rows]
    table("What meets each group of people at each stage", head, body)
    st.markdown("## The same as a picture", anchors=False)
    pictures.barrier_map(rows)


def _in_numbers(rows: tuple[Row, ...]) -> None:
    states = [cell.state for row in rows for cell in row.cells.values()]
    shut, look, ask = (states.count(state) for state in (State.SHUT_OUT, State.LOOK_AGAIN, State.NOT_KNOWN))
    st.markdown(
        f"**{shut}** where someone will be shut out, **{look}** to look at again, **{ask}** not known yet."
    )
    if look or ask:
        st.page_link(page("advice").file, label="See what to do about it")


def _shut_out(rows: tuple[Row, ...]) -> None:
    found = [(row, stage) for row in rows for stage in Stage if row.cells[stage].state is State.SHUT_OUT]
    if not found:
        return
    with st.container(key="panel-shut-out"):
        st.markdown("## Where someone will be shut out", anchors=False)
        for row, stage in found:
            missing = "; ".join(row.cells[stage].missing[:3])
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                st.markdown(f"**{plain(row.label)}**, {stage.words.lower()}. Missing: {plain(missing)}")
                if path := row.cells[stage].put_right:
                    words = f"Put right:small[ for {plain(row.in_short)}: {stage.words.lower()}]"
                    change(path, words, "barriers")


def _mark(cell: Cell) -> str:
    words = cell.state.words
    if cell.state is State.NOTHING_SPECIAL:
        return Ours(f"<span aria-hidden='true'>–</span><span class='dw-ear'>{words}</span>")
    return Ours(MARK[cell.state].format(words)) if cell.state in MARK else words
