"""Clock times of the article that no source has, beside the one that a source has in their place.

"Shortly after 9.45am" where the source has 8.45: the article's minute stands in no source, be it
counted to twelve or to twenty-four, and beside those that both have, the sentence of the source
that tells the same has one clock time, as the article's has; or both print them with the same day,
"am 22. Mai um 19.30 Uhr". A whole number of hours between two texts of which one names a
time zone, or which are of two languages, may be another zone's, and a full or a half hour
may be rounded.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from factcheck.alignment.choosing.choice import Paired
from factcheck.alignment.dates.faces import face_of
from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.statements import told_once
from factcheck.claims import Article
from factcheck.extract.times.clocks import clock_at, minutes_of
from factcheck.model import Claim

HOUR_MINUTES, HALF_HOUR, HALF_DAY = 60, 30, 720

Clock = tuple[Claim, frozenset[int]]


@dataclass(frozen=True, slots=True)
class OtherClock:
    """A clock time of the article, and that of the source in its place."""

    claim: Claim
    other: Claim
    source: Article


def other_clocks(article: Article, dates: Sequence[Paired]) -> Iterator[OtherClock]:
    """Every clock time in whose place a source has another one; `dates` are the days told."""
    known = {minute for source in article.sources for minute in _all(source)}
    days = dict(_one_day(dates))
    for line in lines_of(article):
        clocks = () if line.heading else clocks_of(line)
        for clock in clocks:
            if not clock[1] or _agree(clock[1], known):
                continue
            others = [days[clock[0].id]] if clock[0].id in days else _told(line, article.sources)
            found = (_other(line, clock, clocks, other) for other in others)
            yield from (each for each in found if each is not None)


def _one_day(dates: Sequence[Paired]) -> Iterator[tuple[str, Line]]:
    """The claims that print a day of the source, and the sentence that prints it."""
    for each in dates:
        if each.standing == "agrees" and each.found is not None and face_of(each.mention).day:
            yield each.mention.claim.id, each.found.mention.line


def _told(line: Line, sources: Sequence[Article]) -> Iterator[Line]:
    """Where the sources tell the same."""
    places = (told_once(line, source) for source in sources)
    yield from (place.line for place in places if place is not None)


def _other(line: Line, clock: Clock, ours: Sequence[Clock], other: Line) -> OtherClock | None:
    """The one clock time of a sentence of the source that a line does not have, where it is the
    only one of the line that the sentence does not have."""
    theirs = clocks_of(other)
    claim, minutes = clock
    if any(one is not clock and not _in(one, theirs) for one in ours):
        return None
    left = [one for one in theirs if not _in(one, [each for each in ours if each is not clock])]
    if len(left) != 1 or not left[0][1] or _agree(minutes, left[0][1]):
        return None
    apart = {(one - two) % (2 * HALF_DAY) for one in minutes for two in left[0][1]}
    across = other.article.lexicon.code != line.article.lexicon.code
    shifted = all(each % HOUR_MINUTES == 0 for each in apart) and HALF_DAY not in apart
    if shifted and (across or _zoned(line) or _zoned(other)):
        return None
    return OtherClock(claim, left[0][0], other.article)


def _in(clock: Clock, others: Sequence[Clock]) -> bool:
    return any(not clock[1].isdisjoint(other[1]) for other in others)


def _agree(minutes: frozenset[int], told: Set[int]) -> bool:
    """One minute, or a full or half hour near it: "shortly before noon" for 11.40."""
    if not minutes.isdisjoint(told):
        return True
    near = any(abs(minute - at) <= HALF_HOUR for minute in minutes for at in told)
    return near and all(minute % HALF_HOUR == 0 for minute in minutes)


@lru_cache(maxsize=16)
def _all(article: Article) -> frozenset[int]:
    """The minutes of the day that a text names anywhere."""
    clocks = (clock for line in lines_of(article) for clock in clocks_of(line))
    return frozenset(minute for _, minutes in clocks for minute in minutes)


def clocks_of(line: Line) -> list[Clock]:
    """The clock times of a sentence with what they are part of, those in words without minutes."""
    passage, scene = line.scene.passage, line.scene
    found: list[Clock] = []
    for claim in line.claims:
        at, last = scene.first_token(claim), scene.last_token(claim)
        while claim.kind == "date" and at <= last:
            end = clock_at(passage, at)
            if end is not None:
                found.append((claim, minutes_of(passage.span(at, end).text, passage.lexicon)))
            at = at + 1 if end is None else end + 1
    return found


def _zoned(line: Line) -> bool:
    tokens = line.scene.passage.tokens
    zones = line.article.lexicon.phrases("times", "zones")
    return any(zones.at(tokens, at) for at in range(line.first, line.end))
