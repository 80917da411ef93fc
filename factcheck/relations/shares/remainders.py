"""What is left of a whole: "300 of the 1,500 houses are left; the other 1,200 were demolished".

Also with the whole before its parts: "1,500 houses, 300 of them in Kiel and the remaining 1,200 in
Bremen". All the parts and what is left make the whole. Of shares the same sentence or the next one
tells what is left of a hundred: "60 per cent said yes and 30 per cent no. The other 10 per cent".
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.figure_kinds import SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Sentence,
    alike,
    amount,
    cues,
    neighbours,
    sentences,
)

THREE = 3
MOST = 6
APART = frozenset(";:()")


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The wholes of a sentence of which it tells what is left."""
    if sentence.words.isdisjoint(cues(sentence.lexicon, "sums", "others")):
        return
    figures = [figure for figure in sentence.figures if amount(figure)]
    if not THREE <= len(figures) <= MOST:
        return
    other = figures[-1]
    if not sentence.before(sentence.phrases("sums", "others"), other.first):
        return
    if len(figures) == THREE and _of_whole(sentence, figures):
        part, whole, _ = figures
        yield _sum(sentence, whole, (part, other))
    elif _of_them(sentence, figures):
        yield _sum(sentence, figures[0], figures[1:])


def find(scene: Scene) -> Iterator[Relation]:
    """Shares of which the same sentence or the next one tells what is left."""
    if cues(scene.passage.lexicon, "sums", "others").isdisjoint(scene.passage.tokens.lowers):
        return
    single = ((sentence, sentence.first) for sentence in sentences(scene))
    done: set[int] = set()
    for window, split in (*single, *neighbours(scene)):
        shares = [figure for figure in window.figures if figure.kind in SHARES]
        rest = shares[-1] if shares and _others(window, shares[-1]) else None
        before = [f for f in shares if rest is not None and f.first < rest.first]
        if rest is None or id(rest.claim) in done or not before or len(before) > MOST:
            continue
        told = _others(window, rest)
        apart = split == window.first or (rest.first - told == split and len(before) > 1)
        one = before[-1].first < split or split == window.first
        if apart and one and not _of(window, rest) and _among_them(window, before, rest, told):
            done.add(id(rest.claim))
            span = scene.passage.span(rest.first - told, rest.first - 1)
            members = [("share", share.claim) for share in (*before, rest)]
            yield window.relation("shares", [*members, ("rest", span)], sure=False)


def _others(window: Sentence, rest: Figure) -> int:
    """The number of tokens of "the remaining" before a share."""
    return window.before(window.phrases("sums", "others"), rest.first)


def _of(both: Sentence, rest: Figure) -> bool:
    """As in "The remaining 70 per cent of Scots"."""
    return both.word(rest.last + 1) in both.lexicon.data["parts"]["taken"]


def _among_them(window: Sentence, before: Sequence[Figure], rest: Figure, told: int) -> bool:
    """No change, nothing unnumbered, and no second group of whom the shares may be."""
    data = window.lexicon.data
    other = cues(window.lexicon, "changes", "up", "down", "than") | {*data["shares"]["unnumbered"]}
    other |= {*data["fractions"]["parts"]}  # "a third said yes"
    shares = [at for share in before for at in range(share.first, share.last + 1)]
    words = (at for at in range(window.first, rest.first) if at not in shares)
    behind = {window.word(share.last + 1) for share in before[1:]}
    lead, taken = window.word(rest.first - told - 1), {*data["parts"]["taken"]}
    groups = behind & taken or lead in taken or lead in data["parts"]["before_whole"]
    return not groups and all(window.word(at) not in other for at in words)


def _sum(sentence: Sentence, whole: Figure, parts: Sequence[Figure]) -> Relation:
    members = [("total", whole.claim), *(("item", part.claim) for part in parts)]
    return sentence.relation("sum", members, sure=whole.quantity.hedge is None)


def _of_whole(sentence: Sentence, figures: Sequence[Figure]) -> bool:
    """As in "300 of the original 1,500 houses are left; the other 1,200"."""
    part, whole, other = figures
    of = sentence.before(sentence.phrases("parts", "of"), whole.first)
    if not of and sentence.word(whole.first - 1) in sentence.lexicon.data["sums"]["first_ones"]:
        of = 1 + sentence.before(sentence.phrases("parts", "of"), whole.first - 1)
        of = of if of > 1 else 0
    counted = part.kind in {"count", "number"} and (
        other.kind == "number" or (other.kind == "count" and alike(other, whole))
    )
    return bool(of) and counted and whole.first - of == part.last + 1


def _of_them(sentence: Sentence, figures: Sequence[Figure]) -> bool:
    """As in "650 tonnes, 150 tonnes of it from the south and the remaining 500 from the north"."""
    whole, *parts = figures
    marks = sentence.phrases("sums", "part_of")
    first = parts[0]
    begin = first.first - sentence.before(marks, first.first)
    told = begin < first.first or sentence.at(marks, first.last + 1)
    opened = sentence.word(begin - 1) == "," and begin - 1 > whole.last
    one = all(part.kind == "number" or alike(part, whole) for part in parts)
    apart = any(sentence.word(at) in APART for at in range(first.first, parts[-1].first))
    return bool(told) and opened and one and not apart and whole.kind != "number"
