"""How much of what was changed is found: `python -m tests.score_pairs [-v] [PAIR ...]`.

A pair is a source, an article that says the same, and slips planted in it: `[[right => wrong]]`.
The article is compared with all slips left out, when nothing may be said against it, and with each
of them alone. Printed are the slips found, the false alarms, and with -v what was missed.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.config import Settings
from factcheck.model import Finding
from factcheck.pipeline import check

FOLDER = Path(__file__).parent / "pairs"
SLIP = re.compile(r"\[\[(.*?) => (.*?)\]\]", re.DOTALL)
CONTRADICTING = frozenset({"mismatch", "outdated"})

# Inside a class with a field `date` that name no longer means the type.
Day = date


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and an article with its slips still marked."""

    name: str
    source_language: str
    language: str
    date: Day
    source: str
    article: str

    @property
    def slips(self) -> list[tuple[str, str]]:
        """What is right and what is planted, in the order of the text."""
        return SLIP.findall(self.article)

    def text(self, planted: int | None = None) -> str:
        """The article as the source has it, or with one slip planted."""
        number = -1

        def choose(found: re.Match[str]) -> str:
            nonlocal number
            number += 1
            return found[2] if number == planted else found[1]

        return SLIP.sub(choose, self.article)

    def span(self, planted: int) -> tuple[int, int]:
        """Where a planted slip stands in the text that has it."""
        before = Pair(self.name, "", "", self.date, "", self._up_to(planted)).text()
        return len(before), len(before) + len(self.slips[planted][1])

    def _up_to(self, planted: int) -> str:
        return self.article[: list(SLIP.finditer(self.article))[planted].start()]


@dataclass(frozen=True, slots=True)
class Score:
    """What was said of one pair."""

    found: int
    missed: tuple[str, ...]
    alarms: tuple[str, ...]


def pairs(names: Sequence[str] = ()) -> Iterator[Pair]:
    """The pairs of the folder, or those of these names."""
    for path in sorted(FOLDER.glob("*.toml")):
        if not names or path.stem in names:
            yield Pair(path.stem, **tomllib.loads(path.read_text("utf-8")))


def findings(pair: Pair, planted: int | None = None) -> list[Finding]:
    """What the comparison says against the article."""
    settings = Settings(
        language=pair.language, date=pair.date, sources=(pair.source,), select=("FC6",)
    )
    report = check(pair.text(planted), settings)
    return [found for found in report.findings if found.severity != "info"]


def score(pair: Pair) -> Score:
    """A slip is found when a contradiction touches it; everything else said is a false alarm."""
    alarms = [f"{each.code} {each.message}" for each in findings(pair)]
    missed: list[str] = []
    for number, (right, wrong) in enumerate(pair.slips):
        start, end = pair.span(number)
        said = findings(pair, number)
        hits = [each for each in said if _touches(each, start, end)]
        if not any(each.verdict in CONTRADICTING for each in hits):
            missed.append(f"{right} => {wrong}")
        alarms += [f"{e.code} {e.message} (beside {wrong})" for e in said if e not in hits]
    return Score(len(pair.slips) - len(missed), tuple(missed), tuple(dict.fromkeys(alarms)))


def _touches(finding: Finding, start: int, end: int) -> bool:
    return any(span.start <= max(start, end - 1) and start <= span.end for span in finding.spans)


def main(arguments: Sequence[str]) -> None:
    """Print the score of each pair and of all."""
    verbose = "-v" in arguments
    found = planted = alarms = 0
    for pair in pairs([each for each in arguments if each != "-v"]):
        result = score(pair)
        found, planted = found + result.found, planted + len(pair.slips)
        alarms += len(result.alarms)
        counts = f"{result.found:>2} of {len(pair.slips):>2}, false alarms {len(result.alarms)}"
        print(f"{pair.name:<28} {counts}")
        if verbose:
            for line in result.missed:
                print(f"    missed: {line}")
            for line in result.alarms:
                print(f"    alarm:  {line}")
    share = f"{found / max(1, planted):.0%}"
    print(f"{'all':<28} {found} of {planted} ({share}), false alarms {alarms}")


if __name__ == "__main__":
    main(sys.argv[1:])
