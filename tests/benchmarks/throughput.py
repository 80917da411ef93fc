"""Megabytes a second, and whether the cost of a character stays the same as texts grow.

Beside it one scan of the same text by a plain digit pattern: the least that finding figures costs.
"""

from collections.abc import Callable, Iterator
from functools import partial
from time import process_time

import regex

import factcheck
from tests.benchmarks.corpus import DATE, megabytes, text
from tests.benchmarks.timing import medians

TITLE = "Throughput in MB/s, and times the cost of a digit scan"
SIZES = (10_000, 100_000, 1_000_000)
LARGEST = 10_000_000
RUNS = {10_000: 15, 100_000: 5, 1_000_000: 3, LARGEST: 1}
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
            body = text(language, size)
            scan, *times = _times(body, language, RUNS[size])
            mega = megabytes(body)
            cells = [f"{language} {size:>10,} characters"]
            for name, taken in zip(TASKS, times, strict=True):
                costs[name].append(taken / size)
                cells.append(f"{name} {mega / taken:5.2f} ({taken / scan:,.0f} x)")
            yield "   ".join([*cells, f"digit scan {mega / scan:,.0f}"])
        growth = [f"{name} x {cost[-1] / cost[0]:.2f}" for name, cost in costs.items()]
        yield f"{language} cost of a character, {sizes[-1]:,} against {sizes[0]:,}: " + ", ".join(
            growth
        )


def _times(body: str, language: str, runs: int) -> list[float]:
    tasks = [partial(task, body, language) for task in TASKS.values()]
    scan = partial(_scan, body)
    return medians(runs, scan, *tasks, clock=process_time)


def _scan(body: str) -> int:
    return sum(1 for _ in DIGITS.finditer(body))
