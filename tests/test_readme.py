"""README tells the truth: its outputs are those of today, and all that it names exists and runs."""

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import factcheck
from factcheck import checks
from factcheck.cli import main
from factcheck.config import read_options
from factcheck.discovery import modules_in
from factcheck.languages.lexicon import known_languages
from factcheck.report.formats import formats
from factcheck.report.outcome import SEVERITIES, VERDICTS
from tests.update_readme import CONFIGURATION, README, commands, files, run, updated

TEXT = README.read_text("utf-8")
INLINE = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", TEXT)
NOT_A_SESSION = re.sub(r"```(console|pycon)\n.*?```", "", TEXT, flags=re.DOTALL)


def leaves(group: click.Group, path: tuple[str, ...] = ()) -> dict[str, click.Command]:
    """Every command that does something, by the words that call it."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        words = (*path, name)
        if isinstance(command, click.Group):
            found |= leaves(command, words)
        else:
            found[" ".join(words)] = command
    return found


def named_commands() -> set[str]:
    """The `factcheck ...` of the running text and of the sessions, without arguments."""
    shown = [words.removeprefix("factcheck ") for words in INLINE if words.startswith("factcheck ")]
    shown += [line.removeprefix("factcheck ") for line in commands(TEXT)]
    return {
        next((name for name in leaves(main) if f"{words} ".startswith(f"{name} ")), words)
        for words in shown
    }


def test_generated_parts_are_those_of_today() -> None:
    assert updated(TEXT) == TEXT, "README.md is out of date; run: make readme"


def test_an_outdated_part_would_be_noticed() -> None:
    stale = TEXT.replace("| `FC201` |", "| `FC999` |").replace("error  FC201", "error  FC999")
    assert stale != TEXT
    assert updated(stale) == TEXT


def test_the_first_example_is_an_error(tmp_path: Path) -> None:
    for name, content in files(TEXT).items():
        if name != CONFIGURATION:
            (tmp_path / name).write_text(content, "utf-8")
    first = commands(TEXT)[0]
    assert run(first, tmp_path).returncode == 1
    assert "FC201" in run(first, tmp_path).stdout


def test_every_command_is_named_and_every_named_command_exists() -> None:
    assert named_commands() == set(leaves(main))


@pytest.mark.parametrize("command", sorted(named_commands()))
def test_named_command_has_help(command: str) -> None:
    result = CliRunner().invoke(main, [*command.split(), "--help"])
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: main {command}")


def test_named_options_exist() -> None:
    options = {name for command in leaves(main).values() for p in command.params for name in p.opts}
    named = {word for code in INLINE for word in code.split() if word.startswith("--")}
    assert "--date" in named
    assert named <= options


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)", NOT_A_SESSION))))
def test_named_make_target_would_run(root: Path, target: str) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    if make := shutil.which("make"):
        subprocess.run(
            [make, "--dry-run", target], cwd=root, check=True, capture_output=True, timeout=60
        )


def test_named_codes_exist() -> None:
    known = {check.CODE for check in modules_in(checks)}
    assert set(re.findall(r"FC\d{3}", TEXT)) <= known


def test_named_python_exists() -> None:
    called = set(re.findall(r"\bfactcheck\.(\w+)\(", TEXT))
    names = {"check", "check_file", "check_frame", "compare", "extract", "table"}
    assert names == called
    assert called <= set(factcheck.__all__)
    report = factcheck.check("There were 12 guests.")
    sentence = re.search(r"a report has (.*?)\. ", TEXT)
    assert sentence
    for name in re.findall(r"`(\w+)(?:\(\))?`", sentence[1]):
        assert hasattr(report, name)


def test_named_formats_languages_and_verdicts_exist() -> None:
    named = set(re.findall(r"`--format (\w+)`", TEXT))
    assert named
    assert named <= set(formats())
    section = TEXT.partition("## Languages\n")[2].partition("\n## ")[0]
    assert set(re.findall(r"\(`([a-z]{2})`\)", section)) == set(known_languages())
    section = TEXT.partition("## Verdicts")[2].partition("\n## ")[0]
    words = set(re.findall(r"`(\w+)`", section))
    assert words >= {*VERDICTS, *SEVERITIES}


def test_configuration_that_is_shown_is_read(tmp_path: Path) -> None:
    path = tmp_path / CONFIGURATION
    path.write_text(files(TEXT)[CONFIGURATION], "utf-8")
    assert read_options(path).fail_on == "warning"


def test_links_lead_to_files(root: Path) -> None:
    targets = [link for link in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in link]
    assert "CONTRIBUTING.md" in targets
    for target in targets:
        assert (root / target).exists(), target
