"""The calendar file: the diary of a plan, for any phone or computer."""

import re
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, Timezone, TimezoneDaylight, TimezoneStandard

from planner.answers import Plan
from planner.documents.diary import Entry, entries
from planner.documents.package import in_utc, one_line
from planner.documents.views import View
from planner.pack import Pack

MADE_BY = "-//Doing With//Workshop plan//EN"
UK = ZoneInfo("Europe/London")
_OURS = uuid5(NAMESPACE_URL, "doing-with")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")  # some readers of calendars take one for the end of a line


def calendar_file(pack: Pack, *, title: str, saved: datetime) -> bytes:
    """Make an .ics file (UTF-8). The same pack always gives the same bytes.

    An entry keeps its UID when the plan changes, and ``saved`` and the plan's revision say which copy is newer: most
    diaries then change what they have instead of adding it again.
    """
    diary = Calendar()
    for name, words in (
        ("version", "2.0"),
        ("prodid", MADE_BY),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("name", _clean(title)),
        ("x-wr-calname", _clean(title)),
        ("x-wr-timezone", UK.key),
    ):
        diary.add(name, words)
    diary.add_component(_uk_time())
    for entry in entries(View(pack)):
        diary.add_component(_event(entry, pack.plan, saved))
    return bytes(diary.to_ical(sorted=False))


def _event(entry: Entry, plan: Plan, saved: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(_plan_id(plan), entry.id)}@doing-with")
    event.add("dtstamp", in_utc(saved).replace(microsecond=0))
    event.add("sequence", plan.revision)
    if entry.starts is not None and entry.ends is not None:
        event.add("dtstart", datetime.combine(entry.day, entry.starts, UK))
        event.add("dtend", datetime.combine(entry.day, entry.ends, UK))
        event.add("transp", "OPAQUE")
    else:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))  # the first day that is free again
        event.add("transp", "TRANSPARENT")
    event.add("summary", _clean(entry.what))
    if entry.notes:
        event.add("description", "\n".join(map(_clean, entry.notes)))
    if entry.place:
        event.add("location", _clean(entry.place))
    event.add("categories", [entry.sort.value])
    event.add("class", "PRIVATE")
    return event


def _plan_id(plan: Plan) -> UUID:
    """What sets the entries of one plan apart from those of another. A plan from before ids goes by its name."""
    purpose = plan.purpose
    return uuid5(_OURS, plan.id or f"{one_line(purpose.organiser)}|{one_line(purpose.title)}")


def _clean(words: str) -> str:
    return _CONTROL.sub("", one_line(words))


def _uk_time() -> Timezone:
    """British time by its two rules: a list of dates, as libraries write it, is more than some diaries can read."""
    zone = Timezone()
    zone.add("tzid", UK.key)
    summer = _change(TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), timedelta(0), timedelta(hours=1))  # noqa: DTZ001  it is UK time itself
    winter = _change(TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), timedelta(hours=1), timedelta(0))  # noqa: DTZ001  the same
    zone.add_component(summer)
    zone.add_component(winter)
    return zone


def _change(change: Component, name: str, first: datetime, before: timedelta, after: timedelta) -> Component:
    """The clocks change on the last Sunday of that month, every year."""
    change.add("dtstart", first)
    change.add("tzoffsetfrom", before)
    change.add("tzoffsetto", after)
    change.add("tzname", name)
    change.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1SU"})
    return change
