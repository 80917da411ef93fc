"""The cells of other people's tables: numbers with either mark, periods in their usual forms."""

import re
from decimal import Decimal
from typing import Final

from factcheck.reference.dates import parse_days

MISSING: Final = frozenset({"", "-", "–", "—", ".", "..", "...", "…", "x", "/", "n/a", "na", "nan"})
GROUPS: Final = " \u00a0\u202f\u2009'’"
NUMBER: Final = re.compile(r"[-+−]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
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


def period_text(cell: str) -> str:
    """A period as YYYY, YYYY-MM or YYYY-MM-DD; "" for an empty cell, else ValueError."""
    text = cell.strip()
    if not text:
        return ""
    if day := DAY.fullmatch(text):
        text = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    if midnight := MIDNIGHT.fullmatch(text):
        text = midnight[1]
    text = text.removesuffix(".0")
    return parse_days(text).text
