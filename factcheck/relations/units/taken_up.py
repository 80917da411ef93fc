"""A measure that the next sentence takes up in another unit: "15 metres long. The 49-foot animal".

Behind an article that points back, or "at" at the head of its sentence, stands the only measure of
its kind in its sentence, and in the one before it the only other. They are held `alone` against
each other. Metres and kilometres are left out: a race of one length is run beside races of others.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Roles, Sentence, cues, neighbours

DECIMAL = "1"
RACES = "length"


def find(scene: Scene) -> Iterator[Relation]:
    """The measures of a passage that are told in two units in two sentences."""
    articles = cues(scene.passage.lexicon, "changes", "definite")
    heads = scene.passage.lexicon.data["changes"]["levels_of_next"]
    measures = sum(claim.kind == "measure" for claim in scene.claims)
    if measures < 2 or articles.union(heads).isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        measured = [f for f in both.figures if f.kind == "measure"]
        for figure in measured:
            before = both.word(figure.first - 1)
            headed = figure.first == split + 1 and before in heads  # "At 27 metres it is too big"
            if figure.first > split and (before in articles or headed):
                kind = scene.dimension(figure.quantity.unit)
                others = [f for f in measured if scene.dimension(f.quantity.unit) == kind]
                if len(others) == 2 and others[0].last < split and _two_units(both, others):
                    first, second = (other.claim for other in others)
                    members: Roles = {"original": first, "converted": second, "alone": second.span}
                    yield both.relation("conversion", members, sure=False)


def _two_units(sentence: Sentence, pair: list[Figure]) -> bool:
    """Units of two systems of measure, or tonnes and kilograms, but no metres and kilometres."""
    left, right = (sentence.scene.units[figure.quantity.unit or ""] for figure in pair)
    ratio = max(left.factor / right.factor, right.factor / left.factor)
    decimal = str(ratio).strip("0") == DECIMAL and not left.offset
    return left.unit != right.unit and not (decimal and left.dimension == RACES)
