"""Shares each whose heads stand elsewhere: "The island's 60,000 people got $12m, or $200 a head".

Three figures and no other of their kinds: an amount, a number of people, and the amount for each of
them, which a phrase marks. The number stands before the amount in its sentence, or the amount in
the sentence before: "He spent $500m. The country has 327m people; each of them could have had".
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.changes.marks import OPENERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount, cues, neighbours

PAIR = 2
GAP = 6


def find(scene: Scene) -> Iterator[Relation]:
    """Amounts shared among people whom the next sentence counts."""
    if _known(scene).isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        money, people = _money(both), _people(both)
        if len(money) != PAIR or len(people) != 1 or not alike(*money):
            continue
        total, each = money
        behind = split <= people[0].first and split <= each.first
        drawn = any(both.word(at) in _drawn(both) for at in range(split, each.first))
        given = both.before(both.phrases("per_unit", "given"), each.first)
        shared = behind and drawn and given and not _rated(both, total)
        if total.first < split and shared:
            yield _relation(both, total, people[0], each)


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """Amounts shared among people whom the sentence counts before."""
    if _known(sentence.scene).isdisjoint(sentence.words):
        return
    money, people = _money(sentence), _people(sentence)
    if len(money) != PAIR or len(people) != 1 or not alike(*money):
        return
    total, each = money
    joined = sentence.before(sentence.phrases("per_unit", "joins"), each.first)
    opener = each.first - joined - 1
    near = 0 < opener - total.last <= GAP and sentence.word(opener) in OPENERS
    if people[0].last < total.first and joined and near and _for_each(sentence, each):
        yield _relation(sentence, total, people[0], each)


def _known(scene: Scene) -> frozenset[str]:
    return cues(scene.passage.lexicon, "per_unit", "each", "each_of_them", "given")


def _money(sentence: Sentence) -> Sequence[Figure]:
    return [f for f in sentence.figures if f.claim.kind == "money" and amount(f)]


def _people(sentence: Sentence) -> Sequence[Figure]:
    """The numbers of people who live somewhere or belong to something."""
    persons = sentence.lexicon.data["per_unit"]["persons"]
    counts = [f for f in sentence.figures if f.kind == "count" and f.quantity.value is not None]
    return [f for f in counts if (f.quantity.noun or "").lower().split()[-1:][:1] and (
        (f.quantity.noun or "").lower().split()[-1] in persons
    )]  # fmt: skip


def _for_each(sentence: Sentence, each: Figure) -> bool:
    """A phrase behind the amount, or before it, says that everybody gets so much."""
    after = each.last + 1
    for key in ("each", "each_of_them"):
        if sentence.at(sentence.phrases("per_unit", key), after):
            return True
    return bool(sentence.before(sentence.phrases("per_unit", "given"), each.first))


def _drawn(sentence: Sentence) -> frozenset[str]:
    """Words that draw the share of each from the amount before: "so he could have given"."""
    return frozenset(sentence.lexicon.data["per_unit"]["drawn"])


def _rated(sentence: Sentence, total: Figure) -> bool:
    """As in "$500 million a year"."""
    hit = sentence.lexicon.rates.at(sentence.tokens, total.last + 1)
    return hit is not None


def _relation(sentence: Sentence, total: Figure, base: Figure, each: Figure) -> Relation:
    members = (("total", total.claim), ("base", base.claim), ("each", each.claim))
    return sentence.relation("per_unit", members, sure=True)
