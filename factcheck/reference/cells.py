"""The cells of other people's tables: numbers with either mark, periods in their usual forms."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factcheck.reference.dates import parse_days

MISSING: Final = frozenset({"", "-", "–", "—", ".", "..", "...", "…", "x", "/", "n/a", "na", "nan"})
GROUPS: Final = " \u00a0\u202f\u2009'’"
NUMBER: Final = re.compile(r"[-+−]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
SEASON: Final = re.compile(r"(\d{4})\s?[/–-]\s?(?:\d{2})?(\d{2})", re.ASCII)
QUARTER: Final = re.compile(r"Q([1-4])[ /-]?(\d{4})", re.ASCII | re.IGNORECASE)
YEAR_FIRST: Final = re.compile(r"(\d{4})[ /-]?Q([1-4])", re.ASCII | re.IGNORECASE)
MONTH: Final = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
MIDNIGHT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]00:00:00(?:\.0+)?", re.ASCII)


def value_of(cell: str, decimal: str) -> Decimal | None:
    """The exact number in a cell; None where nothing was counted, ValueError for anything else.

    `decimal` is the table's decimal mark; the other mark, blanks and apostrophes divide groups.
    """
    text = cell.strip()
    if text.lower() in MISSING:
        return None
    bare = text.removesuffix("%").rstrip()
    for sign in GROUPS:
        bare = bare.replace(sign, "")
    bare = bare.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    bare = bare.replace("−", "-").removeprefix("+")
    if not NUMBER.fullmatch(bare):
        raise ValueError(f'"{text}" is not a number; write digits, or nothing')
    return Decimal(bare)


@lru_cache(maxsize=4096)
def period_text(cell: str) -> str:
    """A period as YYYY, YYYY-MM, YYYY-MM-DD, YYYY/YY or YYYY-Q1; "" for an empty cell.

    Days with points, months before years, seasons ("2023-24", where that is no month) and quarters
    are read as well; ValueError for anything else.
    """
    text = cell.strip()
    if not text:
        return ""
    if quarter := QUARTER.fullmatch(text):
        text = f"{quarter[2]}-Q{quarter[1]}"
    if quarter := YEAR_FIRST.fullmatch(text):
        text = f"{quarter[1]}-Q{quarter[2]}"
    if (season := SEASON.fullmatch(text)) and _follows(season[1], season[2], text):
        text = f"{season[1]}/{season[2]}"
    if month := MONTH.fullmatch(text):
        text = f"{month[2]}-{int(month[1]):02}"
    if day := DAY.fullmatch(text):
        text = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    if midnight := MIDNIGHT.fullmatch(text):
        text = midnight[1]
    text = text.removesuffix(".0")
    return parse_days(text).text


def _follows(year: str, end: str, text: str) -> bool:
    """Is the second the year after the first, and the two no month of it ("2011-12")?"""
    month = text[4] == "-" and len(text) == len("2011-12") and int(end) <= 12
    return not month and int(end) == (int(year) + 1) % 100
