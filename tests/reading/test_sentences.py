"""Sentences end where a reader would say they do, also where full stops mean something else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.reading.sentences import sentences_of


@pytest.mark.parametrize(
    "one_sentence",
    [
        "Dr. Ali and Mrs. Osei will meet you at the door.",
        "Ask for Prof. Siân Rees.",
        "Come to St. Mary's Hall at 10.30am.",
        "It costs £12.50 for lunch.",
        "We start at 10.30 a.m. and stop at 2 p.m. on Tuesday.",
        "Bring something you like, e.g. Lego or knitting.",
        "We meet at the hub, i.e. The Old Library.",
        "Read more at https://www.example.org/plan.html?Day=3.Extra before you come.",
        "Read more at example.org.uk before you come.",
        "Write to Mo.Ali@example.org.uk if you are late.",
        "Follow @Doing.With for news.",
        "Room No. 5 is on the ground floor.",
        "The tel. No. 01632 960123 is on the back.",
        "It takes approx. 20 minutes.",
        "We use version 2.0.1 of the form.",
        "Lunch is at 1pm… and cake is at 3.",
        "She said hello! and went in.",
    ],
)
def test_a_full_stop_that_ends_nothing_splits_nothing(one_sentence: str) -> None:
    assert [sentence.text for sentence in sentences_of(one_sentence)] == [one_sentence]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Come in. Sit down.", ["Come in.", "Sit down."]),
        ("Is it far? No. It is close!", ["Is it far?", "No.", "It is close!"]),
        ("She said “Come in.” He sat down.", ["She said “Come in.”", "He sat down."]),
        ("He sat down. “Is there tea?”", ["He sat down.", "“Is there tea?”"]),
        ("It is cheap. £2 is enough. 3 of us paid.", ["It is cheap.", "£2 is enough.", "3 of us paid."]),
        ("Look at www.example.org. Then ring us.", ["Look at www.example.org.", "Then ring us."]),
        ("Write to mo@example.org. We answer.", ["Write to mo@example.org.", "We answer."]),
        ("Wait… Then go on.", ["Wait…", "Then go on."]),
        ("Élodie came. Íde came too.", ["Élodie came.", "Íde came too."]),
        ("What to bring\n\nA cushion and a drink", ["What to bring", "A cushion and a drink"]),
        ("- tea\n- coffee\n* cake", ["tea", "coffee", "cake"]),
        ("1. Tea\n2) Coffee\na) Cake", ["Tea", "Coffee", "Cake"]),
        ("• tea • coffee", ["tea", "coffee"]),
        ("## Getting there\n> By bus", ["Getting there", "By bus"]),
        ("Tea\r\nCoffee", ["Tea", "Coffee"]),
    ],
)
def test_sentences_headings_and_items_of_a_list_stand_alone(text: str, parts: list[str]) -> None:
    assert [sentence.text.strip() for sentence in sentences_of(text)] == parts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tea, e.g. mint", 4),
        ("Tea, i.e. mint", 4),
        ("We co-produce it", 3),
        ("Don’t worry, it’s free", 4),
        ("It is £1,250.50 in all", 5),
        ("Read https://example.org/a-very/long/one today", 3),
        ("From 10.30am on", 3),
        ("tea and/or coffee", 4),
        ("— — —", 0),
        ("", 0),
    ],
)
def test_words_are_counted_as_they_are_said(text: str, count: int) -> None:
    assert sum(len(sentence.words) for sentence in sentences_of(text)) == count


def test_an_abbreviation_that_ends_a_sentence_is_a_known_miss() -> None:
    assert len(sentences_of("It is at 12 High St. It is easy to find.")) == 1


def test_an_opening_quotation_mark_stays_with_its_sentence() -> None:
    sentences = sentences_of("(Tea is free.) “Come!” she said.")

    assert [sentence.text for sentence in sentences] == ["(Tea is free.)", "“Come!” she said."]


@given(st.text() | st.text(alphabet="Dr. aA1£\"“”'’•-\n@:/wo?!…"))
def test_any_text_is_split_in_order_and_quoted_exactly(text: str) -> None:
    sentences = sentences_of(text)

    assert all(sentence.text == text[sentence.start : sentence.end] for sentence in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert all(sentence.words and sentence.text.strip() for sentence in sentences)
