"""Find the described tables of a folder or file, and read their cells as text.

A table is a CSV or Excel file; its description is the TOML file of the same stem beside it. CSV is
read with the standard library, so that ours cost no import of pandas; equal cells are kept once.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factcheck.errors import FactcheckError
from factcheck.reference.described import DescribedTable
from factcheck.reference.description import Description, make_description, read_description
from factcheck.reference.guess import guessed, header_line, sniff

if TYPE_CHECKING:
    import pandas as pd

EXCEL: Final = frozenset({".xlsx", ".xlsm"})
# What the first column is called where its heading is empty.
CORNER: Final = "1"
TABLES: Final = frozenset({".csv", ".tsv", *EXCEL})
CONFIG: Final = frozenset({"factcheck.toml", "pyproject.toml"})


def described_in(place: Path, known: Mapping[str, str]) -> Iterator[DescribedTable]:
    """The described tables of a folder, or one file's, whose description is guessed if need be."""
    if place.is_dir():
        paths = sorted(p for p in place.glob("*.toml") if p.name not in CONFIG)
    elif place.suffix != ".toml" and not place.with_suffix(".toml").is_file():
        yield undescribed(place, known)
        return
    else:
        paths = [place.with_suffix(".toml")]
    for path in paths:
        description = read_description(path)
        description = replace(description, file=description.file or _beside(path))
        yield _table(description, path.parent / description.file, known)


def undescribed(
    path: Path, known: Mapping[str, str], given: Mapping[str, Any] | None = None
) -> DescribedTable:
    """A table without a description, read as its cells look; `given` are keys that are known."""
    columns, about = guess_of(path, given)
    return DescribedTable(make_description(about, path.name), columns, known)


def guess_of(
    path: Path, given: Mapping[str, Any] | None = None
) -> tuple[dict[str, list[str]], dict[str, Any]]:
    """The columns of a file and the description that they look like."""
    if path.suffix.lower() not in TABLES:
        raise FactcheckError(
            f"{path} is no table that can be read; save it as CSV or Excel, or hand it over as a "
            "DataFrame"
        )
    told = dict(given or {})
    if path.suffix.lower() not in EXCEL:
        encoding, delimiter = sniff(path)
        told |= {"encoding": encoding} if encoding != "utf-8-sig" else {}
        told |= {"delimiter": delimiter} if delimiter != "," else {}
    if "header" not in told and (line := header_line(_lines(path, told))) > 1:
        told["header"] = line
    columns = read_columns(path, told)
    return columns, guessed(columns, path, told)


def from_frame(frame: "pd.DataFrame", **about: Any) -> DescribedTable:
    """A described table from a DataFrame; `about` are the keys of a description.

    >>> table = from_frame(df, entity="city", period="year", source="...", as_of="2025-06-30",
    ...                    figure=[{"column": "inhabitants", "words": ["inhabitants"]}])
    """
    columns = {str(name): [_text(cell) for cell in frame[name]] for name in frame.columns}
    label = str(about.pop("name", "table"))
    return DescribedTable(make_description(about, label), columns)


def read_columns(path: Path, about: Mapping[str, Any]) -> dict[str, list[str]]:
    """The columns of a CSV or Excel file, cells as text; FactcheckError if it cannot be read.

    `about` may say its `encoding`, `delimiter`, `sheet` and the line of its `header`.
    """
    return _columns(path, _lines(path, about), int(about.get("header", 1)))


def _lines(path: Path, about: Mapping[str, Any]) -> Iterator[list[str]]:
    """The lines of a CSV or Excel file, cells as text."""
    if path.suffix.lower() in EXCEL:
        return _excel(path, about.get("sheet", ""))
    encoding = about.get("encoding", "utf-8-sig")
    try:
        text = path.read_bytes().decode(encoding)
    except OSError as error:
        raise FactcheckError(f"{path} cannot be read: {error.strerror or error}") from error
    except (UnicodeDecodeError, LookupError) as error:
        raise FactcheckError(
            f'{path} is not {encoding}; write encoding = "cp1252" or what it is into its '
            "description, or save it as CSV UTF-8"
        ) from error
    return csv.reader(io.StringIO(text, newline=""), delimiter=about.get("delimiter", ","))


def _columns(path: Path, rows: Iterator[list[str]], line: int) -> dict[str, list[str]]:
    header = [name.strip() for name in next(islice(rows, line - 1, None), [])]
    while header and not header[-1]:
        header.pop()
    if header and not header[0]:
        header[0] = CORNER
    if not any(header) or len(set(header)) < len(header):
        which = "first row" if line == 1 else f"row {line}"
        raise FactcheckError(f"{path}: the {which} must name each column once")
    columns: list[list[str]] = [[] for _ in header]
    once: dict[str, str] = {}
    for row in _full(path, rows, len(header), line + 1):
        for column, cell in zip(columns, row, strict=True):
            column.append(once.setdefault(cell, cell))
    return dict(zip(header, columns, strict=True))


def _full(path: Path, rows: Iterator[list[str]], size: int, line: int) -> Iterator[list[str]]:
    """The rows with a cell for each heading; notes of one cell may stand below the last."""
    begun, note = False, ""
    for number, row in enumerate(rows, start=line):
        if not any(row):
            continue
        while len(row) > size and not row[-1]:
            row.pop()
        fault = f"{path}, row {number}: {len(row)} fields where the header has {size}"
        if begun and len(row) == 1 < size:
            note = note or fault
            continue
        if note or len(row) != size:
            raise FactcheckError(note or fault)
        begun = True
        yield row


def _excel(path: Path, sheet: str) -> Iterator[list[str]]:
    import pandas as pd  # noqa: PLC0415 - only a spreadsheet needs it

    try:
        frame = pd.read_excel(path, sheet_name=sheet or 0, dtype=object, header=None)
    except ImportError as error:
        raise FactcheckError(
            f"{path} is a spreadsheet; install the extra that reads it with: "
            "pip install 'factcheck-desk[excel]', or save it as CSV"
        ) from error
    except (OSError, ValueError, KeyError) as error:
        raise FactcheckError(f"{path} cannot be read as a spreadsheet: {error}") from error
    return ([_text(cell) for cell in row] for row in frame.itertuples(index=False, name=None))


def _text(cell: object) -> str:
    """A cell as text: nothing for a missing one, whole numbers without a point."""
    if cell is None or str(cell) in {"nan", "NaT", "<NA>"}:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _table(description: Description, path: Path, known: Mapping[str, str]) -> DescribedTable:
    if not path.is_file():
        raise FactcheckError(f"{description.label}: there is no file {path}")
    about = {
        name: getattr(description, name) for name in ("encoding", "delimiter", "sheet", "header")
    }
    return DescribedTable(description, read_columns(path, about), known)


def _beside(path: Path) -> str:
    found: Sequence[Path] = sorted(
        each for each in path.parent.glob(f"{path.stem}.*") if each.suffix.lower() in TABLES
    )
    return found[0].name if found else f"{path.stem}.csv"
