"""Personal details that patterns can see, and what they take for one by mistake or cannot see at all.

They cannot see a name without a capital ("john has adhd"), a condition without a verb beside a name ("Tom's
autism", "autistic Tom", "Tom, who is autistic"), anything in other words ("Tom goes to dialysis") or in other
languages.
They take the venue's telephone for somebody's, and a town that "is deaf" for a person.
"""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.reading import Kind, personal, personal_details

PATTERNS = {name: one for name, one in vars(personal).items() if isinstance(one, re.Pattern)}
WITHOUT_LETTERS = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]")  # classes, and signs that stand for themselves


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Write to mo.ali@example.org.", Kind.EMAIL, "mo.ali@example.org"),
        ("MO+swim@EXAMPLE.CO.UK", Kind.EMAIL, "MO+swim@EXAMPLE.CO.UK"),
        ("Ring 020 7946 0095 first.", Kind.PHONE, "020 7946 0095"),
        ("Ring (020) 7946 0095.", Kind.PHONE, "(020) 7946 0095"),
        ("Ring 01632 960123.", Kind.PHONE, "01632 960123"),
        ("Ring 07700-900-123", Kind.PHONE, "07700-900-123"),
        ("Text 07700900123", Kind.PHONE, "07700900123"),
        ("Ring +44 (0)7700 900123", Kind.PHONE, "+44 (0)7700 900123"),
        ("Ring 0044 7700 900123", Kind.PHONE, "0044 7700 900123"),
        ("Textphone 18001 01632 960123", Kind.PHONE, "01632 960123"),
        ("Her number is 943 476 5919", Kind.NHS_NUMBER, "943 476 5919"),
        ("NHS no. 9434765919", Kind.NHS_NUMBER, "9434765919"),
        ("NI is AB 12 34 56 C", Kind.NATIONAL_INSURANCE, "AB 12 34 56 C"),
        ("NI is ab123456c", Kind.NATIONAL_INSURANCE, "ab123456c"),
        ("Tom lives at 3 Mill Lane, LS1 4AB", Kind.HOME_POSTCODE, "LS1 4AB"),
        ("her home address: EH1 1YZ", Kind.HOME_POSTCODE, "EH1 1YZ"),
        ("the address of Mo is sw1a 1aa", Kind.HOME_POSTCODE, "sw1a 1aa"),
        ("CF10 3AT is his home", Kind.HOME_POSTCODE, "CF10 3AT"),
        ("DOB 03/04/1980", Kind.DATE_OF_BIRTH, "DOB 03/04/1980"),
        ("She was born on 3 April 1980.", Kind.DATE_OF_BIRTH, "born on 3 April 1980"),
        ("Mo's birthday is May 3rd", Kind.DATE_OF_BIRTH, "birthday is May 3rd"),
        ("date of birth: 1.2.84", Kind.DATE_OF_BIRTH, "date of birth: 1.2.84"),
        ("Siân has epilepsy.", Kind.HEALTH, "Siân has epilepsy"),
        ("Mo Ali is deaf.", Kind.HEALTH, "Mo Ali is deaf"),
        ("If José O’Brien lives with MS, ask.", Kind.HEALTH, "José O’Brien lives with MS"),
        ("Priya has a severe learning disability", Kind.HEALTH, "Priya has a severe learning disability"),
        ("Sam uses a wheelchair.", Kind.HEALTH, "Sam uses a wheelchair"),
    ],
)
def test_a_personal_detail_is_seen(text: str, kind: Kind, found: str) -> None:
    assert [(detail.kind, detail.found) for detail in personal_details(text)] == [(kind, found)]


@pytest.mark.parametrize(
    "trap",
    [
        "Follow @DoingWith for news.",
        "Tea @ 3pm, cake@noon",
        "Reference 0123456789",
        "Reference 01234567890",
        "ISBN 978-0-123456-78-9",
        "Order number 0123456789012",
        "From 01-12-2026 9-30 on",
        "10.30-12.30, 14.00-15.30 on 01.02.2027",
        "£1,234,567.89 for 2026-2027",
        "Room 123 4567 890",
        "The code is 943 476 5918",
        "Nine digits and one: 9434765919",
        "An example: QQ 12 34 56 C",
        "The bus GB 12 34 56 A",
        "The venue is at LS1 4AB.",
        "Bramley Care Home, LS13 2AB",
        "The address of the hall is LS1 4AB.",
        "Live music at LS1 4AB",
        "Parking A12 and bay B3 4CD",
        "People born 1990s or later",
        "The project was born in 2012.",
        "A birthday party on 3 May",
        "Our 10th birthday is on 3 May 2027.",
        "Leeds has cancer support groups.",
        "London is deaf friendly.",
        "She is deaf. Somebody has epilepsy. Everyone is disabled by steps.",
        "The Council is deaf to this.",
        "Two people have diabetes and one person is blind.",
        "We have MS Teams.",
    ],
)
def test_what_only_looks_like_one_is_left_alone(trap: str) -> None:
    assert personal_details(trap) == ()


@pytest.mark.parametrize("missed", ["john has adhd", "Tom's autism", "autistic Tom", "Tom, who is autistic"])
def test_some_things_cannot_be_seen(missed: str) -> None:
    assert personal_details(missed) == ()


def test_several_details_come_in_order() -> None:
    text = "Mo has asthma. Ring 07700 900123 or write to mo@example.org."

    kinds = [detail.kind for detail in personal_details(text)]

    assert kinds == [Kind.HEALTH, Kind.PHONE, Kind.EMAIL]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_name_and_a_kind_word_of_advice(kind: Kind) -> None:
    assert kind.words in kind.advice or kind is Kind.HEALTH
    assert not {"must", "error", "wrong"} & set(kind.advice.lower().split())


@given(st.text() | st.text(alphabet="0123456789 +()-@.abAB") | st.text(alphabet="Mo has MS bon12-9/LS4"))
def test_any_text_is_looked_through_and_quoted_exactly(text: str) -> None:
    found = personal_details(text)

    assert all(0 <= detail.start < detail.end <= len(text) for detail in found)
    assert all(detail.found == text[detail.start : detail.end] for detail in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("name", PATTERNS)
def test_no_text_takes_for_ever(name: str) -> None:
    """Each letter is looked at a limited number of times: nothing is repeated without an end."""
    pattern = PATTERNS[name].pattern

    assert re.findall(r"[*+]|\{\d*,\}", WITHOUT_LETTERS.sub("", pattern)) == []


@pytest.mark.parametrize("endless", [r"a\w+", "(?:ab)*", "[a-z]{2,}", r"\++", "x{,}"])
def test_a_pattern_that_goes_on_for_ever_would_be_seen(endless: str) -> None:
    assert re.findall(r"[*+]|\{\d*,\}", WITHOUT_LETTERS.sub("", endless))
