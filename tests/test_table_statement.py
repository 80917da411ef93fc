"""Statements about one table: nothing right is contradicted, pandas says the same."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import factcheck
from factcheck.config import Settings
from factcheck.pipeline import check
from factcheck.reference.tables import load_tables
from factcheck.statements import operations
from factcheck.statements.slices import Slice, cells_of, totals_of
from tests.score_statements import DAY, FOLDER, KINDS, Outcome, outcomes

VOTES = "Vier der 16 Länder haben sechs Stimmen."
TABLE = pd.DataFrame({"city": ["Aden", "Bern", "Cork"], "year": [2020] * 3, "trams": [4, 9, 5]})
KEYS: dict[str, Any] = {
    "entity": "city",
    "rows": ["cities", "towns"],
    "period": "year",
    "source": "a count of our own",
    "as_of": "2021-01-01",
    "figure": [{"column": "trams", "words": ["trams"], "nouns": ["trams"]}],
}


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return list(outcomes())


def test_there_are_tables_and_sentences_enough_half_of_them_wrong() -> None:
    entries = tomllib.loads((FOLDER / "sentences.toml").read_text("utf-8"))
    count = Counter({kind: sum(len(each[kind]) for each in entries.values()) for kind in KINDS})
    assert count["right"] + count["wrong"] >= 200
    assert abs(count["right"] - count["wrong"]) <= 2
    assert len(entries) >= 12
    assert sum("unread" in each for each in entries.values()) * 4 >= len(entries)
    assert {row[0] for each in entries.values() for kind in KINDS for row in each[kind]} == {
        "de",
        "en",
    }


def test_every_table_has_its_source_and_licence() -> None:
    for path in FOLDER.glob("*.csv"):
        (table,) = load_tables([path]).named
        about = table.description
        assert about.source, path.name
        assert about.url, path.name
        assert about.licence, path.name
        assert list(table.faults()) == [], path.name


def test_nothing_right_or_other_is_contradicted(found: list[Outcome]) -> None:
    assert [
        each.text for each in found if each.kind != "wrong" and each.verdict == "mismatch"
    ] == []


def test_nothing_wrong_or_other_is_confirmed(found: list[Outcome]) -> None:
    assert [
        each.text for each in found if each.kind != "right" and each.verdict == "supported"
    ] == []


def test_more_than_half_is_decided(found: list[Outcome]) -> None:
    sentences = [each for each in found if each.kind != "other"]
    assert sum(each.verdict != "left" for each in sentences) * 2 > len(sentences)


def test_no_finding_is_an_error(found: list[Outcome]) -> None:
    assert {f.severity for each in found for f in each.findings} == {"info", "warning"}


def evaluated(folder: Path, text: str) -> Fraction:
    """What the pandas text of an evidence gives, run in the folder of its file."""
    reading, _, expression = text.partition("; ")
    assert reading.startswith("df = pd.read_csv('")
    reading = reading.replace("read_csv('", f"read_csv('{folder}/")
    space: dict[str, Any] = {"pd": pd}
    exec(reading, space)  # noqa: S102 - the text is our own
    return Fraction(str(eval(expression, space)))  # noqa: S307


def test_the_pandas_text_gives_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every operation's value is noted as it is computed, and then computed again by pandas."""
    noted: list[operations.Result] = []

    def noting(name: str) -> Any:
        plain = operations.OPERATIONS[name]

        def run(*arguments: Any) -> operations.Result:
            noted.append(plain(*arguments))
            return noted[-1]

        return run

    wrapped = {name: noting(name) for name in operations.OPERATIONS}
    monkeypatch.setattr("factcheck.statements.working.OPERATIONS", wrapped)
    judged = 0
    for each in outcomes():
        shown = {f.evidence[0].text for f in each.findings if f.evidence}
        codes = {text.partition("; ")[2]: text for text in shown}
        results = [result for result in noted if result.code in codes]
        assert {result.code for result in results} == set(codes)
        for result in results:
            value = evaluated(FOLDER, codes[result.code])
            assert abs(value - result.value) <= abs(result.value) / 10**9, result.code
        judged += len(codes)
        noted.clear()
    assert judged > len(tomllib.loads((FOLDER / "sentences.toml").read_text("utf-8")))


def cells(*values: int) -> Slice:
    frame = pd.DataFrame({"name": [f"n{at}" for at in range(len(values))], "x": list(values)})
    keys = {"entity": "name", "source": "s", "as_of": "2020-01-01"}
    table = factcheck.table(frame, **keys, figure=[{"column": "x", "words": ["x"]}])
    return Slice(table, table.description.measures[0])


@pytest.mark.parametrize(
    ("name", "extra", "expected"),
    [
        ("count", [operations.Condition(">", Fraction(2))], Fraction(2)),
        ("count_share", [operations.Condition("<=", Fraction(2))], Fraction(1, 2)),
        ("sum", [], Fraction(14)),
        ("mean", [], Fraction(7, 2)),
        ("median", [], Fraction(3)),
        ("greatest", [], Fraction(7)),
        ("least", [], Fraction(1)),
    ],
)
def test_operations_on_one_slice(name: str, extra: list[object], expected: Fraction) -> None:
    result = operations.OPERATIONS[name](cells(1, 2, 4, 7), *extra)
    assert result.value == expected
    assert result.interval.contains(expected)


def test_operations_on_two_slices() -> None:
    old, new = cells(4), cells(6)
    assert operations.difference(old, new).value == 2
    assert operations.ratio(old, new).value == Fraction(3, 2)
    assert operations.growth(old, new).value == Fraction(1, 2)
    assert operations.rank(cells(4, 6, 9), new, ">").value == 2
    assert operations.changed(cells(4, 5), cells(6, 5), ">").value == 1


def test_a_row_of_totals_is_in_no_slice() -> None:
    (table,) = load_tables([FOLDER / "asia.csv"]).named
    measure = table.description.measures[0]
    assert totals_of(table, measure) == ("total",)
    assert "total" not in {cell.entity for cell in Slice(table, measure).cells}
    last = cells(1, 2, 3, 4, 10)
    assert totals_of(last.table, last.measure) == ("n4",)
    chance = cells(1, 2, 10, 3, 4)
    assert totals_of(chance.table, chance.measure) == ()
    assert len(cells_of(table, measure)) == 14


def verdicts(text: str, tables: Any, language: str = "en") -> list[str]:
    report = factcheck.check(text, language=language, date=DAY, tables=tables, select="FC407")
    return [finding.verdict for finding in report.findings]


def test_a_table_of_a_folder_is_nobodys_subject(tmp_path: Path) -> None:
    for name in ("bundesrat.csv", "bundesrat.toml"):
        (tmp_path / name).write_text((FOLDER / name).read_text("utf-8"), "utf-8")
    assert verdicts(VOTES, tmp_path / "bundesrat.csv", "de") == ["supported"]
    assert verdicts(VOTES, tmp_path, "de") == []


def test_of_two_tables_neither_is_the_subject() -> None:
    tables = [FOLDER / "bundesrat.csv", FOLDER / "nachbarn.csv"]
    assert verdicts(VOTES, tables, "de") == []
    assert verdicts(VOTES, None, "de") == []


def test_a_dataframe_is_a_table_like_a_file() -> None:
    table = factcheck.table(TABLE, **KEYS, name="trams")
    report = factcheck.check("Bern has the most trams.", language="en", date=DAY, tables=table)
    (finding,) = [each for each in report.findings if each.code == "FC407"]
    assert finding.verdict == "supported"
    assert finding.evidence[0].text.startswith("df = trams; ")
    assert report.claims[0].kind == "statement"
    assert report.counts["statements"]["confirmed"] == 1


def test_the_finding_shows_its_working() -> None:
    settings = Settings(language="de", date=DAY, tables=(FOLDER / "bundesrat.csv",))
    (finding,) = check("Sechs der 16 Länder haben sechs Stimmen.", settings).findings
    assert finding.severity == "warning"
    assert finding.calculation == "4 von 16 Zeilen mit Stimmen == 6"
    assert finding.suggestion == "4?"
    (evidence,) = finding.evidence
    assert evidence.text == "df = pd.read_csv('bundesrat.csv'); (df['Stimmen'] == 6).sum()"
    assert evidence.row == "bundesrat.csv:Stimmen"


def tempting() -> Iterator[tuple[str, str]]:
    """Sentences that are near to the table and must be left, each with what makes them so."""
    yield "Only cities: Bern does not have the most trams.", "a negation"
    yield "Cork would have the most trams.", "a supposition"
    yield "Cork has the most trams after Bern.", "a word that changes the rank"
    yield "Two of the 25 towns have more than four trams.", "others are counted"
    yield "Cork bought the most trams.", "another verb"
    yield "On average the towns without Bern have 4.5 trams.", "somebody is left out"
    yield "Cork has more trams than Aden, but fewer than Zug.", "two comparisons"
    yield "In 2019 Cork had the most trams.", "a time that the table does not have"


@pytest.mark.parametrize(("text", "why"), list(tempting()))
def test_what_is_not_wholly_understood_is_left(text: str, why: str) -> None:
    table = factcheck.table(TABLE, **KEYS)
    assert set(verdicts(text, table)) <= {"unclear"}, why


def test_the_id_of_a_country_is_no_name() -> None:
    text = "In 2024 the six countries had 4.34 billion inhabitants in total."
    assert verdicts(text, FOLDER / "asia.csv") == ["mismatch"]


def test_a_mean_printed_as_a_whole_number_is_rounded() -> None:
    table = FOLDER / "parlamente.csv"
    assert verdicts("Im Schnitt haben die Parlamente 492 Sitze.", table, "de") == ["supported"]
    assert verdicts("Im Schnitt haben die Parlamente 493 Sitze.", table, "de") == ["mismatch"]


def test_sentences_about_another_table_are_left() -> None:
    entries = tomllib.loads((FOLDER / "sentences.toml").read_text("utf-8"))
    tables = sorted(entries)
    for table, other in zip(tables, [*tables[1:], tables[0]], strict=True):
        for language in ("de", "en"):
            told = [row[1] for kind in KINDS for row in entries[table][kind] if row[0] == language]
            if told:
                found = verdicts("\n\n".join(told), FOLDER / f"{other}.csv", language)
                assert set(found) <= {"unclear"}, (table, other)
