"""Sums: "30 billion for A, 12.5 billion for B and 7.5 billion for C, a total of 50 billion".

Figures of one unit in a list, and a total behind a comma, dash or bracket and a phrase that says
so; or the total first, with a colon. Behind "davon" the items need not be all: not sure.
"""

from collections.abc import Iterator, Sequence

from factcheck.interval import exact
from factcheck.model import Relation
from factcheck.relations.sentence import (
    BREAKS,
    DASHES,
    OPENING,
    Figure,
    Sentence,
    alike,
    amount,
    cues,
    worded,
)
from factcheck.relations.sums.kinds import deeds, multiplied, of_one_kind, without_groups

TELLING = ("total", "loose", "behind", "giving")
ITEM_WORDS = 9
WORDS_BEFORE = 5
FEWEST = 2
NOUN_WORDS = 2
CUT_OFF = 3
NOUN_PHRASE = 7
OPENERS = frozenset(",:;") | DASHES | OPENING
ENDS = frozenset(',;.)]!?“"”«') | DASHES


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The sums of a sentence whose total comes last."""
    known = cues(sentence.lexicon, "sums", *TELLING)
    if len(sentence.figures) <= FEWEST or sentence.words.isdisjoint(known):
        return
    figures = [figure for figure in sentence.figures if amount(figure)]
    for index, total in enumerate(figures):
        items = without_groups(_items_before(sentence, figures[:index], total) or ())
        if items and _begins_before(figures[:index], items, total):
            continue
        if items:
            sure = _sure(sentence, total) and of_one_kind(sentence, items, total)
            members = [("total", total.claim), *(("item", item.claim) for item in items)]
            sure = sure and not deeds(sentence, items) and not multiplied(sentence, total)
            yield sentence.relation("sum", members, sure=sure)


def _items_before(
    sentence: Sentence, before: Sequence[Figure], total: Figure
) -> Sequence[Figure] | None:
    """The list that a total closes, if there is one."""
    cue = _cue(sentence, total)
    cue = cue or sentence.before(sentence.phrases("sums", "loose"), total.first)
    behind = _behind(sentence, total)
    opener = total.first - cue - 1
    if (
        not (cue or behind)
        or opener < sentence.first
        or sentence.tokens.words[opener] not in OPENERS
    ):
        return None
    if not before or opener - before[-1].last > ITEM_WORDS:
        return None
    start = before[-1].last + 1
    start += sentence.word(start) == ")" and sentence.word(before[-1].first - 1) == "("
    if not worded(sentence, start, opener):
        return None
    items = listed(sentence, before, total)
    each = any(_for_each(sentence, item) for item in items or ())
    if each and not _for_each(sentence, total):
        return None  # "80 Cent je Aktie und 20 Cent je Genussschein, zusammen 19 Millionen Euro"
    return items if items and not is_no_item(sentence, items[0]) else None


def _begins_before(figures: Sequence[Figure], items: Sequence[Figure], total: Figure) -> bool:
    """As in "muss elf Jahre in Haft, die beiden anderen acht und sieben, zusammen 26 Jahre"?"""
    told = sum(exact(item.quantity.value or 0) for item in items)
    for figure in reversed([f for f in figures if f.first < items[0].first and _same(f, total)]):
        told += exact(figure.quantity.value or 0)
        if told == total.quantity.value:
            return True
    return False


def _for_each(sentence: Sentence, figure: Figure) -> bool:
    return bool(sentence.at(sentence.phrases("per_unit", "per"), figure.last + 1))


def _cue(sentence: Sentence, total: Figure) -> int:
    """The number of tokens of "a total of", "for a full-year profit of" before a total."""
    length = sentence.before(sentence.phrases("sums", "total"), total.first)
    begin = total.first - (of := sentence.before(sentence.phrases("changes", "of"), total.first))
    if length or not of:
        return length
    for at in range(begin - 1, max(sentence.first, begin - NOUN_PHRASE) - 1, -1):
        if not sentence.word(at).isalpha() and sentence.word(at) != "-":
            return 0
        if sentence.at(sentence.phrases("sums", "giving"), at):
            named = {sentence.word(n) for n in range(at, begin)}
            return (
                0 if named.isdisjoint(sentence.lexicon.data["sums"]["whole"]) else begin - at + of
            )
    return 0


def _behind(sentence: Sentence, total: Figure) -> int:
    """The number of tokens up to the end of "in total", "insgesamt" behind a total and its noun."""
    table = sentence.phrases("sums", "behind")
    for skipped in range(NOUN_WORDS + 1):
        at = total.last + 1 + skipped
        length = sentence.at(table, at)
        if length:
            return skipped + length
        if not sentence.word(at).isalpha() or total.kind not in {"number", "count"}:
            return 0
    return 0


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
    return any(sentence.tokens.words[at][0].isdecimal() for at in before if not sentence.dated(at))


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
    reach = (1, 2) if sentence.word(figure.first - 1) not in BREAKS else (1,)
    return any(sentence.word(figure.first - n) in no_items for n in reach)


def made_of(sentence: Sentence, first: Figure) -> bool:
    """As in "is made up of £2.3m from the lottery", "setzt sich aus neun Millionen für"."""
    return bool(sentence.before(sentence.phrases("sums", "made_of"), first.first))


def _sure(sentence: Sentence, total: Figure) -> bool:
    """A certain phrase before the total, and nothing behind it that makes it one of more."""
    cue = _cue(sentence, total)
    behind = _behind(sentence, total)
    after = sentence.word(total.last + 1 + behind)
    return bool(cue or behind) and (not after or after in ENDS)
