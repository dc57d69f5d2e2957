"""When the planner itself goes wrong: say so calmly, and hand people their answers."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.logger import get_logger

from pages.shared import store
from planner.documents.save_file import save

WORDS = (
    "Something went wrong, and it is our fault. Your answers are safe. Load this page again, or go to another page. "
    "If it happens again, download your answers here: you can open that file when we have put it right."
)


@contextmanager
def told_kindly() -> Iterator[None]:
    """Draw what stands inside. What fails is written in the log, and people are told what to do."""
    try:
        yield
    except Exception:  # noqa: BLE001  whatever it is, people should not meet a dead page
        get_logger(__name__).exception("A page could not be shown")
        st.error(WORDS)
        st.download_button(
            "Download your answers",
            data=save(store.plan()),
            file_name="my-answers.json",
            mime="application/json",
            key="download-after-mishap",
            on_click="ignore",
        )
