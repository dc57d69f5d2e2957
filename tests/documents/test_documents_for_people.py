"""The papers for the people invited, the team and those who are booked: true, complete, and only what fits."""

import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from planner.answers import Plan
from planner.documents import DOCUMENTS, Document, Form, Readers, fitting, make, open_plan, text_of
from planner.documents.markup import Heading, read
from planner.documents.package import printable
from planner.documents.plain import plain_text
from planner.documents.web_page import web_page
from planner.documents.writing import pounds
from planner.pack import Pack, prepare
from planner.reading import read as reading_of
from tests.documents.hostile import HOSTILE
from tests.documents.reading import words_of
from tests.plans.strategies import neat_texts, plans

TODAY = date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
INVITED = [document for document in DOCUMENTS.values() if document.readers is Readers.INVITED]
READ = {Form.WORD, Form.LARGE_PRINT, Form.TEXT, Form.PAGE}
WORRY, LESSON = "The lift broke down on Tuesday", "Nine people filled in the form"
TYPED = (
    "purpose.title", "purpose.organiser", "purpose.question", "purpose.fixed", "methods.enjoyable",
    "welcome.contact", "follow_up.what_happens",
)  # fmt: skip
HARDEST = 8  # grade; a reading age of about 13
MOST_QUESTIONS = 5

examples = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in EXAMPLES])
invited = pytest.mark.parametrize("document", [pytest.param(one, id=one.key) for one in INVITED])


@settings(max_examples=15)
@given(plan=plans())
def test_any_plan_makes_every_document_that_fits_in_every_form(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    made = [make(document, pack, form) for document in fitting(pack) for form in document.forms]

    assert len({one.name for one in made}) == len(made)
    assert all(one.data for one in made)


@settings(max_examples=15)
@given(plan=plans(neat_texts))
def test_people_who_are_invited_or_booked_do_not_get_what_is_for_the_team(plan: Plan) -> None:
    told = plan.with_answer("together.worries", WORRY).with_answer("together.lessons", LESSON)
    pack = prepare(told, today=TODAY)

    for document in fitting(pack):
        if document.readers is not Readers.TEAM:
            text = text_of(document, pack)
            assert WORRY not in text
            assert LESSON not in text


@examples
def test_no_total_of_the_money_and_no_advice_leaves_the_team(path: Path) -> None:
    pack = _pack(path)
    total = pack.arranged.budget.total
    kept = [str(pounds(amount)) for amount in (total.low, total.expected, total.high)]
    kept += [advice.headline for advice in pack.advice]

    texts = [text_of(one, pack) for one in fitting(pack) if one.readers is not Readers.TEAM]

    assert not [words for words in kept for text in texts if words in text]


@examples
@invited
def test_a_paper_for_people_is_easy_enough_to_read(path: Path, document: Document) -> None:
    pack = _pack(path)
    facts = pack.facts

    reading = reading_of(
        plain_text(text_of(document, pack)).decode(),
        jargon=facts.jargon,
        respectful=facts.respectful,
        long_sentence=facts.pace.long_sentence.value,
    )

    assert reading.grade is None or reading.grade <= HARDEST


@pytest.mark.parametrize(
    ("answers", "booked"),
    [
        ({}, set()),
        ({"access.provisions": ["bsl_interpreters"]}, {"interpreters"}),
        ({"access.provisions": ["remote_captions"]}, {"captioner"}),
        ({"access.provisions": ["taxis"], "welcome.roles": ["facilitator"]}, {"transport", "facilitator"}),
        ({"welcome.refreshments": ["hot_lunch"], "venue.place": "in_person"}, {"caterer", "venue"}),
        ({"audience.needs": {"bsl_users": 3}}, set()),
        ({"welcome.refreshments": ["hot_lunch"], "venue.place": "online"}, set()),
    ],
)
def test_a_brief_is_made_only_for_those_who_are_booked(answers: dict[str, object], booked: set[str]) -> None:
    plan = Plan()
    for path, answer in answers.items():
        plan = plan.with_answer(path, answer)

    made = fitting(prepare(plan, today=TODAY))

    assert {one.key.removeprefix("brief-") for one in made if one.readers is Readers.BOOKED} == booked


def test_an_empty_plan_promises_nothing_it_does_not_know() -> None:
    words = _words("invitation", Plan())

    assert "Not chosen yet" in words
    assert "We do not know yet how much can change" in words
    assert "We have not decided yet about pay" in words
    assert "We pay" not in words


def test_the_invitation_says_the_truth_where_nothing_can_change() -> None:
    words = _words("invitation", Plan().with_answer("purpose.can_change", "nothing"))

    assert "Nothing can change any more" in words


def test_the_invitation_says_what_is_not_there() -> None:
    features = {"step_free_entrance": "no", "wifi": "not_sure", "accessible_toilet": "yes"}
    plan = Plan().with_answer("venue.place", "in_person").with_answer("venue.features", features)

    words = _words("invitation", plan)

    assert "The way in has no steps\nNo\n" in words
    assert "We do not know yet\n" in words
    assert "There is an accessible toilet close to the room." in words


def test_the_invitation_does_not_promise_lunch_to_those_who_pay_for_themselves() -> None:
    plan = Plan().with_answer("welcome.refreshments", ["hot_lunch"])
    free, unpaid = (plan.with_answer("access.bring_someone", answer) for answer in ("paid", "unpaid"))

    assert "A hot lunch is free for you and for whoever comes with you." in _words("invitation", free)
    assert "Hot lunch, free for you." in _words("invitation", unpaid)
    assert "whoever comes with you" not in _words("invitation", unpaid)


@pytest.mark.parametrize(
    ("day", "said"), [(date(2027, 6, 15), "Please tell us by "), (date(2026, 11, 25), "as soon as you can")]
)
def test_the_day_for_requests_is_only_named_while_it_lies_ahead(day: date, said: str) -> None:
    words = _words("invitation", Plan().with_answer("timing.day", day))

    assert said in words


def test_pay_comes_with_the_warning_about_benefits() -> None:
    plan = Plan().with_answer("budget.pay", "voucher").with_answer("budget.fee", 85)

    assert "You get £85 for your time, as a voucher." in _words("invitation", plan)
    assert "Do you get benefits?" in _words("invitation", plan)
    assert "Do you get benefits?" not in _words("invitation", plan.with_answer("budget.pay", "no"))


def test_feedback_asks_five_questions_at_most_and_no_name() -> None:
    text = text_of(DOCUMENTS["feedback"], prepare(Plan(), today=TODAY))

    questions = [block for block in read(text) if isinstance(block, Heading)]

    assert 0 < len(questions) <= MOST_QUESTIONS
    assert "Please write no name." in text


@pytest.mark.parametrize("key", ["invitation", "plan", "reply", "brief-venue"])
@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_what_somebody_typed_stays_letter_for_letter_in_text_and_page(key: str, typed: str) -> None:
    plan = Plan().with_answer("venue.place", "in_person")
    for path in TYPED:
        plan = plan.with_answer(path, typed)
    pack = prepare(plan, today=TODAY)
    wanted = _without_gaps(printable(plan.purpose.organiser))

    text = make(DOCUMENTS[key], pack, Form.TEXT).data.decode()
    page = _parsed(make(DOCUMENTS[key], pack, Form.PAGE).data)

    assert wanted in _without_gaps(text)
    assert wanted in _without_gaps("".join(page.words))
    assert not [tag for tag in page.tags if tag in {"script", "img", "iframe", "b"}]


@settings(max_examples=15)
@given(plan=plans())
def test_a_page_is_whole_and_loads_nothing(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    for document in _for_reading(pack):
        page = _parsed(make(document, pack, Form.PAGE).data)

        assert page.language == "en-GB"
        assert page.title.strip()
        assert page.tags.count("h1") == 1
        assert page.tags.count("table") == page.tags.count("caption")
        assert not page.unscoped
        assert not page.loads
        assert all(re.match(r"https?://|mailto:|#part-\d+$", address) for address in page.addresses)
        assert page.left_open == []


@pytest.mark.parametrize("key", ["plan", "invitation"])
def test_a_link_inside_a_page_leads_to_a_heading_there(key: str) -> None:
    page = _parsed(make(DOCUMENTS[key], _pack(EXAMPLES[0]), Form.PAGE).data)

    inside = {address.removeprefix("#") for address in page.addresses if address.startswith("#")}

    assert inside <= page.ids
    assert len(page.ids) == page.tags.count("h2") + page.tags.count("h3") + page.tags.count("h4")


def test_a_table_becomes_records_in_a_text() -> None:
    text = plain_text(
        "<!-- table: Times -->\n| Time | What | Who |\n|---|---|---|\n| 9:30 | Tea | |\n"
    ).decode()

    assert text == "Times:\n\n9:30\n  What: Tea\n"


def test_a_text_has_boxes_to_tick_lines_to_write_on_and_addresses() -> None:
    markdown = (
        "<!-- ticks -->\n- Yes\n\n<!-- table: Name |  | plain fill-in -->\n| Name |\n|---|\n|  |\n\n"
        "[The guide](https://www.example.org/guide)\n"
    )

    text = plain_text(markdown).decode()

    assert "[ ] Yes" in text
    assert "  Name: ____" in text
    assert "The guide (https://www.example.org/guide)" in text


@examples
def test_lines_of_a_text_are_76_letters_wide_at_most(path: Path) -> None:
    pack = _pack(path)

    lines = [
        line
        for document in _for_reading(pack)
        for line in make(document, pack, Form.TEXT).data.decode().splitlines()
        if "http" not in line
    ]

    assert max(map(len, lines)) <= 76


def test_large_print_is_a_word_file_of_its_own() -> None:
    pack = _pack(EXAMPLES[0])

    standard, large = (make(DOCUMENTS["invitation"], pack, form) for form in (Form.WORD, Form.LARGE_PRINT))

    assert large.name == standard.name.replace(".docx", "-large-print.docx")
    assert large.data != standard.data


def test_a_page_without_a_title_of_its_own_gets_that_of_the_file() -> None:
    page = _parsed(web_page("Tea and talk.\n", title="R&D <today>"))

    assert page.tags.count("h1") == 1
    assert page.title == "R&D <today>"


def _pack(path: Path) -> Pack:
    return prepare(open_plan(path.read_bytes()), today=TODAY)


def _for_reading(pack: Pack) -> list[Document]:
    return [document for document in fitting(pack) if document.form in READ]


def _words(key: str, plan: Plan) -> str:
    return "\n".join(map(words_of, read(text_of(DOCUMENTS[key], prepare(plan, today=TODAY))))) + "\n"


def _without_gaps(text: str) -> str:
    return "".join(text.split())


def _parsed(data: bytes) -> "_Page":
    page = _Page()
    page.feed(data.decode())
    page.close()
    return page


VOID = {"meta", "br"}


@dataclass
class _Page(HTMLParser):
    """What a browser would find in a page."""

    language: str = ""
    title: str = ""
    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    unscoped: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    left_open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_attributes = dict(attrs)
        self.tags.append(tag)
        if tag == "html":
            self.language = given_attributes.get("lang") or ""
        if tag == "th" and given_attributes.get("scope") not in {"col", "row"}:
            self.unscoped.append(tag)
        if tag == "a":
            self.addresses.append(given_attributes.get("href") or "")
        self.loads += [
            name for name, _ in attrs if name in {"src", "srcset", "data"} or name.startswith("on")
        ]
        self.loads += [tag for tag in (tag,) if tag in {"link", "script", "img", "iframe", "object"}]
        self.ids |= {given_attributes["id"] or ""} if "id" in given_attributes else set()
        if tag not in VOID:
            self.left_open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.left_open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "title" in self.left_open:
            self.title += data
        elif "style" in self.left_open:
            self.loads += re.findall(r"@import|url\(", data)
        else:
            self.words.append(data)
