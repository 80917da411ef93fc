"""Find every figure and every named office in an article, and check what can be checked.

report = factcheck.check(text, date="2025-03-13")
print(report.render())          # as in the terminal; also to_json(), to_html()
report.findings_frame()         # one row a finding; claims_frame() has one a claim
report.explain(report.claims[0])
"""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import batch, pipeline
from factcheck.config import Paths, Words, make_settings, source_of
from factcheck.errors import FactcheckError
from factcheck.model import Claim
from factcheck.reference.described import DescribedTable
from factcheck.reference.loading import from_frame as table
from factcheck.report.report import Report

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Claim",
    "FactcheckError",
    "Report",
    "check",
    "check_file",
    "check_frame",
    "compare",
    "extract",
    "table",
]

Tables = Paths | DescribedTable | Iterable[str | Path | DescribedTable]


def check(
    text: str,
    title: str | None = None,
    language: str | None = None,
    date: str | dt.date | None = None,
    tables: Tables = None,
    sources: Paths = (),
    select: Words = None,
    ignore: Words = None,
) -> Report:
    """Check an article; `date` is its day as a date, "YYYY-MM-DD" or "today".

    `title` is a headline that is no part of the text; `language` ("de", "en") is else recognised.
    `tables` are folders or files of a house's own reference tables, or what `table` made of a
    DataFrame, one or several; `sources` the documents that it was written from (files, or texts
    themselves); `select` and `ignore` codes or their beginnings. FactcheckError if an option or
    the text cannot be used.
    """
    settings = make_settings(
        language=language, date=date, tables=tables, sources=sources, select=select, ignore=ignore,
        title=title,
    )  # fmt: skip
    batch.validate(settings)
    return pipeline.check(text, settings)


def check_file(
    path: str | Path,
    title: str | None = None,
    language: str | None = None,
    date: str | dt.date | None = None,
    tables: Tables = None,
    sources: Paths = (),
    select: Words = None,
    ignore: Words = None,
) -> Report:
    """Check an article in a file; otherwise as `check`."""
    settings = make_settings(
        language=language, date=date, tables=tables, sources=sources, select=select, ignore=ignore,
        title=title,
    )  # fmt: skip
    batch.validate(settings)
    return pipeline.check_path(Path(path), settings)


def compare(
    article: str | Path,
    sources: Paths,
    language: str | None = None,
    date: str | dt.date | None = None,
    tables: Paths = None,
) -> Report:
    """Compare an article with what it was written from, or one version of it with another.

    `article` and each of `sources` is a file (a Path, or a string that looks like the name of one)
    or the text itself. Only the checks of sources run, FC601 and those after it. FactcheckError
    without a source, and if a file or an option cannot be used.
    """
    settings = make_settings(
        language=language, date=date, tables=tables, sources=sources, select="FC6"
    )
    if not settings.sources:
        raise FactcheckError("there is nothing to compare with; name at least one source")
    batch.validate(settings)
    text = source_of(article)
    return (
        pipeline.check(text, settings)
        if isinstance(text, str)
        else pipeline.check_path(text, settings)
    )


def extract(
    text: str,
    language: str | None = None,
    date: str | dt.date | None = None,
    attribution: bool = True,
) -> list[Claim]:
    """The claims of a text in its order, nothing checked; without `attribution` only figures."""
    settings = make_settings(language=language, date=date)
    batch.validate(settings)
    return list(pipeline.extract(text, settings, attribution=attribution).claims)


def check_frame(
    df: "pd.DataFrame",
    text: str = "body",
    title: str | None = None,
    date: str | None = "published",
    language: str | None = "lang",
    workers: int = 1,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Check the articles of a DataFrame: one frame of claims, one of findings.

    `text`, `title`, `date` and `language` name its columns; a row without text is a finding FC000.
    """
    return batch.check_frame(
        df, text, title, date, language, workers, select=tuple(select), ignore=tuple(ignore)
    )
