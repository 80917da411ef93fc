"""Prices with the tax that is added to them: "100 Euro netto, mit 19 Prozent Mehrwertsteuer also
119 Euro", "£120 including VAT at 20 per cent, £100 without it".

The only two amounts of a sentence and between them its only share, beside the tax's name. One
of them is told to be without the tax, or the other to be with it. A relation `change` from the
first to the second.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.sentence import Figure, Sentence, alike, amount

THREE = 3
WORDS = 5
TAX_WORDS = 3


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The two prices of a sentence with the tax between them."""
    data = sentence.lexicon.data["tax"]
    if sentence.words.isdisjoint(data["names"]) or len(sentence.figures) != THREE:
        return
    rates = [figure for figure in sentence.figures if figure.kind == "percentage"]
    prices = [f for f in sentence.figures if f.claim.kind == "money" and amount(f)]
    if len(rates) != 1 or len(prices) != 2 or not alike(*prices) or not _of_tax(sentence, rates[0]):
        return
    between = range(rates[0].last + 1, prices[1].first)
    if not prices[0].last < rates[0].first or not 0 < len(between) <= WORDS:
        return
    if any(sentence.word(at) in {";", ":"} for at in between):
        return
    net = [_beside(sentence, price, "net") for price in prices]
    gross = [_beside(sentence, price, "gross") for price in prices]
    if net[0] == net[1] and gross[0] == gross[1]:
        return
    first_is_net = net[0] or gross[1]
    if first_is_net == (net[1] or gross[0]):
        return
    low, high = prices if first_is_net else (prices[1], prices[0])
    yield sentence.relation("change", {"from": low, "to": high, "by": rates[0]}, sure=False)


def _of_tax(sentence: Sentence, rate: Figure) -> bool:
    """The name of the tax stands beside its rate."""
    names = sentence.lexicon.data["tax"]["names"]
    near = range(max(sentence.first, rate.first - TAX_WORDS), rate.last + 1 + TAX_WORDS)
    return any(sentence.word(at) in names for at in near)


def _beside(sentence: Sentence, price: Figure, key: str) -> bool:
    """A word such as "netto" right before the price or behind it, or a phrase that leads to it."""
    table = sentence.phrases("tax", key)
    behind = any(sentence.at(table, price.last + 1 + skip) for skip in range(2))
    return behind or bool(sentence.before(table, price.first))
