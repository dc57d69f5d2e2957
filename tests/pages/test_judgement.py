"""What pages show of our judgement: what does not fit together, how a text reads, and what is booked."""

import pytest

from pages.shared.all_advice import CLASHES
from pages.shared.frame import plain
from planner.answers import QUESTIONS, Length, Plan
from planner.answers.settings import LocalWords
from tests.pages.wizard import do, found, markdown_on, opened, plan_of, widget

BACKWARDS = Plan().with_answer("audience.people", 8).with_answer("audience.needs", {"wheelchair_users": 9})
WITH_INTERPRETERS = Plan().with_answer("access.provisions", ["bsl_interpreters"])
FOLDED = sorted({one.step for one in QUESTIONS if one.question.fold})


@pytest.mark.parametrize("page", ["check", "documents", "advice"])
def test_what_does_not_fit_together_is_shown_before_documents_are_made(page: str) -> None:
    at = opened(BACKWARDS, page)

    shown = markdown_on(at)

    assert f"## {CLASHES} (1)" in shown
    headline = plain("You expect more people with one need than people in all.")
    assert any(headline in words for words in shown)


@pytest.mark.parametrize("page", ["check", "documents"])
def test_nothing_is_shown_where_everything_fits(page: str) -> None:
    at = opened(WITH_INTERPRETERS, page)

    shown = " ".join(markdown_on(at))

    assert CLASHES not in shown


def test_what_was_seen_is_not_shown_again_as_a_clash() -> None:
    seen = BACKWARDS.with_seen("fits_together.more_with_a_need_than_people", "One of them comes twice.")

    at = opened(seen, "check")

    assert CLASHES not in " ".join(markdown_on(at))


def test_a_long_text_says_how_long_it_takes_and_how_hard_it_is() -> None:
    text = "We meet in the library. There is tea. You can say no. " * 10
    at = opened(Plan().with_answer("purpose.fixed", text), "purpose")

    captions = [caption.value for caption in at.caption]

    assert "Easy to read. About 1 minute to read, 1 minute aloud." in captions


def test_a_short_text_is_not_judged() -> None:
    at = opened(Plan().with_answer("purpose.fixed", "The roof stays."), "purpose")

    captions = [caption.value for caption in at.caption]

    assert any("Under 100 words we do not say how hard a text is." in words for words in captions)
    assert not any(words.startswith(("Easy to read", "Medium", "Hard")) for words in captions)


def test_a_sentence_is_shown_before_and_after() -> None:
    at = opened(Plan().with_answer("purpose.question", "When should we commence?"), "purpose")

    shown = markdown_on(at)

    assert any(f"Before: {plain('When should we commence?')}" in words for words in shown)
    assert any(f"After: **{plain('When should we start?')}**" in words for words in shown)


def test_the_words_of_people_near_by_are_kept_and_followed() -> None:
    at = opened(Plan().with_answer("purpose.question", "How do the handicapped get in?"), "purpose")

    widget(at, "local_words").set_value(LocalWords.PEOPLE_WITH_DISABILITIES)
    do(at)

    assert plan_of(at).local_words is LocalWords.PEOPLE_WITH_DISABILITIES
    assert any(plain("you could say: people with disabilities") in words for words in markdown_on(at))


def test_the_quick_plan_does_not_ask_for_local_words() -> None:
    at = opened(Plan(length=Length.QUICK), "purpose")

    assert "## Which words do people near you use?" not in markdown_on(at)


def test_what_is_booked_is_kept_and_can_be_taken_back() -> None:
    at = opened(WITH_INTERPRETERS, "access")
    name = "provisions.bsl_interpreters"

    widget(at, "booked", name).check()
    do(at)
    booked = plan_of(at).booked
    widget(at, "booked", name).uncheck()
    do(at)

    assert booked == (name,)
    assert plan_of(at).booked == ()
    assert plan_of(at).access.provisions == ("bsl_interpreters",)


def test_what_needs_no_booking_does_not_ask_for_it() -> None:
    at = opened(Plan().with_answer("access.provisions", ["faces_in_view"]), "access")

    keys = [box.key for box in at.checkbox if ".booked." in str(box.key)]

    assert keys == []


@pytest.mark.parametrize("step", FOLDED)
def test_a_folded_question_is_asked_and_open_once_it_is_answered(step: str) -> None:
    first = next(one for one in QUESTIONS if one.step == step and one.question.fold and one.choices)
    assert first.choices is not None
    choice = next(iter(first.choices))
    at = opened(Plan().with_answer("venue.place", "in_person"), step)

    widget(at, first.path).set_value(choice)
    do(at)

    assert plan_of(at).answer(first.path) is choice
    assert found(at, f"fold-{step}").proto.expanded
