"""Lists whose figures may make a total: "30 for A, 12.5 for B and 7.5 billion for C"."""

from collections.abc import Sequence

from factcheck.relations.sentence import BREAKS, DASHES, OPENING, Figure, Sentence, alike
from factcheck.relations.windows import worded

ITEM_WORDS = 9
WORDS_BEFORE = 5
FEWEST = 2
CUT_OFF = 3
OPENERS = frozenset(",:;") | DASHES | OPENING


def listed(
    sentence: Sentence, figures: Sequence[Figure], total: Figure, *, closed: bool = False
) -> Sequence[Figure] | None:
    """The figures of a list that ends with the last of them; None if a gap is no part of a list.

    A list that a bracket closes needs no conjunction.
    """
    joins = sentence.lexicon.data["sums"]["joins"]
    if total.kind == "duration" and all(figure.kind != "duration" for figure in figures):
        return None  # "the three-day show: 12,000 on Friday, 18,000 on Saturday and"
    items = [figures[-1]]
    joined = False
    for figure in reversed(figures[:-1]):
        separator = _separator(sentence, figure, items[0])
        if separator is None and items[0].first - figure.last <= FEWEST:
            return None  # right before the first item: it may be one
        if separator is None:
            break
        if not _same(figure, total) or not _same(figure, items[-1]):
            if figure.kind == "number":
                return None  # "32, 76 und 71 Cent": it may be an item
            break
        joined = joined or (len(items) == 1 and separator in joins)
        items.insert(0, figure)
    fits = all(_same(item, total) for item in items) and not _cut_off(sentence, items[0])
    paired = len(items) == FEWEST and sentence.before(
        sentence.phrases("sums", "paired"), total.first
    )
    return items if len(items) >= FEWEST and (joined or paired or closed) and fits else None


def _cut_off(sentence: Sentence, first: Figure) -> bool:
    """As in "3 GOLD, 4 SILVER AND 2": digits of an item before the first that is read."""
    if sentence.word(first.first - 1) != ",":
        return False
    before = range(max(sentence.first, first.first - 1 - CUT_OFF), first.first - 1)
    read = {at for f in sentence.figures for at in range(f.first, f.last + 1)}
    return any(sentence.tokens.words[at][0].isdecimal() for at in before if at not in read)


def _same(item: Figure, total: Figure) -> bool:
    """One unit; different nouns may add up, per cent of different things may not be told apart."""
    if item.kind == total.kind == "count":
        return True
    return alike(item, total)


def _separator(sentence: Sentence, left: Figure, right: Figure) -> str | None:
    """The comma or "und" of a list before an item, few words behind the item before it."""
    data = sentence.lexicon.data["sums"]
    if is_no_item(sentence, right):
        return None
    start, at = left.last + 1, right.first
    start -= sentence.word(left.last) == ","  # "14 Gold-, zehn Silber- und acht Bronzemedaillen"
    if sentence.word(start) == ")" and sentence.word(at - 1) == "(":  # "Bahn (320), Post (180)"
        start, at = start + 1, at - 1
    while at > start and right.first - at <= WORDS_BEFORE:
        word = sentence.word(at - 1)
        if word == "," or word in data["joins"]:
            inside = range(start, at - 1)
            return word if len(inside) <= ITEM_WORDS and worded(sentence, start, at - 1) else None
        if not word.isalpha():
            return None
        at -= 1
    return None


def is_no_item(sentence: Sentence, figure: Figure) -> bool:
    """Does a word before the figure say that it is a change, a comparison or a price each?"""
    data = sentence.lexicon.data["sums"]
    no_items = data["no_items"]
    if sentence.word(figure.last + 1) in sentence.lexicon.data["changes"]["behind"]:
        return True  # "80 Cent je Aktie, 40 Cent mehr als im Vorjahr"
    if made_of(sentence, figure):
        return False
    if sentence.word(figure.first - 1) in data["reached"] and not sentence.words.isdisjoint(
        data["reach"]
    ):
        return False  # "die Union kommt auf 28 Prozent, die SPD auf 16"
    divided = sentence.phrases("parts", "divided")  # "auf Asien entfallen 35, auf Europa 40"
    if not sentence.words.isdisjoint(divided.first_words):
        return sentence.word(figure.first - 1) in no_items
    reach = (1, 2) if sentence.word(figure.first - 1) not in BREAKS else (1,)
    return any(sentence.word(figure.first - n) in no_items for n in reach)


def made_of(sentence: Sentence, first: Figure) -> bool:
    """As in "is made up of £2.3m from the lottery", "setzt sich aus neun Millionen für"."""
    return bool(sentence.before(sentence.phrases("sums", "made_of"), first.first))
