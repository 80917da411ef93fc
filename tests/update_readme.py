"""Write the generated parts of README.md anew: `python -m tests.update_readme`.

Generated are the table of the checks, the table of the reference tables, and whatever stands below
a command: `$ factcheck ...` in a block of kind console, `>>> ...` in one of kind pycon. The
commands run in an empty folder that holds the files which README shows below a line
`<!-- file: NAME -->` (all but factcheck.toml), and the sample articles of notebooks/.
"""

import csv
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from factcheck import checks
from factcheck.discovery import modules_in
from factcheck.reference.rates import NBP, load_rates

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CONFIGURATION = "factcheck.toml"

FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```\n", re.DOTALL)
SESSION = re.compile(r"(?<=```)(console|pycon)\n(.*?)(?=```\n)", re.DOTALL)
PART = re.compile(r"(?<=<!-- )(\w+):begin -->\n.*?(?=<!-- \1:end -->)", re.DOTALL)

TABLES = {
    "office_holders": "who held which office, from when to when",
    "groups": "who was a member of which group",
    "figures": "published figures, with their edition and definition",
    "events": "days of events",
    "currencies": "currencies, and the fixed rates of those that the euro replaced",
}


def updated(text: str) -> str:
    """A README with its generated parts as they should be now."""
    text = PART.sub(lambda part: f"{part[1]}:begin -->\n{_parts()[part[1]]()}", text)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "notebooks", folder / "notebooks")
        for file, content in files(text).items():
            if file != CONFIGURATION:
                (folder / file).write_text(content, "utf-8")
        return SESSION.sub(
            lambda found: f"{found[1]}\n{_session(found[1], found[2], folder)}", text
        )


def files(text: str) -> dict[str, str]:
    """The files that a README shows: name -> content."""
    return {found[1]: found[2] for found in FILE.finditer(text)}


def commands(text: str) -> list[str]:
    """The command lines that a README shows with their output."""
    sessions = [found[2] for found in SESSION.finditer(text) if found[1] == "console"]
    return [line[2:] for session in sessions for line in session.splitlines() if line[:2] == "$ "]


def run(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command line that begins with factcheck as a reader would, with the code of here."""
    program, *arguments = shlex.split(command)
    if program != "factcheck":
        raise ValueError(f"README runs {program}, but only factcheck can be run")
    return _python(folder, "-m", "factcheck", *arguments)


def _python(folder: Path, *arguments: str, code: str = "") -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    return subprocess.run(
        [sys.executable, *arguments],
        input=code,
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def _session(kind: str, text: str, folder: Path) -> str:
    prompt = "$ " if kind == "console" else ">>> "
    lines = [line for line in text.splitlines() if line.startswith(prompt)]
    if kind == "console":
        outputs = [run(line.removeprefix(prompt), folder) for line in lines]
    else:  # all lines in one process; only the last one shows something
        *first, last = [line.removeprefix(prompt) for line in lines]
        outputs = [_python(folder, "-", code="\n".join([*first, f"print({last})"]))]
        lines = ["\n".join(lines)]
    for output in outputs:
        if output.stderr:
            raise RuntimeError(output.stderr)
    shown = [f"{line}\n{output.stdout}" for line, output in zip(lines, outputs, strict=True)]
    return "\n".join(shown)


def _parts() -> dict[str, Callable[[], str]]:
    return {"checks": _check_table, "tables": _table_table}


def _check_table() -> str:
    rows = [
        (f"`{check.CODE}`", check.NAME, check.PRECISION, (check.__doc__ or "").splitlines()[0])
        for check in sorted(modules_in(checks), key=lambda check: str(check.CODE))
    ]
    return _table(("code", "name", "class", "what it checks"), rows)


def _table_table() -> str:
    return _table(("table", "what it holds", "newest"), _newest())


def _newest() -> Iterator[tuple[str, str, str]]:
    for name, content in TABLES.items():
        with (ROOT / "reference_data" / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
            days = [row["checked_on"] for row in csv.DictReader(opened)]
        yield f"`{name}.csv`", content, max(days)
    content = "euro reference rates of the European Central Bank, from 1999 on"
    yield "`rates/`", content, str(load_rates().newest("EUR"))
    content = "mid rates of the Polish national bank, for currencies that the former lacks"
    yield "`rates_nbp/`", content, str(load_rates(publisher=NBP).newest("PLN"))
    series = (ROOT / "reference_data" / "series").glob("*.toml")
    newest = max(str(tomllib.loads(each.read_text("utf-8"))["checked_on"]) for each in series)
    yield "`series/`", "figures of many years: prices, growth, defence, output, inhabitants", newest
    yield "`units.csv`", "exact factors of units of measure", ""
    yield "`concepts.csv`", "German and English words for all of these", ""
    yield "`first_names.csv`", "first names, and whether they are of women or of men", ""


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines).replace("| --- ", "|---")


def main() -> None:
    """Write the file, and say whether anything changed."""
    before = README.read_text("utf-8")
    after = updated(before)
    README.write_text(after, "utf-8", newline="\n")
    print("README.md is as it was" if after == before else "README.md has changed")


if __name__ == "__main__":
    main()
