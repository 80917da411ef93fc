"""Figures out of English articles: factcheck beside tools of the extra `bench`, in one run.

Recognizers-Text has a model for each kind of figure; currencies alone are compared as well as all
the models that find together what `extract` finds in one pass.
"""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from time import process_time

import factcheck
from tests.benchmarks.corpus import DATE, megabytes, text
from tests.benchmarks.timing import medians

TITLE = "Figures beside other tools, English"
CHARACTERS = 10_000
RUNS = 3
PACKAGES = {"quantulum3": "quantulum3", "recognizers-text-suite": "recognizers_suite"}
MODELS = (
    "number", "ordinal", "percentage", "age", "currency", "dimension", "temperature", "datetime",
)  # fmt: skip

Peer = Callable[[str], object]


def run(*, full: bool) -> Iterator[str]:
    """A line a tool; `full` takes no more text, which would take the others minutes."""
    del full
    missing = [name for name, module in PACKAGES.items() if find_spec(module) is None]
    if missing:
        yield f"not installed: {', '.join(missing)} (they are the extra bench)"
    body = text("en", CHARACTERS)
    for name, peer in _peers():
        peer("It costs 5 euros.")  # models are loaded at the first call
        tasks = (partial(_figures, body), partial(peer, body))
        ours, theirs = medians(RUNS, *tasks, clock=process_time)
        mega = megabytes(body)
        yield (
            f"{name}: {mega / theirs * 1000:,.1f} KB/s, factcheck {mega / ours * 1000:,.0f} KB/s, "
            f"{theirs / ours:,.0f} times as fast"
        )


def _figures(body: str) -> object:
    return factcheck.extract(body, language="en", date=DATE, attribution=False)


def _peers() -> Iterator[tuple[str, Peer]]:
    """The tools that are installed, imported only when it is their turn."""
    if find_spec(PACKAGES["quantulum3"]):
        yield "quantulum3", import_module("quantulum3.parser").parse
    if find_spec(PACKAGES["recognizers-text-suite"]):
        suite = import_module("recognizers_suite")
        models = [getattr(suite, f"recognize_{name}") for name in MODELS]
        english = suite.Culture.English
        yield "Recognizers, currency", lambda body: suite.recognize_currency(body, english)
        yield "Recognizers, all", lambda body: [model(body, english) for model in models]
