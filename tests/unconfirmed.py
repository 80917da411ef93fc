"""List figures that fit while no finding says so: `python -m tests.unconfirmed FILE.jsonl`.

Real text needs no annotation to show what the relations miss: three figures of neighbouring
sentences that make a sum or a change in per cent, with two digits and more each, mostly belong
together. A reader judges each one, for some fit by chance. Those that a finding of agreement binds
are only counted. The articles are read as by `tests.read_articles`.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import TextIO

import factcheck
from factcheck.interval import exact
from factcheck.model import Claim, Quantity
from tests.read_articles import Article, articles

NEIGHBOURS = 3
DIGITS = 2
LEVELS = frozenset({"money", "count", "measure", "number"})
# Two levels further apart than so many times make any share; a wider total fits any two items.
APART, FINE = 5, Fraction(1, 50)

Figure = tuple[Claim, Quantity]
Triple = tuple[Figure, Figure, Figure]


def report(found: Iterator[Article], out: TextIO) -> None:
    """Write every triple that fits and that no finding binds, and how many there are of both."""
    confirmed = missed = 0
    for article in found:
        checked = factcheck.check(article.text, language=article.language, date=article.date)
        agreed = [
            {claim.id for claim in finding.claims}
            for finding in checked.findings
            if finding.verdict == "supported"
        ]
        claims = factcheck.extract(article.text, language=article.language, date=article.date)
        results: dict[str, list[Triple]] = {}
        for triple in fitting(claims):
            results.setdefault(triple[-1][0].id, []).append(triple)
        for result, triples in results.items():
            if any(result in ids and len(ids) > 1 for ids in agreed):
                confirmed += 1
            else:
                missed += 1
                out.write(_told(min(triples, key=_reach), article.name))
    out.write(f"{confirmed} figures confirmed, {missed} that fit and are not\n")


def fitting(claims: Sequence[Claim]) -> Iterator[Triple]:
    """Two levels, or items, of neighbouring sentences and the change or the sum that they make."""
    figures = [(claim, claim.quantity) for claim in claims if claim.quantity is not None]
    figures = [(claim, quantity) for claim, quantity in figures if _digits(quantity) >= DIGITS]
    sentences = sorted({claim.sentence.start for claim, _ in figures})
    for at, start in enumerate(sentences):
        near = sentences[max(0, at - NEIGHBOURS + 1) : at + 1]
        window = [figure for figure in figures if figure[0].sentence.start in near]
        for pair in combinations((f for f in window if f[1].kind in LEVELS), 2):
            for result in window:
                triple = (*pair, result)
                here = any(figure[0].sentence.start == start for figure in triple)
                if here and result not in pair and (_changed(*triple) or _summed(*triple)):
                    yield triple


def _digits(quantity: Quantity) -> int:
    """The significant digits of a figure; 0 of a range, of a fraction and of none at all."""
    value = quantity.value
    if not isinstance(value, Decimal) or quantity.hedge == "range" or not quantity.interval.bounded:
        return 0
    return len(value.normalize().as_tuple().digits)


def _changed(one: Figure, other: Figure, result: Figure) -> bool:
    """The share by which one level differs from another of its unit, either of them the old one."""
    if result[1].kind != "percentage" or one[1].unit != other[1].unit:
        return False
    low, high = sorted(exact(figure[1].value or 0) for figure in (one, other))
    shares = ((high - low) / base * 100 for base in (low, high))
    return low < high < APART * low and any(map(result[1].interval.contains, shares))


def _summed(one: Figure, other: Figure, result: Figure) -> bool:
    """Two items of one unit and their total."""
    if len({(figure[1].kind, figure[1].unit) for figure in (one, other, result)}) > 1:
        return False
    values = [exact(figure[1].value or 0) for figure in (one, other, result)]
    interval = result[1].interval
    wide = exact(interval.high or 0) - exact(interval.low or 0)
    return interval.contains(values[0] + values[1]) and wide <= FINE * values[2]


def _reach(triple: Triple) -> int:
    """How far apart the three figures stand: the nearest ones are the likeliest."""
    starts = [claim.span.start for claim, _ in triple]
    return max(starts) - min(starts)


def _told(triple: Triple, name: str) -> str:
    """The three figures and the sentences around them, for a reader to judge."""
    ordered = sorted((claim for claim, _ in triple), key=lambda claim: claim.span.start)
    sentences = dict.fromkeys(" ".join(claim.sentence.text.split()) for claim in ordered)
    figures = " | ".join(claim.span.text for claim, _ in triple)
    return f"{figures} || {name}\n    {' '.join(sentences)}\n"


def main(arguments: Sequence[str]) -> None:
    """Read the files named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.unconfirmed")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--language", help="for articles that do not say theirs")
    parser.add_argument("--date", help="for articles without a day of their own")
    options = parser.parse_args(arguments)
    for path in options.files:
        with path.open(encoding="utf-8") as lines:
            report(articles(lines, options.language, options.date), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
