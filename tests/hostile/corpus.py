"""Hostile words, and plans that send each of them through the doors where words come in."""

import tomllib
from pathlib import Path

from planner.answers import QUESTIONS, Kind, Plan
from planner.answers.question import LONGEST_TEXT
from tests.documents.hostile import HOSTILE
from tests.pages.filled import filled

BY_AIM: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("corpus.toml").read_text(encoding="utf-8")
)
# A TOML file holds no half letters; those, and the very long ones, are written in Python.
CORPUS: tuple[str, ...] = tuple(
    dict.fromkeys([*(words for group in BY_AIM.values() for words in group), *HOSTILE])
)
MUCH = 1_000  # letters; the longest come alone
DOORS = sum(one.kind is Kind.TEXT for one in QUESTIONS) + 2  # and the names of two activities


def alone() -> list[Plan]:
    """Plans in which each hostile thing stands alone behind one of the doors."""
    return [filled(CORPUS[start : start + DOORS]) for start in range(0, len(CORPUS), DOORS)]


def through_every_door() -> Plan:
    """A plan in which all of them stand behind every door, each on a line of its own."""
    short = [words for words in CORPUS if len(words) < MUCH]
    return filled(["\n".join(short)[:LONGEST_TEXT]])
