"""Weekdays and months of the article that no source has, beside what a source has in their place.

"On Thursday" where the source has "today" and is of a Friday, "im Juli" for "im Juni": no source
has the weekday or month anywhere, the article nowhere that of the source, and the two sentences
have a word in common that is no name, or the names of two persons. A weekday may also be the day
on which somebody says something, where the source itself is of another day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from factcheck.alignment.dates.faces import face_of
from factcheck.alignment.index import index_of
from factcheck.alignment.lines import Line, Mention, lines_of, mentions_of
from factcheck.alignment.names.named import names_in
from factcheck.alignment.words import Word
from factcheck.claims import Article
from factcheck.model import Claim, Span

ONE_WEEK, FEW_DAYS, SOME_MONTHS = timedelta(days=7), timedelta(days=3), timedelta(days=100)
# How alike the sentences must be where both days are strangers to the other text; where the day of
# the source is only its own; and where it tells the day and the article only a month.
ALIKE, ALIKE_OWN, ALIKE_DAY = 0.16, 0.3, 0.2
# As many words of names in common as two persons have.
MANY_NAMES = 4
DATED_BY_ARTICLE = "article"

# Inside a class with a field `day` that name no longer means the type.
Day = date


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A date of the article, the day of the source in its place or its month as printed, and where
    it tells the same."""

    claim: Claim
    found: Day | str
    source: Article
    place: Span


@dataclass(frozen=True, slots=True)
class Calendar:
    """The weekdays that a text prints, its months, those of them that are printed, and its days and
    short stretches of them."""

    weekdays: frozenset[int]
    months: frozenset[int]
    printed: frozenset[int]
    spans: tuple[tuple[Day, Day], ...]

    def has(self, day: Day) -> bool:
        """Does the text print the weekday, or have the day, be it as one of a weekend?"""
        return day.weekday() in self.weekdays or any(
            first <= day <= last for first, last in self.spans
        )


def other_days(article: Article) -> Iterator[OtherDay]:
    """Every weekday and month in whose place a source has another one."""
    for line in lines_of(article):
        for mention in () if line.heading else mentions_of(line):
            if mention.claim.kind == "date":
                other = _other_weekday(line, mention) or _other_month(line, mention)
                if other is not None:
                    yield other


def _other_weekday(line: Line, mention: Mention) -> OtherDay | None:
    day, article = _day(mention), line.article
    sources = article.sources
    if day is None or not face_of(mention).only_weekday:
        return None
    if any(_calendar(source).has(day) or _own_date(source) == day for source in sources):
        return None
    ours = _calendar(article)
    found = [
        (like, other, theirs)
        for source in sources
        for like, theirs in _likely(line, source)
        for other in (_day(theirs),)
        if other is not None
        if abs(other - day) <= ONE_WEEK or face_of(theirs).only_weekday
        if not ours.has(other) and _is_told(theirs, other, source, mention)
    ]
    if found:
        _, other, theirs = max(found, key=lambda each: each[0])
        return OtherDay(mention.claim, other, theirs.line.article, theirs.line.span)
    told = (_own(line, day, source) for source in sources if mention.told)
    return next((OtherDay(mention.claim, *each) for each in told if each is not None), None)


def _other_month(line: Line, mention: Mention) -> OtherDay | None:
    face, article = face_of(mention), line.article
    month = face.month
    if month is None or face.day is not None:
        return None
    if any(month in _calendar(source).months for source in article.sources):
        return None
    if any(_is_month(other, month) for other in mentions_of(line)):
        return None  # "from January to September" is told in other ways: in nine months
    ours = _calendar(article).printed
    found = [
        (like, theirs)
        for source in article.sources
        for like, theirs in _likely(line, source)
        if (face_of(theirs).month or month) not in {month, *ours}
        if face_of(theirs).day is None or like >= ALIKE_DAY
    ]
    if not found:
        return None
    other = max(found, key=lambda each: each[0])[1]
    text, source = other.claim.span.text, other.line.article
    return OtherDay(mention.claim, text, source, other.line.span)


def _is_month(mention: Mention, month: int) -> bool:
    """Is it another month, without its day?"""
    face = face_of(mention)
    return mention.claim.kind == "date" and face.day is None and face.month not in {None, month}


def _is_told(theirs: Mention, day: Day, source: Article, ours: Mention) -> bool:
    """Does the source tell of the day? Its own date, as printed, is only that of what is said."""
    own = _own_date(source)
    face = face_of(theirs)
    if not face.printed:
        return own is not None
    return day != own or face.day is None or ours.told


def _likely(line: Line, source: Article) -> Iterator[tuple[float, Mention]]:
    """The dates in sentences of a source that have something in common with a line."""
    index = index_of(source, line.article.lexicon.code)
    for number in index.like(line):
        other = index.lines[number]
        like = index.likeness(line, other)
        told = index.common(_nameless(line), other.words)
        told = told or index.common(line.words, other.words) >= MANY_NAMES
        if like >= ALIKE and not other.heading and told:
            yield from ((like, each) for each in mentions_of(other) if each.claim.kind == "date")


def _nameless(line: Line) -> list[Word]:
    """The words of a sentence but for the names of places and persons."""
    starts = line.scene.passage.tokens.starts
    persons = [span for span, _ in line.article.people.mentions_in(line.span)]
    named = {at for name in names_in(line) for at in range(name.first, name.last + 1)}
    return [
        word
        for word in line.words
        if word.at not in named
        and not any(span.start <= starts[word.at] < span.end for span in persons)
    ]


def _own(line: Line, day: Day, source: Article) -> tuple[Day, Article, Span] | None:
    """The day of the source itself, where it tells what somebody says on another day."""
    own, index = _own_date(source), index_of(source, line.article.lexicon.code)
    if own is None or abs(own - day) > FEW_DAYS:
        return None
    like, at = max(
        ((index.likeness(line, index.lines[at]), at) for at in index.like(line)), default=(0.0, 0)
    )
    return (own, source, index.lines[at].span) if like >= ALIKE_OWN else None


def _own_date(source: Article) -> Day | None:
    """The day that a source gives as its own, if it does."""
    return source.date if source.document.date_from != DATED_BY_ARTICLE else None


def _day(mention: Mention) -> Day | None:
    period = mention.claim.period
    return period.start if period is not None and period.granularity == "day" else None


@lru_cache(maxsize=16)
def _calendar(article: Article) -> Calendar:
    """What a text has of the calendar; gathered once."""
    weekdays: set[int] = set()
    months: set[int] = set()
    printed: set[int] = set()
    spans: list[tuple[Day, Day]] = []
    for mention in (each for line in lines_of(article) for each in mentions_of(line)):
        face, period = face_of(mention), mention.claim.period
        if mention.claim.kind != "date":
            continue
        if face.weekday is not None:
            weekdays.add(face.weekday)
        if face.month is not None:
            printed.add(face.month)
        if period is None:
            continue
        if period.end - period.start < ONE_WEEK:
            spans.append((period.start, period.end))
            printed.update((period.start.month, period.end.month))
        if period.end - period.start < SOME_MONTHS:
            months |= {period.start.month, period.end.month}
    every = frozenset(months | printed)
    return Calendar(frozenset(weekdays), every, frozenset(printed), tuple(spans))
