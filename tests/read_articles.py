"""List every error and warning over many articles: `python -m tests.read_articles FILE.jsonl`.

One JSON object a line: `text`, and where they are known `date`, `language` (or `lang`), `title` and
`id`. Without a `date` a day in brackets at the end of the title is taken ("A title (2005-08-05)"),
else that of `--date`. At the end every code is counted by verdict and severity.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import factcheck
from factcheck.model import Finding

DATED = re.compile(r"\((\d{4}-\d\d-\d\d)\)\s*$")
LOUD = frozenset({"error", "warning"})
SHOWN = 70


@dataclass(frozen=True, slots=True)
class Article:
    """One line of the file; `date` is ISO, None where nobody gives one."""

    name: str
    text: str
    date: str | None
    language: str | None


def articles(lines: Iterator[str], language: str | None, day: str | None) -> Iterator[Article]:
    """The articles of a file, one a line; what a line does not say is taken from the options."""
    for line in lines:
        if not line.strip():
            continue
        fields = json.loads(line)
        title = str(fields.get("title") or fields.get("id") or "")
        dated = DATED.search(title)
        yield Article(
            title,
            fields["text"],
            fields.get("date") or (dated[1] if dated else day),
            language or fields.get("language") or fields.get("lang"),
        )


def report(found: Iterator[Article], out: TextIO, *, select: Sequence[str], quiet: bool) -> None:
    """Check every article and write what is found; `quiet` leaves out what is only a note."""
    counted: Counter[tuple[str, str, str]] = Counter()
    read = characters = 0
    begun = time.perf_counter()
    for article in found:
        read, characters = read + 1, characters + len(article.text)
        checked = factcheck.check(
            article.text, language=article.language, date=article.date, select=select or None
        )
        for finding in checked.findings:
            counted[finding.code, finding.verdict, finding.severity] += 1
            if finding.severity in LOUD or not quiet:
                out.write(told(finding, article.name))
    out.write(f"{read} articles, {characters} characters, {time.perf_counter() - begun:.0f} s\n")
    out.writelines(
        f"  {code} {verdict:11} {severity:8} {times:6}\n"
        for (code, verdict, severity), times in sorted(counted.items())
    )


def told(finding: Finding, name: str) -> str:
    """One finding with its sentence, for a reader to judge."""
    sentence = " ".join(finding.claims[0].sentence.text.split()) if finding.claims else ""
    lines = [
        f"{finding.severity} {finding.code} {finding.verdict} | {name[:SHOWN]}",
        f"    {finding.message}",
        f"    {finding.calculation or ''}",
        f"    {sentence}",
    ]
    return "".join(f"{line}\n" for line in lines if line.strip())


def main(arguments: Sequence[str]) -> None:
    """Read the file named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.read_articles")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--language", help="for articles that do not say theirs")
    parser.add_argument("--date", help="for articles without a day of their own")
    parser.add_argument("--select", action="append", default=[], help="only these codes")
    parser.add_argument("--all", action="store_true", help="notes and agreements as well")
    options = parser.parse_args(arguments)
    for path in options.files:
        with path.open(encoding="utf-8") as lines:
            found = articles(lines, options.language, options.date)
            report(found, sys.stdout, select=options.select, quiet=not options.all)


if __name__ == "__main__":
    main(sys.argv[1:])
