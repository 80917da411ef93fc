"""Every time expression of a passage: dates, "am Mittwoch", "im vergangenen Jahr", "18 Uhr".

An anchor is a word of [times] or a figure; shift, edge, year and clock are looked for beside it.
What is relative counts from the article's date, or from the day that the passage named last.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.extract.figures.figure import Figure
from factcheck.extract.passages import Passage
from factcheck.extract.times.calendar_days import (
    edge_of,
    is_day,
    months_from,
    resolve,
)  # fmt: skip
from factcheck.extract.times.clocks import clock_at, glued_pair, opens_hours
from factcheck.extract.times.dates import Found
from factcheck.extract.times.decades import decade_in_figures
from factcheck.extract.times.granules import granule, length
from factcheck.extract.times.heads import HANDLERS
from factcheck.extract.times.reading import COMMA, Reading, Time
from factcheck.extract.times.years import is_year
from factcheck.model import Period

SEASON_START = 7
RANGE = 4


def find_times(passage: Passage, founds: Sequence[Found], anchor: date | None) -> list[Time]:
    """The time expressions of a passage in the order of the text, none overlapping.

    Every printed date of `founds` is in one of them. Lengths with a figure are left to `lengths`.
    """
    reading = Reading(passage, anchor, {found.first: found for found in founds})
    anchors = {*passage.anchors.times, *passage.anchors.digits, *reading.founds}
    times: list[Time] = []
    for index in sorted(anchors):
        time = _safely(reading, index, times[-1].last if times else -1)
        if time is None:
            continue
        while times and time.first <= times[-1].first and times[-1].found is None:
            times.pop()  # "Easter" of "Easter Sunday"
        if times and time.first <= times[-1].last:
            continue
        if times:
            times[-1] = _of_one_year(times[-1], time)
        times.append(time)
        reading.remember(time)
    return _with_all(times, founds, reading)


def _of_one_year(earlier: Time, later: Time) -> Time:
    """As in "vom 10. bis 12. Juni": both days are of the year of the second, or its turn."""
    first, second = earlier.found, later.found
    if first is None or second is None or earlier.days is None or later.days is None:
        return earlier
    printed = first.year is None and first.month and first.day and second.day and second.month
    if not printed or second.year is not None or later.first - earlier.last > RANGE:
        return earlier
    year = later.days[0].year - ((first.month or 0, first.day or 0) > (second.month, second.day))
    if not is_day(year, first.month or 1, first.day or 1):
        return earlier
    day = date(year, first.month or 1, first.day or 1)
    return replace(earlier, days=(day, day))


def without_lengths(times: Sequence[Time], figures: Sequence[Figure]) -> list[Time]:
    """The times but those that a counted length tells as well ("fast ein Jahr")."""
    counted = {
        at
        for figure in figures
        if figure.quantity.kind == "duration"
        for at in range(figure.first, figure.last + 1)
    }
    if not counted:
        return list(times)
    return [
        time
        for time in times
        if time.found is not None or counted.isdisjoint(range(time.first, time.last + 1))
    ]


def lengths(
    passage: Passage, times: Sequence[Time], figures: Sequence[Figure], anchor: date | None
) -> dict[int, Time]:
    """The days that counted lengths point to ("vor drei Jahren"), by the figure's first token."""
    found: dict[int, Time] = {}
    if all(figure.quantity.kind != "duration" for figure in figures):
        return found
    reading = Reading(passage, anchor, {})
    rest = iter([*times, None])
    coming = next(rest)
    for figure in sorted(figures, key=lambda each: each.first):
        while coming is not None and coming.first < figure.first:
            reading.remember(coming)
            coming = next(rest)
        quantity = figure.quantity
        if quantity.kind != "duration" or quantity.unit is None:
            continue
        try:
            time = length(reading, figure.first, figure.last, quantity)
        except (ValueError, OverflowError):
            continue
        if time is not None:
            found[figure.first] = time
            reading.remember(time)
    return found


def period_of(passage: Passage, time: Time, anchor: date | None) -> Period | None:
    """The period of a time expression; None where it names no days."""
    if time.days is None:
        return None
    span = passage.span(time.first, time.last)
    return Period(span, *time.days, time.granularity, anchor if time.relative else None)


def _safely(reading: Reading, index: int, taken: int) -> Time | None:
    """What an anchor begins or ends; None before the year 1 and after 9999 too."""
    try:
        found = reading.founds.get(index)
        if found is not None:
            return _printed(reading, found) if index > taken else None
        if reading.tokens.words[index][0].isdecimal():
            return _digits(reading, index) if index > taken else None
        hit = reading.words.heads.before(reading.tokens, index + 1)
        if hit is None or index <= taken < index - hit[0] + 1:
            return None
        first = index - hit[0] + 1
        if hit[1].kind == "granule":
            return granule(reading, first, index, hit[1])
        return HANDLERS[hit[1].kind](reading, first, index, hit[1])
    except (ValueError, OverflowError):
        return None


def _with_all(times: list[Time], founds: Sequence[Found], reading: Reading) -> list[Time]:
    """No printed date is lost where another expression was read over it."""
    told = {time.found.first for time in times if time.found is not None}
    missing = [found for found in founds if found.first not in told]
    if not missing:
        return times
    kept = [
        time
        for time in times
        if time.found is not None
        or all(time.last < found.first or found.last < time.first for found in missing)
    ]
    kept += [_plain(reading, found) for found in missing]
    return sorted(kept, key=lambda time: time.first)


def _plain(reading: Reading, found: Found, last: int | None = None, tense: int = 0) -> Time:
    period = resolve(found, reading.passage.span(found.first, found.last), reading.anchor, tense)
    days = (period.start, period.end) if period else None
    grain = "day" if found.day else "month" if found.month else "year"
    end = found.last if last is None else last
    return Time(found.first, end, "date", days, grain, found.year is None, found)


def _printed(reading: Reading, found: Found) -> Time:
    """A calendar date with what stands around it: "Ende 2004", "am 3. März um 18 Uhr"."""
    if found.day is None:
        time = _plain(reading, found)
        lead = reading.lead(found.first)
        if lead.edge is None or time.days is None or lead.shift or lead.ordinal:
            return time
        days = edge_of(time.days, time.granularity, lead.edge)
        return replace(time, first=lead.first, days=days)
    year = reading.year_behind(found.last) if found.year is None else None
    if year is not None and found.month and is_day(year.year, found.month, found.day):
        day = date(year.year, found.month, found.day)
        return Time(found.first, year.last, "date", (day, day), "day", True, found)
    tense = reading.tense(found.first, found.last) if found.year is None else 0
    return _plain(reading, found, reading.behind_day(found.last), tense)


def _digits(reading: Reading, index: int) -> Time | None:
    """A figure that tells a time: "18 Uhr", "1990er Jahre", "2014/15"."""
    if reading.lower(index + 1) not in reading.words.behind_figures:
        return None
    last = clock_at(reading.passage, index)
    if last is not None:
        return _clock(reading, index, last)
    return decade_in_figures(reading, index) or _season(reading, index)


def _clock(reading: Reading, first: int, last: int) -> Time | None:
    """A clock time and the day behind it; else that of the day last named."""
    tokens, words, passage = reading.tokens, reading.words, reading.passage
    bare = not any(word.isalpha() for word in tokens.words[first : last + 1])
    link = reading.passage.lexicon.phrases("times", "links").before(tokens, first)
    if bare and not (link and last > first) and (last > first or not opens_hours(passage, first)):
        return None
    behind = last + 1
    while reading.lower(behind) in {*COMMA, *words.sets["day_links"]}:
        behind += 1
    hit = words.heads.at(tokens, behind)
    if hit and hit[1].kind in {"day", "weekday"}:
        day = HANDLERS[hit[1].kind](reading, behind, behind + hit[0] - 1, hit[1])
        if day is not None:
            return replace(day, first=first)
    if hit and hit[1].kind == "part" and behind == last + 1:
        last = behind
    base = reading.mentioned_day or reading.anchor
    return Time(first, last, "date", (base, base) if base else None, "day", relative=True)


def _season(reading: Reading, index: int) -> Time | None:
    """As in "2014/15": from July to June; of a winter from December to February."""
    tokens = reading.tokens
    if not (glued_pair(reading.passage, index, "/") and is_year(tokens.words[index])):
        return None
    year, later = int(tokens.words[index]), tokens.words[index + 2]
    if later not in {str(year + 1), str(year + 1)[2:]}:
        return None
    head = reading.words.heads.before(tokens, index)
    winter = head is not None and head[1].value == "winter"
    days = months_from(year, 12, 3) if winter else months_from(year, SEASON_START, 12)
    first = index - (winter or reading.within(index - 1, "school_years"))
    return Time(first, index + 2, "date", days, "season", found=reading.founds.get(index + 2))
