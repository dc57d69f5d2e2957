"""Working days in the four nations of the UK, counted back from the workshop."""

from datetime import date, timedelta
from enum import StrEnum
from functools import cache

import holidays


class Nation(StrEnum):
    """A nation of the UK, as the holidays library names it."""

    ENGLAND = "ENG"
    SCOTLAND = "SCT"
    WALES = "WLS"
    NORTHERN_IRELAND = "NIR"


def bank_holiday(day: date, nation: Nation | None) -> str | None:
    """The name of the bank holiday on that day, or None.

    Where the nation is not known, a bank holiday of any nation counts: better a day too early than an office
    that is closed. One-off days announced after this version of the library was made are not known.
    """
    for one in Nation if nation is None else (nation,):
        if name := _calendar(one).get(day):
            return str(name)
    return None


def is_working_day(day: date, nation: Nation | None) -> bool:
    """Monday to Friday and not a bank holiday."""
    return day.weekday() < 5 and bank_holiday(day, nation) is None  # noqa: PLR2004 (Saturday is day 5)


def working_day_on_or_before(day: date, nation: Nation | None) -> date:
    """The day itself if it is a working day, otherwise the last one before it.

    >>> working_day_on_or_before(date(2027, 3, 29), Nation.ENGLAND)  # Easter Monday, after Good Friday
    datetime.date(2027, 3, 25)
    """
    while not is_working_day(day, nation):
        day -= timedelta(days=1)
    return day


def working_day_on_or_after(day: date, nation: Nation | None) -> date:
    """The day itself if it is a working day, otherwise the first one after it.

    >>> working_day_on_or_after(date(2027, 3, 26), Nation.SCOTLAND)  # Scotland works on Easter Monday
    datetime.date(2027, 3, 29)
    """
    while not is_working_day(day, nation):
        day += timedelta(days=1)
    return day


def working_days_before(day: date, count: int, nation: Nation | None) -> date:
    """The day that lies so many working days before; the day itself is not counted.

    >>> [working_days_before(date(2027, 4, 2), 10, n).day for n in Nation]
    [17, 18, 17, 16]
    """
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day, nation)
    return day


@cache
def _calendar(nation: Nation) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv=nation.value, language="en_GB")
