"""The command line: options, streams, exit status, bad input."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from factcheck import batch, checks, conversion, pipeline
from factcheck.cli import main
from factcheck.config import Settings
from factcheck.discovery import modules_in
from factcheck.errors import FactcheckError
from factcheck.reference import builders
from factcheck.reference.tables import load_tables
from factcheck.report.report import Report
from tests.make_report import claim, document, finding, report

ROOT = Path(__file__).parent.parent
SERIES = (
    "defence.csv",
    "economy.csv",
    "funds.csv",
    "gdp.csv",
    "inflation.csv",
    "national.csv",
    "population.csv",
)
SEVERITY = {"error": "mismatch", "warning": "outdated", "info": "supported"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Settings]]:
    """Put in the place of the pipeline one that finds what the name of the file says."""
    calls: list[tuple[str, Settings]] = []

    def check_path(path: Path, settings: Settings) -> Report:
        calls.append((str(path), settings))
        if path.stem == "missing":
            raise FactcheckError(f"{path} is missing")
        doc = document("Five met.", path=str(path))
        five = claim(doc, "Five")
        verdict = SEVERITY.get(path.stem)
        return report(doc, [five], [finding(verdict, five)] if verdict else [])

    monkeypatch.setattr(pipeline, "check_path", check_path)
    return calls


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


@pytest.mark.parametrize("fail_on", ["error", "warning", "info", "never"])
@pytest.mark.parametrize("worst", ["none", "info", "warning", "error"])
@pytest.mark.usefixtures("seen")
def test_exit_status_follows_fail_on(worst: str, fail_on: str) -> None:
    ranks = ["none", "info", "warning", "error", "never"]
    expected = int(ranks.index(worst) >= ranks.index(fail_on))
    assert run("check", f"{worst}.txt", "--fail-on", fail_on).exit_code == expected


@pytest.mark.usefixtures("seen")
def test_only_errors_fail_by_default() -> None:
    assert [run("check", f"{name}.txt").exit_code for name in ("warning", "error")] == [0, 1]


@pytest.mark.usefixtures("seen")
def test_report_goes_to_stdout_and_nothing_to_stderr() -> None:
    result = run("check", "error.txt")
    assert "FC201 currency-conversion  error.txt:1:1" in result.stdout
    assert result.stderr == ""


def test_unreadable_file_is_one_sentence_and_the_others_are_checked(
    seen: list[tuple[str, Settings]],
) -> None:
    result = run("check", "missing.txt", "error.txt")
    assert result.exit_code == 2
    assert result.stderr == "factcheck: missing.txt is missing\n"
    assert "error.txt:1:1" in result.stdout
    assert "missing" not in result.stdout
    assert [path for path, _ in seen] == ["missing.txt", "error.txt"]


@pytest.mark.usefixtures("seen")
def test_json_tells_of_the_unreadable_file_too() -> None:
    result = run("check", "missing.txt", "none.txt", "--format", "json", "--fail-on", "never")
    assert result.exit_code == 2
    documents = json.loads(result.stdout)["documents"]
    assert [each["path"] for each in documents] == ["missing.txt", "none.txt"]
    assert documents[0]["findings"][0]["code"] == "FC000"


def test_options_reach_the_check(seen: list[tuple[str, Settings]], folder: Path) -> None:
    options = "--date 2025-03-12 --language de --report-language en"
    repeated = f"--tables {folder} --tables {folder}"
    codes = "--select FC2 --select FC301 --ignore FC205"
    result = run("check", "none.txt", *f"{options} {repeated} {codes}".split())
    assert result.exit_code == 0, result.stderr
    assert seen[0][1] == Settings(
        language="de",
        date=date(2025, 3, 12),
        tables=(folder, folder),
        select=("FC2", "FC301"),
        ignore=("FC205",),
        report_language="en",
    )


def test_house_file_sets_options_and_the_command_line_goes_before(
    seen: list[tuple[str, Settings]], folder: Path
) -> None:
    (folder / "factcheck.toml").write_text('date = "2025-01-01"\nfail-on = "warning"\n', "utf-8")
    assert run("check", "warning.txt").exit_code == 1
    assert run("check", "warning.txt", "--fail-on", "error", "--date", "2025-02-02").exit_code == 0
    assert [settings.date for _, settings in seen] == [date(2025, 1, 1), date(2025, 2, 2)]


@pytest.mark.usefixtures("seen")
def test_output_is_written_to_a_file(folder: Path) -> None:
    result = run("check", "error.txt", "--format", "html", "--output", "report.html")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (folder / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.usefixtures("seen")
def test_verbose_shows_the_rest() -> None:
    assert "FC201" not in run("check", "info.txt").stdout
    assert "agrees  FC201" in run("check", "info.txt", "-v").stdout


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ("check", "Missing argument"),
        ("check none.txt --format sarif", "'sarif' is not one of"),
        ("check none.txt --fail-on fatal", "'fatal' is not one of"),
        ("check none.txt --nonsense", "No such option"),
        ("check none.txt --date 2025-13-40", '"2025-13-40" is not a day of the calendar'),
        ("check none.txt --date yesterday", "write YYYY-MM-DD or today"),
        ("check none.txt --language xx", 'language "xx" is not known'),
        ("check none.txt --report-language xx", 'language "xx" is not known'),
        ("check none.txt --select weekday", '"weekday" is not a code'),
        ("check none.txt --tables nowhere", "nowhere"),
        ("check none.txt --output none.txt", "name another file as --output"),
        ("check none.txt --output no/folder/x", "cannot be written"),
        ("explain FC999", 'there is no check "FC999"'),
        ("tables show nope", 'there is no table "nope"; choose one of concepts.csv'),
        ("nonsense", "No such command"),
    ],
)
@pytest.mark.usefixtures("seen")
def test_wrong_use_is_told_and_ends_with_2(arguments: str, fault: str) -> None:
    result = run(*arguments.split())
    assert result.exit_code == 2
    assert fault in result.stderr
    assert result.stdout == ""


def test_fault_in_the_house_file_is_one_sentence(folder: Path) -> None:
    (folder / "factcheck.toml").write_text("colour = true\n", "utf-8")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("factcheck: ")
    assert result.stderr.count("\n") == 1


def test_extract_lists_claims_as_text_json_and_csv(folder: Path) -> None:
    (folder / "a.txt").write_text("There were 12 guests and 7 dogs.\n", "utf-8")
    text = run("extract", "a.txt")
    assert (text.exit_code, text.stderr) == (0, "")
    assert [line.split(" ")[0] for line in text.stdout.splitlines()] == ["a.txt:1:12", "a.txt:1:26"]
    record = json.loads(run("extract", "a.txt", "--format", "json").stdout)
    assert [each["value"] for each in record["documents"][0]["claims"]] == ["12", "7"]
    assert len(run("extract", "a.txt", "--format", "csv").stdout.splitlines()) == 3


def test_extract_lists_what_each_speaker_says(folder: Path) -> None:
    text = (
        "Anna Krull said the bridge was safe. Repairs will cost $4m, she added.\n\n"
        "“It will take two years,” engineer Paul Brand said. Two cars were reportedly lost.\n"
    )
    (folder / "a.txt").write_text(text, "utf-8")
    listed = run("extract", "a.txt", "--speakers")
    assert (listed.exit_code, listed.stderr) == (0, "")
    assert listed.stdout.splitlines() == [
        "a.txt: Anna Krull",
        "  1:17  indirect  the bridge was safe",
        "  1:38  indirect  Repairs will cost $4m  [$4m]",
        "a.txt: Paul Brand",
        "  3:1  direct  “It will take two years,”  [two years]",
        "a.txt: nobody named",
        "  3:53  hearsay  Two cars were … lost  [Two cars]",
    ]
    record = json.loads(run("extract", "a.txt", "--speakers", "--format", "json").stdout)
    speakers = record["documents"][0]["speakers"]
    assert [each["name"] for each in speakers] == ["Anna Krull", "Paul Brand", None]
    assert speakers[0]["statements"][1]["figures"][0]["text"] == "$4m"
    refused = run("extract", "a.txt", "--speakers", "--format", "csv")
    assert (refused.exit_code, refused.stdout) == (2, "")


def test_extract_of_a_missing_file_ends_with_2(folder: Path) -> None:
    (folder / "a.txt").write_text("There were 12 guests.\n", "utf-8")
    result = run("extract", "no.txt", "a.txt")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "no.txt" in result.stderr
    assert "a.txt:1:12" in result.stdout


def test_standard_input_is_read_as_utf8() -> None:
    result = run("extract", "-", stdin="Es kamen 12 Gäste.".encode())
    assert result.exit_code == 0
    assert ":1:10" in result.stdout
    broken = run("extract", "-", stdin=b"12 G\xe4ste")
    assert broken.exit_code == 2
    assert "not UTF-8" in broken.stderr


def test_convert_prints_the_lines_of_the_working(monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(amount: str, source: str, target: str, settings: Settings) -> list[str]:
        return [f"{amount} {source} {target}", str(settings.date)]

    monkeypatch.setattr(conversion, "convert", convert)
    result = run("convert", "4.5bn", "GBP", "EUR", "--date", "2025-03-12")
    assert (result.exit_code, result.stdout) == (0, "4.5bn GBP EUR\n2025-03-12\n")


def test_explain_lists_every_check_and_shows_each() -> None:
    catalogue = run("explain").stdout.splitlines()
    known = modules_in(checks)
    assert known
    assert [line.split()[0] for line in catalogue] == sorted(check.CODE for check in known)
    for check in known:
        for name in (check.CODE, check.CODE.lower(), check.NAME):
            shown = run("explain", name).stdout
            assert shown.startswith(f"{check.CODE} {check.NAME} ({check.PRECISION})")
            assert (check.__doc__ or "?").strip() in shown


def test_tables_are_listed_shown_and_validated() -> None:
    listed = [line.split()[0] for line in run("tables", "list").stdout.splitlines()]
    assert listed == sorted({*builders.COLUMNS, *SERIES})
    shown = run("tables", "show", "units").stdout
    assert shown.partition("\n")[0].split(",") == list(builders.COLUMNS["units.csv"])
    valid = run("tables", "validate")
    assert (valid.exit_code, len(valid.stdout.splitlines())) == (0, len(listed))


def test_fault_in_a_users_table_is_told(folder: Path) -> None:
    (folder / "units.csv").write_text("unit\nmile\n", "utf-8")
    result = run("tables", "validate", ".")
    assert result.exit_code == 2
    assert "units.csv" in result.stderr


def test_every_table_is_counted() -> None:
    assert sorted(batch.rows_by_file(load_tables())) == sorted({*builders.COLUMNS, *SERIES})


def commands_of(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from commands_of(inner, f"{path} {name}".strip())


@pytest.mark.parametrize(("path", "command"), list(commands_of(main)))
def test_every_command_and_option_has_help(path: str, command: click.Command) -> None:
    assert command.help
    assert run(*path.split(), "--help").exit_code == 0
    bare = [
        option.name
        for option in command.params
        if isinstance(option, click.Option)
        and not option.help
        and not isinstance(option.type, click.Choice)
    ]
    assert bare == []


def test_version_is_told() -> None:
    assert run("--version").stdout.startswith("factcheck, version ")


def test_interrupted_run_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def check_path(_path: Path, _settings: Settings) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check_path", check_path)
    result = run("check", "a.txt")
    assert (result.exit_code, result.output) == (130, "")


def process(*arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
    known = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**known, "PYTHONPATH": str(ROOT), **environment},
    )


def test_output_is_utf8_in_every_locale() -> None:
    with process("extract", "-", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0") as running:
        out, err = running.communicate("Es kamen 12 Gäste für 3 Euro.".encode(), timeout=60)
    assert (running.returncode, err) == (0, b"")
    assert "12" in out.decode("utf-8")


def test_broken_pipe_is_quiet(folder: Path) -> None:
    (folder / "a.txt").write_text("There were 12 guests.\n" * 20_000, "utf-8")
    with process("extract", "a.txt") as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        running.wait(timeout=60)


@pytest.mark.parametrize(("environment", "colored"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_color_is_for_terminals_without_no_color(
    folder: Path, environment: dict[str, str], colored: bool
) -> None:
    pty = pytest.importorskip("pty")
    (folder / "a.txt").write_text("There were 12 guests.\n", "utf-8")
    master, slave = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "factcheck", "check", "a.txt"],
        stdout=slave,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **environment},
        check=True,
        timeout=60,
    )
    os.close(slave)
    shown = os.read(master, 10_000)
    os.close(master)
    assert b"1 figure" in shown
    assert (b"\x1b[1m" in shown) is colored


def test_pandas_is_not_imported_for_the_command_line() -> None:
    code = "import factcheck.cli, sys; sys.exit('pandas' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
