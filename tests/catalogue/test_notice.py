"""Bank holidays are those of the nation, and working days are counted round them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.catalogue.notice import (
    Nation,
    bank_holiday,
    is_working_day,
    working_day_on_or_after,
    working_day_on_or_before,
    working_days_before,
)

ENGLAND, SCOTLAND, WALES, NORTHERN_IRELAND = Nation
EVERYWHERE = set(Nation)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
NATIONS = st.none() | st.sampled_from(Nation)


@pytest.mark.parametrize(
    ("day", "nations"),
    [
        (date(2026, 1, 1), EVERYWHERE),
        (date(2026, 1, 2), {SCOTLAND}),
        (date(2026, 3, 17), {NORTHERN_IRELAND}),
        (date(2026, 4, 3), EVERYWHERE),  # Good Friday
        (date(2026, 4, 6), EVERYWHERE - {SCOTLAND}),  # Easter Monday
        (date(2026, 5, 4), EVERYWHERE),
        (date(2026, 5, 25), EVERYWHERE),
        (date(2026, 6, 15), {SCOTLAND}),  # for the football
        (date(2026, 7, 13), {NORTHERN_IRELAND}),  # 12 July is a Sunday
        (date(2026, 8, 3), {SCOTLAND}),
        (date(2026, 8, 31), EVERYWHERE - {SCOTLAND}),
        (date(2026, 11, 30), {SCOTLAND}),
        (date(2026, 12, 25), EVERYWHERE),
        (date(2026, 12, 28), EVERYWHERE),  # for Boxing Day, a Saturday
        (date(2027, 1, 1), EVERYWHERE),
        (date(2027, 1, 4), {SCOTLAND}),  # for 2 January, a Saturday
        (date(2027, 3, 17), {NORTHERN_IRELAND}),
        (date(2027, 3, 26), EVERYWHERE),
        (date(2027, 3, 29), EVERYWHERE - {SCOTLAND}),
        (date(2027, 5, 3), EVERYWHERE),
        (date(2027, 5, 31), EVERYWHERE),
        (date(2027, 7, 12), {NORTHERN_IRELAND}),
        (date(2027, 8, 2), {SCOTLAND}),
        (date(2027, 8, 30), EVERYWHERE - {SCOTLAND}),
        (date(2027, 11, 30), {SCOTLAND}),
        (date(2027, 12, 27), EVERYWHERE),  # for Christmas Day, a Saturday
        (date(2027, 12, 28), EVERYWHERE),  # for Boxing Day, a Sunday
        (date(2028, 1, 3), EVERYWHERE),  # for New Year's Day, a Saturday
        (date(2028, 1, 4), {SCOTLAND}),  # for 2 January, a Sunday
        (date(2028, 3, 17), {NORTHERN_IRELAND}),
        (date(2028, 4, 14), EVERYWHERE),
        (date(2028, 4, 17), EVERYWHERE - {SCOTLAND}),
        (date(2028, 5, 1), EVERYWHERE),
        (date(2028, 5, 29), EVERYWHERE),
        (date(2028, 7, 12), {NORTHERN_IRELAND}),
        (date(2028, 8, 7), {SCOTLAND}),
        (date(2028, 8, 28), EVERYWHERE - {SCOTLAND}),
        (date(2028, 11, 30), {SCOTLAND}),
        (date(2028, 12, 25), EVERYWHERE),
        (date(2028, 12, 26), EVERYWHERE),
    ],
)
def test_a_bank_holiday_is_one_in_these_nations_only(day: date, nations: set[Nation]) -> None:
    closed = {nation for nation in Nation if bank_holiday(day, nation)}

    assert closed == nations
    assert not any(is_working_day(day, nation) for nation in nations)
    assert all(is_working_day(day, nation) for nation in EVERYWHERE - nations)


@pytest.mark.parametrize(
    ("year", "counts"),
    [(2026, (8, 10, 8, 10)), (2027, (8, 9, 8, 10)), (2028, (8, 9, 8, 10))],
)
def test_a_year_has_as_many_bank_holidays_from_monday_to_friday_as_the_nation_gives(
    year: int, counts: tuple[int, ...]
) -> None:
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]

    found = tuple(
        sum(1 for day in days if day.weekday() < 5 and bank_holiday(day, nation)) for nation in Nation
    )

    assert found == counts


@pytest.mark.parametrize("day", [date(2027, 3, 20), date(2027, 3, 21)])
def test_nobody_works_on_a_saturday_or_a_sunday(day: date) -> None:
    assert not any(is_working_day(day, nation) for nation in (None, *Nation))


@pytest.mark.parametrize("day", [date(2027, 3, 15) + timedelta(days=gap) for gap in (0, 1, 3, 4)])
def test_everybody_works_from_monday_to_friday_where_there_is_no_bank_holiday(day: date) -> None:
    assert all(is_working_day(day, nation) for nation in (None, *Nation))


def test_a_bank_holiday_has_its_name() -> None:
    name = bank_holiday(date(2027, 3, 29), WALES)

    assert name == "Easter Monday"


@given(DAYS)
def test_where_the_nation_is_not_known_a_holiday_of_any_nation_counts(day: date) -> None:
    anywhere = any(bank_holiday(day, nation) for nation in Nation)

    assert bool(bank_holiday(day, None)) == anywhere


@given(DAYS, NATIONS)
def test_the_working_day_before_is_the_nearest_one(day: date, nation: Nation | None) -> None:
    found = working_day_on_or_before(day, nation)

    assert found <= day
    assert is_working_day(found, nation)
    assert not any(
        is_working_day(found + timedelta(days=gap), nation) for gap in range(1, (day - found).days + 1)
    )


@given(DAYS, NATIONS)
def test_the_working_day_after_is_the_nearest_one(day: date, nation: Nation | None) -> None:
    found = working_day_on_or_after(day, nation)

    assert found >= day
    assert is_working_day(found, nation)
    assert not any(is_working_day(day + timedelta(days=gap), nation) for gap in range((found - day).days))


@given(DAYS, st.integers(1, 60), NATIONS)
def test_counting_back_passes_so_many_working_days(day: date, count: int, nation: Nation | None) -> None:
    found = working_days_before(day, count, nation)

    between = [found + timedelta(days=number) for number in range((day - found).days)]
    assert is_working_day(found, nation)
    assert sum(is_working_day(one, nation) for one in between) == count


@given(DAYS, st.integers(0, 30), st.integers(0, 30), NATIONS)
def test_counting_back_twice_is_counting_back_once(
    day: date, some: int, more: int, nation: Nation | None
) -> None:
    in_two_steps = working_days_before(working_days_before(day, some, nation), more, nation)

    assert in_two_steps == working_days_before(day, some + more, nation)


@given(DAYS, st.integers(0, 60), st.sampled_from(Nation))
def test_not_knowing_the_nation_never_leaves_less_time(day: date, count: int, nation: Nation) -> None:
    careful = working_days_before(day, count, None)

    assert careful <= working_days_before(day, count, nation)
