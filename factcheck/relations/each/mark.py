"""What an amount is for each of, by the words beside it: the record, and what its readers share."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from fractions import Fraction

from factcheck.record import record
from factcheck.relations.sentence import (
    BREAKS,
    DASHES,
    STATEMENT_ENDS,
    Figure,
    Roles,
    Sentence,
    same_noun,
)

WORDS = 6
NOUN = 2
LONGEST_PLURAL = 2
ENDS = STATEMENT_ENDS | {":"}
MEASURED = frozenset({"money", "measure"})
COUNTED = frozenset({"count", "duration"})


@record
class Mark:
    """What may count those that an amount is for; `named` where the mark says what they are.

    `size` is that of the unit in `per`, `end` one past the words of the mark; `made` the dimension
    of what the two make together, where it is not that of the amount. What is `joined` to the
    number right before it has that number whatever the time it is told for; `bare` is what no
    word marks.
    """

    bases: Sequence[Figure]
    end: int
    per: Roles = field(default_factory=dict)
    size: Fraction = Fraction(1)
    named: bool = True
    made: str = ""
    joined: bool = False
    averaged: bool = False
    bare: bool = False


def dimension(window: Sentence, figure: Figure) -> str:
    """What the unit of a figure measures; "time" of a duration."""
    return "time" if figure.kind == "duration" else window.scene.dimension(figure.quantity.unit)


def behind(window: Sentence, each: Figure) -> Iterator[int]:
    """The token behind a figure, and those behind its noun: "acht Tonnen Weizen holte er vom".

    Farther behind it no article may stand before what the amount is for.
    """
    yield each.last + 1
    articles = window.lexicon.data["grammar"]["determiners"]
    for at in range(each.last + 1, each.last + WORDS if each.kind in MEASURED else 0):
        if window.word(at) in BREAKS or any(f.first <= at <= f.last for f in window.figures):
            break
        if window.word(at + 1) not in articles or at <= each.last + NOUN:
            yield at + 1


def per_words(window: Sentence, at: int) -> int:
    """The length of "je", "per", "for every"."""
    tables = (window.phrases("per_unit", key) for key in ("per", "upon_each", "each_of"))
    return max(window.at(table, at) for table in tables)


def of_anything(window: Sentence, at: int) -> int:
    """The length of "each", "for each of them", "for each," of whatever was counted."""
    upon = window.at(window.phrases("per_unit", "upon_each"), at)
    them = window.at(window.phrases("per_unit", "each_of_them"), at)
    any_each = int(window.word(at) in window.lexicon.data["per_unit"]["any_each"])
    alone = window.breaks(at + upon) and window.word(at + upon) not in DASHES  # not "Pro-Kopf-"
    return them or any_each or (upon if alone else 0)


def of_persons(window: Sentence, base: Figure) -> bool:
    """Does it count people, of whom each is a head?"""
    data = window.lexicon.data
    return base.quantity.head in {*data["per_unit"]["persons"], *data["sums"]["persons"]}


def counts(figure: Figure, noun: str) -> bool:
    """Is it a number of these: "Plätze" of "Platz", "Studienplätze" too?"""
    head = figure.quantity.head
    plural = head.startswith(noun) and len(head) - len(noun) <= LONGEST_PLURAL  # beds, of a bed
    return bool(head and noun) and (plural or same_noun(head, noun) or _compound(head, noun))


def _compound(head: str, noun: str) -> bool:
    """As in "studienplätze" and "platz": the end of a compound, but for its ending."""
    tail = head[-len(noun) - 1 :]
    return len(head) > len(noun) + 2 and same_noun(tail, noun)
