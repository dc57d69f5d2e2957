"""The plan on two pages, pay and expenses, updates, looking back and the notetaker: each says what the plan says."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from planner.answers import Plan
from planner.documents import DOCUMENTS, fitting, open_plan, text_of
from planner.documents.markup import PageBreak, Table, plain, read
from planner.pack import Pack, prepare
from tests.documents.reading import words_of
from tests.plans.strategies import plans

TODAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).parents[2] / "examples" / "changing-rooms.json"
UPDATES = ("thanks", "notes", "first-decision", "no-news")
MOST_LETTERS, MOST_ROWS = 135, 8  # of a cell, and of a page of the plan on two pages: what there is room for
BOXES = 3


@settings(max_examples=15)
@given(plan=plans())
def test_the_plan_on_two_pages_never_says_more_than_fits(plan: Plan) -> None:
    blocks = read(text_of(DOCUMENTS["talk-over"], prepare(plan, today=TODAY)))

    decisions = [one for one in blocks if isinstance(one, Table) and one.caption == "Do we agree?"]
    rows = [row for table in decisions for row in table.rows]

    assert sum(isinstance(block, PageBreak) for block in blocks) == 1
    assert len(decisions) == 2
    assert all(0 < len(table.rows) <= MOST_ROWS for table in decisions)
    assert all(plain(row[1]).strip() and len(plain(row[1])) <= MOST_LETTERS for row in rows)
    assert all(list(map(plain, row[2:])) == ["☐"] * BOXES for row in rows)


def test_an_open_decision_asks_what_people_think() -> None:
    words = _words("talk-over", Plan())

    assert words.count("Not decided yet. What do you think?") == 15


@pytest.mark.parametrize(
    ("answers", "is_made"),
    [
        ({}, False),
        ({"budget.pay": "choice"}, True),
        ({"budget.pay": "no", "budget.travel": "no"}, False),
        ({"budget.pay": "no", "budget.travel": "later"}, True),
        ({"budget.travel": "ahead", "venue.place": "online"}, False),
    ],
)
def test_pay_and_expenses_are_on_paper_where_something_is_paid(
    answers: dict[str, Any], *, is_made: bool
) -> None:
    pack = _pack_of(answers)

    assert (DOCUMENTS["expenses"] in fitting(pack)) is is_made


def test_a_mile_costs_what_the_catalogue_says_and_says_when_that_is_old() -> None:
    plan = Plan().with_answer("budget.travel", "ahead")
    car = prepare(plan, today=TODAY).facts.travel["own_car"]
    too_old = date(car.evidence.review_by.year + 1, 1, 1)

    now, later = (_words("expenses", plan, today=day) for day in (TODAY, too_old))

    assert f"{round(car.costs['mileage'].low * 100)}p for each mile, there and back" in now
    assert "was due to be checked again" not in now
    assert len(later) > len(now)


def test_the_form_asks_for_no_account_and_the_warning_gives_no_advice() -> None:
    paid, unpaid = (
        _words("expenses", Plan().with_answer("budget.travel", "ahead").with_answer("budget.pay", pay))
        for pay in ("money", "no")
    )

    assert "Please do not write the number of your bank account here." in paid
    assert "We do not give advice on benefits." in paid
    assert "Do you get benefits?" not in unpaid
    assert not re.search(r"sort code|account number|National Insurance|Universal Credit", paid, re.IGNORECASE)


@pytest.mark.parametrize("key", UPDATES)
def test_an_update_stands_alone(key: str) -> None:
    words = _words(key, _example())

    assert "Dear …" in words
    assert "You hear from us" in words
    assert "01632 960142" in words
    assert "With thanks, The access lead at Northfield Leisure" in words


def test_updates_name_the_days_that_were_promised() -> None:
    plan = _example()

    said = {key: re.findall(r"\d+ (?:March|April|May|June) 2027", _words(key, plan)) for key in UPDATES}

    assert said["thanks"] == ["18 March 2027", "25 March 2027", "25 March 2027", "1 April 2027"]
    assert said["notes"] == ["18 March 2027", "15 April 2027", "22 April 2027"]
    assert said["first-decision"] == ["25 March 2027", "18 March 2027", "22 April 2027"]
    assert said["no-news"] == ["18 March 2027", "22 April 2027", "20 May 2027", "17 June 2027"]


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ({}, set(UPDATES)),
        ({"follow_up.notes_shared": "no"}, {"thanks", "first-decision", "no-news"}),
        ({"follow_up.first_update": "none"}, {"thanks", "notes"}),
        ({"follow_up.no_news": "no"}, {"thanks", "notes", "first-decision"}),
        ({"follow_up.every": "once"}, {"thanks", "notes", "first-decision"}),
    ],
)
def test_an_update_that_nobody_means_to_send_is_not_made(answers: dict[str, Any], left: set[str]) -> None:
    pack = _pack_of(answers)

    assert {one.key for one in fitting(pack)} & set(UPDATES) == left


def test_looking_back_begins_with_what_was_said_before_the_day() -> None:
    plan = _example()

    words = _words("reflection", plan)

    assert plan.together.worries in words
    assert plan.together.stop_point in words
    assert plan.together.lessons in words
    assert "Stop" in words
    assert "What we said before the day" not in _words("reflection", Plan())


def test_you_said_we_did_holds_the_question_and_what_could_never_change() -> None:
    plan = _example()

    words = _words("said-and-done", plan)

    assert words.index(plan.purpose.question) < words.index("You said, and we did")
    assert words.index("You said, and we could not") < words.index(plan.purpose.fixed)


def test_the_notetaker_gets_a_brief_of_their_own() -> None:
    pack = _pack_of({"access.provisions": ["electronic_notetaker"], "venue.place": "online"})

    made = {one.key for one in fitting(pack)}

    assert "brief-notetaker" in made
    assert "brief-captioner" not in made
    assert "Please type a summary" in _words("brief-notetaker", pack.plan)


def test_cards_for_the_day_are_only_about_the_day() -> None:
    words = _words("run-sheet", _example())

    cards = words.partition("If something goes wrong")[2]

    assert "When we stop or change it" in cards
    assert "Hot lunch" in cards
    assert "Book the venue" not in cards
    assert "Pay people quickly" not in cards


def _example() -> Plan:
    return open_plan(EXAMPLE.read_bytes())


def _pack_of(answers: dict[str, Any]) -> Pack:
    plan = Plan()
    for path, answer in answers.items():
        plan = plan.with_answer(path, answer)
    return prepare(plan, today=TODAY)


def _words(key: str, plan: Plan, today: date = TODAY) -> str:
    return "\n".join(map(words_of, read(text_of(DOCUMENTS[key], prepare(plan, today=today)))))
