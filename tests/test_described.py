"""Tables with a description beside them: cells, descriptions, look-ups, and what is refused."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.languages.lexicon import load_lexicon
from factcheck.languages.tokens import tokenise
from factcheck.reference.cells import period_text, value_of
from factcheck.reference.described import DescribedTable
from factcheck.reference.description import make_description, read_description
from factcheck.reference.tables import load_tables

ABOUT: dict[str, Any] = {
    "entity": "town",
    "period": "year",
    "source": "Statistical Office",
    "as_of": "2025-06-30",
    "figure": [{"column": "people", "words": ["inhabitants"]}],
}
COLUMNS = {
    "town": ["Neustadt", "Neustadt", "Neustadt an der Weinstraße", "Essen", ""],
    "year": ["2023", "2024", "2024", "2024", "2024"],
    "people": ["1,200", "1,250", "53,500", "-", "7"],
}


def table(**changes: Any) -> DescribedTable:
    return DescribedTable(make_description({**ABOUT, **changes}, "towns.toml"), COLUMNS)


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("1.234,5", ",", "1234.5"),
        ("1,234.5", ".", "1234.5"),
        ("1 234", ",", "1234"),
        ("1\u202f234", ",", "1234"),
        ("12'500.25", ".", "12500.25"),
        ("−3,1", ",", "-3.1"),
        ("+0.2", ".", "0.2"),
        ("3,1 %", ",", "3.1"),
        ("1e6", ".", "1000000"),
    ],
)
def test_numbers_in_cells(cell: str, decimal: str, value: str) -> None:
    assert value_of(cell, decimal) == Decimal(value)


@pytest.mark.parametrize("cell", ["", "-", "…", "n/a", " x "])
def test_cells_where_nothing_was_counted(cell: str) -> None:
    assert value_of(cell, ".") is None


@pytest.mark.parametrize("cell", ["12 Mio", "1.2.3.", "about 5", "--3"])
def test_what_is_no_number_is_told(cell: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        value_of(cell, ".")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.sampled_from(".,"))
def test_a_number_printed_in_groups_is_read_back(value: Decimal, decimal: str) -> None:
    printed = f"{value:,f}"
    if decimal == ",":
        printed = printed.translate(str.maketrans(",.", ".,"))
    assert value_of(printed, decimal) == value


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2024", "2024"),
        ("2024.0", "2024"),
        ("2024-03", "2024-03"),
        ("1.3.2024", "2024-03-01"),
        ("2024-03-01 00:00:00", "2024-03-01"),
        ("2023/24", "2023/24"),
        ("2023-24", "2023/24"),
        ("2023-2024", "2023/24"),
        ("2011-12", "2011-12"),
        ("Q1 2024", "2024-Q1"),
        ("2024-q3", "2024-Q3"),
        ("3/2024", "2024-03"),
        (" ", ""),
    ],
)
def test_periods_in_cells(cell: str, period: str) -> None:
    assert period_text(cell) == period


@pytest.mark.parametrize("cell", ["Q5 2024", "spring", "31.2.2024", "13/2024", "2023/25"])
def test_what_is_no_period_is_told(cell: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        period_text(cell)


def test_the_rows_of_an_entity_become_figures_in_order() -> None:
    found = table().figures("towns#people", "neustadt")
    assert [(row.period, row.low) for row in found] == [
        ("2023", Decimal(1200)),
        ("2024", Decimal(1250)),
    ]
    assert found[0].source == "Statistical Office"
    assert found[0].row == "towns.toml:neustadt/2023"
    assert table().figures("towns#people", "essen") == ()
    assert table().figures("towns#people", "nowhere") == ()


def test_one_column_a_period_and_a_scale() -> None:
    wide = DescribedTable(
        make_description(
            {
                **{key: value for key, value in ABOUT.items() if key != "period"},
                "figure": [{"periods": ["2023", "2024"], "words": ["budget"], "scale": 1000000}],
            },
            "budget.toml",
        ),
        {"town": ["Essen"], "2023": ["1.5"], "2024": ["2"]},
    )
    found = wide.figures("budget#budget", "essen")
    assert [(row.period, row.low) for row in found] == [
        ("2023", Decimal(1500000)),
        ("2024", Decimal(2000000)),
    ]


def test_a_column_of_its_own_tells_the_source_of_a_row() -> None:
    columns = {**COLUMNS, "source": ["A", "B", "", "", ""], "as_of": ["2024-02", "", "", "", ""]}
    first, second = DescribedTable(make_description(ABOUT, "t.toml"), columns).figures(
        "t#people", "neustadt"
    )
    assert (first.source, first.as_of.text) == ("A", "2024-02")
    assert (second.source, second.as_of.text) == ("B", "2025-06-30")


def test_later_editions_stand_for_earlier_ones() -> None:
    old, new = table(known_after=1).figures("towns#people", "neustadt")
    assert old.as_of.text == "2024-12-31"
    assert new.as_of.text == "2025-06-30"


@pytest.mark.parametrize(
    ("text", "index", "found"),
    [
        ("Neustadt wächst.", 0, (1, "neustadt")),
        ("Neustadts Rat", 0, (1, "neustadt")),
        ("Neustadt an der Weinstraße wächst.", 0, (4, "neustadt an der weinstraße")),
        ("neustadt", 0, (0, "")),
        ("Neustadter", 0, (0, "")),
        ("Das Essen", 1, (1, "essen")),
    ],
)
def test_entities_are_found_by_their_own_names(
    text: str, index: int, found: tuple[int, str]
) -> None:
    endings = load_lexicon("de").data["endings"]["genitive"]
    assert table().entity_at(tokenise(text), index, endings) == found


def test_a_cell_that_concepts_know_stands_for_the_concept() -> None:
    columns = {**COLUMNS, "town": ["Germany", "DE", "Deutschland", "Bonn", ""]}
    known = DescribedTable(
        make_description(ABOUT, "t.toml"), columns, {"germany": "DE", "deutschland": "DE"}
    )
    assert sorted(known.rows_by_entity) == ["DE", "bonn"]
    assert len(known.rows_by_entity["DE"]) == 3


def test_faults_are_told_with_file_row_and_field() -> None:
    columns = {
        "town": ["Essen", "Essen", "Bonn"],
        "year": ["2024", "2024", "soon"],
        "people": ["5", "6", "many"],
    }
    faults = list(DescribedTable(make_description(ABOUT, "t.toml"), columns).faults())
    assert faults == [
        "t.toml, row 3, people: Essen 2024 stands in row 2 already",
        't.toml, row 4, people: "many" is not a number; write digits, or nothing',
    ]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"entity": ""}, "entity names the column"),
        ({"of": "Bonn"}, "entity names the column"),
        ({"source": ""}, "source is missing"),
        ({"as_of": "yesterday"}, '"yesterday" is not a date'),
        ({"figure": []}, "figure is missing"),
        ({"figure": [{"column": "people"}]}, "words are missing"),
        ({"figure": [{"words": ["people"]}]}, "column names the column"),
        ({"figure": [{"column": "people", "words": [1]}]}, "words must be a list of texts"),
        ({"figure": [{"column": "people", "words": ["a"], "scale": "x"}]}, "must be a number"),
        ({"colour": "red"}, '"colour" is not known'),
        ({"entity": "city"}, "there is no column city"),
    ],
)
def test_a_faulty_description_is_refused_in_one_sentence(
    changes: dict[str, Any], fault: str
) -> None:
    with pytest.raises(FactcheckError, match=fault):
        table(**changes)


def test_a_description_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    path.write_text("figure = [", "utf-8")
    with pytest.raises(FactcheckError, match="cannot be read as TOML"):
        read_description(path)


def test_our_own_described_tables_have_no_faults() -> None:
    tables = load_tables()
    assert [fault for each in tables.described for fault in each.faults()] == []
    ids = tables.concept_ids
    # Words, as the names of the special funds, stand for themselves.
    codes = [e for t in tables.described for e in t.rows_by_entity if e.isupper()]
    unknown = [e for e in codes if e not in ids]
    assert unknown == []


def test_output_over_inhabitants_is_plausible() -> None:
    """From the poorest to the richest country of any year: 100 to 200,000 dollars a head."""
    by_stem = {each.description.file: each for each in load_tables().described}
    people, output = by_stem["population.csv"], by_stem["gdp.csv"]
    checked = 0
    for entity in output.rows_by_entity:
        counted = {row.period: row.low for row in people.figures("population", entity)}
        for row in output.figures("gdp", entity):
            assert 100 < row.low / counted[row.period] < 200_000, (entity, row.period)
            checked += 1
    assert checked > 1500


def test_no_country_grows_or_shrinks_by_a_quarter_within_a_year() -> None:
    """The Gulf states grew fastest, by 20 per cent; Syria lost less than that in a year of war."""
    people = next(e for e in load_tables().described if e.description.file == "population.csv")
    for entity in people.rows_by_entity:
        rows = people.figures("population", entity)
        for before, after in pairwise(rows):
            assert Decimal("0.75") < after.low / before.low < Decimal("1.25"), after.row
