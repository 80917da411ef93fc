"""What `factcheck tables` does: what is there and how fresh, a new table, faults, newer rates."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from factcheck import batch, pipeline
from factcheck.config import Settings
from factcheck.errors import FactcheckError
from factcheck.languages.lexicon import known_languages, load_lexicon
from factcheck.languages.wording import Wording
from factcheck.reference import builders, ecb, guess, loading
from factcheck.reference.dates import Days, parse_days
from factcheck.reference.described import DescribedTable
from factcheck.reference.folders import user_folder
from factcheck.reference.rates import load_rates
from factcheck.reference.rows import Figure
from factcheck.reference.tables import Tables, load_tables

SHOWN = 3
LETTERS = re.compile(r"[^\W\d_]+")
AS_OF = (
    "as_of is {day}, the day of the file: an earlier article is confirmed, never contradicted; "
    "write the day on which the figures were published"
)
TRIED = 24


@dataclass(frozen=True, slots=True)
class Overview:
    """One table: its rows, the time that they speak of, and when they were last looked at."""

    name: str
    rows: int
    span: str = ""
    checked: str = ""

    def line(self) -> str:
        """The overview as one line of a list."""
        return f"{self.name:<24} {self.rows:>8}  {self.span:<24}  {self.checked}".rstrip() + "\n"


def overviews(tables: Tables) -> Iterator[Overview]:
    """Every table, ours and the house's, in the order of their names."""
    dated: Mapping[str, Sequence[Any]] = {
        "events.csv": tables.events,
        "figures.csv": tables.figures,
        "groups.csv": tables.groups,
        "office_holders.csv": tables.offices,
        "quotations.csv": tables.quotations,
    }
    found = [
        Overview(name, count, _span(dated.get(name, ())), _checked(dated.get(name, ())))
        for name, count in batch.rows_by_file(tables).items()
        if name in builders.COLUMNS or name in dated
    ]
    found += [_described(table) for table in tables.described]
    yield from sorted(found, key=lambda each: each.name)


def shown(tables: Tables, name: str) -> str:
    """The file or files of a table as they are, ours first; of a described one its description."""
    for table in tables.described:
        if name in {table.description.label, table.description.file, _stem(table)}:
            return _described_text(table)
    file = name if name.endswith(".csv") else f"{name}.csv"
    paths = [folder / file for folder in tables.folders if (folder / file).is_file()]
    if not paths or file not in batch.rows_by_file(tables):
        known = ", ".join(each.name for each in overviews(tables))
        raise FactcheckError(f'there is no table "{name}"; choose one of {known}')
    return "".join(path.read_text("utf-8-sig") for path in paths)


def faults(tables: Tables) -> Iterator[str]:
    """What is wrong in the described tables, cell by cell; a fault elsewhere raises."""
    batch.rows_by_file(tables)
    for table in tables.described:
        yield from table.faults()


def guessed(path: Path, given: Mapping[str, Any]) -> dict[str, Any]:
    """The description that a file looks like; FactcheckError if it looks like no table."""
    return loading.guess_of(path, given)[1]


def added(path: Path, about: Mapping[str, Any]) -> list[str]:
    """Write the description beside a table; lines with sample rows and sentences understood."""
    target = path.with_suffix(".toml")
    table = loading.undescribed(path, {}, about)
    try:
        target.write_text(guess.as_toml(about), "utf-8")
    except OSError as error:
        raise FactcheckError(f"{target} cannot be written: {error.strerror or error}") from error
    lines = [str(target), *_rows(table), *_understood(path, load_tables([path]))]
    return [*lines, *([AS_OF.format(day=about["as_of"])] if dated_by_file(path, about) else [])]


def dated_by_file(path: Path, about: Mapping[str, Any]) -> bool:
    """Are the figures as old as their file, because nobody said how old they are?"""
    return bool(about["as_of"] == guess.modified(path))


def update_rates(archive: Path | None = None) -> tuple[date | None, date | None]:
    """Write the newest rates into the user's own folder: the last day before, and now."""
    before = load_rates().newest("EUR")
    ecb.write_rates(user_folder() / "rates", archive)
    return before, load_rates().newest("EUR")


def _described(table: DescribedTable) -> Overview:
    periods = sorted({row.period for row in _figures(table) if row.period})
    span = f"{periods[0]} to {periods[-1]}" if periods else ""
    return Overview(table.description.file or table.description.label, len(table), span,
                    table.description.checked_on.text)  # fmt: skip


def _figures(table: DescribedTable) -> Iterator[Figure]:
    """The figures of a table, of the first thousand entities."""
    for entity in list(table.rows_by_entity)[:1000]:
        for concept in table.measures:
            yield from table.figures(concept, entity)


def _span(rows: Sequence[Any]) -> str:
    starts = sorted(days.first for row in rows for days in [_begins(row)] if days is not None)
    return f"{starts[0].year} to {starts[-1].year}" if starts else ""


def _begins(row: Any) -> Days | None:
    """When what a row tells began; for a figure without a time when it became known."""
    if isinstance(row, Figure):
        return parse_days(row.period.partition("..")[0]) if row.period else row.as_of
    days = getattr(row, "valid_from", None) or getattr(row, "date", None)
    return days if isinstance(days, Days) else None


def _checked(rows: Sequence[Any]) -> str:
    days = sorted((row.checked_on for row in rows), key=lambda each: each.last)
    return f"checked {days[0].text} to {days[-1].text}" if days else ""


def _stem(table: DescribedTable) -> str:
    return (table.description.file or table.description.label).rpartition(".")[0]


def _described_text(table: DescribedTable) -> str:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(zip(*table.columns.values(), strict=True))
    return written.getvalue()


def _rows(table: DescribedTable) -> Iterator[str]:
    """Rows from the first, the middle and the last as they are read: of whom, when, how much."""
    rows = list(_figures(table))
    for row in rows[:: max(1, (len(rows) - 1) // (SHOWN - 1))][:SHOWN]:
        value = row.low.normalize()
        amount = f"{value:f} {row.unit}".strip()
        cells = [cell for _, cell in row.qualifiers]
        parts = (_printed(table, row), *cells, row.period, row.definition, amount)
        yield "  ".join(part for part in parts if part)


def _printed(table: DescribedTable, row: Figure) -> str:
    """The entity of a row as its file writes it."""
    cells = (cell.strip() for cell in _cells(table))
    return next(
        (each for each in cells if table.known.get(each.lower(), each.lower()) == row.entity),
        row.entity,
    )


def _understood(path: Path, tables: Tables) -> Iterator[str]:
    """Sentences about the table that a check of them confirms."""
    table = next(each for each in tables.described if each.description.file == path.name)
    told = 0
    for row, _ in zip(_spread(list(_figures(table))), range(TRIED), strict=False):
        for sentence, language in _sentences(tables, table, row, told):
            settings = Settings(language, _after(row), (path,), select=("FC401",))
            report = pipeline.check(sentence, settings)
            if any(each.verdict == "supported" for each in report.findings):
                yield sentence
                told += 1
                break
        if told == SHOWN:
            return


def _spread(rows: Sequence[Figure]) -> Iterable[Figure]:
    """Rows from all over the table: the last first, then from end to end."""
    step = max(1, len(rows) // TRIED)
    return reversed(rows[::step])


def _sentences(
    tables: Tables, table: DescribedTable, row: Figure, turn: int
) -> Iterator[tuple[str, str]]:
    """Sentences that tell a row, in the table's language; where that is not sure, in turns."""
    measure = table.measures[row.concept]
    cells = [cell for _, cell in row.qualifiers]
    for code in _languages(tables, table, turn):
        wording = Wording(load_lexicon(code))
        key = "sample_count" if measure.nouns else "sample_level"
        noun = " ".join((*cells, measure.nouns[0] if measure.nouns else measure.words[0]))
        amount = wording.number(row.low) if measure.nouns else wording.amount(row.low, row.unit)
        entity = _printed(table, row)
        when = _when(wording, row.period)
        sentence = wording.label(key, entity=entity, when=when, amount=amount, noun=noun)
        yield " ".join(sentence.split()).replace(" .", ".").replace(" :", ":"), code


def _languages(tables: Tables, table: DescribedTable, turn: int) -> list[str]:
    """The languages, first the one that most words of the table's headings are of."""
    words = " ".join((*table.columns, *(cells[0] for cells in table.columns.values() if cells)))
    said = set(LETTERS.findall(words.lower()))
    hits = dict.fromkeys(sorted(known_languages()), 0)
    for code in hits:
        lexicon = load_lexicon(code)
        hits[code] = len(said & {*lexicon.stop_words, *lexicon.data["numbers"]["scales"]})
    for term in tables.concepts:
        hits[term.language] = hits.get(term.language, 0) + (term.term.lower() in said)
    codes = sorted(hits, key=lambda code: -hits[code])
    first = turn % len(codes) if len(set(hits.values())) == 1 else 0
    return codes[first:] + codes[:first]


def _when(wording: Wording, period: str) -> str:
    """The time of a row in a sentence; "" for none, and for one that has no name."""
    names = wording.lexicon.data["report"]["sample_when"]
    kind = {4: "year", 7: "season" if "/" in period else "month", 10: "day"}.get(len(period), "")
    known = kind and "Q" not in period
    return str(names[kind]).format(period=wording.when(period)) if known else ""


def _cells(table: DescribedTable) -> Sequence[str]:
    about = table.description
    return table.columns[about.entity] if about.entity else [about.of]


def _after(row: Figure) -> date:
    """A day on which the row was known."""
    return row.as_of.last + timedelta(days=1)
