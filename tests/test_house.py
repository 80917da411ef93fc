"""A house's own tables: guessed, added, read, validated, listed; and the newer rates."""

import time
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import factcheck
from factcheck.cli import main
from factcheck.errors import FactcheckError
from factcheck.reference.guess import guessed
from factcheck.reference.rates import load_rates
from factcheck.reference.tables import load_tables
from tests.benchmarks.long_table import write_places

TOWNS = """Stadt;Jahr;Einwohner;Schulden (Mio. €);Arbeitslosenquote in %
Köln;2022;1.084.831;2.413,5;8,6
Köln;2023;1.087.353;2.567,1;8,7
Bonn;2022;336.465;1.790,2;6,4
Bonn;2023;337.241;1.812,9;6,7
Neustadt an der Weinstraße;2023;53.506;188,0;5,1
"""
ARTICLE = "Köln hatte 2023 rund 1,09 Millionen Einwohner. Bonn hat 373.241 Einwohner."
DAY = "2024-09-01"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    path = tmp_path / "staedte.csv"
    path.write_text(TOWNS, "utf-8")
    return path


def verdicts(text: str, tables: object, language: str = "de") -> list[str]:
    report = factcheck.check(text, language=language, date=DAY, tables=tables)  # type: ignore[arg-type]
    return [each.verdict for each in report.findings if each.code == "FC401"]


def test_a_table_is_described_without_a_question(towns: Path) -> None:
    result = run("tables", "add", str(towns), "--source", "Landesamt", "--as-of", "2024-06-30")
    assert result.exit_code == 0, result.output
    path, *lines = result.stdout.splitlines()
    assert path == str(towns.with_suffix(".toml"))
    assert lines[0].split("  ") == ["Köln", "2022", "Einwohner", "1084831"]
    assert len(lines) == 6
    assert any("53.506 Einwohner" in line for line in lines[3:])


@pytest.mark.parametrize("described", [True, False])
def test_a_table_is_read_with_its_description_or_as_it_looks(towns: Path, described: bool) -> None:
    if described:
        run("tables", "add", str(towns), "--source", "Landesamt", "--as-of", "2024-06-30")
    # Without a description the figures are as old as the file, which is younger than the article.
    found = verdicts(ARTICLE, towns)
    assert found == (["supported", "mismatch"] if described else ["supported"])
    if described:
        assert verdicts(ARTICLE, towns.parent) == ["supported", "mismatch"]


def test_what_a_house_counts_is_not_taken_for_something_else(towns: Path) -> None:
    text = (
        "In Bonn gibt es 170.000 Haushalte. Der Stadtteil Bad Godesberg in Bonn hat 75.000 "
        "Einwohner. Köln und Bonn haben zusammen 1,4 Millionen Einwohner. Bonn gewann 2.000 "
        "Einwohner hinzu. Im Kreis um Köln leben andere. Bis 2040 soll Bonn 400.000 Einwohner "
        "haben. Die Schulden Bonns stiegen um 22,7 Millionen Euro."
    )
    assert [each for each in verdicts(text, towns) if each != "unclear"] == []


def test_a_frame_is_a_table_too() -> None:
    frame = pd.DataFrame(
        {"city": ["Cologne", "Bonn"], "year": [2023, 2023], "people": [1087353, 337241]}
    )
    table = factcheck.table(
        frame,
        entity="city",
        period="year",
        source="Regional office",
        as_of="2024-06-30",
        figure=[{"column": "people", "words": ["inhabitants", "population"], "nouns": ["people"]}],
    )
    assert verdicts("Cologne has a population of 1.09 million.", table, "en") == ["supported"]
    assert verdicts("Bonn had 373,241 inhabitants in 2023.", [table], "en") == ["mismatch"]


def test_a_spreadsheet_is_read(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    path = tmp_path / "budget.xlsx"
    frame = pd.DataFrame({"Town": ["Bonn"], "2022": [1.5], "2023": [2.25]})
    frame.to_excel(path, index=False)
    result = run("tables", "add", str(path), "--unit", "EUR", "--yes")
    assert result.exit_code == 0, result.output
    assert 'periods = ["2022", "2023"]' in path.with_suffix(".toml").read_text("utf-8")
    assert verdicts("Bonn's budget was €2.25 in 2023.", path, "en") == ["supported"]


@pytest.mark.parametrize(
    ("heading", "words", "scale", "unit"),
    [
        ("Umsatz (Mio. €)", "Umsatz", 1000000, "EUR"),
        ("Umsatz in Mrd. Euro", "Umsatz", 1000000000, "EUR"),
        ("revenue_usd", "revenue", None, "USD"),
        ("Quote in %", "Quote", None, "percent"),
        ("Revenue, million USD", "Revenue", 1000000, "USD"),
        ("Ausgaben 2023 (Tsd. Euro)", "Ausgaben", 1000, "EUR"),
    ],
)
def test_headings_tell_scale_and_unit(
    tmp_path: Path, heading: str, words: str, scale: int | None, unit: str | None
) -> None:
    path = tmp_path / "t.csv"
    path.touch()
    columns = {"Ort": ["Bonn", "Köln"], "Jahr": ["2023", "2023"], heading: ["1.5", "2"]}
    figure = guessed(columns, path)["figure"][0]
    assert figure["words"] == [words]
    assert (figure.get("scale"), figure.get("unit")) == (scale, unit)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a,b\n", "no column"),
        ("x,y\n1,2\n", "--entity"),
        ("town,town\nBonn,3\n", "name each column once"),
        ("town,people\nBonn\n", "row 2: 1 fields"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, "utf-8")
    result = run("tables", "add", str(path), "--yes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert fault in result.stderr


def test_an_old_encoding_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("Stadt;Einwohner\nKöln;1.087.353\n".encode("cp1252"))
    assert verdicts("Köln hat 1.087.353 Einwohner.", path) == ["supported"]


def test_faults_are_told_by_file_row_and_field(towns: Path) -> None:
    run("tables", "add", str(towns), "--yes")
    towns.write_text(TOWNS + "Essen;2023;viele;1,0;2,0\nBonn;2023;1;2,0;3,0\n", "utf-8")
    result = run("tables", "validate", str(towns.parent))
    assert result.exit_code == 2
    told = result.stderr.splitlines()
    assert (
        told[0]
        == 'staedte.csv, row 7, Einwohner: "viele" is not a number; write digits, or nothing'
    )
    assert told[1] == "staedte.csv, row 8, Einwohner: Bonn 2023 stands in row 5 already"
    assert told[-1].startswith("factcheck: 4 faults")


def test_tables_are_listed_with_their_span_and_freshness(towns: Path) -> None:
    run("tables", "add", str(towns), "--as-of", "2024-06-30", "--yes")
    lines = run("tables", "list", "--tables", str(towns.parent)).stdout.splitlines()
    own = next(line for line in lines if line.startswith("staedte.csv"))
    assert own.split() == ["staedte.csv", "5", "2022", "to", "2023", "2024-06-30"]
    assert "Köln,2022" in run("tables", "show", "staedte", "--tables", str(towns.parent)).stdout


def test_a_missing_place_is_told() -> None:
    with pytest.raises(FactcheckError, match="there is no folder"):
        load_tables([Path("nowhere")])


def test_an_article_a_year_later_is_not_contradicted_by_stale_values(towns: Path) -> None:
    """The newest row stands for today two years; after that the table is silent."""
    run("tables", "add", str(towns), "--as-of", "2024-06-30", "--yes")
    for day, expected in (("2025-12-31", ["mismatch"]), ("2026-01-01", [])):
        report = factcheck.check(
            "Bonn hat 373.241 Einwohner.", language="de", date=day, tables=towns
        )
        assert [each.verdict for each in report.findings if each.code == "FC401"] == expected


def test_a_long_table_is_read_once(tmp_path: Path) -> None:
    """Here a fifth of a million rows; the benchmark measures a million."""
    path = tmp_path / "orte.csv"
    write_places(path, 200_000)
    text = "Ort00007 hatte 2007 genau 151.007 Einwohner."
    began = time.perf_counter()
    assert verdicts(text, path) == ["supported"]
    first, began = time.perf_counter() - began, time.perf_counter()
    assert verdicts(text, path) == ["supported"]
    assert time.perf_counter() - began < first / 2


def test_newer_rates_go_into_the_users_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_DATA", str(tmp_path / "own"))
    shipped = load_rates()
    result = run("tables", "update", "rates")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "own" / "rates" / "2025.csv").is_file()
    assert load_rates().newest("EUR") == shipped.newest("EUR")


def test_the_longer_file_of_a_year_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_DATA", str(tmp_path))
    own = tmp_path / "rates"
    own.mkdir()
    lines = "".join(f"2031-01-{day:02},1.{day:02}\n" for day in range(1, 32))
    (own / "2031.csv").write_text(f"date,USD\n{lines}", "ascii")
    (own / "2025.csv").write_text("date,USD\n2025-01-02,9.9\n", "ascii")
    rates = load_rates()
    assert rates.newest("EUR") == date(2031, 1, 31)
    quote = rates.on("USD", date(2025, 1, 2))
    assert quote is not None
    assert quote.per_euro < 2
