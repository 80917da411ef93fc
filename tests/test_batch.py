"""Frames and files of many articles, in one process or several."""

import io
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from factcheck import batch, pipeline
from factcheck.config import Settings
from factcheck.errors import FactcheckError
from factcheck.report.report import Report
from tests.make_report import document, report

GERMAN = "Das Land hat 4,5 Milliarden Pfund (5,3 Milliarden Euro) zugesagt. Es kamen 12 Gäste."
ENGLISH = "The country pledged 4.5 billion pounds (5.3 billion euros). There were 12 guests."


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Settings]]:
    """Put in the place of the pipeline what only notes the texts and settings it is given."""
    calls: list[tuple[str, Settings]] = []

    def check(text: str, settings: Settings) -> Report:
        calls.append((text, settings))
        return report(document(text))

    def check_path(path: Path, settings: Settings) -> Report:
        if path.name == "missing.txt":
            raise FactcheckError(f"{path} is missing")
        calls.append((str(path), settings))
        return report(document(str(path)))

    monkeypatch.setattr(pipeline, "check", check)
    monkeypatch.setattr(pipeline, "check_path", check_path)
    return calls


def articles() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "body": [GERMAN, ENGLISH, None, "", GERMAN],
            "published": ["2025-03-13", "2025-03-13", "2025-03-13", "2025-03-13", "2025-13-40"],
            "lang": ["de", "en", "de", "en", "en"],
        },
        index=["first", "second", "empty", "blank", "undated"],
    )


def test_frame_gives_claims_and_findings_by_index_label() -> None:
    claims, findings = batch.check_frame(articles())
    assert set(claims["document"]) == {"first", "second"}
    assert claims.groupby("document")["text"].count().min() >= 3
    assert {"first", "second"} >= set(findings["document"]) - {"empty", "blank", "undated"}


def test_row_that_cannot_be_checked_is_one_finding() -> None:
    _, findings = batch.check_frame(articles())
    unread = findings[findings["code"] == "FC000"]
    assert unread["document"].tolist() == ["empty", "blank", "undated"]
    assert unread["message"].tolist()[:2] == ["es gibt keinen Text", "there is no text"]
    assert "2025-13-40" in unread["message"].tolist()[2]
    assert set(unread["verdict"]) == {"unclear"}
    assert set(unread["severity"]) == {"error"}


def test_unknown_language_of_a_row_spoils_that_row_alone() -> None:
    frame = articles().iloc[:2].assign(lang=["xx", "en"])
    claims, findings = batch.check_frame(frame)
    assert set(claims["document"]) == {"second"}
    assert findings.loc[findings["code"] == "FC000", "document"].tolist() == ["first"]


def test_results_do_not_depend_on_the_number_of_workers() -> None:
    frame = pd.concat([articles()] * 2, ignore_index=True)
    alone, together = batch.check_frame(frame), batch.check_frame(frame, workers=2)
    for one, other in zip(alone, together, strict=True):
        pd.testing.assert_frame_equal(one, other)
    assert len(alone[0]) > 0


def test_files_are_checked_by_several_workers_in_their_order(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("b.txt", "missing.txt", "a.txt")]
    paths[0].write_text(GERMAN, "utf-8")
    paths[2].write_text(ENGLISH, "utf-8")
    reports = batch.check_files(map(str, paths), Settings(), workers=2)
    assert [each.document.path for each in reports] == [str(path) for path in paths]
    assert [each.readable for each in reports] == [True, False, True]
    assert [each.wording.lexicon.code for each in reports][::2] == ["de", "en"]


@pytest.mark.parametrize(
    "columns", [["body"], ["body", "published"], ["body", "lang", "published"]]
)
def test_empty_frame_gives_frames_of_the_same_shape(columns: list[str]) -> None:
    full = batch.check_frame(articles().reset_index(drop=True))
    empty = batch.check_frame(pd.DataFrame({name: [] for name in columns}))
    for one, other in zip(full, empty, strict=True):
        assert len(other) == 0
        assert one.dtypes.to_dict() == other.dtypes.to_dict()


def test_document_column_has_the_dtype_of_the_index() -> None:
    frame = articles().set_index(pd.Index([7, 3, 5, 1, 9]))
    claims, findings = batch.check_frame(frame)
    assert claims["document"].dtype == frame.index.dtype
    assert findings.loc[findings["code"] == "FC000", "document"].tolist() == [5, 1, 9]
    assert claims["document"].unique().tolist() == [7, 3]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2025-03-12", date(2025, 3, 12)),
        ("2025-03-12T23:30:00Z", date(2025, 3, 12)),
        ("2025-03-12 08:00", date(2025, 3, 12)),
        (date(2025, 3, 12), date(2025, 3, 12)),
        (datetime(2025, 3, 12, 23, 59, tzinfo=UTC), date(2025, 3, 12)),
        (pd.Timestamp("2025-03-12 10:00"), date(2025, 3, 12)),
        (pd.NaT, None),
        (None, None),
        (float("nan"), None),
        (" ", None),
    ],
)
def test_dates_of_every_kind_are_read(
    seen: list[tuple[str, Settings]], cell: object, expected: date | None
) -> None:
    frame = pd.DataFrame({"body": ["text"], "published": pd.Series([cell], dtype=object)})
    batch.check_frame(frame)
    assert seen == [("text", Settings(date=expected))]


def test_columns_go_by_the_names_given(seen: list[tuple[str, Settings]]) -> None:
    frame = pd.DataFrame(
        {
            "t": ["text", "more"],
            "h": ["Title", None],
            "d": [pd.Timestamp("2025-03-12"), pd.NaT],
            "l": ["de", None],
        }
    )
    batch.check_frame(
        frame, text="t", title="h", date="d", language="l", ignore="FC2", report_language="en"
    )
    shared: dict[str, Any] = {"ignore": ("FC2",), "report_language": "en"}
    assert seen == [
        ("text", Settings(title="Title", date=date(2025, 3, 12), language="de", **shared)),
        ("more", Settings(**shared)),
    ]


def test_columns_of_the_default_names_may_be_absent(seen: list[tuple[str, Settings]]) -> None:
    batch.check_frame(pd.DataFrame({"body": ["text"]}))
    assert seen == [("text", Settings())]


@pytest.mark.parametrize("role", ["text", "title", "date", "language"])
def test_named_column_that_is_missing_is_refused(role: str) -> None:
    with pytest.raises(FactcheckError, match='no column "nope"; the columns are body, published'):
        batch.check_frame(articles(), **{role: "nope"})  # type: ignore[arg-type]


def test_missing_text_column_is_refused_even_under_its_default_name() -> None:
    with pytest.raises(FactcheckError, match='no column "body"; the columns are story'):
        batch.check_frame(pd.DataFrame({"story": ["text"]}))


@pytest.mark.parametrize("workers", [0, -1])
def test_number_of_workers_must_be_one_at_least(workers: int) -> None:
    with pytest.raises(FactcheckError, match="ask for at least one"):
        batch.check_frame(articles(), workers=workers)


def test_fault_that_concerns_every_document_is_raised_at_once(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match='"xx"'):
        batch.check_files(["a.txt"], Settings(language="xx"))
    with pytest.raises(FactcheckError, match='"xx"'):
        batch.check_frame(articles(), report_language="xx")
    with pytest.raises(FactcheckError, match="nowhere"):
        batch.check_frame(articles(), tables=tmp_path / "nowhere")
    (tmp_path / "figures.csv").write_text("id\n", "utf-8")
    with pytest.raises(FactcheckError, match=r"figures\.csv"):
        batch.check_frame(articles(), tables=tmp_path)


def test_unreadable_file_leaves_the_others_checked(seen: list[tuple[str, Settings]]) -> None:
    reports = batch.check_files(["a.txt", "missing.txt", "b.txt"], Settings())
    assert [path for path, _ in seen] == ["a.txt", "b.txt"]
    assert reports[1].findings[0].message == "missing.txt is missing"
    assert reports[1].document.path == "missing.txt"


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_dash_is_the_standard_input(
    seen: list[tuple[str, Settings]], monkeypatch: pytest.MonkeyPatch
) -> None:
    standard_input(monkeypatch, "\ufeffGrüße\r\n".encode())
    batch.check_files(["-"], Settings())
    assert seen == [("Grüße\r\n", Settings())]


def test_standard_input_that_is_not_utf8_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b"Gr\xfc\xdfe")
    (made,) = batch.check_files(["-"], Settings())
    assert not made.readable
    assert "not UTF-8 at byte 2" in made.findings[0].message


@pytest.mark.parametrize("texts", [[ENGLISH, GERMAN]])
def test_extraction_gives_claims_and_no_findings(tmp_path: Path, texts: Sequence[str]) -> None:
    paths = [tmp_path / f"{number}.txt" for number, _ in enumerate(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    reports = batch.extract_files([*map(str, paths), str(tmp_path / "no.txt")], Settings())
    assert [len(each.claims) >= 3 for each in reports] == [True, True, False]
    assert [each.readable for each in reports] == [True, True, False]
    assert not any(each.findings for each in reports[:2])
