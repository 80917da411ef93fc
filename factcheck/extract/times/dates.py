"""Calendar dates as printed: "Montag, 1. Dezember 2025", "March 11", "1.12.2025", "2025-12-01".

An anchor is the name of a month or a figure of date form; day, year and weekday are looked for
beside it.
"""

from dataclasses import replace

from factcheck.extract.passages import Passage
from factcheck.extract.times.figure_dates import figure_date
from factcheck.extract.times.years import is_year, year_at
from factcheck.languages.lexicon import Lexicon
from factcheck.model import WrittenDate
from factcheck.record import record

DASHES = frozenset("-–—")
LONGEST_MONTH = 31


@record
class Found:
    """A date expression by its tokens; `day` is None for a month, `month` too for a year."""

    first: int
    last: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    weekday_last: int | None = None
    weekday_first: int | None = None

    def written(self, passage: Passage) -> WrittenDate | None:
        """The calendar date as printed; None for a month or a year."""
        if self.day is None or self.month is None:
            return None
        weekday_span = None
        if self.weekday_last is not None:
            begin = self.first if self.weekday_first is None else self.weekday_first
            weekday_span = passage.span(begin, self.weekday_last)
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
            date_found = _numeric(passage, index, after) or _bare_year(passage, index)
        else:
            date_found = _at_month(passage, index, after)
        if date_found:
            date_found = _with_weekday_behind(passage, date_found)
            if found:
                found[-1] = _with_year_of(passage, found[-1], date_found)
            earlier = _days_before(passage, date_found, after)
            found += [*earlier, date_found] if earlier else _days_behind(passage, date_found)
            after = found[-1].last + 1
    return found


def _with_year_of(passage: Passage, earlier: Found, later: Found) -> Found:
    """As in "from 20 March to 27 March 2004": the first day is of the same year, or the last."""
    ranges = passage.lexicon.data["ranges"]
    joins = {*ranges["to"], *DASHES, *passage.lexicon.data["dates"]["day_joins"]}
    between = passage.tokens.lowers[earlier.last + 1 : later.first]
    if not between or not joins.issuperset(between):
        return earlier
    days = [(found.month, found.day) for found in (earlier, later)]
    if earlier.year is not None or later.year is None or None in (*days[0], *days[1]):
        return earlier
    return replace(earlier, year=later.year - (days[0] > days[1]))


def _days_before(passage: Passage, found: Found, floor: int) -> list[Found]:
    """As in "12, 13 and 14 February": all days of one month, in their order."""
    ranges, dates = passage.lexicon.data["ranges"], passage.lexicon.data["dates"]
    joins = {*ranges["to"], *ranges["and"], *ranges["or"], *DASHES, "/", *dates["day_joins"]}
    days: list[Found] = []
    first = _day_joined(passage, found, floor, joins)
    while first is not None:
        days.insert(0, first)
        first = _day_joined(passage, first, floor, {","})
    return days


def _day_joined(passage: Passage, found: Found, floor: int, joins: set[str]) -> Found | None:
    """As in "vom 18. bis 20. Februar", "20 and 21 March": its month stands behind another day."""
    tokens = passage.tokens
    if found.day is None or found.weekday is not None:
        return None
    at = found.first - 1
    two = at > floor and tokens.lowers[at - 1] in joins
    if at >= floor and (two or tokens.lowers[at] in passage.lexicon.stop_words - joins):
        at -= 1  # "bis zum", "auf den"
    if at < floor or tokens.lowers[at] not in joins:
        return None
    at -= 1
    last = at
    if at >= floor and tokens.words[at] == "." and tokens.glued(at):
        at -= 1
    dotted = passage.lexicon.data["dates"]["ordinal_mark"] == "."
    if at < floor or not _is_day(tokens.words[at]) or (dotted and last == at):
        return None
    day = int(tokens.words[at])
    return Found(at, last, found.year, found.month, day) if day < found.day else None


def _days_behind(passage: Passage, found: Found) -> list[Found]:
    """As in "July 4-6", "March 20 to 22, 2024", "May 5 and 7, 12 and 14": its month once."""
    tokens, marks = passage.tokens, _ordinal_words(passage.lexicon)
    marked = tokens.lowers[found.last] in marks
    behind = found.day is not None and tokens.words[found.last - marked] == str(found.day)
    if not behind or found.year is not None or passage.lexicon.data["dates"]["day_first"]:
        return [found]
    days = [found]
    while days[-1].year is None and (later := _next_day(passage, days[-1])) is not None:
        days.append(later)
    last = len(days) - 1
    while last and tokens.words[days[last].first - 1] == ",":
        last -= 1  # "on May 5, 12 people died"
    return [replace(day, year=days[last].year) for day in days[: last + 1]]


def _next_day(passage: Passage, found: Found) -> Found | None:
    """A later day of the same month right behind a dash, a comma or a word that joins."""
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    at = found.last + 1
    dash = tokens.lower(at) in DASHES and tokens.glued(at)
    if not dash and tokens.lower(at) not in {",", *ranges["to"], *ranges["and"]}:
        return None
    at += 1
    at += tokens.lower(at) in passage.lexicon.data["grammar"]["determiners"]  # "to the 17th"
    day, end = tokens.lower(at), at
    end += tokens.lower(at + 1) in _ordinal_words(passage.lexicon) and tokens.glued(at + 1)
    after = tokens.lower(end + 1)
    noun = after.isalpha() and after not in passage.lexicon.stop_words
    if not _is_day(day) or int(day) <= (found.day or 0):
        return None
    if noun and not dash:
        return None
    year, last = _year_after(passage, end, comma=True)
    return Found(at, last, year, found.month, int(day))


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
    weekday, first_with_weekday, weekday_last = _weekday_before(passage, first, last, floor)
    if day is None:
        return Found(first, last, year, month, None)
    return Found(first_with_weekday, last, year, month, day, weekday, weekday_last)


def _day_before(passage: Passage, index: int, floor: int) -> tuple[int | None, int]:
    """As in "1. Dezember", "1 December", "11th of March"."""
    tokens = passage.tokens
    at = index - 1
    while at >= floor and tokens.lowers[at] in {".", "/", *_ordinal_words(passage.lexicon), "of"}:
        at -= 1
    if at < floor or index - at > 3 or not _is_day(tokens.words[at]):
        return None, index
    if at and tokens.glued(at) and tokens.words[at - 1] in {":", "€", "$", "£"}:
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
    if comma and at < len(tokens) and tokens.words[at] in {",", "/"}:
        at += 1
    if at < len(tokens) and is_year(tokens.words[at]):
        return int(tokens.words[at]), at
    return None, last


def _weekday_before(
    passage: Passage, first: int, last: int, floor: int
) -> tuple[int | None, int, int | None]:
    """As in "Dienstag, dem 1. Dezember", "am Mittwoch (13. Juni)", "So, 23. Aug."."""
    tokens, lexicon = passage.tokens, passage.lexicon
    links = lexicon.data["dates"]["links"]
    at = first
    while at > floor and (tokens.words[at - 1] == "," or tokens.lowers[at - 1] in links):
        at -= 1
    if at == first and at > floor and tokens.words[at - 1] == "(" and _closes(passage, last + 1):
        at -= 1
    hit = lexicon.weekdays.before(tokens, at) or _short_weekday(passage, at, first)
    if hit is None or at - hit[0] < floor:
        return None, first, None
    length, weekday = hit
    return weekday, at - length, at - 1


def _short_weekday(passage: Passage, end: int, first: int) -> tuple[int, int] | None:
    """As in "So, 23. Aug.": two or three letters, a capital and a comma."""
    tokens, short = passage.tokens, passage.lexicon.data["dates"]["short_weekdays"]
    named = end > 0 and end < first and tokens.words[end] == ","
    if not named or not tokens.words[end - 1][0].isupper() or tokens.lowers[end - 1] not in short:
        return None
    return 1, short.index(tokens.lowers[end - 1])


def _with_weekday_behind(passage: Passage, found: Found) -> Found:
    """As in "2021-07-02 (Thursday)", "am 13. Juni, einem Mittwoch,"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if found.day is None or found.weekday is not None:
        return found
    at = found.last + 1
    bracket = tokens.lower(at) == "("
    if not bracket:
        articles = lexicon.data["dates"]["weekday_articles"]
        if tokens.lower(at) != "," or tokens.lower(at + 1) not in articles:
            return found
        at += 1
    at += 1
    hit = lexicon.weekdays.at(tokens, at)
    if hit is None and bracket and tokens.lower(at) in lexicon.data["dates"]["short_weekdays"]:
        hit = 1, lexicon.data["dates"]["short_weekdays"].index(tokens.lower(at))
    if hit is None or (bracket and not _closes(passage, at + hit[0])):
        return found
    last = at + hit[0] - 1
    return replace(found, last=last + bracket, weekday=hit[1], weekday_last=last, weekday_first=at)


def _closes(passage: Passage, at: int) -> bool:
    return passage.tokens.lower(at) == ")"


def _numeric(passage: Passage, index: int, floor: int) -> Found | None:
    """A date in figures alone, with the weekday before it."""
    printed = figure_date(passage, index)
    if printed is None:
        return None
    first, last, year, month, day = printed
    weekday, begin, weekday_last = _weekday_before(passage, first, last, floor)
    return Found(begin, last, year, month, day, weekday, weekday_last)


def _bare_year(passage: Passage, index: int) -> Found | None:
    year = year_at(passage, index)
    return None if year is None else Found(index, index, year, None, None)


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 39


def _ordinal_words(lexicon: Lexicon) -> list[str]:
    return str(lexicon.data["dates"]["ordinal_mark"]).split("|")
