"""Score the time expressions of annotated sentences: `python -m tests.score_times de -v`.

Spans count when they overlap, one to one; values when first and last day are equal. The format is
told in annotated_times/README.md.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import factcheck
from factcheck.model import Claim, Period

FOLDER = Path(__file__).parent / "annotated_times"
RECORDED = FOLDER / "recorded.json"
MARK = re.compile(r"\[([^\]=]+) = ([^\]]+)\]")
KINDS = frozenset({"date", "duration"})
LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Gold:
    """A time expression as a reader marked it; `days` as ISO dates, "" where it names none."""

    start: int
    end: int
    days: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence of an article of a day."""

    day: date
    text: str
    times: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """F1 of the spans and of spans with the right days, in per cent; and what differs."""

    span: float
    value: float
    wrong: tuple[str, ...]


def languages() -> list[str]:
    """The languages that are annotated, in alphabetic order."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def load(language: str) -> list[Sentence]:
    """Every sentence of a language."""
    lines = (FOLDER / f"{language}.txt").read_text("utf-8").splitlines()
    return [_sentence(line) for line in lines if line]


def _sentence(line: str) -> Sentence:
    day, _, marked = line.partition(" | ")
    text, times, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        times.append(Gold(len(text), len(text) + len(match[1]), _written_out(match[2])))
        text += match[1]
        at = match.end()
    return Sentence(date.fromisoformat(day), text + marked[at:], tuple(times))


def _written_out(value: str) -> str:
    """The first and the last day of "2025", "2025-03", "2025-03-12", "A/B"; "" for "-"."""
    if value == "-" or "/" in value:
        return value.strip("-")
    if len(value) == len("2025"):
        return f"{value}-01-01/{value}-12-31"
    if len(value) == len("2025-03"):
        year, month = (int(part) for part in value.split("-"))
        last = LAST_DAYS[month - 1] + (month == 2 and year % 4 == 0)
        return f"{value}-01/{value}-{last}"
    return f"{value}/{value}"


def times_of(sentence: Sentence, language: str) -> list[tuple[int, int, str]]:
    """Start, end and days of every time expression that factcheck reads in a sentence."""
    claims = factcheck.extract(sentence.text, language=language, date=sentence.day)
    return [
        (span.start, span.end, f"{period.start}/{period.end}" if period else "")
        for claim in claims
        if claim.kind in KINDS
        for period in [own_period(claim)]
        for span in [period.span if period else claim.span]
    ]


def own_period(claim: Claim) -> Period | None:
    """The period that the claim itself tells, and not one that its sentence speaks of."""
    period = claim.period
    if period is None or period.span.end <= claim.span.start or claim.span.end <= period.span.start:
        return None
    return period


def score(sentences: Sequence[Sentence], language: str) -> Score:
    """Micro-averaged over all sentences."""
    golds = found = spans = values = 0
    wrong: list[str] = []
    for sentence in sentences:
        read = times_of(sentence, language)
        golds, found = golds + len(sentence.times), found + len(read)
        for gold, time in _pairs(sentence, read):
            spans += time is not None and gold is not None
            right = gold is not None and time is not None and time[2] == gold.days
            values += right
            if not right:
                wrong.append(_told(sentence, gold, time))
    total = golds + found
    return Score(200 * spans / total, 200 * values / total, tuple(wrong))


def _pairs(
    sentence: Sentence, read: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[Gold | None, tuple[int, int, str] | None]]:
    left = list(read)
    for gold in sentence.times:
        time = next((t for t in left if t[0] < gold.end and gold.start < t[1]), None)
        if time is not None:
            left.remove(time)
        yield gold, time
    for time in left:
        yield None, time


def _told(sentence: Sentence, gold: Gold | None, time: tuple[int, int, str] | None) -> str:
    meant = f"{sentence.text[gold.start : gold.end]!r} is {gold.days}" if gold else "nothing"
    read = f"{sentence.text[time[0] : time[1]]!r} {time[2]}" if time else "nothing"
    return f"{meant} | read {read} | {sentence.day} {sentence.text}"


def main(arguments: Sequence[str]) -> None:
    """Print the scores of one language or of all; with -v what differs; --record keeps them."""
    reached: dict[str, dict[str, float]] = {}
    for language in [name for name in arguments if not name.startswith("-")] or languages():
        sentences = load(language)
        got = score(sentences, language)
        if "-v" in arguments:
            sys.stdout.writelines(f"{line}\n" for line in got.wrong)
        times = sum(len(sentence.times) for sentence in sentences)
        sys.stdout.write(
            f"{language}: {len(sentences)} sentences, {times} times, "
            f"span F1 {got.span:.1f}, value F1 {got.value:.1f}\n"
        )
        reached[language] = {"span": round(got.span, 1), "value": round(got.value, 1)}
    if "--record" in arguments:
        RECORDED.write_text(json.dumps(reached, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
