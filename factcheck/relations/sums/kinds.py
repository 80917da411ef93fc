"""Whether the items of a sum are of what its total counts, and of one deed."""

from collections.abc import Sequence

from factcheck.relations.sentence import Figure, Sentence, alike

THREE = 3


def of_one_kind(sentence: Sentence, items: Sequence[Figure], total: Figure) -> bool:
    """Is the total of what the items are? Not so "30 Busse, 20 Autos, insgesamt 900 Menschen"."""
    if total.kind != "count" or all(alike(item, total) for item in items):
        return True
    data = sentence.lexicon.data["sums"]
    whole, heads = total.quantity.head, [item.quantity.head for item in items]
    if whole in data["wholes"] or all(head.endswith(whole) for head in heads):
        return True
    return whole in data["persons"] and any(head in data["persons"] for head in heads)


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
    before = [sentence.word(item.first - 1) for item in items[1:]]
    own = {word for word in before if word.isalpha() and word not in small}
    return items[0].kind == "count" and len(own) == len(items) - 1 > 1


def multiplied(window: Sentence, total: Figure) -> bool:
    """As in "41 families £900 each and the church £3,100, £40,000 altogether"."""
    each = {*window.lexicon.data["per_unit"]["any_each"]}
    return any(window.word(at) in each for at in range(window.first, total.first))
