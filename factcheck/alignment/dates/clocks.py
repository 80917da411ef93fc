"""Clock times of the article that no source has, beside the one that a source has in their place.

"Shortly after 9.45am" where the source has 8.45: the article's minute stands in no source, be it
counted to twelve or to twenty-four, and the sentence of the source that tells the same has the one
clock time, as the article's has. A whole number of hours between two texts of which one names a
time zone, or which are of two languages, may be another zone's, and a full or a half hour
may be rounded.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache

from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.statements import told_once
from factcheck.claims import Article
from factcheck.extract.times.clocks import clock_at, minutes_of
from factcheck.model import Claim

HOUR_MINUTES, HALF_HOUR = 60, 30


@dataclass(frozen=True, slots=True)
class OtherClock:
    """A clock time of the article, and that of the source in its place."""

    claim: Claim
    other: Claim
    source: Article


def other_clocks(article: Article) -> Iterator[OtherClock]:
    """Every clock time in whose place a source has another one."""
    known = {minute for source in article.sources for minute in _all(source)}
    for line in lines_of(article):
        clocks = _clocks(line)
        if len(clocks) != 1 or line.heading:
            continue
        ((claim, minutes),) = clocks
        if not minutes or _agree(minutes, known):
            continue
        for source in article.sources:
            other = _in_source(line, minutes, source)
            if other is not None:
                yield OtherClock(claim, other, source)
                break


def _in_source(line: Line, minutes: frozenset[int], source: Article) -> Claim | None:
    place = told_once(line, source)
    if place is None:
        return None
    theirs = _clocks(place.line)
    if len(theirs) != 1:
        return None
    ((other, told),) = theirs
    across = source.lexicon.code != line.article.lexicon.code
    if not told or _agree(minutes, told):
        return None
    shifted = {minute % HOUR_MINUTES for minute in minutes} == {at % HOUR_MINUTES for at in told}
    if shifted and (across or _zoned(line) or _zoned(place.line)):
        return None
    return other


def _agree(minutes: frozenset[int], told: Set[int]) -> bool:
    """One minute, or a full or half hour near it: "shortly before noon" for 11.40."""
    if not minutes.isdisjoint(told):
        return True
    near = any(abs(minute - at) <= HALF_HOUR for minute in minutes for at in told)
    return near and all(minute % HALF_HOUR == 0 for minute in minutes)


@lru_cache(maxsize=16)
def _all(article: Article) -> frozenset[int]:
    """The minutes of the day that a text names anywhere."""
    found = (minutes_of(claim.span.text, article.lexicon) for claim in article.claims if _is(claim))
    return frozenset(minute for minutes in found for minute in minutes)


def _is(claim: Claim) -> bool:
    return claim.kind == "date" and claim.quantity is None


def _clocks(line: Line) -> list[tuple[Claim, frozenset[int]]]:
    """The clock times of a sentence, those in words without their minutes."""
    passage, lexicon = line.scene.passage, line.article.lexicon
    found: list[tuple[Claim, frozenset[int]]] = []
    for claim in filter(_is, line.claims):
        minutes = minutes_of(claim.span.text, lexicon)
        first, last = line.scene.first_token(claim), line.scene.last_token(claim)
        if minutes or any(clock_at(passage, at) is not None for at in range(first, last + 1)):
            found.append((claim, minutes))
    return found


def _zoned(line: Line) -> bool:
    tokens = line.scene.passage.tokens
    zones = line.article.lexicon.phrases("times", "zones")
    return any(zones.at(tokens, at) for at in range(line.first, line.end))
