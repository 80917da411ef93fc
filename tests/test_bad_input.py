"""Whatever is handed over: one sentence that says what to do, exit status 2, the others checked."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

GOOD = "Berlin, 6. Mai 2025 - Das Treffen begann am Montag, 6. Mai 2025.\n"
LATIN = "Brüssel, 1. Dezember 2025 - Es kamen fünf Gäste.\n".encode("latin-1")
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"
ZIP = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf"
UTF_16 = "Brussels, 1 December 2025\n".encode("utf-16")
OFFICE = (
    "office,person,gender,aliases,valid_from,valid_to,acting,source,url,licence,checked_on,note\n"
)
ROW = "FR:president,Ann,f,,{start},,,Source,https://example.org,,2025-01-01,\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one article in which a weekday does not agree."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def is_one_sentence(result: Result, *parts: str) -> None:
    assert result.exit_code == 2
    assert re.fullmatch(r"(Usage: .*\n(Try .*\n)?\n)?[^\n]+\n", result.stderr), result.stderr
    assert "Traceback" not in result.output
    assert isinstance(result.exception, SystemExit)
    assert [part for part in parts if part not in result.stderr] == []


BAD_FILES = [
    pytest.param(None, ("there is no file", "check the name"), id="missing"),
    pytest.param(b"", ("is empty", "hand over"), id="empty"),
    pytest.param(b" \n\t\r\n", ("is empty", "hand over"), id="white space"),
    pytest.param(PICTURE, ("bad.txt", "try again"), id="picture"),
    pytest.param(ZIP, ("bad.txt", "UTF-8"), id="archive"),
    pytest.param(b"\x00\x01\x02\x03", ("not a text file", "plain text"), id="binary"),
    pytest.param(LATIN, ("not UTF-8", "save it as UTF-8"), id="another encoding"),
    pytest.param(UTF_16, ("bad.txt", "UTF-8"), id="two bytes a character"),
]


@pytest.mark.parametrize(("content", "parts"), BAD_FILES)
@pytest.mark.parametrize("command", ["check", "extract"])
def test_bad_file(
    content: bytes | None, parts: tuple[str, ...], command: str, folder: Path
) -> None:
    if content is not None:
        (folder / "bad.txt").write_bytes(content)
    result = run(command, "bad.txt")
    is_one_sentence(result, *parts)
    assert result.stdout == ""


@pytest.mark.parametrize(("content", "parts"), BAD_FILES)
@pytest.mark.parametrize("order", [("bad.txt", "good.txt"), ("good.txt", "bad.txt")])
def test_others_are_checked_beside_a_bad_file(
    content: bytes | None, parts: tuple[str, ...], order: tuple[str, str], folder: Path
) -> None:
    if content is not None:
        (folder / "bad.txt").write_bytes(content)
    result = run("check", *order)
    is_one_sentence(result, *parts)
    assert "FC301" in result.stdout
    assert "good.txt:1:" in result.stdout


def test_folder_for_a_file(folder: Path) -> None:
    (folder / "articles").mkdir()
    result = run("check", "articles", "good.txt")
    is_one_sentence(result, "articles is a folder", "name the article's file")
    assert "FC301" in result.stdout


def test_several_bad_files_are_one_sentence_each(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    result = run("check", "missing.txt", "empty.txt", "good.txt")
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert [line.split()[0] for line in lines] == ["factcheck:"] * 2
    assert "missing.txt" in lines[0]
    assert "empty.txt" in lines[1]
    assert "FC301" in result.stdout


@pytest.mark.parametrize(
    "day", ["2025-13-40", "2025-02-30", "13.03.2025", "2025", "tomorrow", "2025-3-1"]
)
def test_day_that_is_none(day: str) -> None:
    result = run("check", "good.txt", "--date", day)
    is_one_sentence(result, "YYYY-MM-DD")
    assert result.stdout == ""


@pytest.mark.parametrize("language", ["xx", "deutsch", "../de", "fr"])
def test_unknown_language(language: str) -> None:
    is_one_sentence(run("check", "good.txt", "--language", language), language, "de", "en")


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (("4.5bn", "GBP", "XYZ"), ("XYZ", "EUR")),
        (("4.5bn", "IRR", "EUR"), ("IRR", "EUR")),
        (("4.5bn", "pounds", "EUR"), ("pounds", "GBP")),
        (("much", "GBP", "EUR"), ("much", "4.5bn")),
        (("", "GBP", "EUR"), ()),
        (("1 2", "GBP", "EUR"), ("1 2",)),
        (("100", "BYR", "EUR", "--date", "2025-03-12"), ("BYR",)),
        (("100", "GBP", "EUR", "--date", "1998-03-12"), ("GBP",)),
        (("100", "GBP", "EUR", "--date", "2025-13-40"), ("YYYY-MM-DD",)),
    ],
)
def test_conversion_that_cannot_be_made(arguments: tuple[str, ...], parts: tuple[str, ...]) -> None:
    result = run("convert", *arguments)
    is_one_sentence(result, *parts)
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("table", "parts"),
    [
        (OFFICE + ROW.format(start="2025-13-40"), ("row 2", "valid_from")),
        (OFFICE + ROW.format(start=""), ("row 2", "valid_from")),
        (OFFICE + ROW.format(start="2025-01-01").replace("Source", ""), ("row 2", "source")),
        ("office,person\nFR:president,Ann\n", ("office_holders.csv",)),
        ("", ("office_holders.csv",)),
    ],
)
def test_broken_row_in_a_table(table: str, parts: tuple[str, ...], folder: Path) -> None:
    (folder / "ours").mkdir()
    (folder / "ours" / "office_holders.csv").write_text(table, "utf-8")
    result = run("check", "good.txt", "--tables", "ours")
    is_one_sentence(result, "office_holders.csv", *parts)
    assert result.stdout == ""


def test_table_that_is_no_text(folder: Path) -> None:
    (folder / "ours").mkdir()
    (folder / "ours" / "office_holders.csv").write_bytes(LATIN)
    is_one_sentence(run("check", "good.txt", "--tables", "ours"), "office_holders.csv")
