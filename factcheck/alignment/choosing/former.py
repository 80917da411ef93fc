"""The level of the year before, told by an article that speaks of no other time.

Source: "39,4 Millionen Euro nach 30,2 Millionen im Jahr zuvor", "22 Radfahrer (Vorjahr: 28)", or a
row with two columns, of which the heads name the later year first.
"""

from datetime import timedelta
from itertools import pairwise

from factcheck.alignment.directions import level_before, old_level, role_of
from factcheck.alignment.lines import WINDOW, Line, Mention, lines_of, mentions_of
from factcheck.alignment.rows import ROWS
from factcheck.model import Claim
from factcheck.rounding import BOUNDS

OPENING = "("
# How far into brackets a figure stands: "(Vorjahr: 28)".
INTO = 3
# How many rows the heads of two columns reach.
REACH, COLUMNS = 12, 2
# What ended longer ago is of another time than the article.
RECENT = timedelta(days=100)


def is_former(mention: Mention, found: Mention, other: Mention) -> bool:
    """Is the one found the level before the other, and does the article speak of no time?"""
    quantity = mention.claim.quantity
    if quantity is None or quantity.hedge in BOUNDS:
        return False
    if mention.other_time or old_level(mention) or role_of(mention) == "from":
        return False
    if any(_past(mention, claim) for claim in mention.line.claims if _beside(mention, claim)):
        return False
    if found.line.scene.passage.block.kind in ROWS:
        return _in_second_column(found, other)
    beside = found.other_time and not other.other_time
    return beside or level_before(other) is found.claim or _in_brackets_behind(found, other)


def _beside(mention: Mention, claim: Claim) -> bool:
    scene = mention.line.scene
    first, last = scene.first_token(claim), scene.last_token(claim)
    return mention.first - WINDOW <= last and first <= mention.last + WINDOW


def _past(mention: Mention, claim: Claim) -> bool:
    """Is it a date of another time than that of the article?"""
    day, period = mention.line.article.date, claim.period
    if claim.kind != "date":
        return False
    return day is None or period is None or period.end < day - RECENT


def _in_brackets_behind(found: Mention, other: Mention) -> bool:
    """As in "22 Radfahrer (Vorjahr: 28)": the next figure, in brackets with a word of the time."""
    tokens, line = found.line.scene.passage.tokens, found.line
    if not _next(line, other.claim, found.claim):
        return False
    inside = tokens.lowers[max(other.last + 1, found.first - INTO) : found.first]
    told = not line.article.lexicon.glossary.other_time.isdisjoint(inside)
    return OPENING in inside and told


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
