"""The catalogue of the checks, and the page of each: what it does, an example, what it misses."""

import re
from types import ModuleType

import pytest
from click.testing import CliRunner

from factcheck import checks
from factcheck.cli import main
from factcheck.discovery import modules_in

CHECKS = sorted(modules_in(checks), key=lambda check: str(check.CODE))
CODE = re.compile(r"FC[1-69]\d\d")
ONE_CHECK = pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.CODE))


def explained(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["explain", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_catalogue_has_one_line_a_check_in_the_order_of_the_codes() -> None:
    lines = explained().splitlines()
    assert [line.split()[0] for line in lines] == [check.CODE for check in CHECKS]
    assert len({check.CODE for check in CHECKS}) == len({c.NAME for c in CHECKS}) == len(CHECKS)
    for line, check in zip(lines, CHECKS, strict=True):
        assert line.split()[1:3] == [check.PRECISION, check.NAME]
        assert line.endswith(title(check))
        assert len(line) <= 120


def test_the_first_checks_are_there() -> None:
    first = {"FC101", "FC201", "FC301", "FC302", "FC401", "FC402", "FC403"}
    assert first <= {check.CODE for check in CHECKS}


@ONE_CHECK
def test_a_check_has_a_code_a_name_and_a_class(check: ModuleType) -> None:
    assert CODE.fullmatch(check.CODE)
    assert check.__name__.rpartition(".")[2].replace("_", "-") == check.NAME
    assert check.PRECISION in {"H", "M", "N"}


@ONE_CHECK
def test_the_page_is_the_docstring_and_has_its_parts(check: ModuleType) -> None:
    page = explained(check.CODE)
    heading, gap, first, *rest = page.splitlines()
    assert heading == f"{check.CODE} {check.NAME} ({check.PRECISION})"
    assert (gap, first) == ("", title(check))
    body = "\n".join(rest)
    example = body.partition("Worked example")[2].partition("\n\n")[0]
    assert re.search(r"\d", example), "the worked example has no figure"
    assert re.search(r'"[^"]+"', example), "the worked example quotes no text"
    assert re.search(r"^It cannot see: .{20,}", body, re.MULTILINE)
    assert re.search(r"^Source of the rule: .{10,}", body, re.MULTILINE)
    assert max(map(len, page.splitlines())) <= 100


@ONE_CHECK
def test_a_check_is_found_by_its_name_and_whatever_the_case(check: ModuleType) -> None:
    assert explained(check.NAME) == explained(check.CODE.lower()) == explained(check.CODE)


@pytest.mark.parametrize("word", ["FC", "FC999", "no-such-check", ""])
def test_an_unknown_check_is_refused_with_a_way_on(word: str) -> None:
    result = CliRunner().invoke(main, ["explain", word])
    assert result.exit_code == 2
    assert f'there is no check "{word}"' in result.output
    assert "factcheck explain" in result.output


def title(check: ModuleType) -> str:
    assert check.__doc__
    return check.__doc__.splitlines()[0]
