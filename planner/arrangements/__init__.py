"""What must be arranged: worked out from the answers, never typed twice."""

from dataclasses import dataclass
from datetime import date

from planner.answers import Plan
from planner.arrangements.agenda import Agenda, agenda
from planner.arrangements.barriers import Row, barrier_map
from planner.arrangements.budget import Budget, budget
from planner.arrangements.follows import Follows, follows
from planner.arrangements.headcount import HeadCount, head_count
from planner.arrangements.promises import Promise, promises
from planner.arrangements.tasks import ToDo, to_dos
from planner.catalogue import Catalogue

__all__ = ["Arrangements", "arrange"]


@dataclass(frozen=True)
class Arrangements:
    """Everything that follows from a plan on one day."""

    follows: Follows
    agenda: Agenda
    heads: HeadCount
    budget: Budget
    to_dos: tuple[ToDo, ...]
    promises: tuple[Promise, ...]
    barriers: tuple[Row, ...]


def arrange(plan: Plan, facts: Catalogue, today: date) -> Arrangements:
    """Work everything out. ``today`` only decides what is still in time."""
    gathered = follows(plan, facts)
    heads = head_count(plan, facts, gathered)
    return Arrangements(
        follows=gathered,
        agenda=agenda(plan, facts, gathered),
        heads=heads,
        budget=budget(plan, facts, gathered, heads),
        to_dos=to_dos(plan, facts, gathered, today),
        promises=promises(plan),
        barriers=barrier_map(plan, facts),
    )
