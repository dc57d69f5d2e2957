"""Seen, and here is why we go ahead: on the page where the advice stands, and on the page with all of it."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.frame import plain
from planner.advice import RULES
from planner.answers import Plan
from tests.pages.filled import examples
from tests.pages.wizard import do, go, markdown_on, opened, plan_of, press

RULE = "shared_power.only_your_team_runs_it"
ALONE = Plan().with_answer("together.run_with", "no")
WHY = "The group asked us to. They want to *sit down* & enjoy it."
PLACES = {"together": "together-run_with-0", "advice": "all-0"}


def reason_field(at: AppTest) -> Any:
    """The field that asks why."""
    (field,) = [one for one in at.text_input if one.label == "Why do you go ahead?"]
    return field


def gone_ahead(page: str) -> AppTest:
    """A page on which somebody gave a reason to go ahead."""
    at = opened(ALONE, page)
    reason_field(at).set_value(WHY)
    return press(at, f"go-ahead-{PLACES[page]}")


@pytest.mark.parametrize("page", PLACES)
def test_a_reason_is_kept_with_the_plan_and_shown_as_it_was_typed(page: str) -> None:
    at = gone_ahead(page)

    assert plan_of(at).seen == {RULE: WHY}
    assert f"Why we go ahead: {plain(WHY)}" in markdown_on(at)
    assert not [one for one in at.text_input if one.label == "Why do you go ahead?"]


@pytest.mark.parametrize("page", PLACES)
def test_it_can_be_taken_back(page: str) -> None:
    at = gone_ahead(page)

    press(at, f"take-back-{PLACES[page]}")

    assert plan_of(at).seen == {}
    assert reason_field(at).value == ""


def test_what_is_seen_is_no_longer_to_look_at() -> None:
    at = opened(ALONE)
    before = [words for words in markdown_on(at) if "to look at" in words]

    go(at, "together")
    reason_field(at).set_value(WHY)
    press(at, f"go-ahead-{PLACES['together']}")
    go(at, "home")

    after = [words for words in markdown_on(at) if "to look at" in words]
    assert len(before) == 1
    assert after == []


def test_what_is_seen_stands_at_the_end_of_all_advice() -> None:
    at = opened(ALONE.with_answer("together.planned_with", "nobody").with_seen(RULE, WHY), "advice")

    headings = [words for words in markdown_on(at) if words.startswith("## ")]

    assert headings == ["## Look again (1)", "## Seen, and you go ahead (1)"]


@pytest.mark.parametrize("typed", ["", "   "])
def test_without_a_reason_nothing_is_kept_and_the_page_says_so_once(typed: str) -> None:
    at = opened(ALONE, "together")

    reason_field(at).set_value(typed)
    press(at, f"go-ahead-{PLACES['together']}")
    told = [error.value for error in at.error]
    do(at)

    assert told == ["Write in a few words why you go ahead."]
    assert not at.error
    assert plan_of(at).seen == {}


def test_a_reason_half_typed_stays_with_its_advice_when_others_come_first() -> None:
    at = opened(ALONE, "advice")
    reason_field(at).set_value(WHY)
    do(at)

    at.session_state["plan"] = plan_of(at).with_answer("purpose.can_change", "nothing")
    do(at)

    typed = [one.value for one in at.text_input if one.label == "Why do you go ahead?"]
    assert len(typed) > 1
    assert typed.index(WHY) > 0


@pytest.mark.parametrize("page", ["together", "advice", "access", "venue"])
def test_a_reason_is_never_markup(page: str) -> None:
    hostile = "![x](http://evil.example/x.png) <script>alert(1)</script> :red[hi] $x$ **R&D**"
    plan = examples()["unboxed-gloucester"]
    for rule in RULES:
        plan = plan.with_seen(rule, hostile)

    at = opened(plan, page)

    assert f"Why we go ahead: {plain(hostile)}" in markdown_on(at)
    assert [words for words in markdown_on(at) if hostile in words] == []
    assert [html.value for html in at.html if "<script" in html.value] == []
