"""The workshop plan holds every answer letter for letter, and says first who would be shut out."""

from datetime import date

import pytest
from hypothesis import given, settings

from planner.advice import Level
from planner.answers import QUESTIONS, Kind, Plan
from planner.arrangements.tasks import Notice
from planner.documents import DOCUMENTS, text_of
from planner.documents.markup import Heading, plain, read
from planner.documents.package import printable
from planner.documents.writing import pounds
from planner.pack import Pack, prepare
from tests.documents.reading import words_of
from tests.plans.strategies import plans

TODAY = date(2026, 11, 23)


@settings(max_examples=60)
@given(plans())
def test_every_answer_typed_is_in_it_letter_for_letter(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    words = _without_gaps(_words(pack))

    assert [typed for typed in _typed(plan) if _without_gaps(printable(typed)) not in words] == []


@settings(max_examples=30)
@given(plans())
def test_totals_are_those_of_the_budget(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)
    budget = pack.arranged.budget

    words = _words(pack)

    expected = [budget.total, *(budget.group(group) for group in budget.groups)] if budget.lines else []
    assert all(
        pounds(cost) in words for total in expected for cost in (total.low, total.expected, total.high)
    )


def test_an_empty_plan_makes_a_document_that_says_what_to_do() -> None:
    headings = _headings(prepare(Plan(), today=TODAY))

    assert headings[0] == "At a glance"
    assert "What to do, and by when" in headings
    assert "The day" not in headings
    assert "Keeping people informed" not in headings


def test_an_answer_that_is_no_longer_asked_for_is_listed_as_not_used() -> None:
    plan = Plan.model_validate({"venue": {"place": "online", "name": "Northfield Library"}})

    words = _words(prepare(plan, today=TODAY))

    assert words.index("Not used, because the question no longer applies") < words.index("Northfield Library")


def test_too_late_comes_first_with_what_to_do_instead() -> None:
    plan = Plan.model_validate(
        {
            "timing": {"day": "2026-12-10", "nation": "england"},
            "access": {"provisions": ["bsl_interpreters"]},
        }
    )
    pack = prepare(plan, today=TODAY)

    words = _words(pack)

    late = next(one for one in pack.arranged.to_dos if one.if_late)
    dated = next(one for one in pack.arranged.to_dos if one.notice is Notice.TIGHT)
    assert words.index("Too late for the usual way") < words.rindex(late.if_late) < words.rindex(dated.do)


def test_advice_says_what_to_do_and_who_says_so() -> None:
    plan = Plan.model_validate({"audience": {"needs": {"bsl_users": 2}}, "timing": {"break_every": "none"}})
    pack = prepare(plan, today=TODAY)

    words = _words(pack)

    assert pack.advice
    assert all(one.headline in words and one.do in words for one in pack.advice)
    assert all(one.grounds.basis.words in words for one in pack.advice if one.level is not Level.GOOD_IDEA)


@pytest.mark.parametrize("length", [299, 301, 20_000])
def test_a_text_of_any_length_is_there_in_full(length: int) -> None:
    plan = Plan().with_answer("together.worries", "x" * length)

    words = _words(prepare(plan, today=TODAY))

    assert "x" * length in words


def _words(pack: Pack) -> str:
    return "\n".join(map(words_of, read(text_of(DOCUMENTS["plan"], pack))))


def _headings(pack: Pack) -> list[str]:
    return [
        plain(block.inline) for block in read(text_of(DOCUMENTS["plan"], pack)) if isinstance(block, Heading)
    ]


def _typed(plan: Plan) -> list[str]:
    texts = [plan.answer(one.path) for one in QUESTIONS if one.kind is Kind.TEXT]
    return [*texts, *(activity.title for activity in plan.methods.activities)]


def _without_gaps(text: str) -> str:
    """The letters alone: a document may break lines where it likes."""
    return "".join(text.split())
