"""The time a figure speaks of: "für 2025", "im ersten Quartal", "zwischen 2019 und 2024"."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from factcheck.extract.passages import Passage
from factcheck.extract.times.finder import period_of
from factcheck.extract.times.reading import Time
from factcheck.model import Period

BREAKS = frozenset(",;:()–—")
OWN_TIME = frozenset({"day", "week", "weekend"})


class Spoken:
    """The times of a passage, asked for by the figures beside them."""

    def __init__(self, passage: Passage, times: Sequence[Time], anchor: date | None) -> None:
        self._passage = passage
        self._anchor = anchor
        self._times = sorted(
            (time for time in times if self._tells(time)), key=lambda time: time.first
        )

    def _tells(self, time: Time) -> bool:
        """No "gestern", "am Mittwoch", which are the article's own time, nor "im Juli" to come."""
        if time.days is None or time.found is not None or not time.relative:
            return time.days is not None
        begun = self._anchor is not None and time.days[0] <= self._anchor
        return time.granularity not in OWN_TIME and (begun or time.granularity != "month")

    @cached_property
    def _meant(self) -> list[Time]:
        """Those that are no yardstick ("gegenüber 2023")."""
        tokens, lexicon = self._passage.tokens, self._passage.lexicon
        earlier = lexicon.phrases("times", "compared")
        return [time for time in self._times if not earlier.before(tokens, time.first)]

    def of(self, first: int, last: int) -> Period | None:
        """The one time of a figure's sentence, else the one of its clause; None if unsure."""
        if not self._times:
            return None
        low, high = self._passage.bounds(first)
        inside = [time for time in self._meant if low <= time.first < high]
        if len(inside) > 1:
            words = self._passage.tokens.words
            begin, end = first, last + 1
            while begin > low and words[begin - 1] not in BREAKS:
                begin -= 1
            while end < high and words[end] not in BREAKS:
                end += 1
            inside = [time for time in inside if begin <= time.first < end]
        return period_of(self._passage, inside[0], self._anchor) if len(inside) == 1 else None
