"""Short forms that nobody explained are found once each, and explained ones are left alone."""

import pytest

from planner.catalogue import catalogue
from planner.reading.abbreviations import Abbreviation, unexplained

KNOWN = catalogue().abbreviations


def found_in(text: str) -> tuple[Abbreviation, ...]:
    return unexplained(text, everybody_knows=KNOWN.everybody_knows, stands_for=KNOWN.stands_for)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Ask the DPO.", ["DPO"]),
        ("Ask the DPO. The DPO knows.", ["DPO"]),
        ("The PAs' lunch is free.", ["PA"]),
        ("The CVS and the DWP meet.", ["CVS", "DWP"]),
        ("Tell the QXC's chair.", ["QXC"]),
    ],
)
def test_a_short_form_is_found_once(text: str, short: list[str]) -> None:
    found = found_in(text)

    assert [one.found for one in found] == short
    assert all(text[one.start : one.end] == one.found for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "The Disabled People's Organisation (DPO) meets. Ask the DPO.",
        "DPO (a group run by disabled people) meets.",
        "British Sign Language is welcome, and so is BSL.",
        "Tea with the NHS in the UK.",
        "COME TO THE HALL NOW",
        "Northfield NF1 2AB, or EC1A 1BB.",
        "See www.BSL.org or write to BSL@example.org.",
        "On A4 paper, M25 and B12.",
        "",
    ],
)
def test_what_is_explained_or_known_to_all_is_left_alone(text: str) -> None:
    found = found_in(text)

    assert found == ()


def test_what_it_stands_for_is_told_where_we_know_it() -> None:
    known, unknown = found_in("The DWP wrote to the QXC.")

    assert known.stands_for == "Department for Work and Pensions"
    assert unknown.stands_for == ""


def test_nothing_is_both_known_to_all_and_explained_by_us() -> None:
    both = KNOWN.everybody_knows & KNOWN.stands_for.keys()

    assert both == set()


def test_a_page_of_capitals_takes_no_time() -> None:
    found = found_in("AB " * 10_000 + "(" * 5_000)

    assert found == ()
