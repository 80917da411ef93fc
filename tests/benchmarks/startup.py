"""One article from the shell: the whole process, beside one that only imports what it stands on."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial

from tests.benchmarks.corpus import DATE, ROOT
from tests.benchmarks.timing import medians

TITLE = "One article from the shell"
IMPORTS = (sys.executable, "-c", "import click, regex, rich")
ARTICLES = tuple(sorted((ROOT / "seeds").glob("*.txt")))[:2]
RUNS = 11


def run(*, full: bool) -> Iterator[str]:
    """Median times of whole processes and their ratio; `full` measures no more."""
    del full
    for article in ARTICLES:
        check = (sys.executable, "-m", "factcheck", "check", str(article), "--date", DATE)
        for command in (IMPORTS, check):
            _process(command)  # the first run writes the compiled modules
        bare, checked = medians(RUNS, partial(_process, IMPORTS), partial(_process, check))
        yield (
            f"{article.name}: {checked * 1000:.0f} ms, the imports alone {bare * 1000:.0f} ms, "
            f"ratio {checked / bare:.1f}"
        )


def _process(command: Sequence[str]) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    if run.returncode not in {0, 1}:
        raise RuntimeError(run.stderr.decode("utf-8", "replace"))
