"""Clock times of the article that no source has, beside the one that a source has in their place.

"Shortly after 9.45am" where the source has 8.45: the article's minute stands in no source, be it
counted to twelve or to twenty-four, and the source's nowhere in the article. The sentence of the
source that tells the same, or prints the same day, has no other clock time left; or the two have
the hour or the minute in common and their sentences a word, and nothing else of the sources has. A
whole number of hours between two texts of which one names a time zone, or which are of two
languages, may be another zone's, and a full or a half hour may be rounded.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from factcheck.alignment.choosing.choice import Paired
from factcheck.alignment.dates.faces import face_of
from factcheck.alignment.index import index_of
from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.statements import told_once
from factcheck.claims import Article
from factcheck.extract.times.clocks import clock_at, minutes_of
from factcheck.model import Claim, Span

HOUR_MINUTES, HALF_HOUR, HALF_DAY = 60, 30, 720


@dataclass(frozen=True, slots=True, eq=False)
class Clock:
    """A clock time as printed, in a date or without one ("6pm on 9 February"), and the minutes that
    it may mean, none of one in words."""

    line: Line
    span: Span
    date: Claim | None
    minutes: frozenset[int]


def other_clocks(article: Article, dates: Sequence[Paired]) -> Iterator[tuple[Clock, Clock]]:
    """Every clock time in whose place a source has another one; `dates` are the days told."""
    known = _minutes(clock for source in article.sources for clock in clocks_of(source))
    told = _minutes(clocks_of(article))
    free = [
        clock
        for source in article.sources
        for clock in clocks_of(source)
        if clock.minutes and clock.minutes.isdisjoint(told)
    ]
    days = dict(_one_day(dates))
    for clock in clocks_of(article) if free else ():
        if clock.line.heading or not clock.minutes or _agree(clock.minutes, known):
            continue
        others = [each for each in free if not _may_be(clock, each)]
        day = days.get(clock.date.id) if clock.date is not None else None
        found = _only_left(clock.line, others, day) or _likest(clock, others)
        if found is not None:
            yield clock, found


def _minutes(clocks: Iterable[Clock]) -> frozenset[int]:
    return frozenset(minute for clock in clocks for minute in clock.minutes)


def _one_day(dates: Sequence[Paired]) -> Iterator[tuple[str, Line]]:
    """The claims that print a day of the source, and the sentence that prints it."""
    for each in dates:
        if each.standing == "agrees" and each.found is not None and face_of(each.mention).day:
            yield each.mention.claim.id, each.found.mention.line


def _only_left(line: Line, others: Sequence[Clock], day: Line | None) -> Clock | None:
    """The only one that the article does not have of a sentence that tells the same."""
    places = (told_once(line, source) for source in line.article.sources)
    same = [day] if day is not None else [place.line for place in places if place is not None]
    left = [each for each in others if each.line in same]
    return left[0] if len(left) == 1 else None


def _likest(clock: Clock, others: Sequence[Clock]) -> Clock | None:
    """The only one of which one digit is another, where a word is common to both."""
    found = {
        each.minutes: each
        for each in others
        if _slips(clock.minutes, each.minutes) and _common(clock.line, each.line)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _common(line: Line, other: Line) -> int:
    """How many words a sentence has of another one and of those beside that."""
    index = index_of(other.article, line.article.lexicon.code)
    return index.common(line.words, other.words + other.around)


def _slips(minutes: frozenset[int], others: frozenset[int]) -> bool:
    """Is one digit of the hour or the minute another?"""
    return any(
        sum(x != y for x, y in zip(_digits(one), _digits(two), strict=True)) == 1
        for one in minutes
        for two in others
    )


def _digits(minute: int) -> str:
    return f"{minute // HOUR_MINUTES:02}{minute % HOUR_MINUTES:02}"


def _may_be(clock: Clock, other: Clock) -> bool:
    """May they be the same in two zones?"""
    apart = {(one - two) % (2 * HALF_DAY) for one in clock.minutes for two in other.minutes}
    across = other.line.article.lexicon.code != clock.line.article.lexicon.code
    shifted = all(each % HOUR_MINUTES == 0 for each in apart) and HALF_DAY not in apart
    return shifted and (across or _zoned(clock.line) or _zoned(other.line))


def _agree(minutes: frozenset[int], told: Set[int]) -> bool:
    """One minute, or a full or half hour near it: "shortly before noon" for 11.40."""
    if not minutes.isdisjoint(told):
        return True
    near = any(abs(minute - at) <= HALF_HOUR for minute in minutes for at in told)
    return near and all(minute % HALF_HOUR == 0 for minute in minutes)


@lru_cache(maxsize=16)
def clocks_of(article: Article) -> tuple[Clock, ...]:
    """The clock times of a text."""
    return tuple(clock for line in lines_of(article) for clock in _clocks(line))


def _clocks(line: Line) -> Iterator[Clock]:
    passage, scene, at = line.scene.passage, line.scene, line.first
    dates = [
        (scene.first_token(claim), scene.last_token(claim), claim)
        for claim in line.claims
        if claim.kind == "date"
    ]
    while at < line.end:
        end = clock_at(passage, at)
        if end is not None:
            span = passage.span(at, end)
            date = next((claim for first, last, claim in dates if first <= at <= last), None)
            yield Clock(line, span, date, minutes_of(span.text, passage.lexicon))
        at = at + 1 if end is None else end + 1


def _zoned(line: Line) -> bool:
    tokens = line.scene.passage.tokens
    zones = line.article.lexicon.phrases("times", "zones")
    return any(zones.at(tokens, at) for at in range(line.first, line.end))
