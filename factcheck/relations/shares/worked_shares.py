"""A share of an amount, worked out: "Bei 10.000 Euro sind das 300 Euro", "also 4.900 Euro".

An amount, a share and their product and nothing else, in one sentence or in two that follow each
other: the product behind "bei" and the amount ("Die Bank nimmt 3 Prozent. Bei 10.000 Euro sind das
300 Euro"), or behind a share "davon" ("sieben Prozent davon, also 4.900 Euro"). A product for a
month, a day or a head is of something else.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.figure_kinds import ASIDE, SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Roles,
    Sentence,
    alike,
    amount,
    cues,
)
from factcheck.relations.windows import says, statements

THREE = 3
LEAD = 6
WORDS = 6
FAR = 14


def find(scene: Scene) -> Iterator[Relation]:
    """The shares of a passage whose product is worked out."""
    known = cues(scene.passage.lexicon, "worked_shares", "makes", "of_it")
    if known.isdisjoint(scene.passage.tokens.lowers):
        return
    for window, split in statements(scene, THREE):
        three = _three(window)
        apart = three is not None and three[0].first < split <= three[2].first
        if three is not None and (apart or split == window.first):
            yield from _found(window, *three)


def _three(sentence: Sentence) -> tuple[Figure, Figure, Figure] | None:
    """A share and two amounts of one unit, beside those of money no other but dates and ranks."""
    figures = [figure for figure in sentence.figures if figure.kind not in ASIDE]
    money = [figure for figure in figures if figure.kind in {"money", *SHARES}]
    if len(money) == THREE:  # "the six banks" is of something else
        figures = money
    if len(figures) != THREE:
        return None
    shares = [figure for figure in figures if figure.kind in SHARES]
    amounts = [figure for figure in figures if figure not in shares]
    if len(shares) != 1 or not all(amount(f) for f in amounts) or not alike(*amounts):
        return None
    known = all(figure.quantity.value is not None for figure in figures)
    return (figures[0], figures[1], figures[2]) if known else None


def _found(sentence: Sentence, one: Figure, two: Figure, last: Figure) -> Iterator[Relation]:
    if last.kind in SHARES or _rated(sentence, last):
        return
    if one.kind in SHARES and _by_case(sentence, two, last) and not _level(sentence, one):
        members: Roles = {"part": last, "whole": two, "share": one}
    elif two.kind in SHARES and _of_it(sentence, two, last):
        members = {"part": last, "whole": one, "share": two}
    else:
        return
    yield sentence.relation("part", members, sure=False)


def _by_case(sentence: Sentence, whole: Figure, product: Figure) -> bool:
    """As in "Bei einem Kredit von 10.000 Euro sind das 300 Euro"."""
    case = sentence.phrases("worked_shares", "case")
    opened = any(
        sentence.at(case, at) and sentence.plain(at, whole.first)
        for at in range(max(sentence.first, whole.first - LEAD), whole.first)
    )
    return opened and _made(sentence, whole.last + 1, product.first)


def _made(sentence: Sentence, start: int, end: int) -> bool:
    """A phrase such as "sind das", "macht das" and few words up to the product."""
    copula = sentence.lexicon.data["worked_shares"]["is"]
    told = says(sentence, "worked_shares", "makes", range(start, end)) or (
        sentence.word(end - 1) in copula and end - start <= THREE
    )
    return told and end - start <= LEAD + WORDS and sentence.plain(start, end)


def _level(sentence: Sentence, share: Figure) -> bool:
    """As in "steigt auf 15 Prozent": what follows may be worked out with the difference."""
    to = sentence.phrases("changes", "to")
    moved = cues(sentence.lexicon, "changes", "up", "down", "either")
    return bool(sentence.before(to, share.first)) and not sentence.words.isdisjoint(moved)


def _of_it(sentence: Sentence, share: Figure, product: Figure) -> bool:
    """As in "sieben Prozent davon selbst tragen, also 4.900 Euro"."""
    if not sentence.at(sentence.phrases("worked_shares", "of_it"), share.last + 1):
        return False
    joined = sentence.before(sentence.phrases("concluding", "joins"), product.first)
    between = range(share.last + 1, product.first - joined)
    marks = [at for at in between if not sentence.tokens.words[at].isalpha()]
    return bool(joined) and len(between) <= FAR and len(marks) == 1


def _rated(sentence: Sentence, product: Figure) -> bool:
    """For a month, a head, or on average: a further factor that is not printed here."""
    data = sentence.lexicon.data["changes"]
    near = range(product.last + 1, min(sentence.end, product.last + 1 + THREE))
    rates = (sentence.phrases("changes", "rates"), sentence.phrases("per_unit", "each"))
    if any(sentence.at(table, at) for table in rates for at in near):
        return True
    before = range(max(sentence.first, product.first - THREE), product.first)
    return any(sentence.word(at) in data["averaged"] for at in (*near, *before))
