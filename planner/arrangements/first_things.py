"""What to do first: the few things that will not wait, so that a long list frightens nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from planner.arrangements.tasks import ToDo, When

FIRST = 5  # a handful; what one person can begin in a week


@dataclass(frozen=True)
class Week:
    """What is to be started in one week. ``to_go`` are whole weeks from there to the day of the workshop."""

    to_go: int
    begins: date
    to_dos: tuple[ToDo, ...]


def first_things(to_dos: Iterable[ToDo]) -> tuple[ToDo, ...]:
    """The first five of what is done before the day, the earliest first, those without a date last."""
    return tuple(one for one in to_dos if one.when is When.BEFORE)[:FIRST]


def weeks_to_go(to_dos: Iterable[ToDo], day: date | None) -> tuple[Week, ...]:
    """Each week before the day with something to start in it, the earliest first; none while the day is not known.

    >>> weeks_to_go((), date(2027, 3, 18))
    ()
    """
    if day is None:
        return ()
    dated = [(_to_go(one.start_by, day), one) for one in to_dos if one.start_by and one.when is When.BEFORE]
    grouped = groupby(sorted(dated, key=lambda pair: -pair[0]), key=lambda pair: pair[0])
    return tuple(
        Week(to_go, day - timedelta(weeks=to_go + 1) + timedelta(days=1), tuple(one for _, one in pairs))
        for to_go, pairs in grouped
    )


def _to_go(start: date, day: date) -> int:
    return (day - start).days // 7
