"""Everybody who will be there: people taking part, companions, and those who make it work."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from planner.answers import Plan
from planner.arrangements.days import minutes_between
from planner.arrangements.follows import Because, Chosen, Follows, companions_welcome, in_a_room
from planner.catalogue import Catalogue

BSL = "provisions.bsl_interpreters"


@dataclass(frozen=True)
class CrewLine:
    """People with one job, and why they are there."""

    role: str
    count: int
    because: Because
    entry: str


@dataclass(frozen=True)
class HeadCount:
    """How many people there are, and how many may come in a thin or a full turnout."""

    participants: int
    participants_low: int
    participants_high: int
    participants_known: bool
    companions: int
    crew: tuple[CrewLine, ...]
    dogs: int

    @property
    def crew_count(self) -> int:
        """Everybody who works on the day."""
        return sum(line.count for line in self.crew)

    @property
    def in_all(self) -> int:
        """Every person, and so every seat and every lunch."""
        return self.participants + self.companions + self.crew_count


def head_count(plan: Plan, facts: Catalogue, gathered: Follows) -> HeadCount:
    """The head-count. People taking part are 0 while their number is not known."""
    answer = plan.audience.people
    expected = answer if isinstance(answer, int) else 0
    few, many = turnout(expected, facts)
    return HeadCount(
        participants=expected,
        participants_low=few,
        participants_high=many,
        participants_known=isinstance(answer, int),
        companions=_companions(plan, facts, expected),
        crew=tuple(_crew(plan, gathered, expected)),
        dogs=_dogs(plan),
    )


def turnout(expected: int, facts: Catalogue) -> tuple[int, int]:
    """How many of these people come on a hard day, and how many when everybody can."""
    pace = facts.pace
    return math.floor(expected * pace.turnout_low.value / 100), math.ceil(
        expected * pace.turnout_high.value / 100
    )


def _companions(plan: Plan, facts: Catalogue, participants: int) -> int:
    if not companions_welcome(plan):
        return 0
    answer = plan.access.companions
    return (
        answer if isinstance(answer, int) else math.ceil(participants / facts.pace.people_per_companion.value)
    )


def _dogs(plan: Plan) -> int:
    count = plan.audience.needs.get("assistance_dogs", 0)
    return count if isinstance(count, int) and in_a_room(plan) else 0


def _crew(plan: Plan, gathered: Follows, participants: int) -> Iterator[CrewLine]:
    """A line for each job. Two entries may bring the same person, who is then counted once."""
    lines: dict[str, CrewLine] = {}
    for one in gathered.chosen:
        count = crew_of(one, plan, participants)
        if count and one.entry.people:
            line = CrewLine(one.entry.people.role, count, one.because, one.name)
            same = lines.setdefault(line.role, line)
            if same.count < count:
                lines[line.role] = line
    yield from lines.values()


def crew_of(one: Chosen, plan: Plan, participants: int) -> int:
    """How many people an entry brings: the organiser's own number, or what the length and the group call for."""
    crew = one.entry.people
    if crew is None:
        return 0
    if one.name == BSL and isinstance(plan.access.interpreters, int):
        return plan.access.interpreters
    length = minutes_between(plan)
    if crew.alone_up_to_minutes is not None and 0 < length <= crew.alone_up_to_minutes:
        return 1
    return crew.count * math.ceil(participants / crew.per_people) if crew.per_people else crew.count
