"""Every rule has a plan that worries it and a plan that does not, in TOML that anybody can correct."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.advice import RULES, Advice
from planner.advice.rules import MODULES
from planner.answers import Plan
from planner.pack import prepare

FOLDER = Path(__file__).parent
TODAY = date(2026, 11, 23)
KINDS = ("worried", "quiet", "not_sure")


def examples() -> dict[str, dict[str, dict[str, dict[str, Any]]]]:
    """Every example as rule id → kind → name → answers."""
    found: dict[str, Any] = {}
    for file in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        found |= {f"{file.stem}.{rule}": kinds for rule, kinds in table.items()}
    return found


EXAMPLES = examples()


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(rule, answers, id=f"{rule}: {name}")
        for rule, kinds in EXAMPLES.items()
        for name, answers in kinds.get(kind, {}).items()
    ]


def advice_of(rule: str, answers: dict[str, Any]) -> list[Advice]:
    """What the rule says about a plan with these answers, on the day the example names or on ours."""
    today = answers.get("today", TODAY)
    plan = Plan.model_validate({step: said for step, said in answers.items() if step != "today"})
    return [advice for advice in prepare(plan, today=today).advice if advice.rule == rule]


@pytest.mark.parametrize(("rule", "answers"), cases("worried"))
def test_it_worries(rule: str, answers: dict[str, Any]) -> None:
    found = advice_of(rule, answers)

    assert found
    assert not all(advice.unsure for advice in found)
    assert all(advice.do for advice in found)


@pytest.mark.parametrize(("rule", "answers"), cases("quiet"))
def test_it_stays_silent(rule: str, answers: dict[str, Any]) -> None:
    found = advice_of(rule, answers)

    assert found == []


@pytest.mark.parametrize(("rule", "answers"), cases("not_sure"))
def test_it_says_what_to_find_out(rule: str, answers: dict[str, Any]) -> None:
    found = advice_of(rule, answers)

    assert found
    assert all(advice.unsure for advice in found)


def test_every_rule_has_an_example_of_both_kinds() -> None:
    without = {
        rule: kind for rule in RULES for kind in ("worried", "quiet") if not EXAMPLES.get(rule, {}).get(kind)
    }

    assert without == {}


def test_every_example_belongs_to_a_rule_and_is_of_a_known_kind() -> None:
    strangers = set(EXAMPLES) - set(RULES)
    odd_kinds = {kind for kinds in EXAMPLES.values() for kind in kinds} - set(KINDS)

    assert strangers == set()
    assert odd_kinds == set()


def test_an_empty_plan_gets_no_advice() -> None:
    found = prepare(Plan(), today=TODAY).advice

    assert found == ()


def test_every_module_of_rules_has_a_rule() -> None:
    with_rules = {rule.split(".")[0] for rule in RULES}

    assert with_rules == set(MODULES)
