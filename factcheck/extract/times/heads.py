"""From the main word of a time expression and what stands around it to its days."""

from collections.abc import Callable
from datetime import date

from factcheck.extract.times.calendar_days import (
    DAY,
    Days,
    containing,
    edge_of,
    months_from,
    moved,
    nearest,
    years_from,
)  # fmt: skip
from factcheck.extract.times.clocks import clock_at
from factcheck.extract.times.decades import decade
from factcheck.extract.times.feasts import feast
from factcheck.extract.times.reading import NAMED, OFFSETS, Lead, Reading, Time, Year
from factcheck.languages.time_words import Head
from factcheck.languages.tokens import tokenise

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
WEEK = 7

Handler = Callable[[Reading, int, int, Head], Time | None]


def _years_around(reading: Reading, year: Year | None) -> range:
    if year is not None:
        return range(year.year, year.year + 1)
    if reading.anchor is None:
        return range(0)
    return range(reading.anchor.year - 1, reading.anchor.year + 2)


def _choose(
    reading: Reading, options: list[Days], shift: str | None, first: int, last: int
) -> Days | None:
    """Which days of one name are meant: by the word before them, else by the tense."""
    if len(options) == 1 or reading.anchor is None:
        return options[0] if len(options) == 1 else None
    anchor = reading.anchor
    if shift in {"last", "before_last"}:
        past = sorted(days for days in options if days[1] < anchor)
        count = 2 if shift == "before_last" else 1
        return past[-count] if len(past) >= count else None
    if shift in {"next", "after_next"}:
        coming = sorted(days for days in options if days[0] > anchor)
        count = 2 if shift == "after_next" else 1
        return coming[count - 1] if len(coming) >= count else None
    return nearest(options, anchor, reading.tense(first, last))


def _time(
    lead: Lead, last: int, days: Days | None, granularity: str,
          year: Year | None = None) -> Time:  # fmt: skip
    """A date expression; an edge narrows its days."""
    if days is not None and lead.edge is not None:
        days = edge_of(days, granularity, lead.edge)
    last = year.last if year is not None else last
    found = year.found if year is not None else None
    return Time(lead.first, last, "date", days, granularity, found is None, found)


def day_word(reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """As in "heute", "gestern Abend", "am gestrigen Dienstag", "the day before yesterday"."""
    beside = reading.founds.get(last + 1)
    if beside is not None and beside.day is not None:
        return None  # "am gestrigen 13. Oktober"
    following = reading.words.heads.at(reading.tokens, last + 1)
    if following and (following[1].kind == "weekday" or following[1].value == "day"):
        last += following[0]
    last = reading.behind_day(last)
    day = moved(reading.anchor, "day", head.value) if reading.anchor else None
    return Time(at, last, "date", (day, day) if day else None, "day", True)


def tomorrow(reading: Reading, at: int, last: int, _head: Head) -> Time | None:
    """As in "morgen", which is the morning where it is a noun or stands behind another day."""
    word = reading.tokens.words[at]
    opens = at == reading.passage.bounds(at)[0]
    if word[0].isupper() and not opens:
        return part_of_day(reading, at, last, _head)
    return day_word(reading, at, last, Head("day", 1))


def weekday(reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """As in "am Mittwoch", "kommenden Dienstag", "Freitagabend", "Montag voriger Woche"."""
    if not reading.tokens.words[at][0].isupper() or _is_name(reading, at, last):
        return None
    lead = reading.lead(at)
    lead = Lead(lead.first if lead.shift else at, lead.shift)
    if lead.shift == "each":
        return Time(lead.first, reading.behind_day(last), "date")
    week = reading.words.shifts.get(reading.lower(last + 1))
    unit = reading.words.heads.at(reading.tokens, last + 2) if week else None
    if week and unit and unit[1].value == "week":
        days = reading.shifted("week", week)
        day = days[0] + head.value * DAY if days else None
        end = reading.behind_day(last + 1 + unit[0])
        return Time(lead.first, end, "date", (day, day) if day else None, "day", True)
    end = last if head.part and not reading.lower(last + 1) else reading.behind_day(last)
    day = _weekday_of(reading, head.value, lead, end)
    return Time(lead.first, end, "date", (day, day) if day else None, "day", True)


def _is_name(reading: Reading, at: int, last: int) -> bool:
    """As in "the Sunday Times": an article before it and a capitalised word behind."""
    if last + 1 >= len(reading.tokens) or reading.lower(last + 1) in reading.words.parts:
        return False
    name = reading.tokens.words[last + 1]
    articles = reading.passage.lexicon.data["grammar"]["determiners"]
    return name[0].isupper() and name.isalpha() and reading.lower(at - 1) in articles


def _weekday_of(reading: Reading, number: int, lead: Lead, last: int) -> date | None:
    base = reading.anchor
    if lead.shift in NAMED and reading.mentioned_day is not None:
        base = reading.mentioned_day
    if base is None:
        return None
    beside = reading.last == lead.first - 2 and reading.lower(lead.first - 1) == ","
    if beside and reading.mentioned_day and reading.mentioned_day.weekday() == number:
        return reading.mentioned_day  # "morgen, Samstag"
    ahead = (number - base.weekday()) % WEEK
    if lead.shift in {"last", "preceding"}:
        return base + (ahead - WEEK) * DAY
    if lead.shift == "before_last":
        return base + (ahead - 2 * WEEK) * DAY
    if lead.shift in {"next", "following"}:
        return base + (ahead or WEEK) * DAY
    if lead.shift == "after_next":
        return base + ((ahead or WEEK) + WEEK) * DAY
    past = reading.tense(lead.first, last) < 0
    return base + (ahead - WEEK if past and ahead else ahead) * DAY


def _held(reading: Reading, at: int, lead: Lead) -> bool:
    """Does a word before it show that "May" or "fall" is a time?"""
    if reading.lower(at) not in reading.words.sets["doubtful"]:
        return True
    return bool(lead.shift or lead.edge) or reading.within(at - 1, "month_after")


def month(reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """As in "im Mai", "Anfang März", "letzten August", "im Oktober vergangenen Jahres"."""
    lead = reading.lead(at)
    if not reading.tokens.words[at][0].isupper() or not _held(reading, at, lead):
        return None
    year = reading.year_behind(last)
    options = [months_from(number, head.value, 1) for number in _years_around(reading, year)]
    if lead.shift == "each":
        return Time(lead.first, last, "date")
    days = _choose(reading, options, lead.shift, lead.first, last)
    return _time(lead, last, days, "month", year)


def season(reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """As in "im Sommer 2005", "im vergangenen Winter"; winter begins in December of its year."""
    lead = reading.lead(at)
    year = reading.year_behind(last)
    if year is None and not _held(reading, at, lead):
        return None
    if lead.shift == "each":
        return Time(lead.first, last, "date")
    start = SEASONS[head.value]
    options = [months_from(number, start, 3) for number in _years_around(reading, year)]
    days = _choose(reading, options, lead.shift, lead.first, last)
    return _time(lead, last, days, "season", year)


def fixed(reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """As in "Vorjahr", "Jahresende 2025", "am Folgetag"."""
    granule, count, *more = head.value.split()
    year = reading.year_behind(last) if granule == "year" else None
    base = reading.anchor
    if "named" in more and reading.tokens.lower(last + 1).isalpha() and reading.points_on(last):
        return None  # "the day after the vote"
    if "named" in more and (reading.mentioned_day if granule == "day" else reading.mention):
        base = reading.mentioned_day if granule == "day" else reading.mention
    elif "named" in more and int(count) > 0:
        base = None  # "im Jahr darauf" of a year that was not named
    if year is not None:
        days: Days | None = years_from(year.year, 1)
    else:
        day = moved(base, granule, int(count)) if base is not None else None
        days = containing(day, granule) if day is not None else None
    edge = next((word for word in more if word in {"start", "middle", "end"}), None)
    return _time(Lead(at, edge=edge), last, days, granule, year)


def feast_day(reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """As in "Ostermontag", "Weihnachten 2004", "next Christmas"."""
    lead = reading.lead(at)
    year = reading.year_behind(last)
    days = [feast(head.value, number) for number in _years_around(reading, year)]
    chosen = _choose(reading, [(day, day) for day in days], lead.shift, lead.first, last)
    first = lead.first if lead.shift else at
    return _time(Lead(first), last, chosen, "day", year)


def part_of_day(reading: Reading, at: int, last: int, _head: Head) -> Time | None:
    """As in "am frühen Morgen", "in der Nacht zum Sonntag"; the day is the one last named."""
    german = reading.passage.lexicon.data["grammar"]["capitalised_nouns"]
    if german and not reading.tokens.words[at][0].isupper():
        return None
    lead = reading.lead(at)
    first = lead.first if lead.ordinal is None else at
    if lead.shift == "each":
        return Time(first, last, "date")
    if not (lead.shift or reading.within(first - 1, "part_after")):
        return None
    joined = reading.passage.lexicon.phrases("times", "part_joins").at(reading.tokens, last + 1)
    behind = last + 1 + (joined[0] if joined else 0)
    head = reading.words.heads.at(reading.tokens, behind) if joined else None
    if head is not None and head[1].kind in {"weekday", "day"}:
        day = HANDLERS[head[1].kind](reading, behind, behind + head[0] - 1, head[1])
        return Time(first, day.last, "date", day.days, "day", True) if day else None
    found = reading.founds.get(behind)
    if found is not None and found.day is not None:
        return None  # the date tells it
    base = reading.mentioned_day or reading.anchor
    if lead.shift in OFFSETS and reading.anchor is not None:
        base = moved(reading.anchor, "day", OFFSETS[lead.shift])
    end = reading.behind_day(last)
    return Time(first, end, "date", (base, base) if base else None, "day", True)


def present(reading: Reading, at: int, last: int, _head: Head) -> Time | None:
    """As in "derzeit", "now": the article's day."""
    day = reading.anchor
    return Time(at, last, "date", (day, day) if day else None, "day", True)


def unnamed(_reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """A time that no day can be given for ("kürzlich", "täglich"), or a length ("jahrelang")."""
    return Time(at, last, "duration" if head.kind == "lasting" else "date")


def clock_word(reading: Reading, at: int, last: int, _head: Head) -> Time | None:
    """As in "sieben Uhr", "halb acht Uhr"; in digits a clock time is found by them."""
    if at - 1 not in reading.numbers or reading.tokens.words[at - 1][0].isdecimal():
        return None
    told = clock_at(reading.passage, at - 1)
    end = last if told is None else told
    end += reading.lower(end + 1) in reading.words.parts
    base = reading.mentioned_day or reading.anchor
    return Time(at - 1, end, "date", (base, base) if base else None, "day", True)


def recurring(reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """As in "täglich", "samstags"; but "des Samstags" is one day."""
    lower = reading.lower(at)
    names = reading.passage.lexicon.weekdays
    number = names.at(tokenise(lower[:-1]), 0) if at == last and len(lower) > 1 else None
    opens = at == reading.passage.bounds(at)[0]
    if number is None or opens or not reading.tokens.words[at][0].isupper():
        return unnamed(reading, at, last, head)
    return weekday(reading, at, last, Head("weekday", number[1]))


HANDLERS: dict[str, Handler] = {
    "day": day_word,
    "tomorrow": tomorrow,
    "weekday": weekday,
    "month": month,
    "season": season,
    "fixed": fixed,
    "feast": feast_day,
    "part": part_of_day,
    "clock": clock_word,
    "decade": decade,
    "now": present,
    "vague": unnamed,
    "recurring": recurring,
    "lasting": unnamed,
}
