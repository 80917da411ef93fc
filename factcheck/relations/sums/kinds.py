"""Whether the items of a sum are of what its total counts, and of one deed."""

from collections.abc import Sequence
from fractions import Fraction

from factcheck.relations.sentence import Figure, Sentence, alike, amount

THREE = 3
SUMS = frozenset({"money", "count", "number", "measure", "duration"})
TIMES = frozenset({"multiple"})
NEAR = Fraction(4, 3)
ZEROS = (10, 100, 1000, 10**6)
TWENTIETH = Fraction(1, 20)


def of_one_kind(sentence: Sentence, items: Sequence[Figure], total: Figure) -> bool:
    """Is the total of what the items are? Not so "30 Busse, 20 Autos, insgesamt 900 Menschen"."""
    if total.kind != "count" or all(alike(item, total) for item in items):
        return True
    data = sentence.lexicon.data["sums"]
    whole, heads = total.quantity.head, [item.quantity.head for item in items]
    if whole in data["wholes"] or all(head.endswith(whole) for head in heads):
        return True
    persons = tuple(data["persons"])  # "Leiharbeiter" too
    return whole in persons and any(head.endswith(persons) for head in heads)


def calls_all(sentence: Sentence, items: Sequence[Figure], total: Figure) -> bool:
    """Does the noun of the total hold all the items? Pupils are no visitors with volunteers."""
    if total.kind != "count" or any(alike(item, total) for item in items):
        return True
    data = sentence.lexicon.data
    whole, heads = total.quantity.head, [item.quantity.head for item in items]
    anybody = {*data["repeats"]["anybody"], *data["votes"]["members"]}
    persons = any(head in data["sums"]["persons"] for head in heads)
    of_all = whole in data["sums"]["wholes"] or (whole in anybody and persons)
    return of_all or any(head.endswith(whole) for head in heads)


def without_groups(items: Sequence[Figure]) -> Sequence[Figure]:
    """The items but for the number of their groups: "three halls, where 45, 32 and 18 slept"."""
    if len(items) < THREE:
        return items
    groups, rest = items[0], items[1:]
    heads, head = {item.quantity.head for item in rest} - {""}, groups.quantity.head
    counted = groups.quantity.value == len(rest) and bool(head)
    return rest if counted and len(heads) <= 1 and head not in heads else items


def deeds(sentence: Sentence, items: Sequence[Figure]) -> bool:
    """As in "close 38 shops, keep 174 and open nine": a verb of its own before each."""
    small = {*sentence.lexicon.stop_words, *sentence.lexicon.data["sums"]["joins"], ","}
    places = [item.first - 1 for item in items[1:]]
    before = [sentence.word(at) for at in places if not sentence.dated(at)]
    own = {word for word in before if word.isalpha() and word not in small}
    return items[0].kind == "count" and len(own) == len(items) - 1 > 1


def multiplied(window: Sentence, total: Figure) -> bool:
    """As in "41 families £900 each and the church £3,100, £40,000 altogether"."""
    each = {*window.lexicon.data["per_unit"]["any_each"]}
    return any(window.word(at) in each for at in range(window.first, total.first))


def countable(window: Sentence, figure: Figure) -> bool:
    """An amount, or a number of times that nothing is taken by: "called out 31 times"."""
    if figure.kind in TIMES:
        data = window.lexicon.data["changes"]
        return window.word(figure.last + 1) not in {*data["as"], *data["behind"], *data["definite"]}
    return figure.kind in SUMS and amount(figure)


def either(window: Sentence, items: Sequence[Figure]) -> bool:
    """As in "$3 or $5": one of them only."""
    data = window.lexicon.data
    joins = {*data["lists"]["conjunctions"]} - {*data["sums"]["joins"]}
    return any(window.word(at) in joins for at in range(items[0].last + 1, items[-1].first))


def at_one_time(total: Figure, items: Sequence[Figure]) -> bool:
    """Not "31 in May and 47 in June, a year earlier 88 in both months"."""
    whole = total.claim.period
    times = [item.claim.period for item in items if item.claim.period is not None]
    return whole is None or all(whole.start <= t.start and t.end <= whole.end for t in times)


def added(items: Sequence[Figure]) -> Fraction:
    """What the items make."""
    return sum((item.value for item in items), Fraction(0))


def come_near(made: Fraction, told: Fraction) -> bool:
    """Is a sum near the total, but for zeros?"""
    return max(made, told) <= NEAR * min(made, told) or but_for_zeros(made, told)


def but_for_zeros(made: Fraction, told: Fraction) -> bool:
    """Is one a tenth, a hundredth or a thousandth of the other, nearly?"""
    if not min(made, told):
        return False
    times = max(made, told) / min(made, told)
    return any(abs(times / zeros - 1) <= TWENTIETH for zeros in ZEROS)
