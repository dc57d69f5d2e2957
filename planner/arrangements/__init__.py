"""What must be arranged: worked out from the answers, never typed twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.answers import Plan
from planner.arrangements.agenda import Agenda, agenda
from planner.arrangements.airtime import Airtime, airtime
from planner.arrangements.barriers import Row, barrier_map
from planner.arrangements.budget import Budget, BudgetLine, budget
from planner.arrangements.days import workshop_day
from planner.arrangements.deadlines import Deadlines, deadlines
from planner.arrangements.first_things import Week, first_things, weeks_to_go
from planner.arrangements.follows import Follows, follows
from planner.arrangements.headcount import CrewLine, HeadCount, head_count
from planner.arrangements.promises import Promise, promises
from planner.arrangements.savings import Shortfall, shortfall
from planner.arrangements.tasks import ToDo, to_dos
from planner.catalogue import Catalogue
from planner.catalogue.entries import Entry

__all__ = ["Arrangements", "arrange"]


@dataclass(frozen=True)
class FromOne:
    """What follows from one entry that is chosen: who comes, what it costs, and what to do first."""

    entry: Entry
    crew: tuple[CrewLine, ...]
    costs: tuple[BudgetLine, ...]
    first: ToDo | None


@dataclass(frozen=True)
class Arrangements:
    """Everything that follows from a plan on one day."""

    follows: Follows
    agenda: Agenda
    heads: HeadCount
    budget: Budget
    to_dos: tuple[ToDo, ...]
    first: tuple[ToDo, ...]
    weeks: tuple[Week, ...]
    promises: tuple[Promise, ...]
    barriers: tuple[Row, ...]
    deadlines: Deadlines
    airtime: Airtime | None
    shortfall: Shortfall | None

    @cached_property
    def by_entry(self) -> Mapping[str, FromOne]:
        """What follows from each entry that is chosen, by its name, such as ``provisions.quiet_room``."""
        crew, costs = dict[str, list[CrewLine]](), dict[str, list[BudgetLine]]()
        first = dict[str, ToDo]()
        for line in self.heads.crew:
            crew.setdefault(line.entry, []).append(line)
        for cost in self.budget.lines:
            costs.setdefault(cost.id.rpartition(".")[0], []).append(cost)
        for do in self.to_dos:
            if do.start_by:
                first.setdefault(do.id.rpartition(".")[0], do)
        return {
            one.name: FromOne(
                one.entry,
                tuple(crew.get(one.name, ())),
                tuple(costs.get(one.name, ())),
                first.get(one.name),
            )
            for one in self.follows.chosen
        }


def arrange(plan: Plan, facts: Catalogue, today: date) -> Arrangements:
    """Work everything out. ``today`` only decides what is still in time."""
    gathered = follows(plan, facts)
    heads = head_count(plan, facts, gathered)
    limits = deadlines(plan, facts, gathered)
    day = agenda(plan, facts, gathered)
    money = budget(plan, facts, gathered, heads)
    tasks = to_dos(plan, facts, gathered, limits, today)
    return Arrangements(
        follows=gathered,
        agenda=day,
        heads=heads,
        budget=money,
        to_dos=tasks,
        first=first_things(tasks),
        weeks=weeks_to_go(tasks, workshop_day(plan)),
        promises=promises(plan, facts),
        barriers=barrier_map(plan, facts),
        deadlines=limits,
        airtime=airtime(facts, day, heads),
        shortfall=shortfall(plan, facts, gathered, money),
    )
