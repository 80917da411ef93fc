"""How the sentences of statements/sentences.toml come out: decided, left, and what is wrong.

    python -m tests.score_statements            the counts
    python -m tests.score_statements -v         and every sentence with what was said of it
    python -m tests.score_statements --unread   the tables that were left aside until the end

A right or other sentence must not be contradicted, a wrong or other one not confirmed.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.config import Settings
from factcheck.model import Finding
from factcheck.pipeline import check

FOLDER = Path(__file__).parent / "statements"
# After the newest row of every table.
DAY = date(2026, 6, 1)
KINDS = ("right", "wrong", "other")
GOOD = {"right": "supported", "wrong": "mismatch", "other": "left"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence with the findings of the check; `unread` tells of a table left aside."""

    table: str
    unread: bool
    kind: str
    text: str
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> str:
        """mismatch, supported, or left if neither."""
        given = {finding.verdict for finding in self.findings}
        return next((each for each in ("mismatch", "supported") if each in given), "left")


def outcomes() -> Iterator[Outcome]:
    """Every sentence checked against its table."""
    for table, entries in tomllib.loads((FOLDER / "sentences.toml").read_text("utf-8")).items():
        for kind in KINDS:
            for language, text in entries.get(kind, ()):
                settings = Settings(
                    language=language,
                    date=DAY,
                    tables=(FOLDER / f"{table}.csv",),
                    select=("FC407",),
                )
                findings = check(text, settings).findings
                yield Outcome(table, entries.get("unread", False), kind, text, findings)


def main(arguments: list[str]) -> None:
    """Print the counts, and with -v the sentences behind them."""
    counts: Counter[str] = Counter()
    for each in outcomes():
        if each.unread != ("--unread" in arguments):
            continue
        counts[f"{each.kind} {each.verdict}"] += 1
        if "-v" in arguments:
            mark = (
                " " if each.verdict == GOOD[each.kind] else "-" if each.verdict == "left" else "!"
            )
            said = "; ".join(f"{f.message} [{f.calculation}]" for f in each.findings)
            sys.stdout.write(f"{mark} {each.kind:<6} {each.table}: {each.text}\n      {said}\n")
    for name, count in sorted(counts.items()):
        sys.stdout.write(f"{name:<20} {count:>4}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
