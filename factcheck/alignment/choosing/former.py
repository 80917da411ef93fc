"""The level of the year before, told by an article that speaks of no other time.

Source: "39,4 Millionen Euro nach 30,2 Millionen im Jahr zuvor", "22 Radfahrer (Vorjahr: 28)", or a
row with two columns, of which the heads name the later year first.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise, permutations, takewhile

from factcheck.alignment.directions import (
    LEVELS,
    UP,
    direction_of,
    level_before,
    old_level,
    role_of,
)
from factcheck.alignment.figures.amounts import value_of
from factcheck.alignment.lines import Line, Mention, lines_of, mentions_of
from factcheck.alignment.rows import ROWS
from factcheck.model import Claim, Period, Span
from factcheck.rounding import BOUNDS

OPENING = "("
# How far into brackets a figure stands: "(Vorjahr: 28)".
INTO = 3
# How many rows the heads of two columns reach.
REACH, COLUMNS = 12, 2
# A year that ended longer ago is not the one that an article tells of.
RECENT, ONE_WEEK = timedelta(days=100), timedelta(days=7)


def is_former(mention: Mention, found: Mention, other: Mention) -> bool:
    """Is the one found the level before the other, and does the article speak of no time?"""
    quantity = mention.claim.quantity
    if quantity is None or quantity.hedge in BOUNDS:
        return False
    role = role_of(mention)
    if role == "by" and mention.claim.kind == "percentage":
        role = None  # a rate of change has itself an earlier one: "um 4,7 Prozent", "(June: 4.7%)"
    if role in {"from", "by"} or old_level(other):
        return False
    if role == "to" and (old_level(found) or (role_of(found), role_of(other)) == ("from", "to")):
        return True
    if mention.other_time or (role is None and old_level(mention)):
        return False
    times = [claim.period for claim in _dates_beside(other)]
    if any(_other_time(mention, claim, times) for claim in _dates_beside(mention)):
        return False
    if found.line.scene.passage.block.kind in ROWS:
        return _in_second_column(found, other)
    return is_older(found, other)


def is_older(one: Mention, other: Mention) -> bool:
    """Does its sentence tell one of two figures as that of the time before the other's?"""
    beside = one.other_time and not other.other_time
    return beside or level_before(other) is one.claim or _in_brackets_behind(one, other)


def turned_result(mention: Mention, operands: Sequence[Mention]) -> Span | None:
    """The word by which the difference of two figures leads the other way than from the older one
    to the other: "2.4m less than a year earlier"."""
    ours = direction_of(mention)
    if ours is None or ours.word is None or len(operands) != LEVELS:
        return None
    for old, new in permutations(operands):
        if old.line is new.line and is_older(old, new) and not is_older(new, old):
            return ours.word if (value_of(new) > value_of(old)) != (ours.way == UP) else None
    return None


def _dates_beside(mention: Mention) -> Iterator[Claim]:
    """The dates of the sentence that no other figure stands between."""
    claims = sorted(mention.line.claims, key=lambda claim: claim.span.start)
    place = claims.index(mention.claim)
    for beside in (reversed(claims[:place]), claims[place + 1 :]):
        yield from takewhile(lambda claim: claim.kind == "date", beside)


def _other_time(mention: Mention, claim: Claim, times: Sequence[Period | None]) -> bool:
    """Is a date neither about the day of the article nor the year that it tells of, nor one of the
    times of the source's later figure?"""
    day, period = mention.line.article.date, claim.period
    if day is None or period is None:
        return True
    if any(
        each is not None and (each.start, each.end) == (period.start, period.end) for each in times
    ):
        return False
    if period.granularity == "year":
        return period.end < day - RECENT
    return abs(period.start - day) > ONE_WEEK


def _in_brackets_behind(found: Mention, other: Mention) -> bool:
    """As in "22 Radfahrer (Vorjahr: 28)", "5.0% (June: 4.7%)", "SEK 9,480 million (8,915)": the
    next figure, in brackets with a word of the time or a date, or alone."""
    line = found.line
    tokens, scene = line.scene.passage.tokens, line.scene
    if not _next(line, other.claim, found.claim):
        return False
    low = max(other.last + 1, found.first - INTO)
    inside = tokens.lowers[low : found.first]
    lexicon = line.article.lexicon
    told = not (lexicon.glossary.other_time | lexicon.calendar_words).isdisjoint(inside)
    dated = any(claim.kind == "date" for claim in scene.claims_in(low, found.first))
    bare = inside[-1:] == [OPENING] and found.claim.kind == "number" != other.claim.kind
    return OPENING in inside and (told or dated or bare)


def _in_second_column(found: Mention, other: Mention) -> bool:
    """Are they the two figures of a row, and is the head of the first column the later time?"""
    line = found.line
    if len(_figures(line)) != COLUMNS or not _next(line, other.claim, found.claim):
        return False
    heads: list[Claim] = []
    for above in reversed(lines_of(line.article)[max(0, line.number - REACH) : line.number]):
        dates = [claim for claim in above.claims if claim.kind == "date" and claim.period]
        if above.scene.passage.block.kind not in ROWS or (heads and not dates):
            break
        heads = [*dates, *heads]
    periods = [claim.period for claim in heads if claim.period is not None][-COLUMNS:]
    return len(periods) == COLUMNS and periods[0].start > periods[1].start


def _next(line: Line, first: Claim, second: Claim) -> bool:
    """Does the one follow the other among the figures of a sentence?"""
    figures = _figures(line)
    return any(one is first and two is second for one, two in pairwise(figures))


def _figures(line: Line) -> list[Claim]:
    return [each.claim for each in mentions_of(line) if each.claim.kind != "date"]
