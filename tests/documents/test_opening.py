"""A plan opens from whichever copy is whole; what somebody changed in the document is offered, never forced."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache

import pytest
from docx import Document

from planner.answers import QUESTIONS, Kind, Plan, asked, given, in_words
from planner.answers.read_back import NotUnderstood, from_words
from planner.catalogue import catalogue
from planner.documents import DOCUMENTS, CannotOpen, Form, make, open_file
from planner.documents.answers_table import code_of
from planner.documents.opening import Source
from planner.pack import prepare
from tests.documents.hostile_files import zipped
from tests.pages.filled import examples, filled

TODAY = date(2026, 11, 23)
RICH = examples()["changing-rooms"]
NEWER = RICH.with_answer("purpose.title", "Newer rooms").model_copy(
    update={"revision": RICH.revision + 5, "saved": datetime(2026, 12, 1, 9, 30, tzinfo=UTC)}
)


def word_of(plan: Plan) -> bytes:
    """The Word plan."""
    return make(DOCUMENTS["plan"], prepare(plan, today=TODAY), Form.WORD).data


@cache
def word() -> bytes:
    """The Word plan of the richest example."""
    return word_of(RICH)


@cache
def workbook() -> bytes:
    """The checklist of the richest example."""
    return make(DOCUMENTS["checklist"], prepare(RICH, today=TODAY)).data


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def without(data: bytes, *starts: str) -> bytes:
    """The file after a program that dropped these parts."""
    return zipped(
        [(name, content) for name, content in parts_of(data).items() if not name.startswith(starts)]
    )


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one part changed."""
    return zipped(
        [(one, change(content) if one == name else content) for one, content in parts_of(data).items()]
    )


def changed_in_word(plan: Plan, answers: Mapping[str, str], *, words: str = "") -> bytes:
    """A Word plan after somebody typed other answers into its table, and perhaps some words elsewhere."""
    document = Document(io.BytesIO(word() if plan is RICH else word_of(plan)))
    codes = {code_of(asked(path)): said for path, said in answers.items()}
    for table in document.tables:
        for row in table.rows:
            if row.cells[0].text in codes:
                row.cells[2].text = codes[row.cells[0].text]
    if words:
        document.paragraphs[5].add_run(words)
    typed = io.BytesIO()
    document.save(typed)
    return typed.getvalue()


def test_python_docx_and_openpyxl_keep_the_plan() -> None:
    opened = open_file(changed_in_word(RICH, {}))

    assert opened.plan == RICH
    assert (opened.notes, opened.changes) == ((), ())


@pytest.mark.parametrize(
    ("data", "source"),
    [
        pytest.param(word, Source.XML, id="as it was made"),
        pytest.param(lambda: without(word(), "customXml"), Source.PROPERTIES, id="without our own part"),
        pytest.param(lambda: without(word(), "docProps"), Source.XML, id="without properties"),
        pytest.param(workbook, Source.PROPERTIES, id="workbook"),
        pytest.param(lambda: without(workbook(), "docProps"), Source.SHEET, id="workbook without properties"),
    ],
)
def test_whichever_copy_is_left_the_plan_is_the_same(data: Callable[[], bytes], source: Source) -> None:
    opened = open_file(data())

    assert opened.plan == RICH
    assert opened.source is source
    assert opened.changes == ()


@pytest.mark.parametrize("name", ["customXml/item1.xml", "docProps/custom.xml"])
def test_a_copy_that_is_damaged_is_passed_over_and_said(name: str) -> None:
    def spoil(content: bytes) -> bytes:
        middle = content.index(b"eN") + 200
        return (
            content[:middle]
            + (b"AAAA" if content[middle : middle + 4] != b"AAAA" else b"BBBB")
            + content[middle + 4 :]
        )

    opened = open_file(with_part(word(), name, spoil))

    assert opened.plan == RICH
    assert opened.notes == ("One copy of the plan in this file is damaged. This one is whole.",)


def test_of_two_copies_that_differ_the_newer_one_wins_and_the_other_is_offered() -> None:
    properties = parts_of(word_of(NEWER))["docProps/custom.xml"]

    opened = open_file(with_part(word(), "docProps/custom.xml", lambda _: properties))

    assert opened.plan == NEWER
    assert opened.source is Source.PROPERTIES
    assert opened.other == RICH
    assert "saved on Tuesday 1 December 2026 at 9:30 (UTC)" in opened.notes[0]


def test_changed_answers_are_offered_with_the_old_and_the_new_words() -> None:
    data = changed_in_word(
        RICH, {"purpose.title": "Changing rooms for all", "timing.starts": "10:30", "access.companions": ""}
    )

    opened = open_file(data)

    assert opened.plan == RICH
    assert [(one.path, one.after) for one in opened.changes] == [
        ("purpose.title", "Changing rooms for all"),
        ("timing.starts", "10:30"),
        *([("access.companions", "")] if given(RICH.access.companions) else []),
    ]
    assert opened.with_changes(frozenset({"timing.starts"})) == RICH.with_answer(
        "timing.starts", time(10, 30)
    )


def test_an_answer_that_was_open_can_be_given_in_word() -> None:
    plan = Plan().with_answer("purpose.title", "Better parks")

    opened = open_file(changed_in_word(plan, {"purpose.organiser": "Northfield Council"}))

    assert opened.with_changes(frozenset({"purpose.organiser"})).purpose.organiser == "Northfield Council"


def test_words_that_are_no_option_are_said_and_not_taken() -> None:
    opened = open_file(changed_in_word(RICH, {"purpose.decides": "The mayor decides"}))

    (change,) = opened.changes
    assert not change.understood
    assert opened.with_changes(frozenset({change.path})) == RICH


def test_words_changed_elsewhere_stay_in_the_document_and_we_say_so() -> None:
    opened = open_file(changed_in_word(RICH, {}, words=" We meet at the pool."))

    assert opened.plan == RICH
    assert "They stay in the document" in opened.notes[0]


def test_a_row_that_was_taken_out_changes_nothing() -> None:
    document = Document(io.BytesIO(word()))
    for table in document.tables:
        for row in [row for row in table.rows if row.cells[0].text == code_of(asked("purpose.fixed"))]:
            table._tbl.remove(row._tr)  # noqa: SLF001  python-docx has no other way
    saved = io.BytesIO()
    document.save(saved)

    opened = open_file(saved.getvalue())

    assert opened.plan == RICH
    assert opened.changes == ()


@pytest.mark.parametrize("name", ["changing-rooms", "bus-stops-online", "unboxed-gloucester"])
def test_a_plan_is_rebuilt_from_its_table_where_nothing_else_is_left(name: str) -> None:
    plan = examples()[name]

    opened = open_file(without(word_of(plan), "customXml", "docProps"))

    answers = {one.path: opened.plan.answer(one.path) for one in QUESTIONS}
    assert opened.source is Source.TABLE
    assert "Rebuilt from the document" in opened.notes[0]
    assert answers == {one.path: plan.answer(one.path) for one in QUESTIONS}
    assert opened.left_out == ()


def test_a_workbook_without_its_copies_says_why_that_may_be() -> None:
    bare = without(workbook(), "docProps", "xl/worksheets/sheet15")

    with pytest.raises(
        CannotOpen, match=r"could not find a plan in this workbook: it may be a copy to share"
    ):
        open_file(bare)


@pytest.mark.parametrize("plan", [filled(), *examples().values()])
def test_an_answer_in_words_is_that_answer_again(plan: Plan) -> None:
    facts = catalogue()
    said = {one: "\n".join(in_words(one, plan, facts)) for one in QUESTIONS if given(plan.answer(one.path))}

    back = {one.path: from_words(one, words, facts) for one, words in said.items()}

    assert back == {one.path: plan.answer(one.path) for one in said}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("purpose.decides", "we decide together, mostly"),
        ("timing.day", "next Thursday"),
        ("timing.day", "31 February 2027"),
        ("timing.starts", "half past ten"),
        ("audience.people", "about forty"),
        ("audience.people", "5000"),
        ("audience.needs", "Giants: 2 people"),
        ("audience.needs", "Wheelchair and scooter users"),
        ("access.provisions", "A lift, perhaps"),
        ("venue.features", "The door is wide: maybe"),
        ("methods.icebreaker", "A game"),
    ],
)
def test_words_that_could_mean_anything_are_not_guessed(path: str, words: str) -> None:
    with pytest.raises(NotUnderstood):
        from_words(asked(path), words, catalogue())


@pytest.mark.parametrize(
    ("path", "words", "answer"),
    [
        ("timing.day", "18 March 2027", date(2027, 3, 18)),
        ("timing.day", "18/03/2027", date(2027, 3, 18)),
        ("timing.day", "Not sure yet", "not_sure"),
        ("timing.starts", "9.30", time(9, 30)),
        ("audience.people", "40", 40),
        ("budget.money", "£1,250", 1250),
        ("purpose.decides", "  We decide\ttogether ", "together"),
        ("access.formats", "Not sure yet", ("not_sure",)),
        ("methods.activities", "Drawing, 30 minutes", ({"title": "Drawing", "minutes": 30},)),
        ("purpose.title", "", ""),
        ("purpose.decides", "", None),
    ],
)
def test_words_that_people_write_are_understood(path: str, words: str, answer: object) -> None:
    expected = Plan().with_answer(path, answer).answer(path)

    assert from_words(asked(path), words, catalogue()) == expected
    assert asked(path).kind in Kind
