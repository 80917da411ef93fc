"""A described table: any rows and columns, read once, indexed by entity, looked up as figures.

    table = DescribedTable(description, {"Gemeinde": [...], "Jahr": [...], "Einwohner": [...]})
    table.figures("gemeinden#Einwohner", "köln")     # the rows of Köln as Figure records

Cells stay the strings that they were; a row becomes a record when somebody asks for its entity.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from rapidfuzz.distance import OSA

from factcheck.errors import FactcheckError
from factcheck.languages.tokens import Tokens, phrase_key
from factcheck.reference.cells import period_text, value_of
from factcheck.reference.dates import Days, parse_days
from factcheck.reference.description import Description, Measure
from factcheck.reference.rows import Figure

Key = tuple[str, ...]
# A slip in a shorter name may make another name.
SHORTEST_TYPED = 6


class DescribedTable:
    """One table with its description; `columns` are lists of equal length, cells as text.

    `known` maps the lower-case names of concepts.csv to their ids: a cell that is one of them
    stands for the concept and is found by all its names, another by its own words alone.
    """

    def __init__(
        self,
        description: Description,
        columns: Mapping[str, Sequence[str]],
        known: Mapping[str, str] | None = None,
    ) -> None:
        self.description = description
        self.columns = columns
        self.known = known or {}
        wanted = [description.entity, description.period, *description.qualifiers]
        wanted += [name for each in description.measures for name, _ in each.columns]
        for name in filter(None, wanted):
            if name not in columns:
                raise FactcheckError(
                    f"{description.label}: there is no column {name}; "
                    f"the columns are {', '.join(columns)}"
                )
        self.measures = {each.concept: each for each in description.measures}
        self._made: dict[tuple[str, str], tuple[Figure, ...]] = {}

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    @cached_property
    def rows_by_entity(self) -> Mapping[str, Sequence[int]]:
        """Entity id -> the positions of its rows."""
        if not self.description.entity:
            return {self._id(self.description.of): range(len(self))}
        cells = self.columns[self.description.entity]
        found: dict[str, list[int]] = {}
        for at, cell in enumerate(cells):
            rows = found.get(cell)
            if rows is None:
                found[cell] = [at]
            else:
                rows.append(at)
        joined: dict[str, list[int]] = {}
        for cell, rows in found.items():
            if cell.strip():
                joined.setdefault(self._id(cell), []).extend(rows)
        return joined

    @cached_property
    def _names(self) -> tuple[Mapping[Key, str], Mapping[str, tuple[int, ...]]]:
        """The names of the entities, whose they are; and for each first word how long they may be,
        the longest first."""
        names: dict[Key, str] = {}
        sizes: dict[str, set[int]] = {}
        for entity in self.rows_by_entity:
            if entity in self._ids:
                continue  # found by its names: the id of India begins many a sentence
            key = phrase_key(entity)
            if any(word.isalpha() for word in key):
                names[key] = entity
                sizes.setdefault(key[0], set()).add(len(key))
        return names, {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}

    def entity_at(self, tokens: Tokens, index: int, endings: Sequence[str]) -> tuple[int, str]:
        """The longest name of an entity that begins at a token: (number of tokens, id); (0, "").

        Its last word may carry one of `endings`, and a name is never read from small letters.
        """
        if not (tokens.words[index][0].isupper() or tokens.words[index][0].isdigit()):
            return 0, ""
        lowers, (names, sizes) = tokens.lowers, self._names
        for size in sizes.get(lowers[index], ()):
            said = tuple(lowers[index : index + size])
            for last in _stems(said[-1], endings):
                entity = names.get((*said[:-1], last))
                if entity is not None and len(said) == size:
                    return size, entity
        for stem in _stems(lowers[index], endings):
            entity = names.get((stem,))
            if entity is not None:
                return 1, entity
        return 0, ""

    def nearly_at(self, word: str) -> str:
        """The one entity whose name is this word but for a slip of the hand, "" if there is none.

        A letter too many, too few, other or with its neighbour in the wrong order, never the first.
        """
        if len(word) < SHORTEST_TYPED:
            return ""
        lower = word.lower()
        near = [
            name
            for size in (len(word) - 1, len(word), len(word) + 1)
            for name in self._by_start.get((lower[0], size), ())
            if OSA.distance(lower, name, score_cutoff=1) == 1
        ]
        return self._names[0][(near[0],)] if len(near) == 1 else ""

    @cached_property
    def _by_start(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """The names of one word, by first letter and length."""
        found: dict[tuple[str, int], list[str]] = {}
        for key in self._names[0]:
            if len(key) == 1 and len(key[0]) >= SHORTEST_TYPED:
                found.setdefault((key[0][0], len(key[0])), []).append(key[0])
        return found

    @cached_property
    def qualifier_cells(self) -> Mapping[str, Sequence[str]]:
        """Column -> its different cells, of each column that divides the rows of an entity."""
        return {
            name: tuple(dict.fromkeys(cell.strip() for cell in self.columns[name] if cell.strip()))
            for name in self.description.qualifiers
        }

    def figures(self, concept: str, entity: str) -> tuple[Figure, ...]:
        """The values of a metric for an entity, oldest period first; () for an unknown one."""
        if (concept, entity) not in self._made:
            measure = self.measures.get(concept)
            rows = self.rows_by_entity.get(entity, ())
            made = [row for at in rows for row in self._row(measure, entity, at)] if measure else []
            self._made[concept, entity] = tuple(
                sorted(made, key=lambda row: (row.period, row.as_of.first))
            )
        return self._made[concept, entity]

    def faults(self) -> Iterator[str]:
        """What is wrong with a cell, as "file, row, field: fault"; row 1 is the header."""
        places: dict[tuple[str, str, str], int] = {}
        for at in range(len(self)):
            for measure in self.measures.values():
                for column, fixed in measure.columns:
                    yield from self._faults_of(at, column, fixed, places)

    def _faults_of(
        self, at: int, column: str, fixed: str, places: dict[tuple[str, str, str], int]
    ) -> Iterator[str]:
        about = self.description
        where = f"{about.file or about.label}, row {at + 1 + about.header}"
        cell = self.columns[column][at]
        try:
            value = value_of(cell, about.decimal)
        except ValueError as error:
            yield f"{where}, {column}: {error}"
            return
        period = fixed or self._cell(about.period, at)
        try:
            told = period_text(period)
        except ValueError as error:
            yield f"{where}, {about.period or column}: {error}"
            return
        entity = self._cell(about.entity, at) or about.of
        edition = self._cell("as_of", at) if "as_of" in self.columns else ""
        names = [entity, *(self._cell(name, at) for name in about.qualifiers), told]
        key = (column, f"{'/'.join(names).strip().lower()}/{edition}", told)
        if value is not None and places.setdefault(key, at) != at:
            row, named = places[key] + 1 + about.header, " ".join(filter(None, names))
            yield f"{where}, {column}: {named} stands in row {row} already"

    def _row(self, measure: Measure, entity: str, at: int) -> Iterator[Figure]:
        about = self.description

        def own(name: str) -> str:
            return self._cell(name, at) if name in self.columns else ""

        for column, fixed in measure.columns:
            try:
                value = value_of(self.columns[column][at], about.decimal)
                period = period_text(fixed or self._cell(about.period, at))
            except ValueError:
                continue  # `tables validate` tells it
            if value is None:
                continue
            exact = value * measure.scale
            named = tuple((name, self._cell(name, at).strip()) for name in about.qualifiers)
            told = "/".join((entity, *(cell for _, cell in named), period or column))
            place = f"{about.file or about.label}:{told}"
            yield Figure(
                place,
                measure.concept,
                entity,
                named,
                exact,
                exact,
                str(exact),
                "",
                measure.unit,
                period,
                self._known(period, at),
                own("definition") or measure.definition or measure.words[0],
                "",
                own("source") or about.source,
                own("url") or about.url,
                own("licence") or about.licence,
                parse_days(own("checked_on")) if own("checked_on") else about.checked_on,
                own("note") or about.note,
                place,
                measure.spread,
                measure.lasts,
                measure.confirms_only,
                described=True,
            )

    def _known(self, period: str, at: int) -> Days:
        """When a value became known: with its row, with the table, or some years after."""
        after, newest = self.description.known_after, self.description.as_of
        if "as_of" in self.columns and self._cell("as_of", at):
            newest = parse_days(self._cell("as_of", at))
        if after is None or not period:
            return newest
        early = parse_days(f"{parse_days(period).last.year + after}-{self.description.known_day}")
        return min(early, newest, key=lambda days: days.first)

    def _cell(self, column: str, at: int) -> str:
        return self.columns[column][at] if column else ""

    def _id(self, cell: str) -> str:
        name = cell.strip()
        return name if name in self._ids else self.known.get(name.lower(), name.lower())

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(self.known.values())


def _stems(word: str, endings: Sequence[str]) -> Iterator[str]:
    """The word, and what is left of it without an ending of the genitive."""
    yield word
    for ending in endings:
        if ending and word.endswith(ending) and len(word) > len(ending) + 2:
            yield word[: -len(ending)]
