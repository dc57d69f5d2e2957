"""Two questions in one are found, and questions that only look like it are left alone."""

import pytest

from planner.reading.double import double_questions
from planner.reading.sentences import sentences_of

DOUBLE = (
    "Do you like swimming and dancing?",
    "Was the room warm and easy to find?",
    "What helped, and what got in the way?",
    "Where do you live and how do you get there?",
    "Do you come by bus or do you drive?",
    "“Is it safe and clean?”",
)
SINGLE = (
    "What should the rooms have, so that everybody can get changed and get home?",
    "Would you like tea and coffee?",
    "Do you and your friends come by bus?",
    "Is there a good day and time?",
    "What would help you say and do more?",
    "We swim and dance.",
    "Can people take part with and without speaking?",
    "What helps? What gets in the way?",
    "",
)


@pytest.mark.parametrize("text", DOUBLE)
def test_a_question_about_two_things_is_found(text: str) -> None:
    found = double_questions(sentences_of(text))

    assert [one.text for one in found] == [text]


@pytest.mark.parametrize("text", SINGLE)
def test_one_question_is_one_question(text: str) -> None:
    found = double_questions(sentences_of(text))

    assert found == ()


def test_each_double_question_of_a_text_is_found_where_it_stands() -> None:
    text = "Tea first. Do you like swimming and dancing? Was it warm and clean? Goodbye."

    found = double_questions(sentences_of(text))

    assert [text[one.start : one.end] for one in found] == [
        "Do you like swimming and dancing?",
        "Was it warm and clean?",
    ]
