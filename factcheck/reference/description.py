"""The small description beside a table: what its columns are, what it measures, where it is from.

    entity = "Gemeinde"                 # the column that says of whom
    rows = ["Gemeinden", "Städte"]      # what these are called, if not as the column
    period = "Jahr"                     # the column that says when; or `periods`, below
    qualifiers = ["Schulart"]           # columns that divide the rows of one entity and period
    source = "Statistisches Landesamt"
    as_of = "2025-06-30"                # when the figures became known
    checked_on = "2025-07-01"           # when somebody last looked

    [[figure]]
    column = "Einwohner"                # or periods = ["2022", "2023"]: one column a period
    words = ["Einwohner", "Einwohnerzahl"]
    nouns = ["Einwohner", "Menschen"]

A column of `periods` may have its year anywhere in its heading ("Ausgaben 2023 (Tsd. Euro)").
A row with qualifiers is used only where a sentence names its cell in each of these columns, or none
and the cell says that it is the total. `header` is the line of the headings, if not the first.
The other keys of a figure: `unit` (a currency or unit id), `scale` (a cell is multiplied by it),
`exclude` (words that forbid the match), `needs` (one of them must be said), `beside` (words
that may stand beside it), `spread` (how far other counts may lie, 0.05 for five per cent), `lasts`
(for how many years a value stands for today), `confirms_only` (others define it otherwise, so it
contradicts nobody), `change` (true where the words name a thing whose rise is the value: "consumer
prices"), `definition`, `ranked` (what is largest where an entity leads: "economy"), and `concept`
(an id instead of one made of file and column).
A column named source, url, licence, as_of, checked_on, definition or note tells that of its row.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from factcheck.errors import FactcheckError
from factcheck.reference.dates import Days, parse_days

_HEAD: Final = """
file header entity rows of period qualifiers source url licence as_of checked_on known_after
known_day delimiter decimal encoding sheet figure note"""
_FIGURE: Final = """
column periods concept words nouns unit scale exclude needs beside spread lasts confirms_only
definition ranked change"""
HEAD: Final = frozenset(_HEAD.split())
FIGURE: Final = frozenset(_FIGURE.split())
LASTS: Final = 2
YEAR: Final = re.compile(r"(?<!\d)(?:1[7-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Measure:
    """One metric of a table. `columns` are (column, period), the period empty where a column
    of its own tells it; `concept` is an id of concepts.csv or one made of file and column."""

    concept: str
    columns: tuple[tuple[str, str], ...]
    words: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    unit: str = ""
    scale: Decimal = Decimal(1)
    exclude: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    spread: Decimal = Decimal(0)
    lasts: int = LASTS
    confirms_only: bool = False
    definition: str = ""
    ranked: tuple[str, ...] = ()
    change: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """A table as it is described: `label` is how messages call it, `entity` and `period` columns.

    `rows` are words for the entities beside the column's; `of` names the one entity of a table that
    has no column for it. `header` is the line of the headings, where a title stands above them.
    `known_after` counts the years after a period in which its value became known by `known_day`,
    where the table has later editions only.
    """

    label: str
    measures: tuple[Measure, ...]
    as_of: Days
    checked_on: Days
    source: str
    entity: str = ""
    rows: tuple[str, ...] = ()
    of: str = ""
    period: str = ""
    qualifiers: tuple[str, ...] = ()
    url: str = ""
    licence: str = ""
    known_after: int | None = None
    known_day: str = "12-31"
    file: str = ""
    delimiter: str = ","
    decimal: str = "."
    encoding: str = "utf-8-sig"
    sheet: str = ""
    header: int = 1
    note: str = field(default="", compare=False)


def read_description(path: Path) -> Description:
    """The description in a TOML file; FactcheckError that names the file and the key at fault."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FactcheckError(f"{path} cannot be read as TOML: {error}") from error
    return make_description(data, path.name)


def make_description(data: Mapping[str, Any], label: str) -> Description:
    """The description that a mapping with these keys gives; FactcheckError for a fault in it."""
    reader = _Reader(label, data)
    reader.known(HEAD)
    figures: list[Mapping[str, Any]] = data.get("figure") or reader.fail(
        "figure", "is missing; write [[figure]] and its column below"
    )
    stem = str(data.get("file") or label).rpartition(".")[0] or label
    made = Description(
        label,
        tuple(_measure(_Reader(label, each), stem) for each in figures),
        reader.days("as_of"),
        reader.days("checked_on" if "checked_on" in data else "as_of"),
        reader.text("source") or reader.fail("source", "is missing; name who counted"),
        **{name: reader.text(name) for name in ("entity", "of", "period", "url", "licence")},
        rows=reader.many("rows"),
        qualifiers=reader.many("qualifiers"),
        header=int(data.get("header", 1)),
        known_after=int(data["known_after"]) if "known_after" in data else None,
        known_day=str(data.get("known_day", "12-31")),
        file=reader.text("file"),
        delimiter=str(data.get("delimiter", ",")),
        decimal=str(data.get("decimal", ".")),
        encoding=str(data.get("encoding", "utf-8-sig")),
        sheet=reader.text("sheet"),
        note=reader.text("note"),
    )
    if bool(made.entity) == bool(made.of):
        reader.fail("entity", 'names the column that says of whom; write that or `of = "name"`')
    return made


def _measure(reader: "_Reader", stem: str) -> Measure:
    reader.known(FIGURE)
    column, periods = reader.text("column"), reader.many("periods")
    if bool(column) == bool(periods):
        reader.fail("column", "names the column of the values; write that or `periods`")
    concept, words = reader.text("concept"), reader.many("words")
    if not words:
        reader.fail("words", "are missing; write the words by which an article names the figure")
    columns = tuple((each, year_of(each) or each) for each in periods) or ((column, ""),)
    return Measure(
        concept or f"{stem}#{column or words[0]}",
        columns,
        words,
        reader.many("nouns"),
        reader.text("unit"),
        reader.number("scale", "1"),
        reader.many("exclude"),
        reader.many("needs"),
        reader.many("beside"),
        reader.number("spread", "0"),
        int(reader.number("lasts", str(LASTS))),
        reader.data.get("confirms_only") is True,
        reader.text("definition"),
        reader.many("ranked"),
        reader.data.get("change") is True,
    )


def year_of(heading: str) -> str:
    """The one year in the heading of a column, "" if there is none or several."""
    found = set(YEAR.findall(heading))
    return found.pop() if len(found) == 1 and heading not in found else ""


@dataclass(frozen=True, slots=True)
class _Reader:
    label: str
    data: Mapping[str, Any]

    def fail(self, key: str, fault: str) -> Any:
        raise FactcheckError(f"{self.label}: {key} {fault}")

    def known(self, keys: frozenset[str]) -> None:
        for key in self.data:
            if key not in keys:
                self.fail(f'"{key}"', f"is not known; choose from {', '.join(sorted(keys))}")

    def text(self, key: str) -> str:
        value = self.data.get(key, "")
        return value if isinstance(value, str) else str(self.fail(key, "must be a text"))

    def many(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fail(key, "must be a list of texts")
        return tuple(value)

    def number(self, key: str, default: str) -> Decimal:
        try:
            return Decimal(str(self.data.get(key, default)))
        except InvalidOperation:
            return Decimal(self.fail(key, "must be a number"))

    def days(self, key: str) -> Days:
        value = str(self.data.get(key, ""))
        try:
            return parse_days(value)
        except ValueError:
            fault = f'"{value}" is not a date; write YYYY-MM-DD'
            raise FactcheckError(f"{self.label}: {key} {fault}") from None
