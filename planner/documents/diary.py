"""The diary: everything in a plan that has a day, in order, but nothing about how a file of it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from planner.arrangements.tasks import Notice, ToDo, When
from planner.documents.package import one_line
from planner.documents.views import View
from planner.documents.writing import clock, short_day


class Sort(StrEnum):
    """What an entry is about, in the words that a diary shows as its category."""

    WORKSHOP = "Workshop"
    TO_DO = "To do"
    NEWS = "News we promised"


@dataclass(frozen=True)
class Entry:
    """A line of the diary. It lasts the whole day unless ``starts`` and ``ends`` are given, in UK time."""

    id: str
    sort: Sort
    what: str
    day: date
    notes: tuple[str, ...] = ()
    place: str = ""
    starts: time | None = None
    ends: time | None = None


def entries(view: View) -> tuple[Entry, ...]:
    """Everything with a day, in order; nothing where the day of the workshop is not known."""
    if view.day is None:
        return ()
    to_dos = (_to_do(one, view) for one in view.arranged.to_dos)
    news = (
        Entry(f"promise|{one.id}", Sort.NEWS, one.what, one.on, _who(one.who))
        for one in view.promised
        if one.on is not None
    )
    found = [_workshop(view, view.day), *(one for one in to_dos if one is not None), *news]
    return tuple(sorted(found, key=lambda one: (one.day, one.sort is not Sort.WORKSHOP)))


def _workshop(view: View, day: date) -> Entry:
    starts, ends = view.starts, view.ends
    has_times = starts is not None and ends is not None and starts < ends
    return Entry(
        "workshop",
        Sort.WORKSHOP,
        view.title or "Our workshop",
        day,
        tuple(_about_the_day(view)),
        view.decided("venue.name") or view.decided("venue.platform"),
        starts if has_times else None,
        ends if has_times else None,
    )


def _about_the_day(view: View) -> Iterator[str]:
    items = view.arranged.agenda.items
    if items and view.starts and items[0].starts < view.starts:
        yield f"People arrive from {clock(items[0].starts)}."
    yield "What to do on the day stands in the run sheet."


def _to_do(one: ToDo, view: View) -> Entry | None:
    """A thing to do before or after the day. What is done on the day belongs to the run sheet."""
    if one.start_by is None or one.when is When.ON_THE_DAY:
        return None
    return Entry(f"task|{one.id}", Sort.TO_DO, one.do, _on(one, view), tuple(_about(one)))


def _on(one: ToDo, view: View) -> date:
    """The day to start it. Where that has passed, the last safe day; where that has passed too, today."""
    assert one.start_by is not None
    assert view.day is not None
    today = view.pack.today
    if one.when is When.AFTER or one.start_by >= today or today > view.day:
        return one.start_by
    return max(one.finish_by or today, today)


def _about(one: ToDo) -> Iterator[str]:
    yield from _who(one.who)
    if one.if_late:
        yield f"Too late for the usual way. Do this instead: {one.if_late}"
    elif one.notice is Notice.TIGHT:
        yield "Do it now."
    if one.finish_by is not None and one.finish_by != one.start_by:
        yield f"The last safe day is {short_day(one.finish_by)}."
    yield f"Why: {one.because.words}."


def _who(who: str) -> tuple[str, ...]:
    return (f"Who: {one_line(who)}",) if one_line(who) else ()
