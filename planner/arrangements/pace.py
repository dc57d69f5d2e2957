"""How the clock runs for the people who are coming: stretches, breaks and slower talk."""

from dataclasses import dataclass

from planner.answers import Plan, known
from planner.answers.timing import BreakEvery
from planner.answers.venue import Place
from planner.arrangements.follows import Follows
from planner.arrangements.headcount import crew_of
from planner.catalogue import Catalogue


@dataclass(frozen=True)
class Clock:
    """Minutes together without a break, minutes of a break, and how much longer talk takes."""

    stretch: int | None  # None: the organiser wants no set breaks
    break_length: int
    talk_percent_more: int
    advised_stretch: int
    advised_break: int
    shortest_piece: int  # of a long activity that is worth beginning before a break


def clock(plan: Plan, facts: Catalogue, gathered: Follows) -> Clock:
    """The organiser's own answer where there is one, otherwise what suits the people who are coming."""
    stretch, rest = advised(plan, facts, gathered)
    every, length = plan.timing.break_every, plan.timing.break_length
    chosen_stretch = every.minutes if every is not None and known(every) else stretch
    chosen_break = length.minutes if length is not None and length.minutes else rest
    changes = [one.entry.pace for one in gathered.chosen if one.entry.pace]
    slower = max((change.talk_takes_percent_more or 0 for change in changes), default=0)
    return Clock(
        stretch=None if every is BreakEvery.NO_BREAKS else chosen_stretch,
        break_length=chosen_break,
        talk_percent_more=slower,
        advised_stretch=stretch,
        advised_break=rest,
        shortest_piece=facts.pace.shortest_piece.value,
    )


def advised(plan: Plan, facts: Catalogue, gathered: Follows) -> tuple[int, int]:
    """The longest stretch and the shortest break, in minutes, for the people who are coming."""
    online = plan.venue.place is Place.ONLINE
    pace = facts.pace
    stretch = (pace.stretch_online if online else pace.stretch).value
    rest = (pace.break_online if online else pace.break_in_person).value
    people = plan.audience.people if isinstance(plan.audience.people, int) else 0
    for one in gathered.chosen:
        change = one.entry.pace
        if change is None or (one.how_many or 1) < change.from_how_many:
            continue
        stretch = min(stretch, change.stretch_at_most or stretch)
        if change.alone_stretch_at_most and crew_of(one, plan, people) == 1:
            stretch = min(stretch, change.alone_stretch_at_most)
        rest = max(rest, change.break_at_least or rest)
    return stretch, rest
