"""The arithmetic of the calendar: granules, edges, feasts, the day that a name means."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter as easter_of_dateutil  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.times.calendar_days import (
    containing,
    days_in_month,
    edge_of,
    months_from,
    moved,
    nearest,
    nearest_year,
)
from factcheck.extract.times.feasts import easter, feast

DAY = timedelta(days=1)
GRANULES = ["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade"]
DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))

granule = pytest.mark.parametrize("granule", GRANULES)


@granule
@given(day=DAYS)
def test_granules_follow_each_other_without_a_gap(granule: str, day: date) -> None:
    first, last = containing(day, granule)
    assert first <= last
    if granule == "weekend":
        assert [first.isoweekday(), last.isoweekday()] == [6, 7]
        return
    assert first <= day <= last
    assert containing(last + DAY, granule)[0] == last + DAY
    assert containing(first, granule) == containing(last, granule) == (first, last)


@granule
@given(day=DAYS, count=st.integers(-50, 50))
def test_moving_by_granules_lands_in_the_granule_so_far_away(
    granule: str, day: date, count: int
) -> None:
    there = moved(day, granule, count)
    assert there is not None
    first = containing(day, granule)[0]
    for _ in range(abs(count) if granule in {"year", "decade", "month", "week"} else 0):
        step = containing(first, granule)[1] + DAY if count > 0 else first - DAY
        first = containing(step, granule)[0]
    if granule in {"year", "decade", "month", "week"}:
        assert containing(there, granule)[0] == first


@granule
@given(day=DAYS)
def test_edges_divide_a_granule(granule: str, day: date) -> None:
    days = containing(day, granule)
    start, middle, end = (edge_of(days, granule, edge) for edge in ("start", "middle", "end"))
    assert start[0] == days[0]
    assert end[1] == days[1]
    if (days[1] - days[0]).days > 1:
        assert start[1] + DAY == middle[0]
        assert middle[1] + DAY == end[0]
    assert edge_of(days, granule, "course") == days


@given(year=st.integers(1583, 4099))
def test_easter_is_that_of_another_program(year: int) -> None:
    assert easter(year) == easter_of_dateutil(year)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2025, date(2025, 12, 25)),
        ("easter 1", 2025, date(2025, 4, 21)),
        ("easter 39", 2025, date(2025, 5, 29)),
        ("11.4.4", 2025, date(2025, 11, 27)),
        ("5.-1.1", 2025, date(2025, 5, 26)),
        ("9.1.1", 2025, date(2025, 9, 1)),
        ("5.2.7", 2025, date(2025, 5, 11)),
    ],
)
def test_feasts_by_their_rule(rule: str, year: int, day: date) -> None:
    assert feast(rule, year) == day


@given(year=st.integers(2, 9000), nth=st.sampled_from([1, 2, 3, 4, -1]), weekday=st.integers(1, 7))
def test_the_nth_weekday_is_one_of_its_month(year: int, nth: int, weekday: int) -> None:
    day = feast(f"5.{nth}.{weekday}", year)
    assert (day.month, day.isoweekday()) == (5, weekday)
    assert (day.day - 1) // 7 == (nth - 1 if nth > 0 else (day.day - 1) // 7)
    assert nth > 0 or day.day > days_in_month(year, 5) - 7


def test_the_end_of_a_month_stays_in_the_month_after() -> None:
    assert moved(date(2025, 1, 31), "month", 1) == date(2025, 2, 28)
    assert moved(date(2024, 2, 29), "year", 1) == date(2025, 2, 28)
    assert moved(date(9999, 12, 31), "day", 1) is None
    assert moved(date(1, 1, 1), "year", -1) is None
    assert months_from(2020, 12, 3) == (date(2020, 12, 1), date(2021, 2, 28))


@given(anchor=DAYS, month=st.integers(1, 12), day=st.integers(1, 31), tense=st.integers(-1, 1))
def test_a_day_without_its_year_is_near_the_article(
    anchor: date, month: int, day: int, tense: int
) -> None:
    found = nearest_year(month, day, anchor, tense)
    if found is None:
        assert day > days_in_month(2023, month)
        return
    assert (found.month, found.day) == (month, day)
    reach = 366 if day == 29 and month == 2 else 184 if tense == 0 else 366
    assert abs((found - anchor).days) <= reach * (1 + (month == 2 and day == 29))


def test_the_tense_chooses_among_days_of_one_name() -> None:
    options = [months_from(year, 11, 1) for year in (2024, 2025, 2026)]
    anchor = date(2025, 3, 12)
    assert nearest(options, anchor, -1) == options[0]
    assert nearest(options, anchor, 1) == options[1]
    assert nearest(options, anchor, 0) == options[0]
    assert nearest([], anchor, 0) is None
