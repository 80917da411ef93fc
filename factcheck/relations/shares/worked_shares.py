"""A share of an amount, worked out: "Bei 10.000 Euro sind das 300 Euro", "also 4.900 Euro".

Three structures, each of an amount, a share and their product and nothing else, in one sentence or
in two that follow each other: the product behind "bei" and the amount ("Die Bank nimmt 3 Prozent.
Bei 10.000 Euro sind das 300 Euro"); the product behind a share "davon" ("sieben Prozent davon, also
4.900 Euro"); the product first, and then of what it is a share ("Das entspricht 0,02 Prozent der
Mittel von 360 Millionen Euro"). A product for a month, a day or a head is of something else.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.figure_kinds import ASIDE, SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount, cues, neighbours

THREE = 3
LEAD = 6
WORDS = 6
FAR = 14
AMOUNTS = frozenset({"money", "measure"})


def find(scene: Scene) -> Iterator[Relation]:
    """Shares whose amount or product stands in the sentence behind."""
    makes = cues(scene.passage.lexicon, "worked_shares", "makes", "is_share", "of_it")
    if makes.isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        three = _three(both)
        if three is not None and three[0].first < split <= three[-1].first:
            yield from _found(both, three, split)


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The same in one sentence."""
    if sentence.words.isdisjoint(
        cues(sentence.lexicon, "worked_shares", "makes", "is_share", "of_it")
    ):
        return
    three = _three(sentence)
    if three is not None:
        yield from _found(sentence, three, sentence.first)


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


def _found(
    sentence: Sentence, three: tuple[Figure, Figure, Figure], split: int
) -> Iterator[Relation]:
    one, two, last = three
    if last.kind not in SHARES and _rated(sentence, last):
        return
    if one.kind in SHARES and _by_case(sentence, two, last) and not _level(sentence, one):
        yield _part(sentence, last, two, one)
    elif two.kind in SHARES and _of_it(sentence, two, last):
        yield _part(sentence, last, one, two)
    elif two.kind in SHARES and one.kind in AMOUNTS and _is_share(sentence, two, last, split):
        yield _part(sentence, one, last, two)


def _part(sentence: Sentence, part: Figure, whole: Figure, share: Figure) -> Relation:
    return sentence.relation("part", {"part": part, "whole": whole, "share": share}, sure=False)


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
    makes = sentence.phrases("worked_shares", "makes")
    copula = sentence.lexicon.data["worked_shares"]["is"]
    told = any(sentence.at(makes, at) for at in range(start, end)) or (
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
    joined = sentence.before(sentence.phrases("worked_shares", "thus"), product.first)
    between = range(share.last + 1, product.first - joined)
    marks = [at for at in between if not sentence.tokens.words[at].isalpha()]
    return bool(joined) and len(between) <= FAR and len(marks) == 1


def _is_share(sentence: Sentence, share: Figure, whole: Figure, split: int) -> bool:
    """As in "Das entspricht 0,02 Prozent der Mittel von 360 Millionen Euro"."""
    joined = sentence.before(sentence.phrases("worked_shares", "is_share"), _start(sentence, share))
    begin = _start(sentence, share) - joined
    opened = begin == split if split > sentence.first else sentence.word(begin - 1) in {",", ";"}
    of = sentence.at(sentence.phrases("shares", "of"), share.last + 1)
    if not (joined and opened and of):
        return False
    between = range(share.last + 1 + of, whole.first)
    past = sentence.phrases("changes", "past")
    other = any(sentence.at(past, at) or sentence.dated(at) for at in between)
    return len(between) <= FAR and not other and _worded(sentence, between)


def _start(sentence: Sentence, share: Figure) -> int:
    """The share with the small words before it: "lediglich 0,02", "nur ein gutes"."""
    at = share.first
    fillers = sentence.lexicon.data["changes"]["fillers"]
    while at > sentence.first and sentence.word(at - 1) in fillers:
        at -= 1
    return at


def _worded(sentence: Sentence, between: Sequence[int]) -> bool:
    """Words and at most one comma, behind which a clause says of what the whole is."""
    marks = [at for at in between if not sentence.tokens.words[at].isalpha()]
    return len(marks) <= 1 and all(sentence.word(at) in {",", "-"} for at in marks)


def _rated(sentence: Sentence, product: Figure) -> bool:
    """For a month, a head, or on average: a further factor that is not printed here."""
    data = sentence.lexicon.data["changes"]
    near = range(product.last + 1, min(sentence.end, product.last + 1 + THREE))
    rates = (sentence.phrases("changes", "rates"), sentence.phrases("per_unit", "each"))
    if any(sentence.at(table, at) for table in rates for at in near):
        return True
    before = range(max(sentence.first, product.first - THREE), product.first)
    return any(sentence.word(at) in data["averaged"] for at in (*near, *before))
