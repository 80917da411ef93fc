"""Expressions whose main word is a granule: "im vergangenen Jahr", "Ende der Woche", "ein Jahr"."""

from factcheck.extract.times.calendar_days import (
    YEARS,
    Days,
    containing,
    edge_of,
    months_from,
    moved,
    nearest,
    years_from,
)  # fmt: skip
from factcheck.extract.times.reading import OFFSETS, Lead, Reading, Time
from factcheck.languages.time_words import Head
from factcheck.model import Quantity

PARTS_OF_YEAR = {"quarter": 3, "half": 6}
WHOLES = frozenset({"season", "weekend", "half"})
MOST = 10_000
SHORTER_THAN_DAYS = frozenset({"hour", "minute", "second"})
COUNTED = SHORTER_THAN_DAYS | {"day", "week", "month", "year", "decade", "century"}
CENTURY = 100


def granule(reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """The expression around "Jahr", "Woche", "quarter" ...; None where it tells no time."""
    unit: str = head.value
    lead = reading.lead(at)
    if lead.ordinal is not None and lead.shift is None:
        return _numbered(reading, lead, last, unit)
    if lead.ordinal is None and _counted(reading, at):
        return None  # a figure, which is read as one
    if lead.shift == "each" or reading.within(lead.first - 1, "per"):
        first = lead.first if lead.shift else lead.first - 1
        return Time(first, last, "date")
    year = reading.year_behind(last) if unit == "year" and lead.edge is None else None
    if year is not None and year.found is not None:
        return Time(at, year.last, "date", years_from(year.year, 1), "year", found=year.found)
    if reading.lower(at) in reading.words.plurals:
        return _several(reading, lead, at, last)
    if lead.shift is not None:
        return _shifted(reading, lead, last, unit)
    if lead.edge is not None:
        return _edge(reading, lead, last, unit)
    if reading.within(at - 1, "one"):
        return _one(reading, at, last, unit)
    if reading.within(at - 1, "whole") or reading.within(at - 1, "half"):
        return Time(at - 1, last, "duration")
    if unit == "weekend" and reading.within(at - 1, "part_after"):
        return Time(at, last, "date", _weekend(reading, at, last), "weekend", relative=True)
    return None


def _counted(reading: Reading, at: int) -> bool:
    """Is there a number before the granule, so that it is a length that is counted?"""
    if at - 1 not in reading.numbers or reading.within(at - 1, "some"):
        return False
    return reading.lower(at - 1) not in reading.passage.lexicon.data["numbers"]["articles"]["words"]


def _shifted(reading: Reading, lead: Lead, last: int, unit: str) -> Time | None:
    if lead.shift is None or unit in SHORTER_THAN_DAYS:
        return None
    days = reading.shifted(unit, lead.shift)
    if unit in YEARS and lead.shift == "last" and reading.anchor is not None:
        begin = moved(reading.anchor, unit, -1)  # "the past decade" ends today
        days = (begin, reading.anchor) if begin is not None else None
    if unit == "day" and days is None and lead.shift not in {"this", "same", "following", "next"}:
        return None  # "am letzten Tag" is the last of something
    if days is not None and lead.edge is not None:
        days = edge_of(days, unit, lead.edge)
    end = reading.behind_day(last) if unit == "day" else last
    return Time(lead.first, end, "date", days, unit, relative=True)


def _several(reading: Reading, lead: Lead, at: int, last: int) -> Time | None:
    """As in "in den vergangenen Jahren", "seit Jahren", "einige Tage", "years ago"."""
    if lead.shift is not None and lead.shift not in {"same", "each"}:
        return Time(lead.first, last, "duration")
    if reading.within(at - 1, "some"):
        first = at - 1
        while reading.within(first - 1, "some"):
            first -= 1
        return Time(first, _behind(reading, last), "duration")
    before = reading.within(at - 1, "lasting_before")
    behind = _behind(reading, last)
    if not before and behind == last:
        return None
    ago = reading.within(at - 1, "ago_before")
    return Time(at - 1 if ago else at, behind, "duration")


def _behind(reading: Reading, last: int) -> int:
    """A word behind a length that tells whence it counts, or that it lasts."""
    phrases = reading.passage.lexicon.phrases
    for key in ("ago_behind", "ahead_behind", "later", "earlier", "lasting_behind"):
        hit = phrases("times", key).at(reading.tokens, last + 1)
        if hit:
            return last + hit[0]
    return last


def _one(reading: Reading, at: int, last: int, unit: str) -> Time | None:
    """As in "vor einem Jahr", "a week later", "eine Stunde"."""
    counted = count_from(reading, at - 1, last, unit, 1)
    if counted is not None:
        return counted
    behind = _behind(reading, last)
    plain = reading.passage.lexicon.data["times"]["article_counts"] or behind > last
    if unit in WHOLES or not (plain or reading.within(at - 2, "lasting_before")):
        return None  # "$5m a year"
    return Time(at - 1, behind, "duration")


def length(reading: Reading, first: int, last: int, quantity: Quantity) -> Time | None:
    """The days of a counted length: "vor drei Jahren", "in den vergangenen zwei Wochen"."""
    unit, count = quantity.unit or "", quantity.value
    if unit not in COUNTED or count is None or not 0 < count < MOST:
        return None
    units, whole = (unit, int(count)) if count == int(count) else ("month", round(count * 12))
    if unit not in {units, "year"}:
        return None
    shift = reading.words.shifts.get(reading.lower(first - 1))
    if shift not in OFFSETS and not reading.within(first - 1, "since"):
        return count_from(reading, first, last, units, whole)
    sign = OFFSETS.get(shift or "last", 0)
    now = reading.anchor
    other = moved(now, units, sign * whole) if now is not None else None
    if now is None or other is None or not sign:
        return None
    days = (min(now, other), max(now, other))
    return Time(first - (shift is not None), last, "date", days, units, relative=True)


def count_from(reading: Reading, first: int, last: int, unit: str, count: int) -> Time | None:
    """As in "vor drei Jahren", "in two weeks", "zwei Tage später": the day so far away."""
    phrases, tokens = reading.passage.lexicon.phrases, reading.tokens
    sign, begin, end, base = 0, first, last, reading.anchor
    if reading.within(first - 1, "ago_before"):
        sign, begin = -1, first - 1
    elif hit := phrases("times", "ago_behind").at(tokens, last + 1):
        sign, end = -1, last + hit[0]
    elif hit := phrases("times", "ahead_behind").at(tokens, last + 1):
        sign, end = 1, last + hit[0]
    elif hit := phrases("times", "later").at(tokens, last + 1):
        sign, end, base = 1, last + hit[0], reading.mention
    elif hit := phrases("times", "earlier").at(tokens, last + 1):
        sign, end, base = -1, last + hit[0], reading.mention or reading.anchor
    elif reading.within(first - 1, "ahead_before"):
        sign = 1 if reading.tense(first, last) >= 0 else 0
        begin = first - 1 if sign else first
    if not sign:
        return None
    day = moved(base, unit, sign * count) if base is not None else None
    days: Days | None = (day, day) if day is not None else None
    if day is not None and base is not reading.anchor and reading.grain != "day":
        days = containing(day, reading.grain)
    grain = "day" if unit in SHORTER_THAN_DAYS else unit
    return Time(begin, end, "date", days, grain, relative=True)


def _edge(reading: Reading, lead: Lead, last: int, unit: str) -> Time | None:
    """As in "Ende der Woche", "Anfang des Jahres 2005"."""
    if lead.edge is None or unit in SHORTER_THAN_DAYS:
        return None
    year = reading.year_behind(last) if unit == "year" else None
    if year is not None:
        days = edge_of(years_from(year.year, 1), unit, lead.edge)
        found = year.found
        return Time(lead.first, year.last, "date", days, unit, found is None, found)
    if reading.anchor is None:
        return Time(lead.first, last, "date", None, unit)
    options = []
    for count in (-1, 0, 1):
        day = moved(reading.anchor, unit, count)
        if day is not None:
            options.append(edge_of(containing(day, unit), unit, lead.edge))
    days = nearest(options, reading.anchor, reading.tense(lead.first, last)) or options[0]
    return Time(lead.first, last, "date", days, unit, relative=True)


def _numbered(reading: Reading, lead: Lead, last: int, unit: str) -> Time | None:
    """As in "im ersten Quartal 2008", "in der zweiten Jahreshälfte", "im 19. Jahrhundert"."""
    rank = lead.ordinal or 0
    if unit == "century":
        low = (rank - 1) * CENTURY
        days = years_from(low, CENTURY) if low > 0 else None
        if days is not None and lead.edge is not None:
            days = edge_of(days, unit, lead.edge)
        return Time(lead.first, last, "date", days, unit)
    length = PARTS_OF_YEAR.get(unit)
    if length is None or not 0 < rank <= 12 // length:
        return None
    year = reading.year_behind(last)
    if year is None and unit == "half" and not reading.passage.lexicon.data["times"]["bare_halves"]:
        return None  # of a match
    months = (rank - 1) * length + 1
    if year is not None:
        days = months_from(year.year, months, length)
        found = year.found
        return Time(lead.first, year.last, "date", days, unit, found is None, found)
    if reading.anchor is None:
        return Time(lead.first, last, "date", None, unit)
    now = reading.anchor.year
    options = [months_from(number, months, length) for number in (now - 1, now, now + 1)]
    chosen = nearest(options, reading.anchor, reading.tense(lead.first, last))
    return Time(lead.first, last, "date", chosen, unit, relative=True)


def _weekend(reading: Reading, first: int, last: int) -> Days | None:
    if reading.anchor is None:
        return None
    options = []
    for count in (-1, 0, 1):
        day = moved(reading.anchor, "week", count)
        if day is not None:
            options.append(containing(day, "weekend"))
    return nearest(options, reading.anchor, reading.tense(first, last))
