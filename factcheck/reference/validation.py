"""What no single row can show: doubled keys, overlapping times, names that no table knows."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from factcheck.reference.builders import SHARED_OFFICES, office_parts
from factcheck.reference.rows import Concept, Currency, Event, Figure, Member, Office, Unit
from factcheck.reference.sheet import Cells

Row = TypeVar("Row", Concept, Office, Member, Figure, Event, Currency, Unit)
Timed = TypeVar("Timed", Office, Member)
Pair = tuple[Cells, Row]


def merged(sheets: Iterable[Sequence[tuple[Cells, Row]]]) -> list[tuple[Cells, Row]]:
    """The rows of all folders; a later folder's row takes the place of one with the same key.

    So a house corrects or closes a row of ours without touching our file. FactcheckError for
    a key that stands twice in one file.
    """
    everything: dict[str, tuple[Cells, Row]] = {}
    for sheet in sheets:
        own: dict[str, tuple[Cells, Row]] = {}
        for cells, row in sheet:
            if row.row in own:
                first = own[row.row][0].number
                cells.fail(_first_column(cells), f'"{_key(row.row)}" stands in row {first} already')
            own[row.row] = (cells, row)
        everything.update(own)
    return list(everything.values())


def check_offices(pairs: Sequence[tuple[Cells, Office]], known: Collection[str]) -> None:
    """Body and title are known concepts, and an office that one person holds has one holder."""
    for cells, office in pairs:
        for part in office_parts(office.office):
            _check_known(cells, "office", part, known)
    single = [pair for pair in pairs if office_parts(pair[1].office)[1] not in SHARED_OFFICES]
    _check_overlaps(single, lambda office: office.office, lambda office: office.person)


def check_members(pairs: Sequence[tuple[Cells, Member]], known: Collection[str]) -> None:
    """Group and member are known concepts, and nobody is in a group twice at once."""
    for cells, member in pairs:
        _check_known(cells, "group", member.group, known)
        _check_known(cells, "member", member.member, known)
    _check_overlaps(pairs, lambda row: f"{row.group}/{row.member}", lambda row: row.member)


def check_figures(
    pairs: Sequence[tuple[Cells, Figure]], known: Collection[str], units: Collection[str]
) -> None:
    """Our figures name known concepts; a house's may use plain words. Units are known to both."""
    ids = {figure.id for _, figure in pairs}
    for cells, figure in pairs:
        if cells.shipped:
            _check_known(cells, "concept", figure.concept, known)
            _check_known(cells, "entity", figure.entity, known)
        if figure.unit and figure.unit not in units and figure.unit not in known:
            cells.fail(
                "unit",
                f'"{figure.unit}" is neither a currency nor a unit nor a concept; '
                "add it to units.csv, currencies.csv or concepts.csv",
            )
        if figure.supersedes and figure.supersedes not in ids:
            cells.fail("supersedes", f'there is no figure with the id "{figure.supersedes}"')


def check_units(pairs: Sequence[tuple[Cells, Unit]]) -> None:
    """A unit is confused only with units that are in the table."""
    known = {unit.unit for _, unit in pairs}
    for cells, unit in pairs:
        for other in unit.confusable_with:
            if other not in known:
                cells.fail("confusable_with", f'"{other}" is no unit; add it to units.csv')


def _check_known(cells: Cells, column: str, concept: str, known: Collection[str]) -> None:
    if concept not in known:
        cells.fail(column, f'"{concept}" is no concept; add its names to concepts.csv')


def _check_overlaps(
    pairs: Sequence[tuple[Cells, Timed]], place: Callable[[Timed], str], who: Callable[[Timed], str]
) -> None:
    """Only a certain overlap is a fault: dates known to the year are given the benefit."""
    by_place: dict[str, list[tuple[Cells, Timed]]] = defaultdict(list)
    for cells, row in pairs:
        by_place[place(row)].append((cells, row))
    for rows in by_place.values():
        rows.sort(key=lambda pair: (pair[1].valid_from.first, pair[1].valid_from.last))
        longest = rows[0][1]
        for cells, row in rows[1:]:
            end = longest.valid_to
            if end is None:
                cells.fail(
                    "valid_from",
                    f"{who(longest)} has no valid_to in {_key(longest.row)} "
                    f"although {who(row)} begins on {row.valid_from.text}",
                )
            if row.valid_from.last < end.first:
                cells.fail(
                    "valid_from",
                    f'"{row.valid_from.text}" is before the end '
                    f"{end.text} of {who(longest)} ({_key(longest.row)})",
                )
            if row.valid_to is None or row.valid_to.last > end.last:
                longest = row


def _key(address: str) -> str:
    return address.partition(":")[2]


def _first_column(cells: Cells) -> str:
    return next(iter(cells.values))
