"""The whole story: text to document, document to claims, claims to findings, findings to report.

Read this file first; each step has a folder or module of its own name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from factcheck import checks, discovery
from factcheck.alignment.sources_read import read_sources
from factcheck.claims import Article
from factcheck.collector import collecting_later
from factcheck.comparison.judge import of_speaker
from factcheck.config import Settings, Source
from factcheck.document import Document
from factcheck.errors import FactcheckError
from factcheck.extract.passages import passages
from factcheck.extract.times.datelines import LETTERS, dateline, printed_days
from factcheck.extraction import extract_claims
from factcheck.languages.detect import detect_language
from factcheck.languages.lexicon import Lexicon, load_lexicon
from factcheck.languages.wording import Wording, grouping
from factcheck.model import Block, Finding, Span
from factcheck.readers import read
from factcheck.readers.text import blocks_of
from factcheck.reference.exchange import load_exchange
from factcheck.reference.rates import WEEK
from factcheck.reference.tables import Tables, load_tables
from factcheck.report.report import Report

FALLBACK_LANGUAGE = "en"
BLOCKS, OPENING = 6, 200
MONTH = timedelta(days=31)
GROUPED = frozenset({"count", "money", "measure"})
HAS_YEAR = re.compile(r"\d{4}|\d\.\d{1,2}\.\d\d")


def check(text: str, settings: Settings) -> Report:
    """Check a text that is already in hand."""
    return _checked(_from_text(text, settings), settings)


def check_path(path: Path, settings: Settings) -> Report:
    """Check a file; FactcheckError if it cannot be read."""
    return _checked(_from_path(path, settings), settings)


def extract(text: str, settings: Settings, *, attribution: bool = True) -> Article:
    """The claims of a text, nothing checked; without `attribution` figures and dates only."""
    return _read(_from_text(text, settings), settings, people=attribution)


def extract_path(path: Path, settings: Settings) -> Article:
    """The claims of a file, nothing checked."""
    return _read(_from_path(path, settings), settings, people=True)


def _checked(document: Document, settings: Settings) -> Report:
    with collecting_later(len(document.text)):
        article = _read(document, settings, people=True)
        findings = tuple(_numbered(_findings(article, settings)))
    used = {claim.id: claim for finding in findings for claim in finding.claims}
    known = {claim.id for claim in article.claims}
    claims = [claim for claim in article.claims if claim.checkable or claim.id in used]
    claims += [claim for claim in used.values() if claim.id not in known]
    claims.sort(key=lambda claim: (claim.span.start, claim.span.end))
    return Report(
        article.document,
        tuple(claims),
        findings,
        article.wording,
        tuple(_notes(article)),
        read_sources(article),
    )


def _read(document: Document, settings: Settings, *, people: bool) -> Article:
    """Extract everything that the checks need, at the article's date."""
    tables = load_tables(settings.tables)
    with collecting_later(len(document.text)):
        article = _article(document, tables, settings.report_language, people=people)
    if not settings.sources:
        return article
    sources = (
        _source(source, _stamp(source), document.language, document.date, tables)
        for source in settings.sources
    )
    return replace(article, sources=tuple(sources))


def _article(
    document: Document, tables: Tables, report_language: str | None, *, people: bool
) -> Article:
    lexicon = load_lexicon(document.language)
    found = extract_claims(document, lexicon, tables, people=people)
    spoken = load_lexicon(report_language) if report_language else lexicon
    printed = (c.span.text for c in found.claims if c.kind in GROUPED) if spoken is lexicon else ()
    return Article(
        document,
        lexicon,
        found.claims,
        found.scenes,
        found.people,
        found.references,
        tables,
        load_exchange(tables),
        Wording(spoken, grouping(printed, lexicon)),
        found.speech,
    )


# Many articles may be written from one source; it is read once.
@lru_cache(maxsize=8)
def _source(
    source: Source, _stamp: tuple[int, int] | None, language: str, day: date | None, tables: Tables
) -> Article:
    """A source as an Article of its own: its language and its date.

    That is its dateline's, else the first day printed in its opening if the article is not much
    later ("Press release of 17 February 2025"), else the article's.
    """
    if isinstance(source, Path):
        document = _from_path(source, Settings(), language)
    else:
        document = _from_text(source, Settings(), language)
    if document.date is None and day is not None:
        head = _openings(document, OPENING)
        opening = (
            printed_days(list(passages(head, load_lexicon(document.language)))) if head else ()
        )
        own = next((each for each in opening if day - MONTH <= each <= day), None)
        document = replace(document, date=own or day, date_from="opening" if own else "article")
    return _article(document, tables, None, people=True)


def _stamp(source: Source) -> tuple[int, int] | None:
    """What changes when a file does; None for a text, and for a file that is not there."""
    if isinstance(source, str) or not source.is_file():
        return None
    stat = source.stat()
    return stat.st_mtime_ns, stat.st_size


def _findings(article: Article, settings: Settings) -> Iterator[Finding]:
    """Run the checks that are on, in the order of their codes."""
    for module in _checks(settings.select, settings.ignore):
        for finding in module.check(article):
            yield of_speaker(finding, article.wording)


@lru_cache(maxsize=16)
def _checks(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[ModuleType, ...]:
    found = sorted(discovery.modules_in(checks), key=lambda module: str(module.CODE))
    return tuple(module for module in found if _selected(module, select, ignore))


def _selected(module: ModuleType, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    """A check of class N runs only when its code is asked for."""
    code: str = module.CODE
    if code.startswith(ignore):
        return False
    return code.startswith(select) if select else bool(module.PRECISION != "N")


def _numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """In the order of the text; equal ids get an ordinal."""
    seen: Counter[str] = Counter()
    for finding in sorted(findings, key=lambda f: (f.spans[0].start, f.code, f.spans[0].end)):
        seen[finding.id] += 1
        ordinal = seen[finding.id]
        yield finding if ordinal == 1 else replace(finding, id=f"{finding.id}-{ordinal}")


def _from_path(path: Path, settings: Settings, language: str = FALLBACK_LANGUAGE) -> Document:
    text, blocks = read(path)
    return _identified(_titled(text, blocks, settings.title, str(path)), settings, language)


def _from_text(text: str, settings: Settings, language: str = FALLBACK_LANGUAGE) -> Document:
    if not text.strip() and not settings.title:
        raise FactcheckError("there is no text; hand over the article")
    return _identified(_titled(text, blocks_of(text), settings.title, None), settings, language)


def _titled(text: str, blocks: tuple[Block, ...], title: str | None, path: str | None) -> Document:
    """A title handed over separately becomes a headline before the text."""
    if not title:
        return Document(text, blocks, path=path)
    head = f"{title}\n\n"
    moved = tuple(
        Block(b.kind, Span(b.span.start + len(head), b.span.end + len(head), b.span.text))
        for b in blocks
        if b.span.end > b.span.start
    )
    headline = Block("headline", Span(0, len(head), head))
    return Document(head + text, (headline, *moved), path=path, text_start=len(head))


def _identified(document: Document, settings: Settings, otherwise: str) -> Document:
    """Language from the option, else from its words; date from the option, else the dateline."""
    detected = None if settings.language else detect_language(document.text)
    language = settings.language or detected or otherwise
    origin = "option" if settings.language else "words" if detected else "unknown"
    day = settings.date
    day_from = "option" if day else "unknown"
    if day is None:
        days = (day for _, day in _datelines(document, load_lexicon(language)) if day is not None)
        day = next(days, None)
        day_from = "dateline" if day else "unknown"
    return replace(document, language=language, language_from=origin, date=day, date_from=day_from)


def _datelines(document: Document, lexicon: Lexicon) -> Iterator[tuple[str, date | None]]:
    """Dates of a dateline, of which only the openings of the first blocks are read."""
    head = _openings(document, LETTERS)
    for written, day in dateline(list(passages(head, lexicon))) if head else ():
        yield written.span.text, day


def _openings(document: Document, letters: int) -> Document | None:
    """The first lines of the first blocks that may print a year among so many letters, as a
    document; None if none does."""
    openings = [
        replace(block, span=document.span(start, min(block.span.end, start + OPENING)))
        for block in document.blocks[:BLOCKS]
        for start in [block.span.start]
        if HAS_YEAR.search(block.span.text.lstrip()[:letters])
    ]
    if not openings:
        return None
    return replace(document, text=document.text[: openings[-1].span.end], blocks=tuple(openings))


def _notes(article: Article) -> Iterator[str]:
    """What the reader of the report should know of the check as a whole."""
    if article.date is None:
        for text, day in _datelines(article.document, article.lexicon):
            if day is None:
                yield article.wording.say("note_bad_dateline", date=text)
        yield article.wording.say("note_no_date")
        return
    last, converted = article.rates.last_day, article.related("conversion")
    money = any(relation.claim("original").kind == "money" for relation in converted)
    if article.date - last > WEEK and money:
        yield article.wording.say("note_rates_end", day=last)
