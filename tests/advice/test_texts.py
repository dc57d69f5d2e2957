"""Help with what organisers write: their words, the words of people near by, and suggestions that never block."""

from datetime import date

import pytest

from planner.advice.local_words import in_local_words, other_words
from planner.advice.texts import PEOPLE_READ_IT, reading_help, text_at, texts
from planner.answers import Activity, Plan, asked
from planner.answers.settings import LocalWords
from planner.catalogue import catalogue
from planner.pack import prepare
from planner.reading.level import Label

FACTS = catalogue()
TODAY = date(2026, 11, 23)
DISABLED, PERSON_FIRST = LocalWords.DISABLED_PEOPLE, LocalWords.PEOPLE_WITH_DISABILITIES


@pytest.mark.parametrize("path", PEOPLE_READ_IT)
def test_every_text_that_people_read_is_an_answer(path: str) -> None:
    question = asked(path)

    assert path == question.path


def test_activities_are_read_one_to_a_line() -> None:
    plan = Plan().with_answer(
        "methods.activities", [Activity(title="Tea"), Activity(), Activity(title="Talk")]
    )

    assert text_at("methods.activities", plan) == "Tea\nTalk"
    assert ("methods.activities", "Tea\nTalk") in list(texts(plan))


def test_a_plain_text_has_no_suggestions_and_has_its_minutes() -> None:
    plan = Plan().with_answer("purpose.fixed", "We meet in the library. There is tea. You can say no. " * 10)

    found = reading_help("purpose.fixed", plan, FACTS)

    assert not found.has_suggestions
    assert found.reading.label is Label.EASY
    assert found.reading.minutes == 1


def test_everything_that_could_be_plainer_is_found_at_once() -> None:
    text = "The handicapped and the DPO commence at ten. Do you like swimming and dancing?"
    plan = Plan(local_words=PERSON_FIRST).with_answer("purpose.question", text)

    found = reading_help("purpose.question", plan, FACTS)

    assert found.has_suggestions
    assert [one.found for one in found.short_forms] == ["DPO"]
    assert [one.text for one in found.reading.double_questions] == ["Do you like swimming and dancing?"]
    assert [one.after for one in found.changed] == ["People with disabilities and the DPO start at ten."]


def test_an_empty_text_has_nothing() -> None:
    found = reading_help("purpose.question", Plan(), FACTS)

    assert not found.has_suggestions
    assert found.changed == ()
    assert found.reading.words == 0


@pytest.mark.parametrize(
    ("text", "chosen", "theirs"),
    [
        ("Disabled people are welcome.", PERSON_FIRST, "People with disabilities are welcome."),
        ("a person with a disability", DISABLED, "a disabled person"),
        ("The disabled people's forum", PERSON_FIRST, "The disabled people's forum"),
        ("non-disabled people", PERSON_FIRST, "non-disabled people"),
        ("disabled people", None, "disabled people"),
    ],
)
def test_suggestions_use_the_words_of_people_near_by(
    text: str, chosen: LocalWords | None, theirs: str
) -> None:
    said = in_local_words(text, chosen)

    assert said == theirs


def test_other_words_are_told_once_and_only_where_a_choice_was_made() -> None:
    text = "Disabled people, disabled people and a disabled person."

    assert other_words(text, None) == ()
    assert other_words(text, DISABLED) == ()
    assert [said for said, _ in other_words(text, PERSON_FIRST)] == ["disabled people", "disabled person"]


def test_nothing_about_words_ever_shuts_anybody_out() -> None:
    text = "The handicapped commence. Do you like the DPO and the ICB? " * 30
    plan = Plan(local_words=DISABLED)
    for path in ("purpose.title", "purpose.question", "purpose.fixed", "follow_up.what_happens"):
        plan = plan.with_answer(path, text)

    found = prepare(plan, today=TODAY).advice

    levels = {one.level.value for one in found if one.rule.startswith("plain_language.")}
    assert levels == {"look", "idea"}
