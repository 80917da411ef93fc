"""Feasts by their rule: a fixed day, a distance from Easter Sunday, the nth weekday of a month."""

from datetime import date, timedelta

from factcheck.extract.times.calendar_days import days_in_month

DAY = timedelta(days=1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    The anonymous algorithm of Nature, 20 April 1876, as in Meeus, Astronomical Algorithms, ch. 8.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, skipped = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    quarter, odd = divmod(rest, 4)
    weekday = (32 + 2 * skipped + 2 * quarter - epact - odd) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def feast(rule: str, year: int) -> date:
    """The day of a feast: "12-25", "easter 39", "11.4.4" (the fourth Thursday of November)."""
    if rule.startswith("easter"):
        return easter(year) + int(rule.split()[1]) * DAY
    if "-" in rule and "." not in rule:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    month_number, nth, weekday = (int(part) for part in rule.split("."))
    if nth > 0:
        first = date(year, month_number, 1)
        return first + ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) * DAY
    last = date(year, month_number, days_in_month(year, month_number))
    return last - ((last.isoweekday() - weekday) % 7) * DAY
