"""What is left of a whole: "300 of the 1,500 houses are left; the other 1,200 were demolished".

Also with the whole before its parts: "1,500 houses, 300 of them in Kiel and the remaining 1,200 in
Bremen". All the parts and what is left make the whole. Of shares a sentence of its own tells what
is left of a hundred: "60 per cent said yes and 30 per cent no. The remaining 10 per cent".
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount, cues, neighbours

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
    """Shares of which the next sentence tells what is left, closed by a verb."""
    if cues(scene.passage.lexicon, "sums", "others").isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        shares = [figure for figure in both.figures if figure.kind == "percentage"]
        before = [figure for figure in shares if figure.first < split]
        rest = next((figure for figure in shares if figure.first >= split), None)
        if rest is None or not 1 < len(before) <= MOST:
            continue
        told = both.before(both.phrases("sums", "others"), rest.first)
        own = told and rest.first - told == split and not _of(both, rest)
        if own and _among_them(both, before[0], split):
            span = scene.passage.span(split, split + told - 1)
            members = [("share", share.claim) for share in (*before, rest)]
            yield both.relation("shares", [*members, ("rest", span)], sure=False)


def _of(both: Sentence, rest: Figure) -> bool:
    """As in "The remaining 70 per cent of Scots"."""
    return both.word(rest.last + 1) in both.lexicon.data["parts"]["taken"]


def _among_them(both: Sentence, first: Figure, split: int) -> bool:
    """No change and no second group of whom the shares before may be."""
    changed = cues(both.lexicon, "changes", "up", "down", "than")
    of = both.lexicon.data["parts"]["taken"]
    words = range(both.first, split)
    groups = [at for at in words if both.word(at) in of and at > first.last + 1]
    return not groups and not any(both.word(at) in changed for at in words)


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
