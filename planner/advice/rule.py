"""What a rule is: one worry, with a headline, a reason, what to do, and who says so."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from planner.advice.texts import ReadingHelp, reading_help
from planner.answers import Plan, asked
from planner.arrangements import Arrangements
from planner.catalogue import Catalogue
from planner.catalogue.entries import Abbreviations, Basis, Entry, Evidence, Figure, Glossary, Pace, Price


class Level(StrEnum):
    """How much it matters. Nothing ever stops an organiser from going on."""

    SHUT_OUT = "shut"
    LOOK_AGAIN = "look"
    GOOD_IDEA = "idea"

    @property
    def words(self) -> str:
        """How pages and documents say it."""
        return {
            Level.SHUT_OUT: "Someone will be shut out",
            Level.LOOK_AGAIN: "Look again",
            Level.GOOD_IDEA: "Good idea",
        }[self]


@dataclass(frozen=True)
class Case:
    """What a rule looks at: the answers, what follows from them, what is known, and the day it is."""

    plan: Plan
    arranged: Arrangements
    facts: Catalogue
    today: date

    @property
    def pace(self) -> Pace:
        """The thresholds."""
        return self.facts.pace

    @cached_property
    def _read_already(self) -> dict[str, ReadingHelp]:
        return {}

    def reading_of(self, path: str) -> ReadingHelp:
        """How the text at a path reads, worked out once for all rules, and forgotten with the case."""
        if path not in self._read_already:
            self._read_already[path] = reading_help(path, self.plan, self.facts)
        return self._read_already[path]

    def has_need(self, *needs: str) -> bool:
        """Whether people with one of these needs are expected."""
        return any(need in self.plan.audience.needs for need in needs)

    def provides(self, *keys: str) -> bool:
        """Whether one of these provisions or formats is put in place."""
        return any(key in self.plan.access.provisions or key in self.plan.access.formats for key in keys)


@dataclass(frozen=True)
class Fix:
    """An answer that would put it right, and the words of the button that gives it."""

    words: str
    path: str
    answer: Any


@dataclass(frozen=True)
class Worry:
    """What a rule yields: what to do, and where it differs, the headline, the answer it is about, and a fix.

    ``unsure`` marks a worry that hangs on a "not sure yet": it says what to find out and is never above "look again".
    """

    do: str
    headline: str = ""
    about: str = ""
    fix: Fix | None = None
    unsure: bool = False


Judge = Callable[[Case], Iterator[Worry]]


@dataclass(frozen=True)
class Rule:
    """A worry as it is registered: its id is the module and the name of the function."""

    id: str
    level: Level
    about: str
    headline: str
    why: str
    sources: tuple[str, ...]
    fact: str
    judge: Judge = field(repr=False)
    clash: bool = False  # it is about answers that do not fit together

    def grounds(self, facts: Catalogue) -> "Grounds":
        """Who says so and how sure it is: the evidence of the fact it rests on, or its own sources."""
        if self.fact:
            found = fact_evidence(facts, self.fact)
            return Grounds(
                found.basis,
                tuple(dict.fromkeys((*self.sources, *found.sources))),
                found.as_of,
                found.review_by,
            )
        return Grounds(Basis.VERIFIED if self.sources else Basis.OUR_JUDGEMENT, self.sources)

    def __call__(self, case: Case) -> Iterator["Advice"]:
        """Everything the rule has to say about a case."""
        for worry in self.judge(case):
            level = Level.LOOK_AGAIN if worry.unsure and self.level is Level.SHUT_OUT else self.level
            yield Advice(
                rule=self.id,
                level=level,
                about=worry.about or self.about,
                headline=worry.headline or self.headline,
                why=self.why,
                do=worry.do,
                grounds=self.grounds(case.facts),
                fix=worry.fix,
                unsure=worry.unsure,
                seen=case.plan.seen.get(self.id, ""),
            )


@dataclass(frozen=True)
class Grounds:
    """What a piece of advice rests on."""

    basis: Basis
    sources: tuple[str, ...] = ()
    as_of: date | None = None
    review_by: date | None = None


@dataclass(frozen=True)
class Advice:
    """One thing an experienced access lead would say about this plan.

    ``seen`` is the organiser's reason to go ahead all the same; empty while there is none.
    """

    rule: str
    level: Level
    about: str
    headline: str
    why: str
    do: str
    grounds: Grounds
    fix: Fix | None = None
    unsure: bool = False
    seen: str = ""

    @property
    def is_clash(self) -> bool:
        """Whether it is about answers that do not fit together."""
        return RULES[self.rule].clash


RULES: dict[str, Rule] = {}


def rule(
    level: Level, *, about: str, source: str | tuple[str, ...] = (), fact: str = "", clash: bool = False
) -> Callable[[Judge], Rule]:
    """Register a worry. ``about`` is the path of the answer; ``fact`` names the catalogue entry it rests on.

    ``clash`` marks a worry about answers that do not fit together, which pages show first.

    Raises KeyError for a path that no question has, ValueError where headline or reason is missing.
    """
    asked(about)

    def register(judge: Judge) -> Rule:
        module = judge.__module__.rsplit(".", 1)[-1]
        headline, _, why = inspect.cleandoc(judge.__doc__ or "").partition("\n\n")
        if not headline or not why:
            raise ValueError(
                f"{judge.__name__} needs a headline, an empty line and a reason in its docstring."
            )
        sources = (source,) if isinstance(source, str) else source
        made = Rule(
            id=f"{module}.{judge.__name__}",
            level=level,
            about=about,
            headline=headline,
            why=" ".join(why.split()),
            sources=sources,
            fact=fact,
            judge=judge,
            clash=clash,
        )
        RULES[made.id] = made
        return made

    return register


def fact_evidence(facts: Catalogue, name: str) -> Evidence:
    """The evidence of a fact such as ``pace.stretch``, or of a whole list such as ``jargon``.

    Raises KeyError where there is no such fact.
    """
    table_name, _, key = name.partition(".")
    table = getattr(facts, table_name)
    if isinstance(table, Glossary | Abbreviations):
        return table.evidence
    found = getattr(table, key) if isinstance(table, Pace) else table[key]
    assert isinstance(found, Entry | Figure | Price)
    return found.evidence
