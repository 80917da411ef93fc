"""Make the record of one table from the cells of one row, and say which columns the table has."""

import re
from decimal import Decimal
from typing import Final

from factcheck.reference.dates import Days
from factcheck.reference.rows import Concept, Currency, Event, Figure, Member, Office, Quoted, Unit
from factcheck.reference.sheet import Cells

_ORIGIN: Final = ("source", "url", "licence", "checked_on", "note")
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "concepts.csv": ("concept", "language", "term", "form"),
    "office_holders.csv": (
        "office",
        "person",
        "gender",
        "aliases",
        "valid_from",
        "valid_to",
        "acting",
        *_ORIGIN,
    ),
    "groups.csv": ("group", "member", "valid_from", "valid_to", *_ORIGIN),
    "figures.csv": (
        "id",
        "concept",
        "entity",
        "qualifiers",
        "value",
        "hedge",
        "unit",
        "period",
        "as_of",
        "definition",
        "supersedes",
        *_ORIGIN,
    ),
    "events.csv": ("event", "date", "end_date", *_ORIGIN),
    "currencies.csv": (
        "code",
        "valid_from",
        "valid_to",
        "fixed_euro_rate",
        "fixed_from",
        "minor_unit",
        *_ORIGIN,
    ),
    "first_names.csv": ("name", "gender", "source"),
    "units.csv": ("unit", "dimension", "factor", "offset", "confusable_with", "source", "note"),
}
# Only a house keeps these; we ship none.
QUOTATIONS: Final = ("quotation", "speaker", *_ORIGIN)
FORMS: Final = frozenset(
    {
        "name",
        "adjective",
        "genitive",
        "demonym",
        "own-name",
        "masculine",
        "feminine",
        "plural",
        "capital",
        "exclude",
        "exclude-near",
        "event",
        "event-words",
        "label",
        "label-feminine",
    }
)
HEDGES: Final = frozenset(
    {"", "about", "just under", "just over", "over", "at least", "at most", "under"}
)
# Several people hold one of these at once, so their rows may overlap.
SHARED_OFFICES: Final = frozenset(
    {"vice-president", "deputy-head-of-government", "deputy-secretary-general"}
)


def office_parts(office: str) -> tuple[str, str]:
    """'FR:defence-minister' as body and office; the office is empty where there is no colon."""
    body, _, title = office.partition(":")
    return body, title


def concept_row(cells: Cells) -> Concept:
    """One row of concepts.csv."""
    concept, term = cells.required("concept"), cells.required("term")
    language, form = cells.required("language"), cells.choice("form", FORMS)
    if not re.fullmatch("[a-z]{2}", language):
        cells.fail("language", f'"{language}" is not a language; write two letters, such as de')
    return Concept(
        concept, language, term, form, f"{cells.file}:{concept}/{language}/{term}/{form}"
    )


def office_row(cells: Cells) -> Office:
    """One row of office_holders.csv."""
    office, person = cells.required("office"), cells.required("person")
    if not all(office_parts(office)):
        cells.fail("office", f'"{office}" is not an office; write BODY:office, as in FR:president')
    start, end = _interval(cells)
    key = f"{office}/{start.text}"
    if office_parts(office)[1] in SHARED_OFFICES:
        key += f"/{person}"
    return Office(
        office,
        person,
        cells.choice("gender", {"m", "f", ""}),
        cells.many("aliases"),
        start,
        end,
        cells.choice("acting", {"yes", ""}) == "yes",
        *_origin(cells),
        f"{cells.file}:{key}",
    )


def member_row(cells: Cells) -> Member:
    """One row of groups.csv."""
    group, member = cells.required("group"), cells.required("member")
    start, end = _interval(cells)
    return Member(
        group, member, start, end, *_origin(cells), f"{cells.file}:{group}/{member}/{start.text}"
    )


def figure_row(cells: Cells) -> Figure:
    """One row of figures.csv."""
    name, printed = cells.required("id"), cells.required("value")
    low, high = _range(cells, printed)
    return Figure(
        name,
        cells.required("concept"),
        cells.required("entity"),
        _qualifiers(cells),
        low,
        high,
        printed,
        cells.choice("hedge", HEDGES),
        cells.text("unit"),
        cells.text("period"),
        cells.days("as_of"),
        cells.text("definition"),
        cells.text("supersedes"),
        *_origin(cells),
        f"{cells.file}:{name}",
    )


def event_row(cells: Cells) -> Event:
    """One row of events.csv."""
    event, start, end = cells.required("event"), cells.days("date"), cells.days_or_none("end_date")
    if end is not None and end.last < start.first:
        cells.fail("end_date", f'"{end.text}" is before the date {start.text}')
    return Event(event, start, end, *_origin(cells), f"{cells.file}:{event}")


def currency_row(cells: Cells) -> Currency:
    """One row of currencies.csv."""
    code = cells.required("code")
    if not re.fullmatch("[A-Z]{3}", code):
        cells.fail("code", f'"{code}" is not an ISO 4217 code; write three capital letters')
    start, end = cells.days_or_none("valid_from"), cells.days_or_none("valid_to")
    rate = cells.decimal("fixed_euro_rate") if cells.text("fixed_euro_rate") else None
    since = cells.days_or_none("fixed_from")
    if (rate is None) != (since is None):
        cells.fail("fixed_from", "goes with fixed_euro_rate; fill in both or neither")
    minor = cells.decimal("minor_unit") if cells.text("minor_unit") else None
    return Currency(
        code,
        start,
        end,
        rate,
        since,
        None if minor is None else int(minor),
        *_origin(cells),
        f"{cells.file}:{code}",
    )


def unit_row(cells: Cells) -> Unit:
    """One row of units.csv."""
    unit, factor = cells.required("unit"), cells.fraction("factor")
    if not factor:
        cells.fail("factor", "is nought or empty; write how many base units one unit is")
    return Unit(
        unit,
        cells.required("dimension"),
        factor,
        cells.fraction("offset"),
        cells.many("confusable_with"),
        cells.required("source"),
        cells.text("note"),
        f"{cells.file}:{unit}",
    )


def quoted_row(cells: Cells) -> Quoted:
    """One row of quotations.csv."""
    text = cells.required("quotation")
    address = f"{cells.file}:{cells.number}"
    return Quoted(text, cells.text("speaker"), *_origin(cells), address)


def _origin(cells: Cells) -> tuple[str, str, str, Days, str]:
    return (
        cells.required("source"),
        cells.text("url"),
        cells.text("licence"),
        cells.days("checked_on"),
        cells.text("note"),
    )


def _interval(cells: Cells) -> tuple[Days, Days | None]:
    start, end = cells.days("valid_from"), cells.days_or_none("valid_to")
    if end is not None and end.last < start.first:
        cells.fail("valid_to", f'"{end.text}" is before valid_from {start.text}')
    return start, end


def _range(cells: Cells, printed: str) -> tuple[Decimal, Decimal]:
    low, dots, high = printed.partition("..")
    first = cells.number_in("value", low)
    last = cells.number_in("value", high) if dots else first
    if last < first:
        cells.fail("value", f'"{printed}" goes downwards; write the smaller number first')
    return first, last


def _qualifiers(cells: Cells) -> tuple[tuple[str, str], ...]:
    pairs = [part.partition("=") for part in cells.many("qualifiers")]
    for name, sign, value in pairs:
        if not (name and sign and value):
            cells.fail("qualifiers", f'"{name}{sign}{value}" is not name=value')
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)
