"""Every document can be made from any plan: no gaps, no scraps of program, no heading without words below it."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from planner.answers import Plan
from planner.documents import DOCUMENTS, Document, Form, file_name, make, open_plan, text_of
from planner.documents.markup import Cover, Heading, plain, read
from planner.documents.sheets import sheets
from planner.documents.writing import TEMPLATES
from planner.pack import Pack, prepare
from tests.documents.reading import words_of
from tests.plans.strategies import neat_texts, plans

TODAY = date(2026, 11, 23)
EVERY = [pytest.param(document, id=key) for key, document in DOCUMENTS.items()]
WORD = [document for document in DOCUMENTS.values() if document.form is Form.WORD]


@pytest.mark.parametrize("document", EVERY)
def test_a_document_is_listed_under_its_own_key(document: Document) -> None:
    listed = DOCUMENTS[document.key]

    assert listed is document
    assert document.name
    assert document.for_whom


@pytest.mark.parametrize("document", EVERY)
def test_a_document_has_a_template_unless_it_is_the_saved_plan(document: Document) -> None:
    has_template = bool(document.template)

    assert has_template == (document.form is not Form.SAVED)
    assert (TEMPLATES / document.template).exists()


@pytest.mark.parametrize("document", EVERY)
@settings(max_examples=3)
@given(plan=plans())
def test_any_plan_makes_every_document(document: Document, plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    made = make(document, pack)

    assert made.data
    assert made.mime == document.form.mime
    assert made.data == make(document, pack).data


@settings(max_examples=40)
@given(plan=plans(neat_texts))
def test_no_text_has_a_gap_or_a_scrap_of_program(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    words = {one.key: "\n".join(map(words_of, read(text_of(one, pack)))) for one in WORD if one.fits(pack)}

    scraps = r"\bNone\b|\bUndefined\b|\{\{|\}\}|\{%|<object|planner\.|not_sure"
    assert not [key for key, said in words.items() if re.search(scraps, said)]
    assert not [key for key, said in words.items() if "()" in said]
    assert not [key for key, said in words.items() if re.search(r"(?<!\.)\.\.(?!\.)", said)]


@settings(max_examples=40)
@given(plan=plans())
def test_every_heading_has_something_below_it(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    empty = {one.key: _empty_headings(text_of(one, pack)) for one in WORD if one.fits(pack)}

    assert not [key for key, headings in empty.items() if headings]


def _empty_headings(text: str) -> list[str]:
    blocks = [block for block in read(text) if not isinstance(block, Cover)]
    return [
        plain(block.inline)
        for block, below in zip(blocks, [*blocks[1:], None], strict=True)
        if isinstance(block, Heading)
        and (below is None or (isinstance(below, Heading) and below.level <= block.level))
    ]


@settings(max_examples=25)
@given(plan=plans())
def test_every_sheet_can_be_read_and_has_rows(plan: Plan) -> None:
    text = text_of(DOCUMENTS["checklist"], prepare(plan, today=TODAY))

    without_rows = [sheet.name for sheet in sheets(text) if not sheet.rows]

    assert not without_rows


@given(plan=plans())
def test_the_saved_document_opens_as_the_same_plan(plan: Plan) -> None:
    made = make(DOCUMENTS["saved"], prepare(plan, today=TODAY))

    opened = open_plan(made.data)

    assert opened == plan


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Better changing rooms", "better-changing-rooms-2027-03-18-plan.docx"),
        ("Caffè & talk: über alles!", "caffe-talk-uber-alles-2027-03-18-plan.docx"),
        ("../../etc/passwd", "etc-passwd-2027-03-18-plan.docx"),
        ("C:\\temp\\con.txt\x00", "c-temp-con-txt-2027-03-18-plan.docx"),
        ("公園を良くする", "workshop-2027-03-18-plan.docx"),
        ("", "workshop-2027-03-18-plan.docx"),
        ("word " * 40, f"{'word-' * 12}2027-03-18-plan.docx"),
        ("a" * 500, f"{'a' * 59}-2027-03-18-plan.docx"),
    ],
)
def test_a_file_has_a_safe_name(title: str, name: str) -> None:
    plan = Plan().with_answer("purpose.title", title).with_answer("timing.day", date(2027, 3, 18))

    named = file_name(DOCUMENTS["plan"], prepare(plan, today=TODAY))

    assert named == name
    assert len(named) <= 80


@given(plan=plans())
def test_any_name_is_safe(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    names = [file_name(document, pack, form) for document in DOCUMENTS.values() for form in document.forms]

    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*\.[a-z]{3,4}", name) and len(name) <= 80 for name in names)


def test_a_file_says_it_was_made_when_the_plan_last_changed() -> None:
    saved = Plan(saved=datetime(2026, 11, 20, 14, 5, tzinfo=UTC))

    earlier, later = (_made(prepare(saved, today=day)) for day in (TODAY, date(2026, 11, 24)))
    without = [_made(prepare(Plan(), today=day)) for day in (TODAY, date(2026, 11, 24))]

    assert earlier == later
    assert without[0] != without[1]


def _made(pack: Pack) -> bytes:
    return make(DOCUMENTS["plan"], pack).data
