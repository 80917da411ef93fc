"""Measured times: the median of runs that alternate, so that a busy moment hits both sides."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def seconds(task: Callable[[], object]) -> float:
    """How long one run takes."""
    start = perf_counter()
    task()
    return perf_counter() - start


def medians(runs: int, *tasks: Callable[[], object]) -> list[float]:
    """The median time of each task in seconds: all of them once in turn, `runs` times over."""
    rounds = [[seconds(task) for task in tasks] for _ in range(runs)]
    return [median(times) for times in zip(*rounds, strict=True)]
