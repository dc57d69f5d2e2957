"""Opening another plan: a file or an example; people see what is in it, choose, and can take it back."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from planner.answers import Plan
from planner.documents import DOCUMENTS, Form, make
from planner.documents.save_file import save
from planner.pack import prepare
from tests.documents.test_opening import changed_in_word
from tests.pages.filled import examples, filled
from tests.pages.wizard import do, go, markdown_on, opened, plan_of, press, visit, widget

MINE = Plan().with_answer("purpose.title", "A map of our benches")
NO_PLANS = {
    "words": b"Dear all, please find attached",
    "another file": b'{"name": "package", "version": "2.0"}',
    "nothing": b"",
    "half": save(filled())[:900],
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a Word file that is none": b"PK\x03\x04 and then the line went dead",
    "a newer plan": save(MINE).replace(b'"version": 1', b'"version": 2'),
}


@pytest.mark.parametrize("file", NO_PLANS.values(), ids=NO_PLANS)
def test_a_file_that_is_no_plan_is_refused_in_words(file: bytes) -> None:
    at = opened(MINE)

    at.file_uploader[0].upload("plan.json", file)
    do(at)

    assert [error.value.endswith("The plan that was open is untouched.") for error in at.error] == [True]
    assert plan_of(at) == MINE


def _given(at: AppTest, name: str, data: bytes) -> AppTest:
    """The home page once a file was chosen."""
    at.file_uploader[0].upload(name, data)
    return do(at)


def _said(at: AppTest) -> str:
    return "\n".join([*markdown_on(at), *(html.proto.body for html in at.get("html"))]).replace("\\", "")


def _in_word(plan: Plan) -> bytes:
    return make(DOCUMENTS["plan"], prepare(plan, today=date(2026, 11, 23)), Form.WORD).data


def test_a_file_is_shown_beside_the_open_plan_before_anything_changes() -> None:
    at = _given(opened(MINE), "plan.json", save(examples()["changing-rooms"]))

    said = _said(at)
    assert plan_of(at) == MINE
    assert "A map of our benches" in said
    assert "Better changing rooms" in said
    assert "Thursday 18 March 2027" in said
    assert "1 of " in said
    assert not at.error


@pytest.mark.parametrize("kind", ["json", "docx", "xlsx"])
def test_a_plan_is_opened_from_every_kind_of_file(kind: str) -> None:
    plan = examples()["changing-rooms"]
    pack = prepare(plan, today=date(2026, 11, 23))
    data = {
        "json": lambda: save(plan),
        "docx": lambda: _in_word(plan),
        "xlsx": lambda: make(DOCUMENTS["checklist"], pack).data,
    }[kind]()

    at = press(_given(visit(), f"plan.{kind}", data), "open-this")

    assert plan_of(at) == plan
    assert [said.value.startswith("This plan is open now.") for said in at.success] == [True]
    assert "open-this" not in {button.key for button in at.button}


def test_the_open_plan_stays_when_people_keep_it() -> None:
    at = _given(opened(MINE), "plan.json", save(filled()))

    press(at, "keep-open")

    assert plan_of(at) == MINE
    assert "open-this" not in {button.key for button in at.button}


def test_a_plan_from_a_file_can_be_taken_back() -> None:
    at = press(_given(opened(MINE), "plan.json", save(filled())), "open-this")

    press(at, "undo")

    assert plan_of(at) == MINE


def test_what_could_not_be_taken_in_is_said_by_its_question_and_the_rest_is_kept() -> None:
    data = (
        save(MINE)
        .replace(b'"people": null', b'"people": 501')
        .replace(b'"venue": {', b'"venue": {"moat": 1,')
    )

    at = _given(visit(), "plan.json", data)
    said = _said(at)
    press(at, "open-this")

    assert "People taking part: the answer does not fit" in said
    assert "venue.moat: this planner has no such question" in said
    assert plan_of(at) == MINE


def test_changes_made_in_word_are_offered_one_by_one() -> None:
    data = changed_in_word(
        examples()["changing-rooms"],
        {"purpose.title": "Changing rooms for all", "purpose.decides": "The group decides"},
    )
    at = _given(visit(), "plan.docx", data)

    widget(at, "take", "purpose.title").uncheck()
    press(at, "open-this")

    plan = plan_of(at)
    assert plan.purpose.title == examples()["changing-rooms"].purpose.title
    assert plan.purpose.decides == "group"
    assert plan.revision == examples()["changing-rooms"].revision + 1


def test_a_copy_to_share_says_why_it_holds_no_plan() -> None:
    pack = prepare(MINE, today=date(2026, 11, 23))
    shared = make(DOCUMENTS["plan"], pack, Form.WORD, share=True).data

    at = _given(opened(MINE), "plan.docx", shared)

    assert "it may be a copy to share" in at.error[0].value.replace("\\", "")
    assert plan_of(at) == MINE


def test_a_saved_plan_shows_its_answers_on_pages_that_were_open_before() -> None:
    at = opened(MINE, "purpose")
    go(at, "home")

    press(_given(at, "plan.json", save(filled())), "open-this")
    go(at, "purpose")

    assert widget(at, "purpose.title").value == filled().purpose.title


def test_next_time_starts_with_the_lessons_and_can_be_taken_back() -> None:
    before = examples()["changing-rooms"]
    at = opened(before)

    press(at, "next-time")
    after = plan_of(at)
    press(at, "undo")

    assert after.together.lessons == before.together.lessons
    assert after.timing.day is None
    assert plan_of(at) == before


def test_nothing_is_offered_for_next_time_before_there_is_a_plan() -> None:
    at = visit()

    assert "next-time" not in {button.key for button in at.button}


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
