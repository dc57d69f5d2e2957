"""The day and the nation of a workshop, where they are known."""

from datetime import date

from planner.answers import Plan
from planner.catalogue.notice import Nation


def workshop_day(plan: Plan) -> date | None:
    """The day of the workshop; None while it is not known."""
    return plan.timing.day if isinstance(plan.timing.day, date) else None


def nation_of(plan: Plan) -> Nation | None:
    """The nation whose bank holidays count; None means those of all four."""
    return plan.timing.nation.nation if plan.timing.nation is not None else None
