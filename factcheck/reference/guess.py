"""Guess the description of a table from its cells: who, when, what, in which unit.

The first column of words says of whom; one that holds nothing but years or days says when, or
several columns are headed by them; every column of numbers is a figure. "Umsatz (Mio. €)" is
called Umsatz, and counts in millions of EUR.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

from factcheck.errors import FactcheckError
from factcheck.languages.lexicon import NO_CURRENCY, known_languages, load_lexicon
from factcheck.reference.cells import MISSING, period_text, value_of

MARKS: Final = ";\t|,"
LOOK: Final = 200
YEARS: Final = range(1700, 2101)
MOST: Final = 0.8
COMMA: Final = re.compile(r"\d,(?:\d{1,2}|\d{4,})$")
POINT: Final = re.compile(r"\d\.(?:\d{1,2}|\d{4,})$")
PIECE: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?|[€$£¥%]")
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
    words = [name for name in columns if name not in (*numbers, *wide, period, *KEPT)]
    entity = told.get("entity") or (words[0] if words else "")
    if not entity and "of" not in told:
        raise FactcheckError(
            f"{path.name}: no column names anybody; say with --entity which column does"
        )
    about |= {"entity": entity} if entity else {}
    about |= {"period": period} if period else {}
    about |= {"source": path.stem, "as_of": _modified(path)} | told
    about |= {"decimal": decimal} if decimal != "." else {}
    chosen = list(wanted) or [name for name in numbers if name not in (entity, period, *wide)]
    figures = [_figure(name, {"column": name}, unit) for name in chosen]
    if len(wide) > 1 and not wanted:
        figures = [_figure(path.stem, {"periods": wide}, unit)]
    if not figures:
        raise FactcheckError(f"{path.name}: no column holds numbers; say which with --figure")
    return {**about, "figure": figures}


def as_toml(about: Mapping[str, Any]) -> str:
    """A description as a TOML text, one key a line, figures last."""
    lines = [f"{key} = {_toml(value)}" for key, value in about.items() if key != "figure"]
    for figure in about["figure"]:
        lines += ["", "[[figure]]", *(f"{key} = {_toml(value)}" for key, value in figure.items())]
    return "\n".join(lines) + "\n"


def _figure(heading: str, where: dict[str, Any], unit: str) -> dict[str, Any]:
    name, scale, found = _heading(heading)
    figure = {**where, "words": [name]}
    unit = unit or found
    if unit:
        figure["unit"] = unit
    else:
        figure["nouns"] = [name]
    if scale:
        figure["scale"] = 10**scale
    return figure


def _heading(text: str) -> tuple[str, int, str]:
    """What a column is called, its power of ten and its unit: ("Umsatz", 6, "EUR")."""
    pieces = list(PIECE.finditer(text))
    scale, unit, end = 0, "", len(pieces)
    while end > 1:
        word = pieces[end - 1].group().lower()
        power, found = _scales().get(word, 0), _units().get(word, "")
        if not power and not found and word not in _stop_words():
            break
        scale, unit, end = scale or power, unit or found, end - 1
    if not scale and not unit:
        end = len(pieces)
    last = pieces[end - 1].end() if pieces else len(text)
    return text[:last].replace("_", " ").strip() or text, scale, unit


@lru_cache(maxsize=1)
def _scales() -> dict[str, int]:
    """Scale word -> power of ten; a word that means two powers is none."""
    found: dict[str, set[int]] = {}
    for code in known_languages():
        for word, power in load_lexicon(code).data["numbers"]["scales"].items():
            found.setdefault(word, set()).add(int(power))
            found.setdefault(f"{word}.", set()).add(int(power))
    return {word: next(iter(powers)) for word, powers in found.items() if len(powers) == 1}


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    """A currency or percent word of any language -> its unit."""
    found: dict[str, str] = {}
    for code in known_languages():
        data = load_lexicon(code).data
        for unit, phrases in data["currencies"].items():
            for phrase in phrases if unit != NO_CURRENCY else ():
                found.setdefault(phrase, unit)
        for phrase in data["percent"]["percentage"]:
            found.setdefault(phrase, "percent")
    return found


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset().union(*(load_lexicon(code).stop_words for code in known_languages()))


def _sample(cells: Sequence[str]) -> Iterator[str]:
    told = (cell.strip() for cell in cells)
    return islice((cell for cell in told if cell.lower() not in MISSING), LOOK)


def _numeric(cells: Sequence[str], decimal: str) -> bool:
    sample = list(_sample(cells))
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


def _modified(path: Path) -> str:
    """The day of the file, which stands for the day of its figures."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()


def _toml(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, (int, float)):
        return str(value)
    text = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{text}"'
