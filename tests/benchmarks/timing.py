"""Measured times: the median of runs that alternate, so that a busy moment hits both sides."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

Clock = Callable[[], float]


def seconds(task: Callable[[], object], clock: Clock = perf_counter) -> float:
    """How long one run takes: by the clock on the wall, or in time of the processor."""
    start = clock()
    task()
    return clock() - start


def medians(runs: int, *tasks: Callable[[], object], clock: Clock = perf_counter) -> list[float]:
    """The median time of each task in seconds: all of them once in turn, `runs` times over."""
    rounds = [[seconds(task, clock) for task in tasks] for _ in range(runs)]
    return [median(times) for times in zip(*rounds, strict=True)]
