"""The records of the reference tables: one frozen class a table, one object a row.

`row` is 'file:key', the address by which a finding names its evidence.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from factcheck.reference.dates import Days


@dataclass(frozen=True, slots=True)
class Concept:
    """One word or phrase of one language for one thing: a country, an office, a group, a metric."""

    concept: str
    language: str
    term: str
    form: str
    row: str


@dataclass(frozen=True, slots=True)
class Office:
    """One person's time in one office; on the day of a change both holders hold it.

    `office` is 'BODY:office'. `valid_to` is the day the holder left, None while the row is open;
    an open row says nothing about the days after `checked_on`.
    """

    office: str
    person: str
    gender: str
    aliases: tuple[str, ...]
    valid_from: Days
    valid_to: Days | None
    acting: bool
    source: str
    url: str
    licence: str
    checked_on: Days
    note: str
    row: str


@dataclass(frozen=True, slots=True)
class Member:
    """One member's time in one group, first and last day included; `valid_to` None: still in."""

    group: str
    member: str
    valid_from: Days
    valid_to: Days | None
    source: str
    url: str
    licence: str
    checked_on: Days
    note: str
    row: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One published value of one metric for one entity, period and vintage.

    `low` and `high` differ where the table gives a range (`a..b`); `hedge` is the id of the word
    that the source printed before it ('over', 'about'), or empty; `as_of` is the day the value
    became known; `supersedes` the id of the figure that it replaced, or empty. Those of described
    tables have more: `spread` is how far other counts of the same thing may lie, as a share of the
    value; `lasts` for how many years the value stands for today; `confirms_only` values contradict
    nobody, because others define the thing otherwise.
    """

    id: str
    concept: str
    entity: str
    qualifiers: tuple[tuple[str, str], ...]
    low: Decimal
    high: Decimal
    value_text: str
    hedge: str
    unit: str
    period: str
    as_of: Days
    definition: str
    supersedes: str
    source: str
    url: str
    licence: str
    checked_on: Days
    note: str
    row: str
    spread: Decimal = Decimal(0)
    lasts: int = 0
    confirms_only: bool = False
    described: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One event and its day, or its first and last day."""

    event: str
    date: Days
    end_date: Days | None
    source: str
    url: str
    licence: str
    checked_on: Days
    note: str
    row: str


@dataclass(frozen=True, slots=True)
class Currency:
    """One ISO 4217 currency; `fixed_euro_rate` is units of it for one euro since `fixed_from`.

    `minor_unit` is how many small coins make one unit (100), None if there are none.
    """

    code: str
    valid_from: Days | None
    valid_to: Days | None
    fixed_euro_rate: Decimal | None
    fixed_from: Days | None
    minor_unit: int | None
    source: str
    url: str
    licence: str
    checked_on: Days
    note: str
    row: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of measure: (value + offset) * factor is the value in its dimension's base unit."""

    unit: str
    dimension: str
    factor: Fraction
    offset: Fraction
    confusable_with: tuple[str, ...]
    source: str
    note: str
    row: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation that the user keeps: the words, who said them, and where they stand."""

    quotation: str
    speaker: str
    source: str
    url: str
    licence: str
    checked_on: Days
    note: str
    row: str
