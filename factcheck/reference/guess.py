"""Guess the description of a table from its cells: who, when, what, in which unit.

The first column of words says of whom; one that holds nothing but years or days says when, or the
headings do; further columns of words divide the rows where several share one and the same time;
every column of numbers is a figure. "Umsatz (Mio. €)" is called Umsatz, and counts in millions of
EUR; "Umsatz 2023" and "Umsatz 2024" are one figure of two years.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

from factcheck.errors import FactcheckError
from factcheck.reference.cells import MISSING, period_text, value_of
from factcheck.reference.headings import heading

MARKS: Final = ";\t|,"
LOOK: Final = 200
TITLE_LINES: Final = 30
# Fewer columns without a unit, or another sum of them, are no shares of a whole.
FEWEST_SHARES, LEAST_SUM, MOST_SUM = 3, 50, 101
# Keys of places and the like begin with a nought.
CODE: Final = re.compile(r"0\d")
YEARS: Final = range(1700, 2101)
MOST: Final = 0.8
COMMA: Final = re.compile(r"\d,(?:\d{1,2}|\d{4,})$")
POINT: Final = re.compile(r"\d\.(?:\d{1,2}|\d{4,})$")
KEPT: Final = frozenset({"source", "url", "licence", "as_of", "checked_on", "definition", "note"})


def sniff(path: Path) -> tuple[str, str]:
    """The encoding and the delimiter of a CSV file."""
    try:
        data = path.read_bytes()[: 1 << 16]
    except OSError as error:
        raise FactcheckError(f"{path} cannot be read: {error.strerror or error}") from error
    try:
        # The piece that was read may end within a letter.
        text, encoding = data.decode("utf-8-sig", "strict" if len(data) < 1 << 16 else "ignore"), ""
    except UnicodeDecodeError:
        text, encoding = data.decode("cp1252", "replace"), "cp1252"
    first = text.partition("\n")[0]
    return encoding or "utf-8-sig", max(MARKS, key=first.count) if first else ","


def header_line(rows: Iterator[list[str]]) -> int:
    """The line of the headings: the first that fills as many cells as any of those below it."""
    lines = list(islice(rows, TITLE_LINES))
    filled = [sum(1 for cell in row if cell.strip()) for row in lines]
    most = max(filled, default=0)
    for number, (row, count) in enumerate(zip(lines, filled, strict=True), start=1):
        corner = count == most - 1 > 1 and not row[0].strip()
        if most > 1 and (count == most or corner):
            return number
    return 1


def guessed(
    columns: Mapping[str, Sequence[str]], path: Path, given: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The keys of a description, those of `given` as they are; FactcheckError if none can be told.

    `given` may hold `entity`, `period`, `columns` (those that are figures), `unit`, `source`,
    `as_of` and whatever else a description knows.
    """
    told = dict(given or {})
    wanted, unit = told.pop("columns", ()), told.pop("unit", "")
    for name in filter(None, (told.get("entity"), told.get("period"), *wanted)):
        if name not in columns:
            raise FactcheckError(
                f"{path.name}: there is no column {name}; the columns are {', '.join(columns)}"
            )
    about: dict[str, Any] = {"file": path.name}
    decimal = _decimal(columns, str(told.get("delimiter", ",")))
    numbers = [name for name in columns if name not in KEPT and _numeric(columns[name], decimal)]
    wide = [name for name in columns if _is_period(name)]
    period = told.get("period") or (None if len(wide) > 1 else _period(columns))
    words = [
        name
        for name in columns
        if name not in (*numbers, *wide, period, *KEPT) and _worded(columns[name])
    ]
    entity = told.get("entity") or (words[0] if words else "")
    if not entity and "of" not in told:
        raise FactcheckError(
            f"{path.name}: no column names anybody; say with --entity which column does"
        )
    about |= {"entity": entity} if entity else {}
    about |= {"period": period} if period else {}
    if "qualifiers" not in told:
        keys = [columns[name] for name in (entity, period) if name]
        qualifiers = _qualifiers({name: columns[name] for name in words if name != entity}, keys)
        about |= {"qualifiers": qualifiers} if qualifiers else {}
    about |= {"source": path.stem, "as_of": modified(path)} | told
    about |= {"decimal": decimal} if decimal != "." else {}
    chosen = list(wanted) or [name for name in numbers if name not in (entity, period, *wide)]
    shares = _shares({name: columns[name] for name in chosen}, decimal)
    figures = [
        _figure(names[0], _where(names), unit or ("percent" if shares.issuperset(names) else ""),
                whole=all(_whole(columns[name], decimal) for name in names))
        for names in _by_year(chosen)
    ]  # fmt: skip
    if len(wide) > 1 and not wanted:
        whole = all(_whole(columns[name], decimal) for name in wide)
        figures = [_figure(path.stem, {"periods": wide}, unit, whole=whole)]
    if not figures:
        raise FactcheckError(f"{path.name}: no column holds numbers; say which with --figure")
    return {**about, "figure": figures}


def as_toml(about: Mapping[str, Any]) -> str:
    """A description as a TOML text, one key a line, figures last."""
    lines = [f"{key} = {_toml(value)}" for key, value in about.items() if key != "figure"]
    for figure in about["figure"]:
        lines += ["", "[[figure]]", *(f"{key} = {_toml(value)}" for key, value in figure.items())]
    return "\n".join(lines) + "\n"


def _figure(text: str, where: dict[str, Any], unit: str, *, whole: bool) -> dict[str, Any]:
    """The keys of one figure; what is counted has whole numbers, and a noun."""
    told = heading(text)
    figure = {**where, "words": list(dict.fromkeys((told.name, *told.counted)))}
    unit = unit or told.unit or ("percent" if told.share and not whole else "")
    if unit:
        figure["unit"] = unit
    elif whole:
        figure["nouns"] = list(told.counted) or [told.name]
    if told.scale:
        figure["scale"] = 10**told.scale
    return figure


def _by_year(names: Sequence[str]) -> Iterator[list[str]]:
    """The columns of one figure each: those whose headings differ in nothing but the year."""
    groups: dict[object, list[str]] = {}
    for name in names:
        told = heading(name)
        key = (told.name, told.scale, told.unit) if told.year else name
        groups.setdefault(key, []).append(name)
    yield from groups.values()


def _where(names: Sequence[str]) -> dict[str, Any]:
    return {"periods": list(names)} if heading(names[0]).year else {"column": names[0]}


def _qualifiers(columns: Mapping[str, Sequence[str]], keys: Sequence[Sequence[str]]) -> list[str]:
    """The columns of words that tell apart the rows of one entity and time, as few as need be."""
    found: list[str] = []
    cells, rows = list(keys), len(keys[0]) if keys else 0
    for name, column in columns.items():
        if len(set(zip(*cells, strict=True))) == rows:
            break
        more = len(set(zip(*cells, column, strict=True)))
        if more > len(set(zip(*cells, strict=True))):
            found.append(name)
            cells.append(column)
    return found


def _shares(columns: Mapping[str, Sequence[str]], decimal: str) -> frozenset[str]:
    """Columns without a unit that add up, row by row, to hardly more than a hundred: shares."""
    bare = {
        name: cells
        for name, cells in columns.items()
        if not heading(name).unit and not _whole(cells, decimal)
    }
    if len(bare) < FEWEST_SHARES:
        return frozenset()
    for row in islice(zip(*bare.values(), strict=True), LOOK):
        values = [value_of(cell, decimal) for cell in row if _reads(cell, decimal)]
        told = [value for value in values if value is not None]
        if min(told, default=0) < 0 or not LEAST_SUM <= sum(told) <= MOST_SUM:
            return frozenset()
    return frozenset(bare)


def _whole(cells: Sequence[str], decimal: str) -> bool:
    """Are all numbers of the column whole?"""
    values = (value_of(cell, decimal) for cell in _sample(cells) if _reads(cell, decimal))
    return all(value is None or value == value.to_integral_value() for value in values)


def _worded(cells: Sequence[str]) -> bool:
    """Has a column words, not mere codes?"""
    sample = list(_sample(cells))
    return sum(any(map(str.isalpha, cell)) for cell in sample) >= MOST * len(sample)


def _sample(cells: Sequence[str]) -> Iterator[str]:
    told = (cell.strip() for cell in cells)
    return islice((cell for cell in told if cell.lower() not in MISSING), LOOK)


def _numeric(cells: Sequence[str], decimal: str) -> bool:
    sample = list(_sample(cells))
    if any(CODE.match(cell) for cell in sample):
        return False
    return bool(sample) and sum(_reads(cell, decimal) for cell in sample) >= MOST * len(sample)


def _reads(cell: str, decimal: str) -> bool:
    try:
        return value_of(cell, decimal) is not None
    except ValueError:
        return False


def _period(columns: Mapping[str, Sequence[str]]) -> str | None:
    """The first column that holds nothing but periods."""
    for name, cells in columns.items():
        sample = list(_sample(cells))
        if name not in KEPT and sample and all(_is_period(cell) for cell in sample):
            return name
    return None


def _is_period(cell: str) -> bool:
    try:
        told = period_text(cell)
    except ValueError:
        return False
    return bool(told) and int(told[:4]) in YEARS


def _decimal(columns: Mapping[str, Sequence[str]], delimiter: str) -> str:
    """The decimal mark: what the cells show, else the comma beside semicolons."""
    cells = [cell for column in columns.values() for cell in _sample(column)]
    commas = sum(bool(COMMA.search(cell)) for cell in cells)
    points = sum(bool(POINT.search(cell)) for cell in cells if not _is_period(cell))
    if commas == points:
        return "," if delimiter == ";" else "."
    return "," if commas > points else "."


def modified(path: Path) -> str:
    """The day of the file, which stands for the day of its figures."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()


def _toml(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, (int, float)):
        return str(value)
    text = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{text}"'
