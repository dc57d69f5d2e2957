"""The words on the pages are plain: measured as people see them, on every page."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.steps import PAGES
from planner.answers import Length, Plan
from planner.catalogue import catalogue
from planner.reading import Reading, read
from tests.pages.wizard import go, opened

HIGHEST_GRADE = 8
FEWEST_WORDS = 4
FULL = Plan().with_answer("venue.place", "hybrid").with_answer("budget.pay", "choice")
QUICK = Plan(length=Length.QUICK)
MARKUP = re.compile(
    r":[a-z]+(?:-badge)?\[|\]\([^)]*\)|[\]\[*#\\>]|:material/\w+:|^\s*(?:-|\d+\.)\s+", re.MULTILINE
)
TAGS = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)


@pytest.mark.parametrize("plan", [FULL, QUICK], ids=["full", "quick"])
def test_the_words_of_the_pages_are_at_grade_eight_or_below(plan: Plan) -> None:
    at = opened(plan)
    words = {PAGES[0].name: words_on(at)}

    for one in PAGES[1:]:
        words[one.name] = words_on(go(at, one.name))

    grades = {name: measured(text).grade for name, text in words.items()}
    too_hard = {name: grade for name, grade in grades.items() if grade is not None and grade > HIGHEST_GRADE}
    together = measured("\n".join(words.values()))
    assert too_hard == {}
    assert together.grade is not None
    assert together.grade <= HIGHEST_GRADE


def test_what_is_measured_is_what_people_see() -> None:
    at = opened(QUICK, "purpose")

    lines = words_on(at).splitlines()

    assert lines.count("What is the workshop called?") == 1
    assert any(line.startswith("People come when they know what it is for") for line in lines)
    assert not [line for line in lines if "<" in line or "**" in line or ":material" in line]


def words_on(at: AppTest) -> str:
    """Every sentence that the page shows, one a line. A button or a tick of a few words would make it look easier."""
    protos = [getattr(node, "proto", None) for node in at]
    pieces = [
        str(getattr(proto, field)) for proto in protos for field in ("body", "label") if hasattr(proto, field)
    ]
    lines = [line.strip() for piece in pieces for line in MARKUP.sub("", TAGS.sub(" ", piece)).splitlines()]
    sentences = dict.fromkeys(line for line in lines if len(line.split()) >= FEWEST_WORDS)
    return "\n".join(line if line.endswith((".", "?", "!", ":")) else f"{line}." for line in sentences)


def measured(text: str) -> Reading:
    facts = catalogue()
    return read(
        text,
        jargon=facts.jargon,
        respectful=facts.respectful,
        long_sentence=facts.pace.long_sentence.value,
    )
