"""The plan inside the documents of the team: it comes back exactly, and nothing for other people ever holds it."""

import io
import zipfile
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from planner.answers import QUESTIONS, Plan
from planner.answers.read_back import folded
from planner.documents import DOCUMENTS, Form, Readers, carries_plan, file_name, fitting, make, open_file
from planner.documents.answers_table import BOOKMARK, code_of
from planner.documents.carried import carries
from planner.documents.found import PROPERTIES, Place, found_in
from planner.documents.sealed import MOST_CARRIED, Damaged, seal, unsealed
from planner.documents.untrusted import unpacked
from planner.pack import Pack, prepare
from tests.documents.everything import NAMES, files_of, pack_of
from tests.pages.filled import examples, filled, hostile
from tests.plans.strategies import plans

TODAY = date(2026, 11, 23)
CARRIERS = [
    ("plan", Form.WORD),
    ("plan", Form.LARGE_PRINT),
    ("checklist", Form.WORKBOOK),
]
TOO_LONG = "keep the file that ends in .json"
carriers = pytest.mark.parametrize(("key", "form"), CARRIERS)


@cache
def _pack(name: str = "changing-rooms") -> Pack:
    return prepare(examples()[name], today=TODAY)


@cache
def _made(key: str, form: Form, *, share: bool = False) -> bytes:
    return make(DOCUMENTS[key], _pack(), form, share=share).data


def test_the_plan_and_the_checklist_carry_it_and_nothing_else_does() -> None:
    carrying = [
        (one.key, form) for one in DOCUMENTS.values() for form in one.forms if carries_plan(one, form)
    ]

    assert carrying == CARRIERS


def test_no_document_that_leaves_the_team_says_that_it_carries_the_plan() -> None:
    assert not [one.key for one in DOCUMENTS.values() if one.carries_plan and one.readers is not Readers.TEAM]


@carriers
def test_it_comes_back_exactly(key: str, form: Form) -> None:
    opened = open_file(_made(key, form))

    assert opened.plan == _pack().plan
    assert (opened.left_out, opened.notes, opened.changes, opened.other) == ((), (), (), None)


@carriers
def test_every_copy_is_whole(key: str, form: Form) -> None:
    found = found_in(unpacked(_made(key, form)))

    places = {Place.SHEET, Place.PROPERTIES} if form is Form.WORKBOOK else {Place.XML, Place.PROPERTIES}
    assert set(found.copies) == places
    assert len(set(found.copies.values())) == 1
    assert not found.damaged


@pytest.mark.parametrize("name", NAMES)
def test_no_other_document_in_any_form_holds_anything_of_it(name: str) -> None:
    for document in fitting(pack_of(name)):
        for form, made in files_of(name, document.key).items():
            if made.name.endswith((".docx", ".xlsx")):
                assert carries(made.data) == carries_plan(document, form), made.name


@carriers
def test_the_copy_to_share_holds_nothing_of_it(key: str, form: Form) -> None:
    data = _made(key, form, share=True)
    parts = zipfile.ZipFile(io.BytesIO(data))
    code = code_of(QUESTIONS[0])

    assert not carries(data)
    assert not [name for name in parts.namelist() if "customxml" in name.casefold() or name == PROPERTIES]
    assert not [name for name in parts.namelist() if code.encode() in parts.read(name)]
    assert len(_made(key, form)) > len(data)


@carriers
def test_the_copy_to_share_says_so_in_its_name(key: str, form: Form) -> None:
    name = file_name(DOCUMENTS[key], _pack(), form, share=True)

    assert name.endswith(f"-{key}-to-share{form.suffix}")


def test_a_document_that_carries_nothing_is_the_same_to_share() -> None:
    document = DOCUMENTS["invitation"]

    assert make(document, _pack(), Form.TEXT, share=True) == make(document, _pack(), Form.TEXT)


@carriers
def test_the_same_plan_gives_the_same_bytes(key: str, form: Form) -> None:
    again = make(DOCUMENTS[key], prepare(examples()["changing-rooms"], today=TODAY), form).data

    assert again == _made(key, form)


@pytest.mark.parametrize("plan", [filled(), hostile(), Plan()], ids=["all answered", "hostile", "empty"])
def test_a_word_plan_with_any_words_opens_and_shows_no_change(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    opened = open_file(make(DOCUMENTS["plan"], pack, Form.WORD).data)

    assert opened.plan == plan
    assert (opened.notes, opened.changes) == ((), ())


@settings(max_examples=8)
@given(plans())
def test_any_plan_comes_back_from_word(plan: Plan) -> None:
    opened = open_file(make(DOCUMENTS["plan"], prepare(plan, today=TODAY), Form.WORD).data)

    assert opened.plan == plan
    assert (opened.notes, opened.changes) == ((), ())


@settings(max_examples=50)
@given(plans())
def test_a_sealed_plan_is_what_it_was(plan: Plan) -> None:
    sealed = seal(plan)

    assert sealed is not None
    assert unsealed(sealed.label, sealed.pieces(240)).decode() == plan.to_json()


def test_a_piece_is_short_enough_for_office() -> None:
    sealed = seal(filled())

    assert sealed is not None
    assert max(map(len, (sealed.label, *sealed.pieces(240)))) <= 255


@pytest.mark.parametrize("label", ["", "Doing With plan", "Doing With plan, version 1, 5 bytes, SHA-256 abc"])
def test_a_label_that_says_nothing_opens_nothing(label: str) -> None:
    with pytest.raises(Damaged):
        unsealed(label, ["eJwDAAAAAAE="])


@carriers
def test_a_plan_that_is_too_long_is_not_carried_and_the_file_says_what_to_keep(key: str, form: Form) -> None:
    long = Plan(saved=datetime(2026, 11, 23, tzinfo=UTC)).with_answer(
        "methods.activities", [{"title": "x" * 20_000}] * 30
    )
    pack = prepare(long, today=TODAY)

    whole, to_share = (make(DOCUMENTS[key], pack, form, share=share).data for share in (False, True))

    assert len(long.to_json()) > MOST_CARRIED
    assert seal(long) is None
    assert not carries(whole)
    assert TOO_LONG in _words(whole)
    assert TOO_LONG not in _words(to_share)
    assert TOO_LONG not in _words(_made(key, form))


def _words(data: bytes) -> str:
    parts = zipfile.ZipFile(io.BytesIO(data))
    return " ".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


def test_every_question_has_a_code_of_its_own() -> None:
    codes = {code_of(one) for one in QUESTIONS}

    assert len(codes) == len(QUESTIONS)


def test_an_answer_has_a_bookmark_that_word_allows() -> None:
    parts = zipfile.ZipFile(io.BytesIO(_made("plan", Form.WORD)))
    words = parts.read("word/document.xml").decode()

    found = [name for name in words.split('"') if BOOKMARK.fullmatch(name)]

    assert len(found) == len(set(found))
    assert all(len(name) <= 40 for name in found)
    assert f"dw_{code_of(QUESTIONS[0]).replace('.', '_')}" in " ".join(found)


def test_answers_in_several_lines_are_shown_in_several_lines() -> None:
    plan = Plan().with_answer("purpose.fixed", "The pool stays open.\n\nThe walls stay.\tAll of them.")
    pack = prepare(plan, today=TODAY)

    found = found_in(unpacked(make(DOCUMENTS["plan"], pack, Form.WORD).data))

    fixed = next(one for one in QUESTIONS if one.path == "purpose.fixed")
    assert found.answers[code_of(fixed)] == plan.purpose.fixed
    assert folded(plan.purpose.fixed) == "The pool stays open. The walls stay. All of them."


def test_no_plan_is_ever_read_with_the_libraries_that_trust_files() -> None:
    folder = Path(__file__).parents[2] / "planner" / "documents"

    trusting = [
        name
        for name in ("found.py", "opening.py", "untrusted.py", "sealed.py", "save_file.py")
        if any(
            word in (folder / name).read_text(encoding="utf-8")
            for word in ("import docx", "from docx", "openpyxl import")
        )
    ]

    assert trusting == []
