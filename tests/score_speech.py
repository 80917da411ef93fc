"""Score who said what on the annotated passages: `python -m tests.score_speech de -v`.

A content is right if its words are those annotated (marks and punctuation do not count); source and
mode must be right as well for the next two levels. What is said twice counts once.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.config import Settings
from factcheck.pipeline import extract

FOLDER = Path(__file__).parent / "annotated" / "speech"
RECORDED = FOLDER / "recorded.json"
LEVELS = ("content", "source", "mode")
WORD = re.compile(r"\w+")

Parts = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Who (a span or None) says what (spans), and how."""

    source: tuple[int, int] | None
    content: Parts
    mode: str


@dataclass(frozen=True, slots=True)
class Passage:
    """An annotated text."""

    id: str
    text: str
    quotes: tuple[Quote, ...]


def load(language: str) -> list[Passage]:
    """Every passage of a language, as in the file."""
    lines = (FOLDER / f"{language}.jsonl").read_text("utf-8").split("\n")
    return [_passage(line) for line in lines if line]


def found_in(text: str, language: str) -> list[Quote]:
    """What the tool reads."""
    return [
        Quote(
            (said.source.start, said.source.end) if said.source else None,
            tuple((part.start, part.end) for part in said.content),
            said.mode,
        )
        for said in extract(text, Settings(language=language)).speech.attributions
    ]


def score(language: str) -> dict[str, float]:
    """F1 in per cent at each of LEVELS."""
    right = dict.fromkeys(LEVELS, 0)
    total = 0
    for passage in load(language):
        found = found_in(passage.text, language)
        total += len(found) + len(passage.quotes)
        for quote in passage.quotes:
            levels = max((_levels(passage.text, quote, each) for each in found), default=0)
            for level in LEVELS[:levels]:
                right[level] += 1
    return {level: round(200 * count / total, 1) for level, count in right.items()}


def differences(language: str) -> Iterator[str]:
    """Each passage in which something differs, with what was found."""
    for passage in load(language):
        found = found_in(passage.text, language)
        sound = len(found) == len(passage.quotes) and all(
            any(_levels(passage.text, quote, each) == len(LEVELS) for each in found)
            for quote in passage.quotes
        )
        if not sound:
            yield f"{passage.id}  {passage.text}"
            for each in found:
                yield f"    {each.mode}  {_words(passage.text, each.content)}"


def _levels(text: str, gold: Quote, found: Quote) -> int:
    if _words(text, gold.content) != _words(text, found.content):
        return 0
    sources = [_words(text, (each,)) if each else [] for each in (gold.source, found.source)]
    if sources[0] != sources[1]:
        return 1
    return 3 if gold.mode == found.mode else 2


def _words(text: str, parts: Parts) -> list[str]:
    return [word for first, last in parts for word in WORD.findall(text[first:last])]


def _passage(line: str) -> Passage:
    row = json.loads(line)
    quotes = tuple(
        Quote(
            tuple(each["source"]) if each["source"] else None,
            tuple((first, last) for first, last in each["content"]),
            each["mode"],
        )
        for each in row["quotes"]
    )
    return Passage(row["id"], row["text"], quotes)


def main() -> None:
    """Print the scores; -v what differs, --record what is reached."""
    languages = [each for each in sys.argv[1:] if not each.startswith("-")] or ["de", "en"]
    reached = {language: score(language) for language in languages}
    for language, scores in reached.items():
        sys.stdout.write(f"{language} {scores}\n")
        if "-v" in sys.argv:
            sys.stdout.writelines(f"{line}\n" for line in differences(language))
    if "--record" in sys.argv:
        RECORDED.write_text(json.dumps(reached, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
