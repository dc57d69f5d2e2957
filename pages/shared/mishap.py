"""When the planner itself goes wrong: say so calmly, and hand people their answers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

import streamlit as st
from streamlit.logger import get_logger

from pages.shared import store
from planner.documents.save_file import save

WORDS = (
    "Something went wrong, and it is our fault. Your answers are safe. Load this page again, or go to another page. "
    "If it happens again, download your answers here: you can open that file when we have put it right."
)
NOT_DONE = (
    "Something went wrong, and it is our fault. What you just chose was not done. Your answers are safe. Try again. "
    "If it happens again, download your answers here: you can open that file when we have put it right."
)
FAILED = "what-was-chosen-failed"
P = ParamSpec("P")


@contextmanager
def told_kindly(where: str) -> Iterator[None]:
    """Do what stands inside. What fails is written in the log, and people are told what to do.

    ``where`` is a name of its own for each place, so that two of them can fail at once.
    """
    if st.session_state.pop(FAILED, False):
        _tell(NOT_DONE, "not-done")
    try:
        yield
    except Exception:  # noqa: BLE001  whatever it is, people should not meet a dead page
        get_logger(__name__).exception("The %s could not be shown", where)
        _tell(WORDS, where)


def safely(callback: Callable[P, object]) -> Callable[P, None]:
    """What a button does, so that the page is still drawn when it fails, and says so.

    Streamlit runs it before the page, where an error would leave people with Streamlit's own words and no page.
    """

    @wraps(callback)
    def kindly(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            callback(*args, **kwargs)
        except Exception:  # noqa: BLE001  as above
            get_logger(__name__).exception("What somebody chose could not be done")
            st.session_state[FAILED] = True

    return kindly


def _tell(words: str, where: str) -> None:
    st.error(words)
    st.download_button(
        "Download your answers",
        data=save(store.plan()),
        file_name="my-answers.json",
        mime="application/json",
        key=f"download-after-{where}",
        on_click="ignore",
    )
