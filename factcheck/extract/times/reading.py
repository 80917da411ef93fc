"""What stands around the main word of a time expression: shift, edge, ordinal, year, clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from factcheck.extract.figures.ratios import ordinal_at
from factcheck.extract.passages import Passage
from factcheck.extract.times.calendar_days import Days, containing, moved
from factcheck.extract.times.clocks import clock_at
from factcheck.extract.times.dates import Found
from factcheck.extract.times.tense import FUTURE, OPEN, tense_at
from factcheck.languages.time_words import TimeWords
from factcheck.record import record

OFFSETS = {"this": 0, "last": -1, "next": 1, "before_last": -2, "after_next": 2}
NAMED = {"same": 0, "following": 1, "preceding": -1}
PART_REACH = 3
SATURDAY = 5
COMMA = frozenset(",")


@record
class Time:
    """A time expression by its tokens: `kind` is date or duration, `days` None where it names none.

    `relative` tells that the days were counted from another day; `found` is the calendar date that
    it prints.
    """

    first: int
    last: int
    kind: str
    days: Days | None = None
    granularity: str = "day"
    relative: bool = False
    found: Found | None = None


@record
class Lead:
    """The words before a head: its first token, what moves it, its ordinal, its edge."""

    first: int
    shift: str | None = None
    ordinal: int | None = None
    edge: str | None = None


@record
class Year:
    """A year behind a head: "2005", "des Vorjahres"; `found` is the printed one."""

    year: int
    last: int
    found: Found | None = None


@dataclass
class Reading:
    """A passage while its time expressions are read, in the order of the text.

    `mention` is the day or time last named in the passage, from which "am folgenden Tag" counts.
    """

    passage: Passage
    anchor: date | None
    founds: Mapping[int, Found]
    mention: date | None = None
    mentioned_day: date | None = None
    grain: str = "day"
    last: int = -1

    def __post_init__(self) -> None:
        self.tokens = self.passage.tokens
        self.words: TimeWords = self.passage.lexicon.times

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The tokens at which a number may begin."""
        return frozenset(self.passage.anchors.numbers)

    def points_on(self, last: int) -> bool:
        """As in "the day after the vote": the phrase goes on, and names no day by itself."""
        german = self.passage.lexicon.data["grammar"]["capitalised_nouns"]
        return not german and self.lower(last + 1) not in self.passage.lexicon.stop_words

    def remember(self, time: Time) -> None:
        """What later expressions may count from."""
        self.last = time.last
        if time.days is not None and time.kind == "date":
            self.mention, self.grain = time.days[0], time.granularity
            if time.granularity == "day":
                self.mentioned_day = time.days[0]

    def lower(self, at: int) -> str:
        """A token in lower case; "" beyond either end."""
        return self.tokens.lower(at)

    def within(self, at: int, key: str) -> bool:
        """Is the token one of a list of [times]?"""
        return self.tokens.lower(at) in self.words.sets[key]

    def lead(self, at: int) -> Lead:
        """Ordinal, shift and edge before a head, each perhaps, in that order from the head."""
        floor = self.passage.bounds(at)[0]
        first, ordinal = self._ordinal_before(at, floor)
        shift = None
        while first > floor and self._is_early(first - 1):
            first -= 1
        if first > floor and (shift := self.words.shifts.get(self.lower(first - 1))):
            first -= 1
        begin = first
        while begin > floor and self.within(begin - 1, "of"):
            begin -= 1
        edge = self.words.edges.get(self.lower(begin - 1)) if begin > floor else None
        if edge is not None:
            return Lead(begin - 1, shift, ordinal, edge)
        return Lead(first, shift, ordinal)

    def _is_early(self, at: int) -> bool:
        """As in "am frühen Morgen"; but "early 2004" is the edge of a year."""
        return self.within(at, "early") and self.lower(at) not in self.words.edges

    def _ordinal_before(self, at: int, floor: int) -> tuple[int, int | None]:
        tokens, lexicon = self.tokens, self.passage.lexicon
        for begin in (at - 1, at - 2):
            if begin >= floor:
                rank = ordinal_at(tokens, begin, lexicon)
                if rank is not None and rank[1] == at - 1:
                    return begin, rank[0]
        return at, None

    def year_behind(self, last: int) -> Year | None:
        """The year that a head is of, behind its last token."""
        found = self.founds.get(last + 1)
        if found is not None and found.month is None and found.year is not None:
            return Year(found.year, found.last, found)
        at = last + 1
        if self.within(at, "of_year"):
            at += 1
            if self.within(at, "of_year"):
                at += 1
        elif self.words.shifts.get(self.lower(at)) is None:
            return None
        return self._named_year(at)

    def _named_year(self, at: int) -> Year | None:
        """As in "2005", "Jahres 2005", "vergangenen Jahres", "Vorjahres", "last year"."""
        shift = self.words.shifts.get(self.lower(at))
        at += 1 if shift else 0
        head = self.words.heads.at(self.tokens, at)
        if head is None:
            found = self.founds.get(at)
            plain = found is not None and found.month is None and shift is None
            year = found.year if found is not None and plain else None
            return Year(year, found.last, found) if found is not None and year else None
        last = at + head[0] - 1
        if head[1].kind == "fixed" and str(head[1].value).startswith("year") and self.anchor:
            return Year(self.anchor.year + int(head[1].value.split()[1]), last)
        if head[1].kind != "granule" or head[1].value != "year":
            return None
        found = self.founds.get(last + 1)
        if found is not None and found.month is None and found.year is not None:
            return Year(found.year, found.last, found)
        base = self.mention if shift in NAMED else self.anchor
        if base is None:
            return None
        return Year(base.year + OFFSETS.get(shift or "this", NAMED.get(shift or "", 0)), last)

    def behind_day(self, last: int) -> int:
        """The last token of a part of the day and a clock time behind a day."""
        for at in range(last + 1, last + 2 + PART_REACH):
            if self.lower(at) in self.words.parts:
                last = at
                break
            if not (self.within(at, "part_after") or self.within(at, "early")):
                break
        at = last + 1
        if self.lower(at) in COMMA:
            at += 1
        link = self.passage.lexicon.phrases("times", "links").at(self.tokens, at)
        at += link[0] if link else 0
        told = clock_at(self.passage, at)
        return told if told is not None else last

    def tense(self, first: int, last: int) -> int:
        """Does the clause around these tokens look back or ahead?"""
        if self.within(first - 1, "planned"):
            return OPEN  # "für ab November lieferbare Ware mussten sie"
        told = tense_at(self.passage, first, last)
        if told == OPEN and self.passage.lexicon.phrases("tense", "forward").before(
            self.tokens, first
        ):
            return FUTURE
        return told

    def shifted(self, granule: str, shift: str) -> Days | None:
        """The granule that "vergangen", "dies", "folgend" points to; None if that is not known."""
        base, count = self.anchor, OFFSETS.get(shift, 0)
        if shift in NAMED:
            base, count = self.mention, NAMED[shift]
        elif granule == "day":
            base = self.mentioned_day if shift in {"this", "next"} else None
        if granule == "weekend" and count > 0 and base is not None and base.weekday() < SATURDAY:
            count -= 1  # the coming one is that of this week
        day = moved(base, granule, count) if base is not None else None
        return containing(day, granule) if day is not None else None
