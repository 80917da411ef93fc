"""The date of an article by its dateline: "Brüssel, 1. Dezember 2025 - ..."."""

from collections.abc import Iterator
from datetime import date

from factcheck.extract.passages import Passage
from factcheck.extract.times.calendar_days import resolve
from factcheck.extract.times.dates import DASHES, find_dates
from factcheck.model import WrittenDate

TOKENS, LETTERS = 12, 80
AGENCY = 5
# "Bad Tölz, 5. März 2025. Der Rat ...": so many tokens may stand before the date.
PLACE = 4


def dateline(passage_list: list[Passage]) -> Iterator[tuple[WrittenDate, date | None]]:
    """Dates that stand in a dateline ("Brüssel, 1. Dezember 2025 - ..."), resolved if possible.

    A dateline opens a block: a place, a date with its year, and a dash or an agency in brackets
    ("Wien, 1. Dezember 2025 (dpa)."), or a full stop behind a place; at most 80 characters.
    """
    for passage in passage_list:
        tokens = passage.tokens
        for found in find_dates(passage)[:1]:
            written = found.written(passage)
            if written is None or written.year is None or found.first > TOKENS:
                continue
            if tokens.ends[found.last] - tokens.starts[0] > LETTERS:
                continue
            ahead = [
                tokens.words[at] for at in range(found.last + 1, min(found.last + 7, len(tokens)))
            ]
            agency = ahead[:1] == ["("] and ")" in ahead[:AGENCY]
            stop = ahead[:1] == ["."] and 0 < found.first <= PLACE
            opens = agency or stop or bool(DASHES.intersection(ahead))
            opens = opens or len(tokens) - found.last <= 2
            placed = found.first == 0 or tokens.words[found.first - 1] in {",", "("}
            if opens and placed:
                period = resolve(found, written.span, None)
                yield written, period.start if period else None


def printed_days(passage_list: list[Passage]) -> Iterator[date]:
    """The days that are printed with their year, in the order of the text."""
    for passage in passage_list:
        for found in find_dates(passage):
            written = found.written(passage)
            if written is not None and written.year is not None:
                period = resolve(found, written.span, None)
                if period is not None:
                    yield period.start
