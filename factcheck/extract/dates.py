"""Calendar dates as printed: "Montag, 1. Dezember 2025", "March 11", "1.12.2025", "2025-12-01".

An anchor is the name of a month or a figure of date form; day, year and weekday are looked for
beside it. A bare year is a date too where the word before it says so.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Period, Span, WrittenDate

FIRST_YEAR, LAST_YEAR = 1000, 2199
NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d{2})")
DASHES = frozenset("-–—")
CENTURY_SWITCH = 70
LONGEST_MONTH = 31
RECENT = re.compile(r"1[89]\d\d|20\d\d")


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression by its tokens; `day` is None for a month, `month` too for a year."""

    first: int
    last: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    weekday_last: int | None = None

    def written(self, passage: Passage) -> WrittenDate | None:
        """The calendar date as printed; None for a month or a year."""
        if self.day is None or self.month is None:
            return None
        weekday_span = None
        if self.weekday_last is not None:
            weekday_span = passage.span(self.first, self.weekday_last)
        span = passage.span(self.first, self.last)
        return WrittenDate(span, self.day, self.month, self.year, self.weekday, weekday_span)


def find_dates(passage: Passage) -> list[Found]:
    """The dates of a passage in the order of the text, none overlapping."""
    found: list[Found] = []
    after = 0
    for index in passage.anchors.dates:
        if index < after:
            continue
        if passage.tokens.lowers[index][0].isdecimal():
            date_found = _numeric(passage, index, after) or _year(passage, index)
        else:
            date_found = _at_month(passage, index, after)
        if date_found:
            found.append(date_found)
            after = date_found.last + 1
    return found


def _at_month(passage: Passage, index: int, floor: int) -> Found | None:
    tokens, lexicon = passage.tokens, passage.lexicon
    hit = lexicon.months.at(tokens, index)
    if hit is None or not tokens.words[index][0].isupper():
        return None  # "may" and "march" are verbs
    length, month = hit
    first, last = index, index + length - 1
    day, first = _day_before(passage, index, floor)
    if day is None:
        day, last = _day_after(passage, last)
    year, last = _year_after(passage, last, comma=day is not None)
    if day is None and year is None:
        return None
    weekday, first_with_weekday, weekday_last = _weekday_before(passage, first, floor)
    if day is None:
        return Found(first, last, year, month, None)
    return Found(first_with_weekday, last, year, month, day, weekday, weekday_last)


def _day_before(passage: Passage, index: int, floor: int) -> tuple[int | None, int]:
    """As in "1. Dezember", "1 December", "11th of March"."""
    tokens = passage.tokens
    at = index - 1
    while at >= floor and tokens.lowers[at] in {".", *_ordinal_words(passage.lexicon), "of"}:
        at -= 1
    if at < floor or index - at > 3 or not _is_day(tokens.words[at]):
        return None, index
    if at and tokens.words[at - 1] in {":", "€", "$", "£"}:
        return None, index
    return int(tokens.words[at]), at


def _day_after(passage: Passage, last: int) -> tuple[int | None, int]:
    """As in "March 11", "March 11th", where months come first."""
    tokens = passage.tokens
    at = last + 1
    if passage.lexicon.data["dates"]["day_first"] or at >= len(tokens):
        return None, last
    if not _is_day(tokens.words[at]):
        return None, last
    after = at + 1
    if after < len(tokens) and tokens.lowers[after] in _ordinal_words(passage.lexicon):
        return int(tokens.words[at]), after
    year_follows = _year_after(passage, at, comma=True)[0] is not None
    if not year_follows and _counts(passage, last, int(tokens.words[at])):
        return None, last
    return int(tokens.words[at]), at


def _counts(passage: Passage, month: int, number: int) -> bool:
    """As in "In May 38 people ...": the number behind a month may begin something else."""
    before = passage.tokens.lowers[month - 1] if month else ""
    if before in passage.lexicon.data["dates"]["month_only_after"]:
        return True
    at = month + 2
    if passage.lexicon.units.at(passage.tokens, at):
        return True
    following = passage.tokens.lowers[at] if at < len(passage.tokens) else ""
    noun = following.isalpha() and following not in passage.lexicon.stop_words
    return number > LONGEST_MONTH and noun


def _year_after(passage: Passage, last: int, *, comma: bool) -> tuple[int | None, int]:
    tokens = passage.tokens
    at = last + 1
    if comma and at < len(tokens) and tokens.words[at] == ",":
        at += 1
    if at < len(tokens) and _is_year(tokens.words[at]):
        return int(tokens.words[at]), at
    return None, last


def _weekday_before(passage: Passage, first: int, floor: int) -> tuple[int | None, int, int | None]:
    tokens, lexicon = passage.tokens, passage.lexicon
    links = lexicon.data["dates"]["links"]
    at = first
    while at > floor and (tokens.words[at - 1] == "," or tokens.lowers[at - 1] in links):
        at -= 1
    hit = lexicon.weekdays.before(tokens, at)
    if hit is None or at - hit[0] < floor:
        return None, first, None
    length, weekday = hit
    return weekday, at - length, at - 1


def _numeric(passage: Passage, index: int, floor: int) -> Found | None:
    """As in "1.12.2025" in one token, "2025-12-01" in five."""
    tokens = passage.tokens
    word = tokens.words[index]
    match = NUMERIC.fullmatch(word)
    if match and not passage.lexicon.phrases("labels", "before").before(tokens, index):
        day, month, year = (int(part) for part in match.groups())
        if not 1 <= month <= 12:
            return None
        if year < 100:
            year += 1900 if year >= CENTURY_SWITCH else 2000
        weekday, first, weekday_last = _weekday_before(passage, index, floor)
        return Found(first, index, year, month, day, weekday, weekday_last)
    parts = tokens.words[index : index + 5]
    match = ISO.fullmatch("".join(parts))
    if match and all(tokens.glued(at) for at in range(index + 1, index + 5)):
        year, month, day = (int(part) for part in match.groups())
        return Found(index, index + 4, year, month, day)
    return None


def _year(passage: Passage, index: int) -> Found | None:
    """A year that a word beside it announces, or a bare one that counts nothing."""
    tokens, dates = passage.tokens, passage.lexicon.data["dates"]
    word = tokens.words[index]
    if not _is_year(word) or _measured(passage, index):
        return None
    before = tokens.lowers[index - 1] if index else ""
    after = tokens.words[index + 1] if index + 1 < len(tokens) else ""
    announced = before in dates["years_before"] or after.lower() in dates["years_after"]
    bracketed = before == "(" and after == ")"
    if announced or bracketed or (RECENT.fullmatch(word) and not _counted(passage, index)):
        return Found(index, index, int(word), None, None)
    return None


def _measured(passage: Passage, index: int) -> bool:
    """Does a unit, a scale word or a currency make the figure a quantity, or glue a name of it?"""
    tokens, lexicon = passage.tokens, passage.lexicon
    beside = lexicon.units.at(tokens, index + 1) or lexicon.scales.at(tokens, index + 1)
    signed = lexicon.currencies.before(tokens, index)
    glued = index + 1 < len(tokens) and tokens.glued(index + 1) and tokens.words[index + 1] in "/-–"
    return bool(beside or signed or glued)


def _counted(passage: Passage, index: int) -> bool:
    """Is the figure hedged, or does it count the noun behind it ("2008 Menschen")?"""
    tokens, lexicon = passage.tokens, passage.lexicon
    if lexicon.hedges.before(tokens, index) or index + 1 >= len(tokens):
        return bool(index) and lexicon.hedges.before(tokens, index) is not None
    if lexicon.data["grammar"]["capitalised_nouns"]:
        following = tokens.words[index + 1]
        return following[0].isupper() and following.isalpha() and len(following) > 1
    return tokens.lowers[index + 1] in lexicon.data["dates"]["counted_years"]


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 39


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR


def _ordinal_words(lexicon: Lexicon) -> list[str]:
    return str(lexicon.data["dates"]["ordinal_mark"]).split("|")


def days_in_month(year: int | None, month: int) -> int:
    """The length of a month; February has 29 days where the year is not known."""
    return calendar.monthrange(year if year is not None else 2000, month)[1]


def resolve(found: Found, span: Span, anchor: date | None) -> Period | None:
    """The days a date speaks of; a missing year is the one nearest to the anchor."""
    if found.month is None:
        if found.year is None:
            return None
        return Period(span, date(found.year, 1, 1), date(found.year, 12, 31), "year")
    if found.day is None:
        if found.year is None:
            return None
        last = days_in_month(found.year, found.month)
        first_day = date(found.year, found.month, 1)
        return Period(span, first_day, date(found.year, found.month, last), "month")
    if found.year is not None:
        if found.day > days_in_month(found.year, found.month):
            return None
        day = date(found.year, found.month, found.day)
        return Period(span, day, day, "day")
    if anchor is None:
        return None
    near = nearest_year(found.month, found.day, anchor)
    return Period(span, near, near, "day", anchor) if near else None


def nearest_year(month: int, day: int, anchor: date) -> date | None:
    """The day of that name nearest to the anchor; None if no year near it has one."""
    candidates = [
        date(year, month, day)
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if day <= days_in_month(year, month)
    ]
    return min(candidates, key=lambda near: abs((near - anchor).days), default=None)


def dateline(passage_list: list[Passage]) -> Iterator[tuple[WrittenDate, date | None]]:
    """Dates that stand in a dateline ("Brüssel, 1. Dezember 2025 - ..."), resolved if possible.

    A dateline opens a block: a place, a date with its year, a dash; at most 80 characters.
    """
    for passage in passage_list[:6]:
        tokens = passage.tokens
        for found in find_dates(passage)[:1]:
            written = found.written(passage)
            if written is None or written.year is None or found.first > 12:
                continue
            if tokens.ends[found.last] - tokens.starts[0] > 80:
                continue
            ahead = [
                tokens.words[at] for at in range(found.last + 1, min(found.last + 7, len(tokens)))
            ]
            opens = bool(DASHES.intersection(ahead)) or len(tokens) - found.last <= 2
            placed = found.first == 0 or tokens.words[found.first - 1] in {",", "("}
            if opens and placed:
                period = resolve(found, written.span, None)
                yield written, period.start if period else None
