"""Many documents: files or the rows of a DataFrame, in one process or several.

A worker is a process of its own that loads its own lexicons and tables, once. The reports come
back in the order of the documents, whatever the number of workers. A document that cannot be read
is a report with the one finding FC000, and the others are checked all the same.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import pipeline
from factcheck.config import Settings, make_settings, parse_date
from factcheck.errors import FactcheckError
from factcheck.languages.lexicon import known_languages, load_lexicon
from factcheck.languages.wording import Wording
from factcheck.readers import read
from factcheck.reference.tables import Tables, load_tables
from factcheck.report.report import Report, unreadable
from factcheck.report.to_frame import frames

if TYPE_CHECKING:
    import pandas as pd

STDIN = "-"
# Larger pieces cost less talk between the processes, smaller ones share the work out better.
PIECES_A_WORKER = 4
# The reports of a piece come back together.
LARGEST_PIECE = 64


@dataclass(frozen=True, slots=True)
class Task:
    """One document to check: a file, or a text; `fault` says why there is none of either."""

    settings: Settings
    path: str | None = None
    text: str | None = None
    fault: str | None = None


def check_files(paths: Iterable[str], settings: Settings, workers: int = 1) -> list[Report]:
    """A report for each file, in their order; `-` is the standard input.

    FactcheckError only for what concerns all of them, such as an unknown language.
    """
    validate(settings)
    return list(_check_all([_task(path, settings) for path in paths], workers))


def extract_files(paths: Iterable[str], settings: Settings) -> list[Report]:
    """As `check_files`, but the reports hold claims only: nothing is checked."""
    validate(settings)
    return [_report(_task(path, settings), extract_only=True) for path in paths]


def check_frame(
    df: "pd.DataFrame",
    text: str = "body",
    title: str | None = None,
    date: str | None = "published",
    language: str | None = "lang",
    workers: int = 1,
    **settings: Any,
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Check a frame of articles, one a row; return the frames of claims and of findings.

    `text`, `title`, `date`, `language` name columns; the columns published and lang may be absent.
    Dates are ISO strings, dates or times; an empty cell is an unknown date or language. `settings`
    are those of `make_settings` that are not columns: tables, sources, select, ignore,
    report_language. In both frames `document` holds the index label of the row. A row that cannot
    be checked is one finding FC000; FactcheckError for a missing column or a faulty setting.
    """
    shared = make_settings(**settings)
    validate(shared)
    columns = {"text": text, "title": title, "date": date, "language": language}
    optional = {"date": "published", "language": "lang"}
    cells = {
        role: _column(df, name, optional=optional.get(role) == name)
        for role, name in columns.items()
    }
    rows = zip(*cells.values(), strict=True)
    return frames(_check_all([_row(shared, *row) for row in rows], workers), df.index)


def validate(settings: Settings) -> None:
    """Raise the FactcheckError of a setting that would spoil every document."""
    for code in (settings.language, settings.report_language):
        if code is not None:
            load_lexicon(code)
    for source in settings.sources:
        if isinstance(source, Path):
            read(source)
    tables = load_tables(settings.tables)
    if settings.tables:
        rows_by_file(tables)


def rows_by_file(tables: Tables) -> dict[str, int]:
    """Read every table now, so that a fault in any shows; file name -> number of rows."""
    return {
        "concepts.csv": len(tables.concepts),
        "currencies.csv": len(tables.currencies),
        "events.csv": len(tables.events),
        "figures.csv": len(tables.figures),
        "first_names.csv": len(tables.first_names),
        "groups.csv": len(tables.groups),
        "office_holders.csv": len(tables.offices),
        "units.csv": len(tables.units),
        **({"quotations.csv": len(tables.quotations)} if tables.quotations else {}),
        **{each.description.file or each.description.label: len(each) for each in tables.described},
    }


def _check_all(tasks: Sequence[Task], workers: int) -> Iterator[Report]:
    """The reports in the order of the tasks; none is kept here once it was handed over."""
    if workers < 1:
        raise FactcheckError(f"{workers} workers cannot work; ask for at least one")
    workers = min(workers, len(tasks))
    if workers <= 1:
        yield from map(_report, tasks)
        return
    # Both cost more to import than one article to check.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    size = min(max(1, len(tasks) // (workers * PIECES_A_WORKER)), LARGEST_PIECE)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_report, tasks, chunksize=size)


def _report(task: Task, *, extract_only: bool = False) -> Report:
    path = None if task.path == STDIN else task.path
    try:
        if task.fault is not None:
            raise FactcheckError(task.fault)
        if extract_only:
            return _claims(task, path)
        if task.text is None and path is not None:
            return pipeline.check_path(Path(path), task.settings)
        return pipeline.check(task.text or "", task.settings)
    except FactcheckError as error:
        return unreadable(str(error), _wording(task.settings), task.path)


def _claims(task: Task, path: str | None) -> Report:
    if task.text is None and path is not None:
        article = pipeline.extract_path(Path(path), task.settings)
    else:
        article = pipeline.extract(task.text or "", task.settings)
    code = task.settings.report_language or article.document.language
    return Report(article.document, tuple(article.claims), (), Wording(load_lexicon(code)))


def _task(path: str, settings: Settings) -> Task:
    if path != STDIN:
        return Task(settings, path)
    try:
        return Task(settings, path, text=sys.stdin.buffer.read().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        fault = f"the standard input is not UTF-8 at byte {error.start}; convert it first"
        return Task(settings, path, fault=fault)


def _wording(settings: Settings) -> Wording:
    wanted = (settings.report_language, settings.language, "en")
    return Wording(load_lexicon(next(code for code in wanted if code in known_languages())))


def _column(df: "pd.DataFrame", name: str | None, *, optional: bool) -> list[object]:
    """The cells of a column, None for a missing one; all None where the column may be absent."""
    if name is None or (optional and name not in df.columns):
        return [None] * len(df)
    if name not in df.columns:
        known = ", ".join(map(str, df.columns)) or "none"
        raise FactcheckError(f'there is no column "{name}"; the columns are {known}')
    missing = df[name].isna()
    return [None if gone else cell for gone, cell in zip(missing, df[name], strict=True)]


def _row(shared: Settings, text: object, title: object, day: object, language: object) -> Task:
    settings = replace(
        shared,
        title=None if title is None else str(title),
        language=None if language is None else str(language).strip() or None,
    )
    if not isinstance(text, str) or not text.strip():
        return Task(settings, fault=_wording(settings).label("missing_text"))
    try:
        if settings.language is not None:
            load_lexicon(settings.language)
        return Task(replace(settings, date=_day(day)), text=text)
    except FactcheckError as error:
        return Task(settings, fault=str(error))


def _day(value: object) -> date | None:
    """A cell's day: of a time the day as written, whatever its zone."""
    if value is None or isinstance(value, date):
        return parse_date(value)
    text = str(value).strip()
    if len(text) <= len("2025-03-12"):
        return parse_date(text or None)
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return parse_date(text)
