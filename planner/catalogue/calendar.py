"""What else is on that day: faith days, school holidays, and when it gets dark."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from astral import Observer, SunDirection
from astral.sun import elevation, noon, sunset, time_at_elevation

from planner.catalogue.entries import BreakDays, FaithDay, FaithDays, Places, SchoolBreaks, Span, Town
from planner.catalogue.notice import Nation

UK = ZoneInfo("Europe/London")
ROUND_TO = 5  # minutes; the sun of one town is not the sun of the next
MIDDAY_PRAYER = timedelta(minutes=5)  # after the sun stands highest
ONE_DAY = timedelta(days=1)
POSTCODE = re.compile(r"\b([A-Z]{1,2})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")


@dataclass(frozen=True)
class Kept:
    """A faith day as it meets a day: its dates that time, and whether it only begins that evening."""

    key: str
    day: FaithDay
    span: Span
    begins_that_evening: bool = False


def faith_days_on(day: date, table: FaithDays, *, evening: bool = False) -> tuple[Kept, ...]:
    """The faith days that fall on a day, in the order of the table.

    With ``evening``, also those that begin at sunset on that day. An empty answer means something only for a year
    that ``holds_year`` knows.
    """
    found = [
        Kept(key, one, span)
        for key, one in table.days.items()
        for span in one.dates
        if span.first <= day <= span.last
    ]
    begin = [
        Kept(key, one, span, begins_that_evening=True)
        for key, one in table.days.items()
        for span in one.dates
        if evening and one.begins_evening_before and span.first == day + ONE_DAY
    ]
    return (*found, *begin)


def horizon(table: FaithDays) -> int:
    """The last year whose faith days we hold."""
    return table.last_year


def holds_year(year: int, table: FaithDays) -> bool:
    """Whether we hold the faith days of a year; if not, no clash found says nothing."""
    return table.first_year <= year <= table.last_year


@dataclass(frozen=True)
class SchoolsOff:
    """A break in the school year: most schools are closed, or some."""

    name: str
    strength: Literal["likely", "possible"]


def schools_off(day: date, nation: Nation, table: SchoolBreaks) -> SchoolsOff | None:
    """The school break that a day is probably in, else the one it is possibly in. Weekends count like other days."""
    ours = [one for one in table.breaks.values() if nation.name.lower() in one.nations]
    for one in ours:
        if one.likely and _falls_in(day, one.likely):
            return SchoolsOff(one.name, "likely")
    for one in ours:
        if one.possible and _falls_in(day, one.possible):
            return SchoolsOff(one.name, "possible")
    return None


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian rule; right for every year.

    >>> easter(2027)
    datetime.date(2027, 3, 28)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, before = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, before + 1)


def town_of(nation: Nation | None, places: Places, day: date) -> Town:
    """The town that stands for a nation; where the nation is not known, the one with the latest sunset that day."""
    standing = [town for town in places.towns.values() if town.for_its_nation]
    if nation is not None:
        return next(town for town in standing if town.nation == nation.name.lower())
    return max(standing, key=lambda town: sunset_at(town, day))


def town_near(address: str, nation: Nation | None, places: Places) -> Town | None:
    """The town of the region that the last postcode in an address lies in; None without a postcode that we know.

    A region of another nation than the one given counts for nothing: whoever chose the nation knows better.
    """
    for area in reversed(postcode_areas(address)):
        for town in places.towns.values():
            if area in town.postcode_areas:
                return town if nation is None or town.nation == nation.name.lower() else None
    return None


def postcode_areas(address: str) -> list[str]:
    """The first letters of each whole postcode in an address.

    >>> postcode_areas("Leeds City Museum, LS2 8BH")
    ['LS']
    """
    return POSTCODE.findall(address.upper())


def sunset_at(town: Town, day: date) -> datetime:
    """When the sun sets in a town, in the time that clocks show."""
    return sunset(_observer(town), day, tzinfo=UK)


@dataclass(frozen=True)
class PrayerTimes:
    """When the three prayers of the day and the afternoon begin, about. Mosques differ by some minutes.

    Dawn and night are left out: at our latitude the methods differ by hours.
    """

    midday: time
    afternoon: time
    afternoon_later: time  # where a school counts from a longer shadow
    sunset: time


def prayer_times(town: Town, day: date) -> PrayerTimes:
    """The prayer times of a town, from the sun, rounded to five minutes."""
    observer = _observer(town)
    highest = noon(observer, day, tzinfo=UK)
    return PrayerTimes(
        midday=about(highest + MIDDAY_PRAYER),
        afternoon=about(_shadow_grown_by(1, observer, highest)),
        afternoon_later=about(_shadow_grown_by(2, observer, highest)),
        sunset=about(sunset_at(town, day)),
    )


def about(moment: datetime) -> time:
    """The clock rounded to five minutes.

    >>> about(datetime(2026, 12, 21, 15, 53, 3))
    datetime.time(15, 55)
    """
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    steps = round((moment - midnight) / timedelta(minutes=ROUND_TO))
    return (midnight + steps * timedelta(minutes=ROUND_TO)).time()


def is_winter_time(day: date) -> bool:
    """Whether clocks show Greenwich time at noon of that day."""
    return not datetime.combine(day, time(12), tzinfo=UK).dst()


def _falls_in(day: date, window: BreakDays) -> bool:
    match window:
        case BreakDays(from_day=str(first), to_day=str(last)):
            said = f"{day:%m-%d}"
            return first <= said <= last if first <= last else said >= first or said <= last
        case BreakDays(easter=(before, after)):
            sunday = easter(day.year)
            return sunday + timedelta(days=before) <= day <= sunday + timedelta(days=after)
        case BreakDays(monday=str(from_day), days=int(lasts)):
            earliest = date.fromisoformat(f"{day.year}-{from_day}")
            monday = earliest + timedelta(days=-earliest.weekday() % 7)
            return monday <= day < monday + timedelta(days=lasts)
    raise AssertionError(window)  # the catalogue lets no other pass


def _shadow_grown_by(lengths: int, observer: Observer, highest: datetime) -> datetime:
    """When a stick's shadow is so many lengths longer than it was when the sun stood highest."""
    shadow = 1 / math.tan(math.radians(elevation(observer, highest, with_refraction=False)))
    height = math.degrees(math.atan(1 / (shadow + lengths)))
    return time_at_elevation(observer, height, highest.date(), SunDirection.SETTING, tzinfo=UK)


def _observer(town: Town) -> Observer:
    return Observer(town.latitude, town.longitude)
