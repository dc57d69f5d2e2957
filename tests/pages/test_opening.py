"""Opening another plan: a saved file or an example; the one before is never lost."""

import pytest

from planner.answers import Plan
from planner.documents.save_file import save
from tests.pages.filled import examples, filled
from tests.pages.wizard import do, go, opened, plan_of, press, visit, widget

MINE = Plan().with_answer("purpose.title", "A map of our benches")
NO_PLANS = {
    "words": b"Dear all, please find attached",
    "another file": b'{"name": "package", "version": "2.0"}',
    "nothing": b"",
    "half": save(filled())[:900],
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "an answer that does not fit": save(MINE).replace(b'"people": null', b'"people": 501'),
    "a newer plan": save(MINE).replace(b'"version": 1', b'"version": 2'),
}


@pytest.mark.parametrize("file", NO_PLANS.values(), ids=NO_PLANS)
def test_a_file_that_is_no_plan_is_refused_in_words(file: bytes) -> None:
    at = opened(MINE)

    at.file_uploader[0].upload("plan.json", file)
    do(at)

    assert [error.value.endswith("The plan that was open is untouched.") for error in at.error] == [True]
    assert plan_of(at) == MINE


def test_a_saved_plan_is_opened() -> None:
    at = visit()

    at.file_uploader[0].upload("plan.json", save(filled()))
    do(at)

    assert plan_of(at) == filled()
    assert not at.error


def test_a_saved_plan_shows_its_answers_on_pages_that_were_open_before() -> None:
    at = opened(MINE, "purpose")
    go(at, "home")

    at.file_uploader[0].upload("plan.json", save(filled()))
    go(do(at), "purpose")

    assert widget(at, "purpose.title").value == filled().purpose.title


@pytest.mark.parametrize("name", examples())
def test_an_example_is_opened_and_the_plan_before_brought_back(name: str) -> None:
    at = opened(MINE)

    press(at, f"example-{name}")
    example = plan_of(at)
    press(at, "undo")

    assert example == examples()[name]
    assert plan_of(at) == MINE
    assert "undo" not in {button.key for button in at.button}


def test_what_was_typed_before_an_example_comes_back_with_the_plan() -> None:
    at = opened(Plan(), "purpose")
    widget(at, "purpose.title").set_value("A map of our benches")
    go(do(at), "home")

    press(at, f"example-{next(iter(examples()))}")
    press(at, "undo")
    go(at, "purpose")

    assert widget(at, "purpose.title").value == "A map of our benches"
