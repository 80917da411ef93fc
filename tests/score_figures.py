"""Score `factcheck.extract` on the annotated sentences: `python -m tests.score_figures de -v`.

The format, and what counts as right, is told in annotated/README.md.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import factcheck
from factcheck.model import Claim, Quantity

FOLDER = Path(__file__).parent / "annotated"
RECORDED = FOLDER / "recorded.json"
LEVELS = ("value", "kind", "unit")
BARE_KINDS = frozenset({"count", "number"})

# Inside a class with a field `date` that name no longer means the type.
Day = date


@dataclass(frozen=True, slots=True)
class Gold:
    """A figure or date as a reader annotated it; `value` as in the file, `end` exclusive."""

    text: str
    start: int
    kind: str
    value: Any
    unit: str | None
    noun: str | None
    optional: bool

    @property
    def end(self) -> int:
        """Where the printed figure ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated text."""

    id: str
    desk: str
    date: Day | None
    text: str
    figures: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold figure and the claim matched with it; one of them is None where nothing matched.

    `right` is how many of LEVELS hold: 0 for a miss, a false positive or a wrong value.
    """

    sentence: Sentence
    gold: Gold | None
    claim: Claim | None
    right: int


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in per cent."""

    precision: float
    recall: float
    f1: float


def languages() -> list[str]:
    """The languages that are annotated, in alphabetic order."""
    return sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def load(language: str) -> list[Sentence]:
    """Every annotated text of a language, as in the file."""
    lines = (FOLDER / f"{language}.jsonl").read_text("utf-8").split("\n")
    return [_sentence(json.loads(line)) for line in lines if line]


def pairs_of(sentences: Sequence[Sentence], language: str) -> list[Pair]:
    """Read every text and match what was found with what is annotated."""
    return [pair for sentence in sentences for pair in _matched(sentence, language)]


def score(pairs: Sequence[Pair], level: str) -> Score:
    """Micro-averaged over all pairs; each of LEVELS asks for the ones before it too."""
    needed = LEVELS.index(level) + 1
    right = sum(pair.right >= needed for pair in pairs)
    golds = sum(pair.gold is not None for pair in pairs)
    claims = sum(pair.claim is not None for pair in pairs)
    total = golds + claims
    return Score(
        100 * right / claims if claims else 100.0,
        100 * right / golds if golds else 100.0,
        200 * right / total if total else 100.0,
    )


def _sentence(row: dict[str, Any]) -> Sentence:
    figures = tuple(
        Gold(
            figure["text"], figure["start"], figure["kind"], figure["value"],
            figure.get("unit"), figure.get("noun"), figure.get("optional", False),
        )
        for figure in row["figures"]
    )  # fmt: skip
    day = Day.fromisoformat(row["date"]) if row["date"] else None
    return Sentence(row["id"], row["desk"], day, row["text"], figures)


def _matched(sentence: Sentence, language: str) -> Iterator[Pair]:
    """Greedy, one to one, the longest overlap first; what only an optional figure meets is gone."""
    day = sentence.date.isoformat() if sentence.date else None
    found = factcheck.extract(sentence.text, language=language, date=day, attribution=False)
    claims = [claim for claim in found if claim.quantity is not None]
    overlaps = sorted(
        (-_overlap(gold, claim), g, c)
        for g, gold in enumerate(sentence.figures)
        for c, claim in enumerate(claims)
        if _overlap(gold, claim) > 0
    )
    partner: dict[int, int] = {}
    for _, g, c in overlaps:
        if g not in partner and c not in partner.values():
            partner[g] = c
    for g, gold in enumerate(sentence.figures):
        claim = claims[partner[g]] if g in partner else None
        if not gold.optional:
            yield Pair(sentence, gold, claim, _right(gold, claim, sentence.date) if claim else 0)
    optional = [gold for gold in sentence.figures if gold.optional]
    for c, claim in enumerate(claims):
        forgiven = any(_overlap(gold, claim) > 0 for gold in optional)
        if c not in partner.values() and not forgiven:
            yield Pair(sentence, None, claim, 0)


def _overlap(gold: Gold, claim: Claim) -> int:
    return min(gold.end, claim.span.end) - max(gold.start, claim.span.start)


def _right(gold: Gold, claim: Claim, anchor: date | None) -> int:
    """How many of LEVELS hold."""
    quantity = claim.quantity
    if quantity is None:
        return 0
    if gold.kind == "date" or claim.kind == "date":
        same = gold.kind == claim.kind and _same_date(gold.value, claim, anchor)
        return len(LEVELS) if same else 0
    if not _same_value(gold.value, quantity):
        return 0
    if gold.kind != quantity.kind:
        return 1
    return 3 if _same_unit(gold, quantity) else 2


def _same_value(value: Any, quantity: Quantity) -> bool:
    if value is None:
        return quantity.value is None and quantity.hedge == "vague"
    if isinstance(value, list):
        ends = (quantity.interval.low, quantity.interval.high)
        return quantity.hedge == "range" and ends == tuple(Decimal(end) for end in value)
    return quantity.value is not None and Fraction(quantity.value) == Fraction(value)


def _same_unit(gold: Gold, quantity: Quantity) -> bool:
    """The unit where there is one, else the last word of the noun, else neither."""
    if gold.unit is not None or quantity.unit is not None:
        return gold.unit == quantity.unit
    if gold.noun is None:
        return gold.kind not in BARE_KINDS or quantity.noun is None
    return quantity.noun is not None and _last_word(gold.noun) == _last_word(quantity.noun)


def _last_word(noun: str) -> str:
    return noun.rsplit(maxsplit=1)[-1].lower()


def _same_date(value: str, claim: Claim, anchor: date | None) -> bool:
    """Start and end of the period; a day of no year, "--05-03", by its day and month."""
    if value.startswith("--") and anchor is None:
        written = claim.date
        return written is not None and value == f"--{written.month:02}-{written.day:02}"
    period = claim.period
    if period is None:
        return False
    start, end = period.start.isoformat(), period.end.isoformat()
    exact = {7: "month", 4: "year"}.get(len(value), "day")
    return period.granularity == exact and start.startswith(value) and end.startswith(value)


def _told(pair: Pair) -> str:
    """One line on a miss, a false positive or a figure read in another way."""
    gold, claim = pair.gold, pair.claim
    parts = [pair.sentence.id]
    if gold is None:
        parts.append("FALSE")
    elif claim is None:
        parts.append("MISS")
    else:
        parts.append(f"WRONG {LEVELS[pair.right]}")
    if gold is not None:
        parts.append(f"{gold.text!r} is {gold.kind} {gold.value} {gold.unit or gold.noun or ''}")
    if claim is not None and claim.quantity is not None:
        parts.append(f"read {claim.span.text!r} {_read(claim, claim.quantity)}")
    return " | ".join([*parts, pair.sentence.text])


def _read(claim: Claim, quantity: Quantity) -> str:
    if claim.period is not None and claim.kind == "date":
        return f"date {claim.period.start}..{claim.period.end}"
    value = quantity.value
    if value is None:
        value_text = f"{quantity.interval.low}..{quantity.interval.high}"
    else:
        value_text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return f"{quantity.kind} {value_text} {quantity.unit or quantity.noun or ''}"


def record() -> None:
    """Write what is reached today to recorded.json, the floor of the tests."""
    reached = {
        language: {level: round(score(pairs, level).f1, 1) for level in LEVELS}
        for language in languages()
        if (pairs := pairs_of(load(language), language))
    }
    RECORDED.write_text(json.dumps(reached, indent=2) + "\n", "utf-8")


def main(arguments: Sequence[str]) -> None:
    """Print the table of one language or of all; with -v every pair that is not wholly right.

    With --record the figures of all languages are written down too.
    """
    if "--record" in arguments:
        record()
    chosen = [name for name in arguments if not name.startswith("-")] or languages()
    for language in chosen:
        sentences = load(language)
        pairs = pairs_of(sentences, language)
        if "-v" in arguments:
            sys.stdout.writelines(f"{_told(pair)}\n" for pair in pairs if pair.right < len(LEVELS))
        figures = Counter(pair.gold.kind for pair in pairs if pair.gold)
        sys.stdout.write(f"{language}: {len(sentences)} texts, {figures.total()} figures\n")
        dates = [pair for pair in pairs if "date" in (_kind(pair.gold), _kind(pair.claim))]
        for name, level, chosen_pairs in (
            *((level, level, pairs) for level in LEVELS),
            ("dates", "value", dates),
        ):
            got = score(chosen_pairs, level)
            sys.stdout.write(
                f"  {name:6} P {got.precision:5.1f}  R {got.recall:5.1f}  F1 {got.f1:5.1f}\n"
            )


def _kind(part: Gold | Claim | None) -> str | None:
    return part.kind if part is not None else None


if __name__ == "__main__":
    main(sys.argv[1:])
