"""Read one CSV file of a table strictly: every fault is told with file, row and column.

Row 1 is the header, as a spreadsheet counts. A table that is read leniently loses a row in
silence, and a lost row is a wrong finding later.
"""

import csv
import io
from collections.abc import Collection, Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NoReturn

from factcheck.errors import FactcheckError
from factcheck.record import record
from factcheck.reference.dates import Days, parse_days


@record
class Cells:
    """One row as text by column, and where it stands; its methods read a cell or say its fault.

    `label` is how a message calls the file, `file` its bare name, `shipped` whether it is ours.
    """

    label: str
    file: str
    number: int
    shipped: bool
    values: dict[str, str]

    def fail(self, column: str, fault: str) -> NoReturn:
        """Raise a FactcheckError that names the file, the row and the column."""
        raise FactcheckError(f"{self.label}, row {self.number}, {column}: {fault}")

    def text(self, column: str) -> str:
        """The cell without the blanks around it; empty if it is empty."""
        return self.values[column].strip()

    def required(self, column: str) -> str:
        """The cell, which must not be empty."""
        return self.text(column) or self.fail(column, "is empty; fill it in")

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """The cell, which must be one of `allowed`."""
        value = self.text(column)
        if value in allowed:
            return value
        known = ", ".join(f'"{name}"' if name else "nothing" for name in sorted(allowed))
        return self.fail(column, f'"{value}" is not known; write one of {known}')

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are divided by '|'."""
        parts = self.text(column).split("|")
        return tuple(part.strip() for part in parts if part.strip())

    def days(self, column: str) -> Days:
        """The cell as a date, which must be there."""
        try:
            return parse_days(self.required(column))
        except ValueError as error:
            self.fail(column, str(error))

    def days_or_none(self, column: str) -> Days | None:
        """The cell as a date; None if it is empty."""
        return self.days(column) if self.text(column) else None

    def decimal(self, column: str) -> Decimal:
        """The cell as an exact number with a point for the decimals."""
        return self.number_in(column, self.required(column))

    def number_in(self, column: str, text: str) -> Decimal:
        """`text`, a part of the cell of `column`, as an exact number."""
        digits = text.removeprefix("-").split(".")
        if len(digits) <= 2 and all(part.isascii() and part.isdigit() for part in digits):
            return Decimal(text)
        return self.fail(
            column, f'"{text}" is not a number; write digits, with a point for decimals'
        )

    def fraction(self, column: str) -> Fraction:
        """The cell as an exact fraction: 0.3048, 5/9; nothing is 0."""
        parts = (self.text(column) or "0").split("/")
        if len(parts) > 2:
            self.fail(column, f'"{self.text(column)}" is not a number; write 0.3048 or 5/9')
        above, *below = (Fraction(self.number_in(column, part)) for part in parts)
        if below and not below[0]:
            self.fail(column, "divides by nought")
        return above / below[0] if below else above


def read_sheet(path: Path, columns: Collection[str], *, shipped: bool) -> Iterator[Cells]:
    """Yield the rows of a CSV file that has exactly `columns`, in any order.

    Blank lines are passed over. FactcheckError for bytes that are not UTF-8, a missing, unknown
    or doubled column, a row with another number of fields, a quotation mark that is not closed.
    """
    label = path.name if shipped else str(path)
    try:
        reader = csv.reader(io.StringIO(_decoded(path, label), newline=""), strict=True)
        header = [name.strip() for name in next(reader, [])]
        _check_header(header, columns, label)
        for number, fields in enumerate(reader, start=2):
            if not any(fields):
                continue
            if len(fields) != len(header):
                raise FactcheckError(
                    f"{label}, row {number}: {len(fields)} fields where the header has "
                    f"{len(header)}; put quotation marks around a text that contains a comma"
                )
            yield Cells(label, path.name, number, shipped, dict(zip(header, fields, strict=True)))
    except csv.Error as error:
        raise FactcheckError(
            f"{label}, line {reader.line_num}: {error}; look for a quotation mark "
            "that is not closed or not doubled"
        ) from error


def _decoded(path: Path, label: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FactcheckError(f"{label} cannot be read: {error.strerror or error}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise FactcheckError(
            f"{label}, row {row}: byte 0x{data[error.start]:02x} is not UTF-8; "
            "save the file as CSV UTF-8"
        ) from error


def _check_header(header: list[str], columns: Collection[str], label: str) -> None:
    missing = [name for name in columns if name not in header]
    unknown = [name for name in header if name not in columns]
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        raise FactcheckError(f"{label}: the columns are not divided by commas; save it with commas")
    if missing:
        raise FactcheckError(f"{label}: column {missing[0]} is missing; add it, empty if need be")
    if unknown or len(header) != len(set(header)):
        doubled = [name for name in header if header.count(name) > 1]
        fault = f"{unknown[0]} is unknown" if unknown else f"{doubled[0]} is there twice"
        raise FactcheckError(f"{label}: column {fault}; the columns are {', '.join(columns)}")
