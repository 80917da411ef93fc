"""Megabytes a second, and whether the cost of a character stays the same as texts grow.

Beside it one scan of the same text by a plain digit pattern: the least that finding figures costs.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import process_time

import regex

import factcheck
from tests.benchmarks.corpus import DATE, megabytes, text
from tests.benchmarks.timing import medians

TITLE = "Throughput in MB/s, and times the cost of a digit scan"
SIZES = (10_000, 100_000, 1_000_000)
LARGEST = 10_000_000
# Small texts are pieces of the larger one, so that every size means the same sentences.
COVERED = 100_000
RUNS = {10_000: 5, 100_000: 5, 1_000_000: 3, LARGEST: 1}
DIGITS = regex.compile(r"[0-9]+")

Task = Callable[[str, str], object]
TASKS: dict[str, Task] = {
    "figures": lambda body, language: factcheck.extract(
        body, language=language, date=DATE, attribution=False
    ),
    "extract": lambda body, language: factcheck.extract(body, language=language, date=DATE),
    "check": lambda body, language: factcheck.check(body, language=language, date=DATE),
}


def run(*, full: bool) -> Iterator[str]:
    """A line a language and size, then what a character costs in the largest text."""
    sizes = (*SIZES, LARGEST) if full else SIZES
    for language in ("de", "en"):
        costs: dict[str, list[float]] = {name: [] for name in TASKS}
        for size in sizes:
            body = text(language, max(size, COVERED))
            pieces = [body[at : at + size] for at in range(0, len(body), size)]
            scan, *times = _times(pieces, language, RUNS[size])
            mega = megabytes(body)
            cells = [f"{language} {size:>10,} characters"]
            for name, taken in zip(TASKS, times, strict=True):
                costs[name].append(taken / len(body))
                cells.append(f"{name} {mega / taken:5.2f} ({taken / scan:,.0f} x)")
            yield "   ".join([*cells, f"digit scan {mega / scan:,.0f}"])
        growth = [f"{name} x {cost[-1] / cost[0]:.2f}" for name, cost in costs.items()]
        yield f"{language} cost of a character, {sizes[-1]:,} against {sizes[0]:,}: " + ", ".join(
            growth
        )


def _times(pieces: Sequence[str], language: str, runs: int) -> list[float]:
    tasks = [partial(each, task, pieces, language) for task in (_scan, *TASKS.values())]
    return medians(runs, *tasks, clock=process_time)


def each(task: Task, texts: Sequence[str], language: str) -> None:
    """Do a task with one text after the other."""
    for body in texts:
        task(body, language)


def _scan(body: str, _language: str) -> int:
    return sum(1 for _ in DIGITS.finditer(body))
