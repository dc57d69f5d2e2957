"""The two dates that everything for access hangs on: when to invite, and the last day for requests."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.answers import Plan
from planner.arrangements.days import nation_of, workshop_day
from planner.arrangements.follows import Follows, TaskLine
from planner.catalogue import Catalogue
from planner.catalogue.notice import working_day_on_or_before

BOOKED = ("provisions.", "formats.")


@dataclass(frozen=True)
class Deadlines:
    """Weeks before the day, and the dates where the day is known.

    ``longest`` is the booking that needs the longest notice, and so decides both.
    """

    requests_weeks: int
    invitation_weeks: int
    requests: date | None
    invitation: date | None
    longest: TaskLine | None


def deadlines(plan: Plan, facts: Catalogue, gathered: Follows) -> Deadlines:
    """Requests close in time to book whatever takes longest; the invitation goes out in time for people to reply.

    Never later than what we advise when nothing has to be booked.
    """
    pace = facts.pace
    bookings = [line for line in gathered.tasks if _is_booking(line, pace.invitation_weeks.value)]
    longest = max(bookings, key=lambda line: line.task.weeks_before or 0, default=None)
    lead = longest.task.weeks_before or 0 if longest else 0
    requests = lead + pace.request_margin_weeks.value
    invitation = max(requests + pace.reply_weeks.value, pace.invitation_weeks.value)
    return Deadlines(requests, invitation, _back(plan, requests), _back(plan, invitation), longest)


def _is_booking(line: TaskLine, invitation_weeks: int) -> bool:
    """A thing for access that is booked when people have asked for it, and stops being possible if it is late.

    What is arranged before anybody is invited, such as the invitation as a signed video, does not wait for requests.
    """
    weeks = line.task.weeks_before
    if weeks is None or line.task.least_weeks is None:
        return False
    return line.id.startswith(BOOKED) and weeks < invitation_weeks


def _back(plan: Plan, weeks: int) -> date | None:
    day = workshop_day(plan)
    return None if day is None else working_day_on_or_before(day - timedelta(weeks=weeks), nation_of(plan))
