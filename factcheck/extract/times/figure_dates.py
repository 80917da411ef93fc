"""Dates in figures alone: "1.12.2025", "2025-12-01", "21/04/2014", "04-24-2014", "am 5.4."."""

import re

from factcheck.extract.passages import Passage
from factcheck.extract.times.clocks import glued_pair
from factcheck.extract.times.years import is_year

NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
SHORT = re.compile(r"(\d{1,2})\.(\d{1,2})")
ISO = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d{2})")
JOINS = frozenset("/-")
CENTURY_SWITCH = 50
PARTS = 5
LAST_MONTH, LONGEST_MONTH = 12, 31

# First and last token; year, month, day.
Printed = tuple[int, int, int | None, int, int]


def figure_date(passage: Passage, index: int) -> Printed | None:
    """The date that begins with the figure at a token."""
    if not passage.tokens.words[index].isdecimal():
        return _dotted(passage, index) or _day_and_month(passage, index)
    if passage.tokens.lower(index + 1) == ".":
        return _spaced(passage, index)
    if passage.tokens.lower(index + 1) not in JOINS:
        return None
    return _iso(passage, index) or _joined(passage, index) or _month_and_day(passage, index)


def _dotted(passage: Passage, index: int) -> Printed | None:
    """As in "1.12.2025", in one token; a year of two figures is that of 1950 to 2049."""
    match = NUMERIC.fullmatch(passage.tokens.words[index])
    if match is None or _is_reference(passage, index):
        return None
    day, month, year = (int(part) for part in match.groups())
    if not 1 <= month <= LAST_MONTH:
        return None
    if year < 100:
        year += 1900 if year >= CENTURY_SWITCH else 2000
    return index, index, year, month, day


def _is_reference(passage: Passage, index: int) -> bool:
    """As in "Az. 31.11.2024/7", "Konto 30.02.1999": the number of a file or an account."""
    tokens = passage.tokens
    if passage.lexicon.phrases("labels", "before").before(tokens, index):
        return True
    slashed = [(index, index - 2)] if index > 1 and tokens.words[index - 1] == "/" else []
    if index + 2 < len(tokens) and tokens.words[index + 1] == "/":
        slashed.append((index + 2, index + 2))
    return any(tokens.glued(at) and not NUMERIC.fullmatch(tokens.words[to]) for at, to in slashed)


def _day_and_month(passage: Passage, index: int) -> Printed | None:
    """As in "am 5.4.": a day and a month in figures, behind a word that a day follows.

    In "17.10. 1973" the year stands apart.
    """
    tokens, dates = passage.tokens, passage.lexicon.data["dates"]
    match = SHORT.fullmatch(tokens.words[index])
    dot = index + 1 < len(tokens) and tokens.words[index + 1] == "." and tokens.glued(index + 1)
    if match is None or not dot or index == 0:
        return None
    day, month = (int(part) for part in match.groups())
    if not 1 <= month <= LAST_MONTH or not 1 <= day <= LONGEST_MONTH:
        return None
    if is_year(tokens.lower(index + 2)):
        return index, index + 2, int(tokens.words[index + 2]), month, day
    told = tokens.lowers[index - 1] in dates["days_after"]
    return (index, index + 1, None, month, day) if told else None


def _spaced(passage: Passage, index: int) -> Printed | None:
    """As in "am 3. 4. 1962", in five tokens."""
    tokens = passage.tokens
    parts = tokens.words[index : index + PARTS]
    if len(parts) < PARTS or parts[3] != "." or not is_year(parts[4]) or not parts[2].isdecimal():
        return None
    day, month = int(parts[0]), int(parts[2])
    tight = tokens.glued(index + 1) and tokens.glued(index + 3)
    shaped = tight and 1 <= month <= LAST_MONTH and 1 <= day <= LONGEST_MONTH
    return (index, index + PARTS - 1, int(parts[4]), month, day) if shaped else None


def _iso(passage: Passage, index: int) -> Printed | None:
    """As in "2025-12-01", in five tokens."""
    tokens = passage.tokens
    parts = tokens.words[index : index + PARTS]
    match = ISO.fullmatch("".join(parts))
    if match is None or not _glued(passage, index):
        return None
    year, month, day = (int(part) for part in match.groups())
    return index, index + PARTS - 1, year, month, day


def _joined(passage: Passage, index: int) -> Printed | None:
    """As in "21/04/2014", "04/21/2014", "2014/04/21"; None where day and month may be exchanged."""
    tokens = passage.tokens
    words = tokens.words[index : index + PARTS]
    if len(words) < PARTS or words[1] not in JOINS or words[3] != words[1]:
        return None
    figures = words[::2]
    if not all(word.isdecimal() for word in figures) or not _glued(passage, index):
        return None
    if is_year(figures[0]):
        year, month, day = (int(figure) for figure in figures)
    elif is_year(figures[2]):
        left, right, year = (int(figure) for figure in figures)
        if left <= LAST_MONTH and right <= LAST_MONTH and left != right:
            return None
        day, month = (left, right) if right <= LAST_MONTH else (right, left)
    else:
        return None
    shaped = 1 <= month <= LAST_MONTH and day >= 1 and len(words[2]) <= 2
    return (index, index + PARTS - 1, year, month, day) if shaped else None


def _month_and_day(passage: Passage, index: int) -> Printed | None:
    """As in "4/23 (Wed)", where months come first; only with its weekday in brackets behind."""
    tokens, dates = passage.tokens, passage.lexicon.data["dates"]
    if dates["day_first"] or not glued_pair(passage, index, "/") or tokens.lower(index + 3) != "(":
        return None
    weekday = passage.lexicon.weekdays.at(tokens, index + 4)
    if weekday is None and tokens.lower(index + 4) not in dates["short_weekdays"]:
        return None
    month, day = int(tokens.words[index]), int(tokens.words[index + 2])
    return (index, index + 2, None, month, day) if 1 <= month <= LAST_MONTH and day else None


def _glued(passage: Passage, index: int) -> bool:
    behind = index + PARTS
    more = behind < len(passage.tokens) and passage.tokens.words[behind] in JOINS
    whole = not (more and passage.tokens.glued(behind))
    return whole and all(passage.tokens.glued(at) for at in range(index + 1, behind))
