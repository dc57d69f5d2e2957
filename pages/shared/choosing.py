"""Which documents are made: a box to tick for each that fits the plan. The plan remembers the choice."""

import streamlit as st

from pages.shared import store
from pages.shared.mishap import safely
from planner.documents import Document, Readers, chosen, fitting


def choose_documents() -> None:
    """Every document that fits, ticked unless it was left out, in an expander that says how many are chosen."""
    pack = store.pack()
    offered, wanted = fitting(pack), chosen(pack)
    with st.expander(_how_many(len(wanted), len(offered)), key="choosing", type="compact"):
        st.markdown(
            "Untick what you do not need. It is neither shown nor put into the ZIP. You can tick it again."
        )
        for readers in Readers:
            documents = [document for document in offered if document.readers is readers]
            if documents:
                st.markdown(f"**{readers.words}**")
            for document in documents:
                _box(document)
        if len(wanted) < len(offered):
            st.button("Choose all of them", key="choose-all", on_click=safely(_choose_all))


def _how_many(wanted: int, offered: int) -> str:
    number = f"all {offered}" if wanted == offered else f"{wanted} of {offered}"
    return f"Choose which documents are made ({number} chosen)"


def _box(document: Document) -> None:
    key = store.key("left_out", document.key)
    store.seed(key, document.key not in store.plan().left_out)
    st.checkbox(document.name, key=key, on_change=safely(_take_in), args=(document.key, key))


def _take_in(document: str, box: str) -> None:
    """Remember one tick. What is left out of documents that this plan does not call for stays left out."""
    left_out = {*store.plan().left_out} - {document}
    _keep(left_out if st.session_state[box] else left_out | {document})


def _choose_all() -> None:
    for document in fitting(store.pack()):
        st.session_state[store.key("left_out", document.key)] = True
    _keep(set(store.plan().left_out) - {document.key for document in fitting(store.pack())})


def _keep(left_out: set[str]) -> None:
    store.keep(store.plan().without_documents(left_out))
