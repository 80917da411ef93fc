"""Shares each: "costs €84 billion, or roughly €1,000 for each of Germany's 84 million residents".

An amount, a number that it is shared among, and the amount for each, marked by a phrase such as
"pro Kopf" or "for each of the". All three stand in one sentence.
"""

from collections.abc import Iterator, Sequence

from factcheck.languages.phrases import PhraseTable
from factcheck.model import Relation
from factcheck.relations.sentence import (
    BREAKS,
    Figure,
    Sentence,
    alike,
    amount,
    cues,
    same_noun,
)

GAP = 8
OWNER_WORDS = 4
FEWEST = 3
LONGEST_PLURAL = 2
BASES = frozenset({"count", "measure", "duration"})
SHARED = frozenset({"money", "measure", "count"})


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The shares each of a sentence."""
    if len(sentence.figures) < FEWEST:
        return
    if sentence.words.isdisjoint(cues(sentence.lexicon, "per_unit", "each", "each_of")):
        return
    figures = [figure for figure in sentence.figures if amount(figure)]
    for index, each in enumerate(figures):
        if each.kind not in SHARED:
            continue
        found = _behind(sentence, figures, index) or _before(sentence, figures, index)
        found = found or _base_first(sentence, figures, index)
        if found is not None:
            total, base = found
            members = (("total", total.claim), ("base", base.claim), ("each", each.claim))
            yield sentence.relation("per_unit", members, sure=_sure(sentence, total, base, each))


def _behind(
    sentence: Sentence, figures: Sequence[Figure], index: int
) -> tuple[Figure, Figure] | None:
    """As in "84 billion, or 1,000 for each of Germany's 84 million residents"."""
    if index == 0 or index + 1 == len(figures):
        return None
    total, each, base = figures[index - 1 : index + 2]
    if _by_heads(sentence, each, base):
        return (total, base) if _shares(sentence, total, each) else None
    length = sentence.at(sentence.phrases("per_unit", "each_of"), each.last + 1)
    start = each.last + 1 + length
    if not length or base.kind not in BASES or base.first - start > OWNER_WORDS:
        return None
    if start == base.first and length == sentence.before(_per(sentence), start):
        return None  # "10.8g per 100ml", "12 per 100,000 people"
    words = sentence.tokens.words[start : base.first]
    if not all(word.isalpha() or word in "'’-" for word in words):
        return None
    return (total, base) if _shares(sentence, total, each) else None


def _per(sentence: Sentence) -> PhraseTable[bool]:
    return sentence.phrases("per_unit", "per")


def _by_heads(sentence: Sentence, each: Figure, base: Figure) -> bool:
    """As in "28.900 Euro pro Kopf bei 83 Millionen Einwohnern"."""
    length = sentence.at(sentence.phrases("per_unit", "each"), each.last + 1)
    start = each.last + 1 + length
    heads = sentence.at(sentence.phrases("per_unit", "heads"), start)
    return bool(length and heads) and start + heads == base.first and base.kind != "money"


def _before(
    sentence: Sentence, figures: Sequence[Figure], index: int
) -> tuple[Figure, Figure] | None:
    """As in "84 Milliarden Euro für 84 Millionen Einwohner, also 1.000 Euro pro Kopf"."""
    if index < 2 or not _for_each(sentence, figures[index], figures[index - 1]):
        return None
    total, base = figures[index - 2 : index]
    if base.kind not in BASES or not _linked(sentence, total, base):
        return None
    each = figures[index]
    bound = _opened(sentence, base, each) or _verb_first(sentence, total, base, each)
    return (total, base) if alike(total, each) and bound else None


def _base_first(
    sentence: Sentence, figures: Sequence[Figure], index: int
) -> tuple[Figure, Figure] | None:
    """As in "The 90 sq m flat was sold for £450,000, or £5,000 per square metre"."""
    if index != 2 or index + 1 != len(figures) or not _for_each(sentence, figures[2], figures[0]):
        return None
    base, total, each = figures
    between = range(base.last + 1, total.first)
    few = len(between) <= GAP and sentence.plain(between.start, between.stop)
    kinds = base.kind in BASES and total.kind == "money" and few and _closed(sentence, each)
    return (total, base) if kinds and _shares(sentence, total, each) else None


def _closed(sentence: Sentence, each: Figure) -> bool:
    """Nothing behind "per square metre" says of which: not "of living space"."""
    start = each.last + 1
    start += sentence.at(sentence.phrases("per_unit", "each_of"), start) or sentence.at(
        sentence.phrases("per_unit", "per"), start
    )
    unit = sentence.lexicon.units.at(sentence.tokens, start)
    timed = sentence.lexicon.rates.at(sentence.tokens, each.last + 1)
    end = each.last + 1 + timed[0] if timed is not None else start + (unit[0] if unit else 1)
    return sentence.breaks(end)


def _verb_first(sentence: Sentence, total: Figure, base: Figure, each: Figure) -> bool:
    """As in "84 Milliarden Euro entsprechen bei 84 Millionen Einwohnern 1.000 Euro pro Kopf"."""
    heads = sentence.before(sentence.phrases("per_unit", "heads"), base.first)
    verb = sentence.before(sentence.phrases("per_unit", "verbs"), base.first - heads)
    start = base.first - heads - verb
    near = each.first == base.last + 1 and 0 <= start - total.last - 1 <= OWNER_WORDS
    return bool(heads and verb) and near and sentence.plain(total.last + 1, start)


def _for_each(sentence: Sentence, each: Figure, base: Figure) -> bool:
    """Does "pro Kopf" or "per" with the name of the base stand behind the share of each?"""
    at = each.last + 1
    lexicon = sentence.lexicon.data
    head = base.quantity.head
    timed = sentence.lexicon.rates.at(sentence.tokens, at)
    if base.kind == "duration" and timed is not None and timed[1] == base.quantity.unit:
        return sentence.breaks(at + timed[0])
    if sentence.at(sentence.phrases("per_unit", "each_of_them"), at):
        return base.kind == "count"
    if sentence.word(at) in lexicon["per_unit"]["any_each"] and sentence.breaks(at + 1):
        return base.kind == "count"
    if sentence.at(sentence.phrases("per_unit", "each"), at):
        return base.kind == "count" and of_persons(sentence, base)
    length = sentence.at(sentence.phrases("per_unit", "each_of"), at)
    if not length and base.kind == "measure" and _closed(sentence, each):
        length = sentence.at(sentence.phrases("per_unit", "per"), at)  # "$20 million a mile"
    if not length:
        return False
    unit = sentence.lexicon.units.at(sentence.tokens, at + length)
    if unit is not None and base.quantity.unit is not None:
        return unit[1].unit == base.quantity.unit
    word = sentence.word(at + length)
    plural = len(word) > 1 and head.startswith(word) and len(head) - len(word) <= LONGEST_PLURAL
    return bool(head) and (plural or same_noun(head, word))


def of_persons(sentence: Sentence, base: Figure) -> bool:
    """Does it count people, of whom each is a head?"""
    data = sentence.lexicon.data
    return base.quantity.head in {*data["per_unit"]["persons"], *data["sums"]["persons"]}


def _linked(sentence: Sentence, total: Figure, base: Figure) -> bool:
    """As in "84 Milliarden Euro für 84 Millionen Einwohner": a preposition and no comma."""
    table = sentence.phrases("per_unit", "for")
    between = range(total.last + 1, base.first)
    linked = next((at for at in between if sentence.at(table, at)), None)
    if linked is None and base.kind == "duration" and sentence.at(table, base.first):
        linked = base.first  # "over eight years" is read as more than eight
    if linked is None or len(between) > GAP:
        return False
    mark = linked - (sentence.word(linked - 1) in {",", ";"})  # "8 Milliarden, bei 80 Millionen"
    return sentence.plain(total.last + 1, mark) and sentence.plain(linked, base.first)


def _shares(sentence: Sentence, total: Figure, each: Figure) -> bool:
    return alike(total, each) and _opened(sentence, total, each)


def _opened(sentence: Sentence, left: Figure, each: Figure) -> bool:
    """A comma, dash or bracket and perhaps "or" before the share of each, few words before it."""
    verb = sentence.before(sentence.phrases("per_unit", "verbs"), each.first)
    near = verb and each.first - verb - left.last <= GAP
    if near and sentence.plain(left.last + 1, each.first):
        return True
    joined = sentence.before(sentence.phrases("per_unit", "joins"), each.first)
    opener = each.first - joined - 1
    if opener <= left.last or opener - left.last > GAP:
        return False
    if sentence.tokens.words[opener] not in BREAKS:
        return False
    return sentence.plain(left.last + 1, opener)


def _sure(sentence: Sentence, total: Figure, base: Figure, each: Figure) -> bool:
    """The share of each says of what amount it is the share: a joining word, or brackets."""
    joined = sentence.before(sentence.phrases("per_unit", "joins"), each.first)
    joined = joined or sentence.before(sentence.phrases("per_unit", "verbs"), each.first)
    joined = joined or _verb_first(sentence, total, base, each)
    bracketed = sentence.word(each.first - 1) == "("
    exactly = base.quantity.hedge != "range" and total.quantity.value is not None
    return bool(joined or bracketed) and exactly
