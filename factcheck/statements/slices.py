"""Slices of a table: the cells of one column and some rows, and the pandas text that takes them.

A row that is the total of the others ("Total", "Insgesamt") is in no slice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from factcheck.languages.lexicon import known_languages, load_lexicon
from factcheck.reference.cells import period_text, value_of
from factcheck.reference.dates import parse_days
from factcheck.reference.described import DescribedTable
from factcheck.reference.description import Measure

LEAST_PARTS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One value with whose it is, when, and half of the place that it is rounded to (0: exact)."""

    row: int
    entity: str
    period: str
    value: Fraction
    half: Fraction


@dataclass(frozen=True)
class Slice:
    """Cells of one measure; None selects everybody, or every period.

    `groups` are (column, cell) pairs that a row must have.
    """

    table: DescribedTable
    measure: Measure
    entities: tuple[str, ...] | None = None
    periods: tuple[str, ...] | None = None
    groups: tuple[tuple[str, str], ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells that are numbers, in the order of the rows."""
        return tuple(cell for cell in cells_of(self.table, self.measure) if self._has(cell))

    @property
    def code(self) -> str:
        """The pandas expression of these cells."""
        columns = [name for name, fixed in self.measure.columns if not fixed or self._timely(fixed)]
        tests = list(self._tests())
        shown = repr(columns[0]) if len(columns) == 1 else repr(columns)
        taken = f"df.loc[{' & '.join(tests)}, {shown}]" if tests else f"df[{shown}]"
        return taken if len(columns) == 1 else f"{taken}.stack()"

    def _has(self, cell: Cell) -> bool:
        if self.entities is not None and cell.entity not in self.entities:
            return False
        if self.entities is None and cell.entity in totals_of(self.table, self.measure):
            return False
        columns = self.table.columns
        return self._timely(cell.period) and all(
            columns[name][cell.row] == value for name, value in self.groups
        )

    def _timely(self, period: str) -> bool:
        return self.periods is None or period in self.periods

    def _tests(self) -> Iterator[str]:
        about, columns = self.table.description, self.table.columns
        if about.entity:
            if self.entities is not None:
                yield _one_of(about.entity, self._printed(self.entities))
            elif totals := totals_of(self.table, self.measure):
                yield from (f"(df[{about.entity!r}] != {n!r})" for n in self._printed(totals))
        if about.period and self.periods is not None:
            cells = columns[about.period]
            chosen = list(dict.fromkeys(c for c in cells if period_text(c) in self.periods))
            plain = all(cell.isdecimal() for cell in cells)
            yield _one_of(about.period, [int(c) if plain else c for c in chosen])
        yield from (f"(df[{name!r}] == {value!r})" for name, value in self.groups)

    def _printed(self, entities: Sequence[str]) -> list[str]:
        """The cells that stand for these entities, as they are printed."""
        cells = self.table.columns[self.table.description.entity]
        rows = [at for name in entities for at in self.table.rows_by_entity.get(name, ())]
        return list(dict.fromkeys(cells[at] for at in sorted(rows)))


def _one_of(column: str, values: Sequence[object]) -> str:
    if len(values) == 1:
        return f"(df[{column!r}] == {values[0]!r})"
    return f"df[{column!r}].isin({list(values)!r})"


@lru_cache(maxsize=32)
def cells_of(table: DescribedTable, measure: Measure) -> tuple[Cell, ...]:
    """Every number of a measure, in the order of the rows; what cannot be read is left out."""
    about = table.description
    owner = {row: name for name, rows in table.rows_by_entity.items() for row in rows}
    found = []
    for row in range(len(table)):
        for column, fixed in measure.columns:
            try:
                value = value_of(table.columns[column][row], about.decimal)
                when = fixed or (table.columns[about.period][row] if about.period else "")
                period = period_text(when)
            except ValueError:
                continue
            if value is not None and row in owner:
                half = _half(value) * Fraction(measure.scale)
                exact = Fraction(value) * Fraction(measure.scale)
                found.append(Cell(row, owner[row], period, exact, half))
    return tuple(found)


def _half(value: Decimal) -> Fraction:
    exponent = value.as_tuple().exponent
    finer = isinstance(exponent, int) and exponent < 0
    return Fraction(Decimal(1).scaleb(int(exponent))) / 2 if finer else Fraction(0)


@lru_cache(maxsize=32)
def totals_of(table: DescribedTable, measure: Measure) -> tuple[str, ...]:
    """The entities that are the total or mean of the others: by their name, or by the sum."""
    words = {
        word
        for code in known_languages()
        for word in load_lexicon(code).data["statements"]["totals"]
    }
    named = [name for name in table.rows_by_entity if name.lower() in words]
    rest: dict[str, Fraction] = {}
    for cell in cells_of(table, measure):
        if cell.entity not in named:
            rest[cell.entity] = rest.get(cell.entity, Fraction(0)) + cell.value
    if len(rest) <= LEAST_PARTS:
        return tuple(named)
    whole = sum(rest.values(), Fraction(0))
    # Only the first or the last row: elsewhere a sum that fits is chance.
    ends = {next(iter(rest)), next(reversed(rest))}
    summed = [name for name, value in rest.items() if name in ends and value and 2 * value == whole]
    return (*named, *summed)


def periods_of(table: DescribedTable, measure: Measure) -> tuple[str, ...]:
    """The periods that a measure has values of, oldest first; () where none are told."""
    told = {cell.period for cell in cells_of(table, measure) if cell.period}
    return tuple(sorted(told, key=lambda text: parse_days(text).first))
