"""Before and after: a sentence with plainer words put in, only where they fit as they are."""

import pytest

from planner.catalogue import catalogue
from planner.reading import before_and_after, read, sentences_of
from planner.reading.plainer import Plainer

FACTS = catalogue()


def changed(text: str) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in plainer(text)]


def plainer(text: str) -> tuple[Plainer, ...]:
    reading = read(text, jargon=FACTS.jargon, respectful=FACTS.respectful, long_sentence=25)
    return before_and_after(sentences_of(text), (*reading.jargon, *reading.respectful))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We will commence at ten.", "We will start at ten."),
        ("Use the disabled toilets prior to lunch.", "Use the accessible toilets before lunch."),
        ("Regarding lunch: tell us.", "About lunch: tell us."),
        ("The elderly are welcome.", "Older people are welcome."),
        ("It commences at ten.", "It starts at ten."),
    ],
)
def test_plainer_words_are_put_in(before: str, after: str) -> None:
    found = changed(before)

    assert found == [(before, after)]


@pytest.mark.parametrize(
    "text",
    [
        "Stakeholders are welcome.",  # the suggestion explains the word
        "We commenced at ten.",  # another form of the word
        "The methodology is new.",
        "Wheelchair-bound people are welcome.",
        "Tea is at ten.",
        "",
    ],
)
def test_what_needs_a_new_sentence_is_left_to_people(text: str) -> None:
    found = changed(text)

    assert found == []


def test_only_the_sentence_with_the_word_is_shown_and_where_it_stands() -> None:
    text = "Tea is at ten. We will commence after that. Goodbye."

    (one,) = plainer(text)

    assert text[one.start : one.end] == one.before == "We will commence after that."


def test_a_suggestion_can_be_put_into_the_words_of_people_near_by() -> None:
    text = "The handicapped are welcome."
    reading = read(text, jargon=FACTS.jargon, respectful=FACTS.respectful, long_sentence=25)

    (one,) = before_and_after(sentences_of(text), reading.respectful, str.upper)

    assert one.after == "DISABLED PEOPLE are welcome."
