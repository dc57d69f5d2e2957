"""Easy Read drafts: short words, one idea beside one picture, and true to the plan."""

import io
import re
import zipfile
from datetime import date, time
from pathlib import Path

import pytest
from docx import Document as WordFile
from docx.oxml.ns import qn
from hypothesis import given, settings
from PIL import Image as Drawing

from planner.answers import Plan
from planner.catalogue import catalogue
from planner.documents import DOCUMENTS, Document, Form, Readers, make, open_plan, text_of
from planner.documents.markup import Callout, Cover, Image, Inline, Table, plain, read
from planner.documents.pictures import PICTURES, WIDE, calendar_of
from planner.documents.reading_time import reading_time, words_to_read
from planner.documents.writing import TEMPLATES
from planner.pack import Pack, prepare
from planner.reading import Reading
from planner.reading import read as reading_of
from planner.reading.sentences import sentences_of
from tests.plans.strategies import neat_texts, plans

TODAY = date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
EASY = [document for document in DOCUMENTS.values() if Form.EASY_READ in document.forms]
FACTS = catalogue()
MOST_WORDS, HARDEST = int(FACTS.pace.easy_sentence.value), FACTS.pace.easy_grade.value
# What organisers type is theirs to shorten; the paper tells them so.
TYPED = (
    *("purpose.title", "purpose.organiser", "purpose.question", "purpose.fixed", "methods.enjoyable"),
    *("welcome.contact", "follow_up.what_happens", "venue.name"),
)
IN_PLACE = {"provisions", "venue", "roles"}

examples = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in EXAMPLES])
easy = pytest.mark.parametrize("document", [pytest.param(one, id=one.key) for one in EASY])


def test_everything_for_the_people_invited_comes_in_easy_read() -> None:
    invited = {one.key for one in DOCUMENTS.values() if one.readers is Readers.INVITED}

    assert invited == {one.key for one in EASY}


@easy
def test_easy_read_has_words_of_its_own(document: Document) -> None:
    pack = _pack(EXAMPLES[0])

    made = make(document, pack, Form.EASY_READ)

    assert (TEMPLATES / document.easy_template).exists()
    assert text_of(document, pack, Form.EASY_READ) != text_of(document, pack)
    assert made.name.endswith(f"{document.key}-easy-read.docx")


@examples
@easy
def test_our_own_words_are_short_and_easy(path: Path, document: Document) -> None:
    plan = open_plan(path.read_bytes())
    for answer in TYPED:
        plan = plan.with_answer(answer, "")
    pack = prepare(_without_own_titles(plan), today=TODAY)
    if not document.fits(pack):
        document = DOCUMENTS["invitation"]

    reading = _reading(words_to_read(text_of(document, pack, Form.EASY_READ)))

    assert reading.grade is None or reading.grade <= HARDEST
    assert [sentence.text for sentence in reading.long_sentences] == []
    assert [hit.found for hit in reading.jargon] == []
    assert [hit.found for hit in reading.respectful] == []


@settings(max_examples=25)
@given(plan=plans())
def test_no_plan_brings_a_long_sentence_of_ours(plan: Plan) -> None:
    for answer in TYPED:
        plan = plan.with_answer(answer, "")
    pack = prepare(_without_own_titles(plan), today=TODAY)

    long = [
        sentence.text
        for document in EASY
        if document.fits(pack)
        for sentence in sentences_of(words_to_read(text_of(document, pack, Form.EASY_READ)))
        if len(sentence.words) > MOST_WORDS
    ]

    assert long == []


def test_the_easy_words_of_the_catalogue_are_short_and_easy() -> None:
    said = [words for one in FACTS.easy_read.values() for words in (one.words, one.if_missing) if words]

    reading = _reading("\n".join(said))

    assert reading.grade is not None
    assert reading.grade <= HARDEST
    assert [sentence.text for sentence in reading.long_sentences] == []
    assert [hit.found for hit in reading.jargon] == []


def test_what_is_in_place_has_a_topic_and_nothing_else_does() -> None:
    topics = {name: words.topic for name, words in FACTS.easy_read.items()}

    assert not [
        name for name, topic in topics.items() if (name.split(".")[0] in IN_PLACE) != (topic is not None)
    ]


def test_only_what_is_looked_for_can_be_missing() -> None:
    missing = [name for name, words in FACTS.easy_read.items() if words.if_missing]

    assert {name.split(".")[0] for name in missing} == {"provisions", "venue"}
    assert "venue.step_free_entrance" in missing


@examples
@easy
def test_every_idea_has_a_picture_with_its_name(path: Path, document: Document) -> None:
    pack = _pack(path)

    rows = _rows(text_of(document, pack, Form.EASY_READ))

    assert rows
    for picture, words, *_ in rows:
        (image,) = picture
        assert isinstance(image, Image)
        assert image.alt.split(": ")[0] in {one.shows.split(": ")[0] for one in FACTS.pictures.values()}
        assert image.alt != plain(words)
        assert plain(words).strip()
        assert PICTURES[image.name].startswith(b"\x89PNG")


@settings(max_examples=25)
@given(plan=plans(neat_texts))
def test_no_row_is_empty_and_no_scrap_of_program_is_shown(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    texts = [text_of(document, pack, Form.EASY_READ) for document in EASY if document.fits(pack)]

    for text in texts:
        assert [row for row in _rows(text) if not plain(row[1]).strip()] == []
        assert not re.search(r"\bNone\b|\bUndefined\b|\{\{|\}\}|\{%|<object|planner\.|not_sure", text)
        assert not re.search(r"\w  \w|\*\*\w+\*\*\w", words_to_read(text))


@easy
def test_it_says_at_the_top_that_it_is_a_draft(document: Document) -> None:
    cover, first, *_ = read(text_of(document, prepare(Plan(), today=TODAY), Form.EASY_READ))

    assert isinstance(cover, Cover)
    assert isinstance(first, Callout)
    assert plain(first.paragraphs[0].inline).startswith("This is a draft. Ask people who use Easy Read")


def test_it_asks_the_organiser_to_shorten_a_long_sentence() -> None:
    long = "We want to hear from you how the rooms should be laid out so that all of us can use them well."
    plan = Plan().with_answer("purpose.question", f"Short enough. {long}")

    text = text_of(DOCUMENTS["invitation"], prepare(plan, today=TODAY), Form.EASY_READ)

    _, callout, *_ = read(text)
    assert isinstance(callout, Callout)
    assert [plain(one.inline) for one in callout.paragraphs][-1] == long
    assert len(callout.paragraphs) == 3


def test_the_calendar_shows_the_day_of_the_workshop() -> None:
    plan = Plan().with_answer("timing.day", date(2027, 3, 18))

    text = text_of(DOCUMENTS["invitation"], prepare(plan, today=TODAY), Form.EASY_READ)

    assert f"]({calendar_of(18)}) | It is on **Thursday 18 March 2027**. |" in text


def test_each_day_has_a_calendar_of_its_own() -> None:
    drawn = {PICTURES[calendar_of(day)] for day in range(1, 32)}

    assert len(drawn) == 31


def test_there_is_no_picture_of_what_nobody_drew() -> None:
    with pytest.raises(KeyError):
        PICTURES["spaceship"]


def test_times_and_money_are_written_out() -> None:
    plan = Plan().with_answer("timing.starts", time(14, 30)).with_answer("budget.pay", "money")

    text = text_of(
        DOCUMENTS["invitation"], prepare(plan.with_answer("budget.fee", 85), today=TODAY), Form.EASY_READ
    )

    assert "It starts at **2:30 in the afternoon**." in text
    assert "You get **85 pounds** for your time." in text


def test_it_says_what_is_not_there() -> None:
    features = {
        "step_free_entrance": "no",
        "accessible_toilet": "yes",
        "turning_space": "no",
        "wifi": "not_sure",
    }
    plan = Plan().with_answer("venue.place", "in_person").with_answer("venue.features", features)

    words = words_to_read(text_of(DOCUMENTS["invitation"], prepare(plan, today=TODAY), Form.EASY_READ))

    assert "There are steps at the way in." in words
    assert "There are no steps at the way in." not in words
    assert "There is an accessible toilet near the room." in words
    assert "Some other things are not there." in words
    assert "Some things we do not know yet." in words


def test_it_promises_nothing_that_nobody_decided() -> None:
    words = words_to_read(text_of(DOCUMENTS["invitation"], prepare(Plan(), today=TODAY), Form.EASY_READ))

    assert "We do not know the day yet." in words
    assert "We do not know yet if we can pay you." in words
    assert "We pay for your travel" not in words


def test_the_word_file_has_pictures_on_the_left_of_16_point_words() -> None:
    made = make(DOCUMENTS["invitation"], _pack(EXAMPLES[0]), Form.EASY_READ)

    document = WordFile(io.BytesIO(made.data))

    rows = [row for table in document.tables for row in table.rows]
    heads = [table.rows[0] for table in document.tables]
    assert document.styles["Easy Words"].base_style.name == "Normal"
    assert _default_size(made.data) == 32  # half points
    assert len(document.element.body.xpath(".//w:tr/w:trPr/w:cantSplit")) == len(rows)
    assert len(document.element.body.xpath(".//w:tr[1]/w:trPr/w:tblHeader")) == len(heads)
    assert {row.cells[0].text for row in heads} == {"Picture"}
    assert len(document.element.body.xpath(".//w:tc[1]//pic:pic")) == len(rows) - len(heads)
    pictures = document.element.body.xpath(".//wp:docPr")
    assert len(pictures) > 40
    assert all(picture.get("descr") for picture in pictures)
    assert len({picture.get("id") for picture in pictures}) == len(pictures)


def test_a_picture_is_kept_once_however_often_it_is_shown() -> None:
    made = make(DOCUMENTS["feedback"], _pack(EXAMPLES[0]), Form.EASY_READ)

    with zipfile.ZipFile(io.BytesIO(made.data)) as parts:
        pictures = [parts.read(name) for name in parts.namelist() if name.endswith(".png")]

    assert len(set(pictures)) == len(pictures)
    assert all(Drawing.open(io.BytesIO(picture)).size == (WIDE, WIDE) for picture in pictures)


@easy
def test_the_same_plan_gives_the_same_bytes(document: Document) -> None:
    pack = _pack(EXAMPLES[0])

    assert make(document, pack, Form.EASY_READ).data == make(document, pack, Form.EASY_READ).data


@pytest.mark.parametrize(
    ("text", "aloud", "said"),
    [
        ("", False, ""),
        ("Tea and talk.\n", False, "About 1 minute to read."),
        ("We meet for tea and talk. " * 100, False, "About 3 minutes to read. Easy to read."),
        ("We meet for tea and talk. " * 100, True, "About 3 minutes to read aloud. Easy to read."),
        ("Considerable administrative responsibilities necessitate reorganisation. " * 100, False,
         "About 2 minutes to read. Reading level: hard."),
    ],
    ids=["no words", "a few words", "many words", "aloud", "hard words"],
)  # fmt: skip
def test_a_paper_says_how_long_it_takes_and_how_hard_it_is(text: str, *, aloud: bool, said: str) -> None:
    assert reading_time(text, aloud=aloud) == said


@pytest.mark.parametrize("form", [Form.WORD, Form.LARGE_PRINT, Form.EASY_READ, Form.TEXT, Form.PAGE])
def test_every_form_of_an_invitation_says_how_long_it_takes(form: Form) -> None:
    made = make(DOCUMENTS["invitation"], _pack(EXAMPLES[0]), form)

    words = _all_words(made.data) if form.suffix.endswith(".docx") else made.data.decode()

    said = r"About \d+ minutes to read(?: aloud)?\. (?:Easy to read|Reading level: medium)\."
    assert len(re.findall(said, words)) == 1


def _pack(path: Path) -> Pack:
    return prepare(open_plan(path.read_bytes()), today=TODAY)


def _without_own_titles(plan: Plan) -> Plan:
    """The same activities by the names that the library has for them."""
    activities = [one.model_copy(update={"title": ""}) for one in plan.methods.activities if one.method]
    return plan.with_answer("methods.activities", activities)


def _reading(text: str) -> Reading:
    return reading_of(text, jargon=FACTS.jargon, respectful=FACTS.respectful, long_sentence=MOST_WORDS)


def _rows(text: str) -> list[tuple[Inline, ...]]:
    return [row for block in read(text) if isinstance(block, Table) and block.easy for row in block.rows]


def _default_size(docx: bytes) -> int:
    styles = WordFile(io.BytesIO(docx)).styles.element
    (size,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz")
    return int(size.get(qn("w:val")))


def _all_words(docx: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in WordFile(io.BytesIO(docx)).paragraphs)
