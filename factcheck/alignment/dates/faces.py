"""What is printed of a date: a year, a month, a day, a weekday; the rest was only concluded."""

from dataclasses import dataclass

from factcheck.alignment.lines import Mention
from factcheck.extract.times.clocks import clock_at

YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Face:
    """The parts as printed, None for what is not; `weekday` counts from Monday = 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def printed(self) -> bool:
        """Is any part of the calendar printed, and not only "today" or "a year ago"?"""
        return self != NO_FACE

    @property
    def only_weekday(self) -> bool:
        """As in "on Sunday"."""
        return self.weekday is not None and self.day is None and self.month is None


NO_FACE = Face()


def face_of(mention: Mention) -> Face:
    """What is printed of a date."""
    claim = mention.claim
    if claim.date is not None:
        written = claim.date
        return Face(written.year, written.month, written.day, written.weekday)
    passage = mention.line.scene.passage
    year = month = weekday = None
    for at in range(mention.first, mention.last + 1):
        lower = passage.tokens.lowers[at]
        if lower.isdecimal() and len(lower) == YEAR_DIGITS and claim.quantity is not None:
            year = int(lower)
        if month is None:
            month = passage.lexicon.months.word(lower)
        if weekday is None:
            weekday = passage.lexicon.weekdays.word(lower)
    return Face(year, month, None, weekday)


def is_clock(mention: Mention) -> bool:
    """Is it a time of day, whose day was only concluded?"""
    return clock_at(mention.line.scene.passage, mention.first) is not None
