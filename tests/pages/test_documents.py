"""The documents page makes files when they are asked for, says what the check found, and forgets with the plan."""

from streamlit.testing.v1 import AppTest

from planner.answers import Plan
from planner.documents import DOCUMENTS, MadeFile, fitting
from tests.pages.filled import examples
from tests.pages.wizard import do, found, go, markdown_on, opened, pack_of, press

RICHEST = examples()["changing-rooms"]


def test_the_main_files_stand_at_the_top_and_nothing_is_made_yet() -> None:
    at = opened(RICHEST, "documents")

    assert labels(at) == [
        "Download the plan (Word)",
        "Download the checklist and budget (Excel)",
    ]
    assert not [name for name in made(at) if not name.startswith("reads-")]


def test_every_document_that_fits_has_a_row_that_says_for_whom_and_how_long() -> None:
    at = opened(RICHEST, "documents")

    said = markdown_on(at)

    documents = fitting(pack_of(at))
    assert [one.name for one in documents if f"### {one.name}" not in said] == []
    assert any("About " in words and " to read." in words for words in said)


def test_an_opened_row_has_a_button_for_each_form_with_its_size_and_the_outcome_of_the_check() -> None:
    at = opened(RICHEST, "documents")
    at.session_state["open-invitation"] = True

    do(at)

    buttons = labels(at)
    outcomes = [caption.value for caption in at.caption]
    forms = DOCUMENTS["invitation"].forms
    assert len([label for label in buttons if "Invitation" in label]) == len(forms)
    assert any(label.startswith("Word, ") and " KB" in label for label in buttons)
    assert outcomes.count("14 of 14 access checks passed") >= 2
    assert "8 of 8 access checks passed" in outcomes


def test_what_was_made_is_made_anew_when_the_plan_changes() -> None:
    at = opened(RICHEST, "documents")
    press(at, "make-everything")
    first = whole(at)

    at.session_state["plan"] = RICHEST.with_answer("purpose.title", "Other rooms")
    go(at, "documents")

    assert [type(one) for one in first] == [MadeFile]
    assert whole(at) == []
    assert found(at, "make-everything")


def test_an_empty_plan_has_its_documents_too() -> None:
    at = opened(Plan(), "documents")

    at.session_state["open-plan"] = True
    do(at)

    assert "14 of 14 access checks passed" in [caption.value for caption in at.caption]


def labels(at: AppTest) -> list[str]:
    """The words of every button that hands over a file."""
    return [str(getattr(button, "label", "")) for button in at.get("download_button")]


def whole(at: AppTest) -> list[object]:
    """The ZIP, if there is one."""
    return [thing for name, thing in made(at).items() if name.startswith("everything")]


def made(at: AppTest) -> dict[str, object]:
    """What was made for this person from the plan."""
    return dict(at.session_state["made"].things)
