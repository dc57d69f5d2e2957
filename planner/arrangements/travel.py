"""Who comes how: the people taking part by their way to travel, and those who come along with them."""

import math
from dataclasses import dataclass

from planner.answers import Plan
from planner.answers.access import BringSomeone
from planner.arrangements.follows import in_a_room, pays_travel
from planner.arrangements.headcount import HeadCount
from planner.catalogue import Catalogue


@dataclass(frozen=True)
class Party:
    """People who travel the same way: those taking part, and those who come along and whose fares are paid."""

    people: int = 0
    companions: int = 0


@dataclass(frozen=True)
class Travellers:
    """A party for each way to travel that the organiser named, and one for everybody else."""

    by_mode: dict[str, Party]
    others: Party
    miles: int  # there and back, for one person

    def party(self, mode: str) -> Party:
        """The people who travel this way; nobody where it was not named."""
        return self.by_mode.get(mode, Party())


def travellers(plan: Plan, facts: Catalogue, heads: HeadCount) -> Travellers:
    """Who comes how. A way named without a number counts as one person; whoever is not counted is among the others."""
    named = plan.budget.travel_by if pays_travel(plan) else {}
    people = {mode: count if isinstance(count, int) else 1 for mode, count in named.items()}
    others = max(0, heads.participants - sum(people.values()))
    along = heads.companions if plan.access.bring_someone is BringSomeone.PAID and in_a_room(plan) else 0
    *with_mode, with_others = _shared_out(along, [*people.values(), others])
    miles = plan.budget.miles
    return Travellers(
        {mode: Party(count, with_mode[place]) for place, (mode, count) in enumerate(people.items())},
        Party(others, with_others),
        miles if isinstance(miles, int) else facts.pace.miles.value,
    )


def _shared_out(whole: int, parts: list[int]) -> list[int]:
    """So many companions, shared out like the people they come with; all of them with the last where there is nobody.

    >>> _shared_out(5, [4, 3, 7]), _shared_out(2, [0, 0])
    ([1, 1, 3], [0, 2])
    """
    total = sum(parts)
    if not total:
        return [*(0 for _ in parts[1:]), whole]
    exact = [whole * part / total for part in parts]
    shares = [math.floor(share) for share in exact]
    by_what_is_left = sorted(range(len(parts)), key=lambda place: (shares[place] - exact[place], place))
    for place in by_what_is_left[: whole - sum(shares)]:
        shares[place] += 1
    return shares
