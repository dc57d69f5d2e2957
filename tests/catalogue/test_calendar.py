"""Faith days, school holidays and sunset agree with what was published, and say so where they know nothing."""

import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from planner.catalogue import FOLDER, CatalogueError, catalogue, read_catalogue
from planner.catalogue.calendar import (
    easter,
    faith_days_on,
    holds_year,
    horizon,
    is_winter_time,
    prayer_times,
    schools_off,
    sunset_at,
    town_near,
    town_of,
)
from planner.catalogue.entries import Town
from planner.catalogue.notice import Nation, bank_holiday

FACTS = catalogue()
ENGLAND, SCOTLAND, WALES, NORTHERN_IRELAND = Nation
TOWNS = {town.town: town for town in FACTS.places.towns.values()}

# What we checked by hand, from the first day to the last; "and" parts two dates in one year.
GOLDEN = {
    "eid_al_fitr": ("03-20 03-21", "03-09 03-10", "02-26 02-27"),
    "eid_al_adha": ("05-27 05-28", "05-16 05-17", "05-05 05-06"),
    "ashura": ("06-25 06-26", "06-15 06-16", "06-03 06-04"),
    "shavuot": ("05-22 05-23", "06-11 06-12", "05-31 06-01"),
    "rosh_hashanah": ("09-12 09-13", "10-02 10-03", "09-21 09-22"),
    "yom_kippur": ("09-21 09-21", "10-11 10-11", "09-30 09-30"),
    "sukkot": ("09-26 09-27", "10-16 10-17", "10-05 10-06"),
    "simchat_torah": ("10-03 10-04", "10-23 10-24", "10-12 10-13"),
    "diwali": ("11-08 11-08", "10-29 10-29", "10-17 10-17"),
    "navratri": ("10-11 10-20", "09-30 10-09", "09-19 09-27"),
    "holi": ("03-04 03-04", "03-22 03-22", "03-11 03-11"),
    "vaisakhi": ("04-14 04-14", "04-14 04-14", "04-13 04-14"),
    "guru_nanak": ("11-24 11-24", "11-14 11-14", "11-02 11-02"),
    "vesak": ("05-01 05-01 and 05-31 05-31", "05-20 05-20", "05-08 05-09"),
    "lunar_new_year": ("02-17 02-17", "02-06 02-06", "01-26 01-26"),
    "good_friday": ("04-03 04-03", "03-26 03-26", "04-14 04-14"),
    "easter": ("04-05 04-05", "03-28 03-28", "04-16 04-16"),
    "orthodox_good_friday": ("04-10 04-10", "04-30 04-30", "04-14 04-14"),
    "orthodox_easter": ("04-12 04-12", "05-02 05-02", "04-16 04-16"),
    "orthodox_christmas": ("01-07 01-07", "01-07 01-07", "01-07 01-07"),
}
GOLDEN_PASSOVER = ("04-02 04-09", "04-22 04-29", "04-11 04-18")
GOLDEN_RAMADAN_BEGINS = ("02-18", "02-08", "01-28")
YEARS = (2026, 2027, 2028)


def dates(key: str, year: int) -> str:
    spans = [span for span in FACTS.faith_days.days[key].dates if span.first.year == year]
    return " and ".join(f"{span.first:%m-%d} {span.last:%m-%d}" for span in spans)


def on(day: date, *, evening: bool = False) -> set[str]:
    return {kept.key for kept in faith_days_on(day, FACTS.faith_days, evening=evening)}


@pytest.mark.parametrize(
    ("key", "year", "checked"),
    [(key, year, days) for key, row in GOLDEN.items() for year, days in zip(YEARS, row, strict=True)],
)
def test_a_faith_day_is_when_we_checked_that_it_is(key: str, year: int, checked: str) -> None:
    held = dates(key, year)

    assert held == checked


@pytest.mark.parametrize(("year", "checked"), list(zip(YEARS, GOLDEN_PASSOVER, strict=True)))
def test_passover_lasts_eight_days_without_a_gap(year: int, checked: str) -> None:
    first, middle, last = (dates(f"passover_{part}_days", year) for part in ("first", "middle", "last"))
    spans = [FACTS.faith_days.days[f"passover_{part}_days"].dates for part in ("first", "middle", "last")]

    assert f"{first.split()[0]} {last.split()[1]}" == checked
    assert middle
    for begins, goes_on, ends in zip(*spans, strict=True):
        assert goes_on.first - begins.last == ends.first - goes_on.last == timedelta(days=1)


@pytest.mark.parametrize(("year", "begins"), list(zip(YEARS, GOLDEN_RAMADAN_BEGINS, strict=True)))
def test_ramadan_is_a_month_that_ends_with_the_feast(year: int, begins: str) -> None:
    held = next(span for span in FACTS.faith_days.days["ramadan"].dates if span.first.year == year)

    feast = next(span for span in FACTS.faith_days.days["eid_al_fitr"].dates if span.first.year == year)
    assert f"{held.first:%m-%d}" == begins
    assert held.last == feast.first


def test_every_faith_day_we_hold_was_checked() -> None:
    unchecked = {
        key
        for key in FACTS.faith_days.days
        if key not in GOLDEN and key != "ramadan" and not key.startswith("passover")
    }

    assert unchecked == set()


def test_a_year_can_hold_two_ramadans() -> None:
    in_january = on(date(2030, 1, 10))
    in_december = on(date(2030, 12, 28))

    assert "ramadan" in in_january
    assert "ramadan" in in_december


def test_where_the_moon_decides_both_days_are_found_and_no_other() -> None:
    found = [day for day in (8, 9, 10, 11) if "eid_al_fitr" in on(date(2027, 3, day))]

    assert found == [9, 10]


def test_a_jewish_day_begins_on_the_evening_before() -> None:
    day_before = date(2027, 10, 10)

    assert "yom_kippur" not in on(day_before)
    assert "yom_kippur" in on(day_before, evening=True)
    assert "yom_kippur" in on(day_before + timedelta(days=1))


def test_only_the_first_day_has_an_evening_before() -> None:
    found = [
        kept.begins_that_evening
        for kept in faith_days_on(date(2027, 10, 2), FACTS.faith_days, evening=True)
        if kept.key == "rosh_hashanah"
    ]

    assert found == [False]


def test_a_year_beyond_our_dates_is_not_held() -> None:
    last = horizon(FACTS.faith_days)

    assert last == 2030
    assert holds_year(last, FACTS.faith_days)
    assert not holds_year(last + 1, FACTS.faith_days)
    assert not holds_year(2025, FACTS.faith_days)


def test_dates_become_stale_while_eighteen_months_of_them_are_left() -> None:
    stale = FACTS.stale(date(2029, 7, 1))

    assert {f"faith_days.{key}" for key in FACTS.faith_days.days} <= set(stale)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue to spoil."""
    for file in FOLDER.glob("*.toml"):
        shutil.copy(file, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "says", "instead", "why"),
    [
        pytest.param(
            "faith_days.toml",
            "  { first = 2029-11-05, last = 2029-11-05 },\n",
            "",
            "days.diwali has no date in 2029",
            id="a year left out",
        ),
        pytest.param(
            "faith_days.toml",
            "review_by = 2029-06-30",
            "review_by = 2029-07-01",
            "must be checked again by 2029-06-30",
            id="too late to make it again",
        ),
        pytest.param(
            "faith_days.toml",
            "{ first = 2027-03-09, last = 2027-03-10 }",
            "{ first = 2027-03-09, last = 2027-03-08 }",
            "The last day comes before the first",
            id="a day that runs backwards",
        ),
        pytest.param(
            "places.toml",
            "for_its_nation = true",
            "for_its_nation = false",
            "Exactly one town of each nation",
            id="a nation without a town",
        ),
        pytest.param(
            "school_breaks.toml",
            'monday = "02-14", days = 5',
            'monday = "02-14"',
            "Give from_day and to_day, or easter, or monday and days",
            id="half a break",
        ),
    ],
)
def test_a_calendar_that_cannot_be_right_is_refused(
    folder: Path, file: str, says: str, instead: str, why: str
) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert says in text
    (folder / file).write_text(text.replace(says, instead, 1), encoding="utf-8")

    with pytest.raises(CatalogueError, match=why):
        read_catalogue(folder)


@pytest.mark.parametrize(
    ("day", "nation", "strength"),
    [
        (date(2026, 2, 16), SCOTLAND, "likely"),  # East Renfrewshire: two days
        (date(2026, 2, 17), SCOTLAND, "likely"),
        (date(2026, 2, 18), SCOTLAND, "possible"),
        (date(2027, 2, 17), ENGLAND, "likely"),
        (date(2027, 2, 17), NORTHERN_IRELAND, "likely"),
        (date(2027, 2, 10), WALES, "possible"),
        (date(2027, 2, 10), NORTHERN_IRELAND, None),
        (date(2027, 3, 22), ENGLAND, "likely"),
        (date(2027, 4, 2), WALES, "likely"),
        (date(2027, 4, 3), WALES, "possible"),
        (date(2027, 3, 22), SCOTLAND, None),
        (date(2027, 4, 5), SCOTLAND, "likely"),  # Glasgow, a week after Easter
        (date(2027, 4, 16), SCOTLAND, "likely"),
        (date(2027, 3, 25), NORTHERN_IRELAND, "likely"),
        (date(2027, 3, 24), NORTHERN_IRELAND, "possible"),
        (date(2027, 6, 2), ENGLAND, "likely"),
        (date(2027, 6, 2), SCOTLAND, None),
        (date(2027, 7, 22), ENGLAND, "possible"),
        (date(2027, 7, 23), ENGLAND, "likely"),
        (date(2027, 7, 1), SCOTLAND, "likely"),
        (date(2027, 8, 11), SCOTLAND, "possible"),
        (date(2027, 8, 31), NORTHERN_IRELAND, "likely"),
        (date(2027, 9, 7), ENGLAND, None),
        (date(2026, 10, 2), SCOTLAND, "possible"),  # Argyll and Bute: 2 to 19 October
        (date(2026, 10, 12), SCOTLAND, "likely"),  # Glasgow: 12 to 16 October
        (date(2026, 10, 16), SCOTLAND, "likely"),
        (date(2026, 10, 19), SCOTLAND, "possible"),
        (date(2026, 10, 26), ENGLAND, "likely"),
        (date(2026, 10, 30), NORTHERN_IRELAND, "likely"),
        (date(2026, 12, 18), WALES, "possible"),
        (date(2026, 12, 21), WALES, "likely"),
        (date(2027, 1, 2), NORTHERN_IRELAND, "likely"),
        (date(2027, 1, 4), SCOTLAND, "likely"),
        (date(2027, 1, 7), SCOTLAND, "possible"),
        (date(2027, 1, 8), SCOTLAND, None),
    ],
)
def test_schools_are_off_as_far_as_we_can_know(day: date, nation: Nation, strength: str | None) -> None:
    found = schools_off(day, nation, FACTS.school_breaks)

    assert (found.strength if found else None) == strength


@pytest.mark.parametrize("year", range(2020, 2060))
def test_easter_comes_two_days_after_good_friday(year: int) -> None:
    good_friday = easter(year) - timedelta(days=2)

    assert bank_holiday(good_friday, ENGLAND) == "Good Friday"


def test_easter_of_the_schools_is_easter_of_the_churches() -> None:
    held = [one.first for one in FACTS.faith_days.days["easter"].dates]

    reckoned = [easter(year) for year in range(FACTS.faith_days.first_year, FACTS.faith_days.last_year + 1)]

    assert reckoned == held


@pytest.mark.parametrize(
    ("town", "day", "published"),
    [
        ("London", date(2026, 12, 21), time(15, 53)),
        ("Cardiff", date(2026, 12, 21), time(16, 5)),
        ("Belfast", date(2026, 12, 21), time(15, 59)),
        ("Edinburgh", date(2026, 12, 21), time(15, 39)),
        ("Glasgow", date(2026, 12, 21), time(15, 44)),
        ("London", date(2025, 3, 29), time(18, 29)),  # the clocks change in the night that follows
        ("London", date(2025, 3, 30), time(19, 31)),
        ("London", date(2025, 3, 31), time(19, 32)),
        ("London", date(2027, 6, 18), time(21, 20)),
    ],
)
def test_the_sun_sets_within_two_minutes_of_what_is_published(town: str, day: date, published: time) -> None:
    sets = sunset_at(TOWNS[town], day)

    apart = abs(sets.replace(tzinfo=None) - datetime.combine(day, published))
    assert apart <= timedelta(minutes=2)


@pytest.mark.parametrize("town", TOWNS.values(), ids=TOWNS)
@pytest.mark.parametrize("day", [date(2027, 6, 21), date(2027, 12, 21)])
def test_the_times_of_the_day_follow_each_other_everywhere(town: Town, day: date) -> None:
    times = prayer_times(town, day)

    assert times.midday < times.afternoon < times.afternoon_later < times.sunset


@pytest.mark.parametrize(
    ("day", "midday", "afternoon", "afternoon_later", "sunset"),
    [
        (date(2026, 12, 21), time(12, 3), time(13, 37), time(14, 7), time(15, 53)),
        (date(2026, 6, 21), time(13, 7), time(17, 25), time(18, 39), time(21, 21)),
    ],
)
def test_prayer_times_in_london_are_right_to_five_minutes(
    day: date, midday: time, afternoon: time, afternoon_later: time, sunset: time
) -> None:
    times = prayer_times(TOWNS["London"], day)

    said = (times.midday, times.afternoon, times.afternoon_later, times.sunset)
    for ours, theirs in zip(said, (midday, afternoon, afternoon_later, sunset), strict=True):
        apart = datetime.combine(day, ours) - datetime.combine(day, theirs)
        assert abs(apart) <= timedelta(minutes=3)
        assert ours.minute % 5 == 0


@pytest.mark.parametrize("nation", Nation)
def test_a_town_of_the_nation_stands_for_it(nation: Nation) -> None:
    town = town_of(nation, FACTS.places, date(2026, 12, 21))

    assert town.nation == nation.name.lower()


def test_while_the_nation_is_not_known_we_reckon_with_the_latest_sunset() -> None:
    town = town_of(None, FACTS.places, date(2026, 12, 21))

    assert town.town == "Cardiff"


@pytest.mark.parametrize(
    ("address", "nation", "town"),
    [
        ("Town Hall, Lerwick ZE1 0HB", None, "Lerwick"),
        ("Leeds City Museum, ls2 8bh", ENGLAND, "Leeds"),
        ("The Hub, M1 1AE, then EH1 1YZ", None, "Edinburgh"),
        ("Near the border, TD15 1AA", ENGLAND, None),
        ("Northfield Library, Northfield NF1 2AB", None, None),
        ("Leeds City Museum", ENGLAND, None),
        ("", None, None),
    ],
)
def test_the_postcode_of_the_venue_tells_the_region(
    address: str, nation: Nation | None, town: str | None
) -> None:
    found = town_near(address, nation, FACTS.places)

    assert (found.town if found else None) == town


@pytest.mark.parametrize(
    ("day", "winter"),
    [
        (date(2027, 3, 27), True),
        (date(2027, 3, 28), False),
        (date(2027, 10, 30), False),
        (date(2027, 10, 31), True),
    ],
)
def test_winter_time_ends_and_begins_with_the_clocks(day: date, *, winter: bool) -> None:
    assert is_winter_time(day) is winter
