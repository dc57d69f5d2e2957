"""Streamlit lets go of the fields of pages that people have left, and of nothing else."""

from typing import Any

from streamlit.testing.v1 import AppTest

from tests.pages.wizard import PATIENCE, found


def planner() -> None:
    """Pages as small as they can be: one field on each, and a second one that comes and goes."""
    import streamlit as st  # noqa: PLC0415  Streamlit runs this function as a file of its own

    from pages.shared import left_behind, store  # noqa: PLC0415

    page = st.session_state["page"]
    st.text_input("What people say", key=store.key(f"{page}.words"), persist_state="session")
    if st.session_state.get("with_more"):
        st.text_input("More", key=store.key(f"{page}.more"))
    left_behind.let_go(page)


def test_the_page_before_stays_and_older_ones_go() -> None:
    at = on(AppTest.from_function(planner, default_timeout=PATIENCE), "purpose")
    after = {page: noted(on(at, page)) for page in ("audience", "timing", "timing", "venue", "timing")}

    assert after == {
        "audience": {"purpose.words", "audience.words"},
        "timing": {"venue.words", "timing.words"},
        "venue": {"timing.words", "venue.words"},
    }
    assert "w0.audience.words" not in at.session_state


def test_a_field_that_comes_and_goes_stays_while_its_page_is_open() -> None:
    at = AppTest.from_function(planner, default_timeout=PATIENCE)
    at.session_state["with_more"] = True
    on(at, "purpose")
    at.session_state["with_more"] = False

    assert noted(on(at, "purpose")) == {"purpose.words", "purpose.more"}


def test_what_could_not_be_taken_in_stays_in_its_field_however_far_people_go() -> None:
    at = on(AppTest.from_function(planner, default_timeout=PATIENCE), "purpose")
    found(at, "w0.purpose.words").input("much too long")
    at.session_state["mistakes"] = {"purpose.words": "This is too long."}
    for page in ("purpose", "audience", "timing", "venue"):
        on(at, page)

    assert at.session_state["w0.purpose.words"] == "much too long"
    assert found(on(at, "purpose"), "w0.purpose.words").value == "much too long"


def test_what_is_no_field_stays() -> None:
    at = AppTest.from_function(planner, default_timeout=PATIENCE)
    at.session_state["started"] = True
    for page in ("purpose", "audience", "timing"):
        on(at, page)

    assert at.session_state["started"] is True


def on(at: AppTest, page: str) -> AppTest:
    """Go there."""
    at.session_state["page"] = page
    return at.run()


def noted(at: AppTest) -> set[str]:
    """The fields of which Streamlit has notes, without the generation."""
    held: Any = at.session_state
    notes = held._state._state._new_widget_state.widget_metadata  # noqa: SLF001  Streamlit shows them nowhere
    return {note.split(".", 1)[1] for note in notes}
