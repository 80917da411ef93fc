"""What is left of a whole: "300 of the 1,500 houses are left; the other 1,200 were demolished"."""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.sentence import Sentence, alike, amount

THREE = 3


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """As in "300 of the 1,500 houses are left; the other 1,200": both parts make the whole."""
    figures = [figure for figure in sentence.figures if amount(figure)]
    if len(figures) != THREE:
        return
    part, whole, other = figures
    of = sentence.before(sentence.phrases("parts", "of"), whole.first)
    if not of and sentence.word(whole.first - 1) in sentence.lexicon.data["sums"]["first_ones"]:
        of = 1 + sentence.before(sentence.phrases("parts", "of"), whole.first - 1)
        of = of if of > 1 else 0
    named = sentence.before(sentence.phrases("sums", "others"), other.first)
    counted = part.kind in {"count", "number"} and (
        other.kind == "number" or (other.kind == "count" and alike(other, whole))
    )
    if of and named and counted and whole.first - of == part.last + 1:
        members = [("total", whole.claim), ("item", part.claim), ("item", other.claim)]
        yield sentence.relation("sum", members, sure=whole.quantity.hedge is None)
