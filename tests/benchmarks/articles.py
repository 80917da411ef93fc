"""Articles one by one, as a desk or an archive hands them over: how many a second of one core.

Of an archive of one's own, JSON lines with each article in a field text:
python -m tests.benchmarks.articles news.jsonl
"""

import json
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from time import process_time

from factcheck.languages.detect import detect_language
from tests.benchmarks.corpus import megabytes, news
from tests.benchmarks.throughput import TASKS, each
from tests.benchmarks.timing import medians

TITLE = "Articles one by one"
RUNS = 3
FEWEST = 200


def run(*, full: bool) -> Iterator[str]:
    """A line a language; `full` measures no more."""
    del full
    for language in ("de", "en"):
        texts = news(language)
        yield measured(texts * (FEWEST // len(texts) + 1), language)


def measured(texts: Sequence[str], language: str) -> str:
    """Articles and megabytes a second of each task."""
    size = sum(map(megabytes, texts))
    tasks = [partial(each, task, texts, language) for task in TASKS.values()]
    cells = [f"{language} {len(texts)} articles of {sum(map(len, texts)) / len(texts):,.0f}"]
    for name, taken in zip(TASKS, medians(RUNS, *tasks, clock=process_time), strict=True):
        cells.append(f"{name} {len(texts) / taken:,.0f}/s {size / taken:.2f} MB/s")
    return "   ".join(cells)


def main(paths: Sequence[str]) -> None:
    """Print a line for each archive."""
    for path in paths:
        lines = Path(path).read_text("utf-8").splitlines()
        texts = [str(json.loads(line)["text"]) for line in lines if line.strip()]
        print(measured(texts, detect_language(texts[0]) or "en"))


if __name__ == "__main__":
    main(sys.argv[1:])
