"""Settings, options, and the house's factcheck.toml."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.config import (
    FILE_NAME,
    Options,
    Settings,
    load_options,
    make_settings,
    parse_date,
    read_options,
)
from factcheck.errors import FactcheckError


def house(folder: Path, text: str) -> Path:
    path = folder / FILE_NAME
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-03-12", date(2025, 3, 12)),
        (" 2024-02-29 ", date(2024, 2, 29)),
        (date(2025, 3, 12), date(2025, 3, 12)),
        (datetime(2025, 3, 12, 23, 59, tzinfo=UTC), date(2025, 3, 12)),
        (None, None),
    ],
)
def test_dates_are_read(value: str | date | None, expected: date | None) -> None:
    found = parse_date(value)
    assert found == expected
    assert type(found) in {date, type(None)}


@pytest.mark.parametrize("word", ["today", "Today", " TODAY "])
def test_today_is_the_day_of_the_clock(word: str) -> None:
    now = datetime.now(UTC).astimezone().date()
    assert parse_date(word) in {now, now + timedelta(days=1)}


@pytest.mark.parametrize("text", ["2025-13-40", "2025-02-29", "0000-01-01"])
def test_a_day_that_is_not_in_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(FactcheckError, match=f'"{text}" is not a day of the calendar'):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["", "12.3.2025", "20250312", "2025-W10-1", "2025-3-1", "yesterday", "٢٠٢٥-٠٣-١٢"]
)
def test_a_date_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(FactcheckError, match="write YYYY-MM-DD or today"):
        parse_date(text)


def test_settings_take_one_thing_or_several() -> None:
    one = make_settings(date="2025-03-12", tables="ours", sources=Path("a"), select="FC2")
    assert one == Settings(
        date=date(2025, 3, 12), tables=(Path("ours"),), sources=(Path("a"),), select=("FC2",)
    )
    several = make_settings(tables=["a", Path("b")], ignore=("fc201", "FC"))
    assert several == Settings(tables=(Path("a"), Path("b")), ignore=("FC201", "FC"))
    assert make_settings() == Settings()


@pytest.mark.parametrize("code", ["F2", "FC2011", "201", "weekday", ""])
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_what_cannot_be_a_code_is_refused(option: str, code: str) -> None:
    given = {option: [code]}
    with pytest.raises(FactcheckError, match=f'{option}: "{code}" is not a code'):
        make_settings(select=given.get("select"), ignore=given.get("ignore"))


def test_options_of_the_file_are_read_with_paths_relative_to_it(tmp_path: Path) -> None:
    path = house(
        tmp_path,
        """
        date = 2025-03-12
        language = "de"
        source = "release.txt"
        tables = ["ours", "theirs"]
        format = "json"
        output = "report.json"
        fail-on = "warning"
        select = ["FC2"]
        ignore = "FC205"
        report-language = "en"
        verbose = true
        """,
    )
    assert read_options(path) == Options(
        date="2025-03-12",
        language="de",
        source=(tmp_path / "release.txt",),
        tables=(tmp_path / "ours", tmp_path / "theirs"),
        format="json",
        output=tmp_path / "report.json",
        fail_on="warning",
        select=("FC2",),
        ignore=("FC205",),
        report_language="en",
        verbose=True,
    )


def test_the_nearest_file_upwards_is_used(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    house(tmp_path, 'language = "en"')
    assert load_options(inner).language == "en"
    house(tmp_path / "a", 'language = "de"')
    assert load_options(inner).language == "de"


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert load_options(tmp_path) == Options()


def test_given_options_go_before_those_of_the_file() -> None:
    file = Options(date="today", language="de", ignore=("FC205",), verbose=True)
    given = Options(date="2025-03-12", ignore=("FC2",))
    assert given.over(file) == Options(
        date="2025-03-12", language="de", ignore=("FC2",), verbose=True
    )


def test_options_become_settings() -> None:
    options = Options(date="2025-03-12", source=(Path("a"),), select=("fc2",), language="de")
    assert options.settings() == Settings(
        date=date(2025, 3, 12), sources=(Path("a"),), select=("FC2",), language="de"
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("langauge = 'de'", 'option "langauge" is not known; choose from date, fail-on'),
        ("fail_on = 'error'", 'option "fail_on" is not known'),
        ("fail-on = 'fatal'", "fail-on must be one of error, warning, info, never"),
        ("fail-on = ['error']", "fail-on must be one of error, warning, info, never"),
        ("date = 2025", "date must be a date such as"),
        ("verbose = 'yes'", "verbose must be true or false"),
        ("ignore = [2]", "ignore must be a text in quotation marks or a list of them"),
        ("tables = 1", "tables must be a text in quotation marks or a list of them"),
        ("language = 1", "language must be a text in quotation marks"),
        ("language = ", "cannot be read as TOML"),
        ("\udcff", "cannot be read as TOML"),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_path(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(FactcheckError) as caught:
        load_options(tmp_path)
    assert str(caught.value).startswith(str(path))
    assert fault in str(caught.value)
