"""How the sentences of annotated/table_sentences.toml come out: found, missed, and what is wrong.

    python -m tests.score_tables            the counts
    python -m tests.score_tables -v         and every sentence that is not as it should be

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
from factcheck.pipeline import check

SENTENCES = Path(__file__).parent / "annotated" / "table_sentences.toml"
LOUD = frozenset({"error", "warning"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence with the FC4xx verdicts of its findings."""

    kind: str
    text: str
    verdicts: frozenset[str]
    severities: frozenset[str]

    @property
    def contradicted(self) -> bool:
        """Is there an error or a warning?"""
        return bool(self.severities & LOUD)

    @property
    def confirmed(self) -> bool:
        """Does a table agree, and none contradict?"""
        return "supported" in self.verdicts and not self.contradicted


def outcomes(day: date | None = None) -> Iterator[Outcome]:
    """Every sentence checked, at its own day or all at `day`."""
    for kind, entries in tomllib.loads(SENTENCES.read_text("utf-8")).items():
        for language, own, text in entries:
            when = day or date.fromisoformat(own)
            report = check(text, Settings(language=language, date=when, select=("FC4",)))
            verdicts = frozenset(each.verdict for each in report.findings)
            yield Outcome(kind, text, verdicts, frozenset(f.severity for f in report.findings))


def main(arguments: list[str]) -> None:
    """Print the counts, and with -v the sentences behind them."""
    counts: Counter[str] = Counter()
    for each in outcomes():
        found = "contradicted" if each.contradicted else "confirmed" if each.confirmed else "left"
        counts[f"{each.kind} {found}"] += 1
        good = {"right": "confirmed", "wrong": "contradicted", "other": "left"}[each.kind]
        if found != good and "-v" in arguments:
            sys.stdout.write(f"{each.kind} {found}: {each.text} {sorted(each.verdicts)}\n")
    for name, count in sorted(counts.items()):
        sys.stdout.write(f"{name:<20} {count:>4}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
