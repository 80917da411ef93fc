"""The dates of the article beside those of the sources: days, months and years of the calendar.

A day agrees with the same day, however it is printed ("17 August", "am Sonntag" of that week), and
a month or a year with any day in it. Only what is printed can contradict: a day, a month, a year, a
weekday. Times that only point from the article's day ("gestern", "vor einem Jahr") may agree.
"""

from collections.abc import Hashable
from datetime import timedelta
from functools import lru_cache

from factcheck.alignment.choosing.choice import Paired, chosen
from factcheck.alignment.choosing.desk import Comparison, Shelf
from factcheck.alignment.choosing.doubts import without_other_days
from factcheck.alignment.choosing.exchange import exchanged
from factcheck.alignment.choosing.odds import Weights
from factcheck.alignment.dates.faces import Face, face_of, is_clock
from factcheck.alignment.figures import pairing as figures
from factcheck.alignment.figures.values import Verdict
from factcheck.alignment.lines import Mention, mentions_of
from factcheck.claims import Article
from factcheck.model import Claim, Period

GRANULES = frozenset({"day", "month", "quarter", "season", "half", "year"})
ONE_WEEK = timedelta(days=7)
# What equal parts say for two dates, and against one that it is the day of the source itself.
TWO_EQUAL, OTHER_DAY, ONE_EQUAL, OWN_DAY, WEEKDAY, MONTH = 7.3, 3.6, 0.2, 2.1, 1.6, 1.5
# What it says for two that agree that both print the month.
SAME_MONTH = 7.5
# Years of which one digit is another: the last, or one before.
NEAR_YEAR, OTHER_DECADE, LAST = 1.6, 4.0, 3
# One month or season of two years.
SAME_PART = 4.0
FITTING, DASHES = frozenset({"exactly", "rounding"}), frozenset("-–")
# Against a year gone by for one to come, and a month of the one for the other.
PAST_AND_COMING, OTHER_LENGTH = 4.2, 2.0


class Dates:
    """The matter of FC604: days, months and years."""

    weights = Weights(
        base=-5.0, like=3.0, like_across=0.2, best=2.7, near=2.4, noun=0.0, other_noun=0.0,
        common=1.8, order=0.3, only=0.0, role=0.0, other_role=0.0, hedge=0.0, left=0.0,
        tied=2.6, across=2.2, same=0.6, beside=1.0, more_beside=0.2, taken=-5.2, other_time=0.0,
        away=-4.5, agreeing=-1.5, loosely=-3.4,
    )  # fmt: skip
    rivals_decide = False

    def mine(self, claim: Claim) -> bool:
        """A time of the calendar whose days are known."""
        period = claim.period
        return claim.kind == "date" and period is not None and period.granularity in GRANULES

    def key(self, mention: Mention) -> Hashable | None:
        """The days it speaks of; of a day its place in the year, which is always printed."""
        period = mention.claim.period
        if period is None or period.granularity == "day":
            return period and (period.start.month, period.start.day)
        return period.start, period.end

    def trace(self, _mention: Mention, /) -> Hashable | None:
        """None: dates are too much alike."""
        return None

    def kin(self, _mention: Mention, /) -> Hashable:
        """All dates."""
        return None

    def kind(self, mention: Mention, /) -> Hashable:
        """Days, months and so on."""
        period = mention.claim.period
        return period.granularity if period is not None else None

    def common(self, _mention: Mention, /) -> bool:
        """All but nothing else is as likely to be told of twice."""
        return True

    def weigh(
        self, article: Article, source: Article, left: Mention, right: Mention, /
    ) -> Comparison | None:
        """Two dates that print the same parts, or a day and the month or year it may be in."""
        a, b = left.claim.period, right.claim.period
        if a is None or b is None or is_clock(left) or is_clock(right):
            return None
        ours, theirs = face_of(left), face_of(right)
        if _other_weekday(ours, theirs):
            return Comparison(Verdict(None), TWO_EQUAL, 0.0)
        how = _agreement(ours, theirs, a, b) or _year_beside(ours, theirs, right)
        if how is not None:
            alike = ours.month is not None and ours.month == theirs.month and b.start != source.date
            return Comparison(Verdict(how), SAME_MONTH if alike else 0.0)
        if not (ours.printed and theirs.printed):
            return None
        against = OWN_DAY if b.start == b.end == source.date else 0.0
        if ours.only_weekday or theirs.only_weekday:
            against = 0.0 if left.told else against
            return _weekdays(left, right, against)
        if "day" not in {a.granularity, b.granularity} and a.start.year != b.start.year:
            if _ends_alike(left, right):
                return Comparison(Verdict(None), TWO_EQUAL)
            told = ours.year is not None and theirs.year is not None
            return _years(article, right, a, b) if told else None
        if a.granularity == b.granularity == "day":
            slip = _day_slip(a, b)
            against = against if slip != TWO_EQUAL else 0.0
            return Comparison(Verdict(None), slip, against) if slip else None
        if ours.month == theirs.month is not None and None not in {ours.year, theirs.year}:
            return Comparison(Verdict(None), SAME_PART, against)  # "im April 2023", "6 April 2024"
        if ours.month is None or theirs.month is None or ours.month == theirs.month:
            return None
        if ours.day is not None and theirs.day is None:
            return None  # the article knows more than the source: "on 7 October"
        return None if against and ours.day is None else Comparison(Verdict(None), MONTH, against)


def _agreement(ours: Face, theirs: Face, a: Period, b: Period) -> str | None:
    """How the days agree; loosely where the source is the less precise of the two."""
    if (a.start, a.end) == (b.start, b.end) or _namesakes(ours, theirs):
        return "exactly" if ours.printed == theirs.printed else "rounding"
    if a.start <= b.start and b.end <= a.end:
        return "rounding"
    only_month = ours.day is None and ours.year is None and a.granularity == "month"
    if only_month and ours.month is not None and ours.month == theirs.month:
        return "rounding"
    return "loosely" if a.start <= b.end and b.start <= a.end else None


def _namesakes(ours: Face, theirs: Face) -> bool:
    """The same day and month, of which one has no year: which is meant was only concluded."""
    if ours.day is None or ours.month is None or None not in {ours.year, theirs.year}:
        return False
    return (ours.day, ours.month) == (theirs.day, theirs.month)


def _year_beside(ours: Face, theirs: Face, right: Mention) -> str | None:
    """One month, whose year the source prints elsewhere in the sentence: "2024 ... up to July"."""
    if ours.month is None or (ours.month, ours.day) != (theirs.month, theirs.day):
        return None
    periods = (claim.period for claim in right.line.claims if claim.kind == "date")
    years = {period.start.year for period in periods if period is not None}
    return "rounding" if theirs.year is None and ours.year in years else None


def _other_weekday(ours: Face, theirs: Face) -> bool:
    """One day of the month with two weekdays: "Dienstag, 18. November", "Montag, 18. November"."""
    if ours.day is None or (ours.day, ours.month) != (theirs.day, theirs.month):
        return False
    years = {ours.year, theirs.year} - {None}
    return len(years) < 2 and None not in {ours.weekday, theirs.weekday} and (
        ours.weekday != theirs.weekday
    )  # fmt: skip


def _weekdays(left: Mention, right: Mention, against: float) -> Comparison | None:
    """Two days of about one week, of which one is only a weekday; both of saying, or neither."""
    a, b = left.claim.period, right.claim.period
    if a is None or b is None or a.granularity != "day" or b.granularity != "day":
        return None
    if abs(a.start - b.start) > ONE_WEEK or left.told != right.told:
        return None
    if a.start.weekday() == b.start.weekday():
        return Comparison(Verdict("exactly" if right.claim.date is None else "loosely"))
    return Comparison(Verdict(None), WEEKDAY, against)


def _ends_alike(left: Mention, right: Mention) -> bool:
    """Are both the same end of a stretch of time, whose other ends agree: "from 2016 to 2020",
    "between August 2016 and May 2022"?"""
    for step in (-1, 1):
        ours, theirs = _other_end(left, step), _other_end(right, step)
        if ours is not None and theirs is not None:
            here, there = face_of(ours), face_of(theirs)
            a, b = ours.claim.period, theirs.claim.period
            if a is not None and b is not None and _agreement(here, there, a, b) in FITTING:
                return True
    return False


def _other_end(mention: Mention, step: int) -> Mention | None:
    """The date before or behind it, with one word between the two that joins ranges."""
    line, at = mention.line, mention.first - 1 if step < 0 else mention.last + 1
    joins = line.article.lexicon.words("ranges", "to", "and") | DASHES
    if not line.first <= at < line.end or line.scene.passage.tokens.lower(at) not in joins:
        return None
    dates = (each for each in mentions_of(line) if each.claim.kind == "date")
    return next((each for each in dates if at + step in {each.first, each.last}), None)


def _years(article: Article, right: Mention, left: Period, other: Period) -> Comparison | None:
    """Two years a slip apart; not the year before one that the source speaks of as such."""
    apart = other.start.year - left.start.year
    if apart == 1 and right.line.year_before:
        return Comparison(Verdict("loosely"))
    ours, theirs = str(left.start.year), str(other.start.year)
    day = article.date
    against = PAST_AND_COMING if day and (left.start > day) != (other.start > day) else 0.0
    if day and 0 <= day.year - left.start.year <= 1 < abs(apart):
        against = PAST_AND_COMING  # this year or last year, which the source need not print
    if sorted(ours) == sorted(theirs):
        return Comparison(Verdict(None), TWO_EQUAL, against)
    if left.granularity == other.granularity != "year" and left.start.month == other.start.month:
        return Comparison(Verdict(None), SAME_PART, against)
    changed = [at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y]
    against += 0.0 if left.granularity == other.granularity else OTHER_LENGTH
    if len(changed) == 1:
        slip = NEAR_YEAR if changed == [LAST] else OTHER_DECADE
        return Comparison(Verdict(None), slip, against)
    return Comparison(Verdict(None), NEAR_YEAR, against) if abs(apart) == 1 else None


def _day_slip(left: Period, right: Period) -> float:
    """How much of the two is the same: the day, the month, the year."""
    a, b = left.start, right.start
    equal = (a.month == b.month) + (a.year == b.year) + (a.day == b.day)
    if equal == 2 and a.day != b.day and not _written(str(a.day), str(b.day)):
        return OTHER_DAY
    return (0.0, ONE_EQUAL, TWO_EQUAL)[equal] if equal < 3 else 0.0


def _written(ours: str, theirs: str) -> bool:
    """Are two days a slip of the pen apart: 8 and 18, 12 and 21, 9 and 19?"""
    return (
        ours[-1] == theirs[-1] or sorted(ours) == sorted(theirs) or ours in theirs or theirs in ours
    )


DATES = Dates()


@lru_cache(maxsize=8)
def _shelf(source: Article, language: str) -> Shelf:
    return Shelf(source, language, DATES)


@lru_cache(maxsize=4)
def pairing(article: Article) -> tuple[Paired, ...]:
    """Every date of the article with what the sources have of it, in the order of the text."""
    shelves = [_shelf(source, article.lexicon.code) for source in article.sources]
    made = chosen(article, shelves, DATES, figures.pairing(article))
    return without_other_days(exchanged(DATES, *made))
