"""The day, the hours and the nation of a workshop, where they are known."""

from datetime import date, time

from planner.answers import Plan
from planner.catalogue import Catalogue
from planner.catalogue.notice import Nation


def workshop_day(plan: Plan) -> date | None:
    """The day of the workshop; None while it is not known."""
    return plan.timing.day if isinstance(plan.timing.day, date) else None


def nation_of(plan: Plan) -> Nation | None:
    """The nation whose bank holidays count; None means those of all four."""
    return plan.timing.nation.nation if plan.timing.nation is not None else None


def minutes_between(plan: Plan) -> int:
    """Minutes from start to end; 0 while one is not known or the end is not after the start."""
    starts, ends = plan.timing.starts, plan.timing.ends
    if not isinstance(starts, time) or not isinstance(ends, time):
        return 0
    return max(0, minutes_of(ends) - minutes_of(starts))


def minutes_of(clock: time) -> int:
    """Minutes after midnight."""
    return clock.hour * 60 + clock.minute


def is_whole_day(plan: Plan, facts: Catalogue) -> bool:
    """Whether it lasts longer than the half day for which people are paid; false while its hours are not known."""
    return minutes_between(plan) > facts.pace.half_day.value
