"""Products: "5,000 shares at $30 apiece, a stake worth $150,000", "60 Raten zu je 290 Euro".

A product has an amount for each ("at $30 apiece", "$6 a gram", "each of the 26 million
households"), the one number or measure that it belongs to, and behind both a total that a word
such as "worth", "in total" or "so" draws from them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Claim, Relation, Span
from factcheck.relations.sentence import Figure, Sentence, amount, cues, same_noun

FEWEST = 3
REACH = 5
LONGEST_PLURAL = 2
BASES = frozenset({"count", "measure"})
CONFUSED = frozenset({"power", "energy"})


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The products of a sentence."""
    if len(sentence.figures) < FEWEST:
        return
    known = cues(
        sentence.lexicon, "per_unit", "each", "each_of", "each_of_them", "each_before", "each_prior"
    )
    if not sentence.words.isdisjoint(known):
        yield from _products(sentence)


def _products(sentence: Sentence) -> Iterator[Relation]:
    figures = [f for f in sentence.figures if amount(f)]
    money = [f for f in figures if f.claim.kind == "money"]
    pairs = [pair for pair in pairwise(money) if _counted_out(sentence, figures, pair[0])]
    if len(money) != 2 and len(pairs) != 1:
        return
    each, total = pairs[0] if pairs else money
    found = _counted_out(sentence, figures, each) or _base_of(sentence, figures, each)
    if found is None:
        return
    base, per = found
    led = sentence.before(sentence.phrases("per_unit", "each_before"), base.first)
    if sentence.before(sentence.phrases("parts", "of"), base.first) and not led:
        return  # "12 of his 30 paintings for $3 million each"
    last = max(base.last, each.last)
    if total.first < last or not _drawn(sentence, last + 1, total):
        return
    members: list[tuple[str, Claim | Span]] = [("each", each.claim), ("base", base.claim)]
    members += [("per", per)] if per is not None else []
    yield sentence.relation("product", [*members, ("total", total.claim)], sure=True)


def _counted_out(
    sentence: Sentence, figures: Sequence[Figure], each: Figure
) -> tuple[Figure, Span | None] | None:
    """As in "60 Raten zu je 290 Euro": the number right before the amount for each.

    Or the measure and what it is of: "540 Kilometer Kabel zu je 18 Millionen Euro".
    """
    length = sentence.before(sentence.phrases("per_unit", "each_prior"), each.first)
    last = each.first - length - 1
    before = [f for f in figures if f.last == last and f.claim.kind == "count"]
    if not length or before:
        return (before[0], None) if length else None
    noun = sentence.word(last).isalpha()
    measured = [f for f in figures if noun and f.last == last - 1 and f.kind == "measure"]
    unit = sentence.scene.passage.span(last - 1, last - 1)
    return (measured[0], unit) if measured else None


def _base_of(
    sentence: Sentence, figures: Sequence[Figure], each: Figure
) -> tuple[Figure, Span | None] | None:
    """The one number or measure of which the amount is for each, and the span of its unit."""
    bases = [f for f in figures if f.claim.kind in BASES]
    after = each.last + 1
    for base in bases:
        if sentence.before(sentence.phrases("per_unit", "each_before"), base.first):
            alone = base.kind == "count" and base.last < each.first
            return (base, None) if alone else None
    if sentence.at(sentence.phrases("per_unit", "each"), after) or sentence.at(
        sentence.phrases("per_unit", "each_of_them"), after
    ):
        near = [f for f in bases if f.kind == "count" and f.last < each.first <= f.last + REACH]
        priced = sentence.word(each.first - 1) in sentence.lexicon.data["per_unit"]["priced"]
        return (near[-1], None) if near and priced else None
    length = sentence.at(sentence.phrases("per_unit", "per"), after)
    if not length:
        return None
    return _of_unit(sentence, bases, after + length) or _of_noun(sentence, bases, after + length)


def _of_unit(
    sentence: Sentence, bases: Sequence[Figure], at: int
) -> tuple[Figure, Span | None] | None:
    """As in "$6 a gram" with the 18 kilograms of the sentence."""
    hit = sentence.lexicon.units.at(sentence.tokens, at)
    unit = sentence.scene.units.get(hit[1].unit) if hit is not None else None
    if hit is None or unit is None:
        return None
    fitting = [f for f in bases if _measures(sentence, f, unit.dimension)]
    span = sentence.scene.passage.span(at, at + hit[0] - 1)
    return (fitting[0], span) if len(fitting) == 1 else None


def _measures(sentence: Sentence, figure: Figure, dimension: str) -> bool:
    """Is it a measure of this dimension? Of power and energy each stands for the other too."""
    unit = sentence.scene.units.get(figure.quantity.unit or "")
    both = {dimension, unit.dimension if unit is not None else ""}
    return both in ({dimension}, CONFUSED)


def _of_noun(
    sentence: Sentence, bases: Sequence[Figure], at: int
) -> tuple[Figure, Span | None] | None:
    """As in "$30 a share" with the 5,000 shares of the sentence."""
    word = sentence.word(at)
    fitting = [f for f in bases if word and _counts(f, word)]
    return (fitting[0], None) if len(fitting) == 1 else None


def _counts(figure: Figure, word: str) -> bool:
    head = figure.quantity.head
    plural = head.startswith(word) and len(head) - len(word) <= LONGEST_PLURAL
    return bool(head) and (plural or same_noun(head, word))


def _drawn(sentence: Sentence, start: int, total: Figure) -> bool:
    """A word between the factors and the total, or behind it, says that it follows from them."""
    data = sentence.lexicon.data["per_unit"]
    between = [sentence.word(at) for at in range(start, total.first)]
    if not set(between).isdisjoint(data["result_stops"]):
        return False
    table = sentence.phrases("per_unit", "results")
    drawn = any(sentence.at(table, at) for at in range(start, total.first))
    behind = sentence.at(sentence.phrases("sums", "behind"), total.last + 1)
    return bool(drawn or behind)
