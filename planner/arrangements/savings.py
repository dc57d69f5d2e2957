"""What to do when the money is short: ways to save that shut nobody out, and what is lost if access is cut."""

from dataclasses import dataclass
from decimal import Decimal

from planner.answers import Plan
from planner.arrangements.budget import Budget, BudgetLine
from planner.arrangements.follows import Follows
from planner.catalogue import Catalogue
from planner.catalogue.entries import Group

KEPT = frozenset({Group.ACCESS, Group.FORMATS, Group.PAY, Group.TRAVEL})  # cutting these shuts people out


@dataclass(frozen=True)
class Saving:
    """A line that could cost as little as its low price, and what that would save, in pounds."""

    line: BudgetLine
    saves: Decimal


@dataclass(frozen=True)
class Loss:
    """An access line, and the people who would be shut out without it."""

    line: BudgetLine
    who: tuple[str, ...]


@dataclass(frozen=True)
class Shortfall:
    """How many pounds are missing, where they could be found, and what must not be touched."""

    short: Decimal
    savings: tuple[Saving, ...]
    losses: tuple[Loss, ...]

    @property
    def can_be_saved(self) -> Decimal:
        """All savings together."""
        return sum((saving.saves for saving in self.savings), Decimal(0))


def shortfall(plan: Plan, facts: Catalogue, gathered: Follows, found: Budget) -> Shortfall | None:
    """The shortfall against the expected total; None where the money is not known or is enough."""
    if found.left is None or found.left >= 0:
        return None
    savings = [
        Saving(line, line.cost.expected - line.cost.low)
        for line in found.lines
        if line.group not in KEPT and line.cost.expected > line.cost.low
    ]
    savings.sort(key=lambda saving: saving.saves, reverse=True)
    return Shortfall(-found.left, tuple(savings), tuple(_losses(plan, facts, gathered, found)))


def _losses(plan: Plan, facts: Catalogue, gathered: Follows, found: Budget) -> list[Loss]:
    """What each access line is for, as far as people who need it are expected."""
    meets = {one.name: getattr(one.entry, "meets", ()) for one in gathered.chosen}
    losses = []
    for line in found.lines:
        entry = line.id.rpartition(".")[0]
        who = [facts.needs[need].label for need in plan.audience.needs if need in meets.get(entry, ())]
        if line.group in {Group.ACCESS, Group.FORMATS} and who:
            losses.append(Loss(line, tuple(who)))
    return losses
