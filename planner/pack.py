"""The whole program in one call: from a plan and a day to everything that is arranged, advised and printed."""

from dataclasses import dataclass
from datetime import date

from planner.advice import Advice, advise
from planner.advice.ladder import Standing, where_it_stands
from planner.answers import Plan
from planner.arrangements import Arrangements, arrange
from planner.catalogue import Catalogue, catalogue


@dataclass(frozen=True)
class Pack:
    """A plan with all that follows from it on one day. Documents and pages only read it."""

    plan: Plan
    today: date
    facts: Catalogue
    arranged: Arrangements
    advice: tuple[Advice, ...]
    standing: Standing | None


def prepare(plan: Plan, *, today: date, facts: Catalogue | None = None) -> Pack:
    """Work out everything: the same plan on the same day always gives the same pack."""
    known_facts = facts if facts is not None else catalogue()
    arranged = arrange(plan, known_facts, today)
    advice = advise(plan, arranged, known_facts, today)
    return Pack(plan, today, known_facts, arranged, advice, where_it_stands(plan, known_facts))
