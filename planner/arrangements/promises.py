"""What people were promised to hear, and when."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.answers import Plan, Sure
from planner.arrangements.days import nation_of, workshop_day
from planner.catalogue import Catalogue
from planner.catalogue.notice import working_day_on_or_after


@dataclass(frozen=True)
class Promise:
    """An update that is owed to people. ``on`` is None while the day of the workshop is not known."""

    id: str
    what: str
    on: date | None
    who: str


def promises(plan: Plan, facts: Catalogue) -> tuple[Promise, ...]:
    """The updates that the answers promise, in order."""
    said = plan.follow_up
    if said.first_update is None or said.first_update.days is None:
        return ()
    who = said.who_writes
    first = said.first_update.days
    owed = [Promise("first", "First update: what we heard, and what happens now", _after(plan, first), who)]
    if said.every is not None and said.every.days is not None:
        also = ", even if nothing is new" if said.no_news is Sure.YES else ""
        owed += [
            Promise(
                f"later_{number}", f"Update {number + 1}: what has changed{also}", _after(plan, after), who
            )
            for number in range(1, facts.pace.updates_ahead.value + 1)
            for after in [first + number * said.every.days]
        ]
    return tuple(owed)


def _after(plan: Plan, days: int) -> date | None:
    day = workshop_day(plan)
    return None if day is None else working_day_on_or_after(day + timedelta(days=days), nation_of(plan))
