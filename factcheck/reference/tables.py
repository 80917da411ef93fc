"""The reference tables of one run: ours, and after them those of a house's own folders.

    tables = load_tables([Path("our tables")])
    tables.offices_by_id["FR:defence-minister"]      # rows in the order of their start
    tables.members("NATO", date(2025, 3, 13))        # 32 rows

A table is read and checked when it is first asked for, so that an article costs only what it
needs. Nothing changes afterwards, and several threads may read at once.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from factcheck.errors import FactcheckError
from factcheck.reference import builders, loading, validation
from factcheck.reference.described import DescribedTable
from factcheck.reference.description import Measure
from factcheck.reference.rows import Concept, Currency, Event, Figure, Member, Office, Quoted, Unit
from factcheck.reference.sheet import Cells, read_sheet

Row = TypeVar("Row", Concept, Office, Member, Figure, Event, Currency, Unit)
Signature = tuple[tuple[str, int, int], ...]
SERIES = "series"
QUOTATIONS = "quotations.csv"


@cache
def data_folder() -> Path:
    """The folder of our tables: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / "reference_data"
    return packaged if packaged.is_dir() else package.parent / "reference_data"


class Tables:
    """The rows of all folders. Where two folders have the same key, the later folder's row holds.

    Make it with `load_tables`. A property raises FactcheckError when its table has a fault.
    """

    def __init__(
        self,
        folders: tuple[Path, ...],
        files: tuple[Path, ...] = (),
        given: tuple[DescribedTable, ...] = (),
    ) -> None:
        self.folders = folders
        self.files = files
        self._given = given

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """Words and phrases of every language, in the order of the file."""
        return tuple(row for _, row in self._rows("concepts.csv", builders.concept_row))

    @cached_property
    def concept_ids(self) -> frozenset[str]:
        """Every id that has a name."""
        return frozenset(concept.concept for concept in self.concepts)

    @cached_property
    def concepts_by_id(self) -> Mapping[str, tuple[Concept, ...]]:
        """Id -> its words and phrases, in the order of the file."""
        found: dict[str, list[Concept]] = defaultdict(list)
        for concept in self.concepts:
            found[concept.concept].append(concept)
        return MappingProxyType({key: tuple(rows) for key, rows in found.items()})

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Office holders by office and start."""
        pairs = self._rows("office_holders.csv", builders.office_row)
        validation.check_offices(pairs, self.concept_ids)
        return tuple(
            sorted(
                (row for _, row in pairs),
                key=lambda row: (row.office, row.valid_from.first, row.person),
            )
        )

    @cached_property
    def offices_by_id(self) -> Mapping[str, tuple[Office, ...]]:
        """'FR:defence-minister' -> its rows, sorted by start."""
        found: dict[str, list[Office]] = defaultdict(list)
        for office in self.offices:
            found[office.office].append(office)
        return MappingProxyType({key: tuple(rows) for key, rows in found.items()})

    @cached_property
    def offices_by_title(self) -> Mapping[str, tuple[Office, ...]]:
        """'defence-minister' -> the rows of every body, sorted by body and start."""
        found: dict[str, list[Office]] = defaultdict(list)
        for office in self.offices:
            found[office.office.partition(":")[2]].append(office)
        return MappingProxyType({key: tuple(rows) for key, rows in found.items()})

    @cached_property
    def groups(self) -> tuple[Member, ...]:
        """Memberships by group, start and member."""
        pairs = self._rows("groups.csv", builders.member_row)
        validation.check_members(pairs, self.concept_ids)
        return tuple(
            sorted(
                (row for _, row in pairs),
                key=lambda row: (row.group, row.valid_from.first, row.member),
            )
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Figures in the order of the file."""
        pairs = self._rows("figures.csv", builders.figure_row)
        units = frozenset(self.units) | frozenset(self.currencies)
        validation.check_figures(pairs, self.concept_ids, units)
        return tuple(row for _, row in pairs)

    @cached_property
    def figures_by_concept(self) -> Mapping[str, tuple[Figure, ...]]:
        """Metric -> its figures, in the order of the file."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            found[figure.concept].append(figure)
        return MappingProxyType({key: tuple(rows) for key, rows in found.items()})

    @cached_property
    def described(self) -> tuple[DescribedTable, ...]:
        """The tables that a description makes readable: ours, the house's, those handed over."""
        places = [self.folders[0] / SERIES, *self.folders[1:]]
        found = (loading.described_in(place, self._ids_by_name) for place in places)
        return (*(table for tables in found for table in tables), *self.named)

    @cached_property
    def named(self) -> tuple[DescribedTable, ...]:
        """The described tables that were handed over one by one, not found in a folder."""
        known = self._ids_by_name
        for table in self._given:
            table.known = known
        found = (loading.described_in(file, known) for file in self.files)
        return (*(table for tables in found for table in tables), *self._given)

    @cached_property
    def measures(self) -> Mapping[str, tuple[tuple[DescribedTable, Measure], ...]]:
        """Metric -> the described tables that have it, and how."""
        found: dict[str, list[tuple[DescribedTable, Measure]]] = defaultdict(list)
        for table in self.described:
            for concept, measure in table.measures.items():
                found[concept].append((table, measure))
        return MappingProxyType({key: tuple(pairs) for key, pairs in found.items()})

    @cached_property
    def _ids_by_name(self) -> dict[str, str]:
        """The names of concepts.csv that mean one thing only, in small letters."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.concepts:
            if row.form == "name":
                found[row.term.lower()].add(row.concept)
        known = {row.concept for row in self.concepts}
        names = {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
        return {**names, **{concept.lower(): concept for concept in known if concept.isupper()}}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Events in the order of the file."""
        return tuple(row for _, row in self._rows("events.csv", builders.event_row))

    @cached_property
    def quotations(self) -> tuple[Quoted, ...]:
        """The quotations that a house keeps in its folders, in the order of the files."""
        paths = [folder / QUOTATIONS for folder in self.folders[1:]]
        return tuple(
            builders.quoted_row(cells)
            for path in paths
            if path.is_file()
            for cells in read_sheet(path, builders.QUOTATIONS, shipped=False)
        )

    @cached_property
    def currencies(self) -> dict[str, Currency]:
        """ISO 4217 code -> currency."""
        return {row.code: row for _, row in self._rows("currencies.csv", builders.currency_row)}

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Unit id -> unit."""
        pairs = self._rows("units.csv", builders.unit_row)
        validation.check_units(pairs)
        return {row.unit: row for _, row in pairs}

    @cached_property
    def first_names(self) -> Mapping[str, str]:
        """First name -> "m", "f", or "" where men and women bear it."""
        name = "first_names.csv"
        sheets = [
            read_sheet(folder / name, builders.COLUMNS[name], shipped=position == 0)
            for position, folder in enumerate(self.folders)
            if (folder / name).is_file()
        ]
        rows = [row for sheet in sheets for row in sheet]
        return {row.required("name"): row.choice("gender", {"m", "f", ""}) for row in rows}

    def members(self, group: str, day: date) -> tuple[Member, ...]:
        """The members that are certain to be in the group on that day."""
        return tuple(
            row
            for row in self.groups
            if row.group == group
            and row.valid_from.last <= day
            and (row.valid_to is None or day <= row.valid_to.first)
        )

    def doubtful_members(self, group: str, day: date) -> tuple[Member, ...]:
        """Those that may be in on that day: the table knows their start or end too coarsely."""
        certain = set(self.members(group, day))
        return tuple(
            row
            for row in self.groups
            if row.group == group
            and row not in certain
            and row.valid_from.first <= day
            and (row.valid_to is None or day <= row.valid_to.last)
        )

    def _rows(self, name: str, build: Callable[[Cells], Row]) -> list[tuple[Cells, Row]]:
        columns = builders.COLUMNS[name]
        sheets = []
        for position, folder in enumerate(self.folders):
            if (folder / name).is_file():
                sheet = read_sheet(folder / name, columns, shipped=position == 0)
                sheets.append([(cells, build(cells)) for cells in sheet])
        return validation.merged(sheets)


def load_tables(extra: Sequence[Path | DescribedTable] = ()) -> Tables:
    """Our tables and those of `extra`; the same object until a file changes.

    A house's folder holds files of the same names and columns as ours, as many of them as it
    needs, and tables of its own with a description beside each; other files are left alone.
    `extra` may name one such table, or be one. FactcheckError for a place that is not there.
    """
    given = tuple(place for place in extra if isinstance(place, DescribedTable))
    places = [Path(place) for place in extra if not isinstance(place, DescribedTable)]
    for place in places:
        if not place.exists():
            raise FactcheckError(
                f"there is no folder {place}; name the folder of the CSV files, or one table"
            )
    folders = (data_folder(), *(place for place in places if place.is_dir()))
    files = tuple(place for place in places if not place.is_dir())
    return _loaded(folders, files, given, _signature(folders, files))


def _signature(folders: Sequence[Path], files: Sequence[Path]) -> Signature:
    """The state of the user's files; ours are those of the installed package and do not change."""
    paths = [folder / name for folder in folders[1:] for name in builders.COLUMNS]
    paths += [each for folder in folders[1:] for each in sorted(folder.glob("*.*"))]
    paths += [each for file in files for each in (file, file.with_suffix(".toml"))]
    found = [(path, path.stat()) for path in dict.fromkeys(paths) if path.is_file()]
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)


@lru_cache(maxsize=16)
def _loaded(
    folders: tuple[Path, ...],
    files: tuple[Path, ...],
    given: tuple[DescribedTable, ...],
    _files: Signature,
) -> Tables:
    return Tables(folders, files, given)
