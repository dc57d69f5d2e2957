"""How we judge: every rule and every fact is there for anybody to see, and the panel on doing it together."""

from datetime import date

import pytest

from pages.shared import store
from pages.shared.frame import plain
from pages.shared.how_we_judge import facts_by_group
from pages.shared.steps import PAGES
from planner.advice import RULES
from planner.answers import Plan
from planner.catalogue import catalogue
from tests.pages.wizard import do, found, markdown_on, opened, press, visit

FACTS = catalogue()
GROUPS = facts_by_group(FACTS)
SHARED = (
    Plan()
    .with_answer("purpose.can_change", "some")
    .with_answer("purpose.decides", "after_listening")
    .with_answer("together.planned_with", "asked")
)


def test_every_rule_is_there_with_its_level_reason_source_and_how_sure() -> None:
    at = opened(Plan(), "judge")

    shown = "\n\n".join(markdown_on(at))
    missing = [
        rule.id
        for rule in RULES.values()
        if f"**{plain(rule.headline)}** {plain(rule.why)}\n\n- Level: {rule.level.words}\n" not in shown
    ]
    sources = {key for rule in RULES.values() for key in rule.grounds(FACTS).sources}
    assert missing == []
    assert [key for key in sources if plain(FACTS.sources[key].title) not in shown] == []
    assert shown.count("- How sure: ") == len(RULES)


def test_facts_are_drawn_only_when_somebody_opens_them() -> None:
    at = opened(Plan(), "judge")

    tables = [html.value for html in at.html if "<table>" in html.value]

    assert tables == []


@pytest.mark.parametrize("heading", GROUPS)
def test_every_fact_is_in_a_table_with_its_dates(heading: str) -> None:
    at = opened(Plan(), "judge")

    at.session_state[f"facts-{heading}"] = True
    do(at)

    (table,) = [html.value for html in at.html if "<table>" in html.value]
    assert table.count("<th scope='row'>") == len(GROUPS[heading])
    assert "check again" not in table


def test_no_fact_is_left_out_and_each_has_a_name() -> None:
    facts = [fact for group in GROUPS.values() for fact in group]

    assert len(facts) == len(list(FACTS.evidence()))
    assert all(len(label) > 1 for label, _ in facts)


def test_a_fact_whose_day_has_passed_says_check_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "today", lambda: date(2040, 1, 1))
    at = opened(Plan(), "judge")

    at.session_state["facts-Prices"] = True
    do(at)

    (table,) = [html.value for html in at.html if "<table>" in html.value]
    assert table.count(": check again") == len(FACTS.prices)


@pytest.mark.parametrize("page", ["home", "timing", "advice"])
def test_help_stands_at_the_foot_of_every_page_in_the_same_order(page: str) -> None:
    at = opened(Plan(), page)

    links = [link.proto.label for link in found(at, "noprint-foot").get("page_link")]

    assert links == [one.title for one in PAGES if one.at_foot]
    assert "How we judge" in links


def test_back_leads_to_about_and_nothing_comes_after() -> None:
    at = opened(Plan(), "judge")
    keys = {button.key for button in at.button}

    press(at, "way_back")

    assert "way_on" not in keys
    assert at.title[0].value == "About"


def test_the_panel_says_what_it_is_and_what_to_write() -> None:
    at = opened(SHARED, "together")

    shown = markdown_on(at)

    assert "## What this is, from your answers" in shown
    assert any("You asked some disabled people about the plan" in words for words in shown)
    assert any("We decide after listening to you" in words for words in shown)
    assert any(words.startswith("Not known yet: ") for words in shown)


def test_there_is_no_panel_while_too_little_is_known() -> None:
    at = opened(Plan().with_answer("budget.pay", "no"), "together")

    assert "## What this is, from your answers" not in markdown_on(at)


def test_a_first_visitor_sees_no_panel() -> None:
    at = visit()

    assert "## What this is, from your answers" not in markdown_on(at)
