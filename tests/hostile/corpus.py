"""Hostile words, and plans that send each of them through the doors where words come in."""

import tomllib
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

from planner.answers import QUESTIONS, Kind, Plan
from planner.answers.question import LONGEST_TEXT
from planner.answers.seen import LONGEST_REASON
from planner.answers.who import LONGEST_ROLE
from planner.pack import prepare
from tests.documents.hostile import HOSTILE
from tests.pages.filled import filled
from tests.plans.test_examples import TODAY

BY_AIM: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("corpus.toml").read_text(encoding="utf-8")
)
# A TOML file holds no half letters; those, and the very long ones, are written in Python.
CORPUS: tuple[str, ...] = tuple(
    dict.fromkeys([*(words for group in BY_AIM.values() for words in group), *HOSTILE])
)
MUCH = 1_000  # letters; the longest come alone
ANSWERS = sum(one.kind is Kind.TEXT for one in QUESTIONS) + 2  # and the names of two activities
DOORS = ANSWERS + 2  # and why people go ahead, and the roles they chose


def alone() -> list[Plan]:
    """Plans in which each hostile thing stands alone behind one of the doors."""
    groups = (CORPUS[start : start + ANSWERS] for start in range(0, len(CORPUS), ANSWERS))
    return [with_reasons_and_roles(filled(group), group) for group in groups]


def through_every_door() -> Plan:
    """A plan in which all of them stand behind every door, each on a line of its own where a door takes lines."""
    short = [words for words in CORPUS if len(words) < MUCH]
    return with_reasons_and_roles(filled(["\n".join(short)[:LONGEST_TEXT]]), CORPUS)


def with_reasons_and_roles(plan: Plan, words: Iterable[str]) -> Plan:
    """The plan with a reason to go ahead for every second piece of advice, and a role for each thing to do.

    All of the words are dealt out to the reasons, as far as those hold them, and what is short enough to the roles.
    """
    pack = prepare(plan, today=TODAY)
    rules = list(dict.fromkeys(one.rule for one in pack.advice))[::2]
    tasks = [one.id for one in pack.arranged.to_dos]
    said = [one for one in words if one.strip()] or ["="]
    reasons = (" ".join(said[place :: len(rules)]) or said[0] for place in range(len(rules)))
    roles = cycle([one for one in said if len(one) <= LONGEST_ROLE] or ["="])
    return Plan.model_validate(
        {
            **dict(plan),
            "seen": {rule: reason[:LONGEST_REASON] for rule, reason in zip(rules, reasons, strict=True)},
            "who": dict(zip(tasks, roles, strict=False)),
        }
    )
