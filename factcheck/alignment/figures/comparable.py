"""Figures that are never one, though they are of one kind: they are told of in different ways.

"Three more than last year" is no "38 last year", "the remaining 9.4 million" no share of the whole,
"the second quarter" no "first quarter", a house of 98 years no lieutenant of 33, and of "Linien 4
und 17" the 4 counts nothing.
"""

from factcheck.alignment.lines import Mention
from factcheck.alignment.names.persons import agree, name_of
from factcheck.alignment.words import NOTHING, Keys, keys_of
from factcheck.model import Person

# What is told as a level or as the difference between two.
LEVELS = frozenset({"count", "number", "money", "measure", "duration"})
# Hours are told in minutes and months in weeks, but no age in minutes.
SHORT = frozenset({"second", "minute", "hour"})
LONG = frozenset({"week", "month", "year", "decade", "century"})
# Of words that make it a difference, and how far they may stand from a figure of the source.
LONGEST, AROUND = 2, 5
CLOSING = frozenset(".)")


def comparable(left: Mention, right: Mention) -> bool:
    """May the article's figure be the source's, by how the two are told?"""
    a, b = left.claim.quantity, right.claim.quantity
    if a is None or b is None:
        return False
    if a.kind == b.kind == "duration" and a.value != b.value and _lengths_apart(a.unit, b.unit):
        return False
    if a.kind == b.kind == "age" and (not _one_head(left, right) or _two_persons(left, right)):
        return False
    if "ordinal" in {a.kind, b.kind}:
        return a.value == b.value or _of_one_row(left, right)
    return b.kind != "number" or left.noun.isdisjoint(_word(right, right.first - 1))


def _of_one_row(left: Mention, right: Mention) -> bool:
    """Are two ordinals of one noun, as far as it is known, of none ("came seventh"), or both of
    times in a row? "In the 18th and 34th" leaves it out, and so does "(34.)"."""
    if in_a_row(left) and in_a_row(right):
        return True
    if _of_calendar(left) or _of_calendar(right):
        return False
    ours, theirs = (_word(each, each.last + 1) for each in (left, right))
    across = left.line.article.lexicon.code != right.line.article.lexicon.code
    if not ours and not theirs:
        return not (_left_out(left) or _left_out(right))
    return bool(ours and theirs) and (across or not ours.isdisjoint(theirs))


def _left_out(mention: Mention) -> bool:
    """Does an ordinal stand in a list or in brackets, so that its noun is told elsewhere?"""
    line = mention.line
    lower = line.scene.passage.tokens.lower(mention.last + 1)
    return lower in line.article.lexicon.words("ranges", "and") | CLOSING


def in_a_row(mention: Mention) -> bool:
    """As in "for the fifth quarter running"."""
    line = mention.line
    behind = line.scene.passage.tokens.lowers[mention.last + 1 : mention.last + 1 + AROUND]
    return not line.article.lexicon.glossary.background["in_a_row"].isdisjoint(behind)


def one_is_difference(left: Mention, right: Mention) -> bool:
    """Is the article's a difference, and the source's a level?"""
    quantity = left.claim.quantity
    if quantity is None or quantity.kind not in LEVELS:
        return False
    return _is_difference(left) and not _told_of_change(right)


def _lengths_apart(left: str | None, right: str | None) -> bool:
    return (left in SHORT and right in LONG) or (left in LONG and right in SHORT)


def _one_head(left: Mention, right: Mention) -> bool:
    """Is nothing named behind one of two ages, or the same: a 98-year-old warehouse? Between
    languages a word without an entry may be the same."""
    ours, theirs = _head(left), _head(right)
    across = left.line.article.lexicon.code != right.line.article.lexicon.code
    known = all(any(key[0] in "gk" for key in keys) for keys in (ours, theirs))
    return (across and not known) or not ours or not theirs or not ours.isdisjoint(theirs)


def _head(mention: Mention) -> Keys:
    """What is so old, if that follows: nothing behind "der 85-Jährige" and "31 und 37 Jahren"."""
    line, behind = mention.line, mention.last + 1
    words = line.scene.passage.tokens.words
    if (
        line.article.lexicon.data["grammar"]["capitalised_nouns"]
        and behind < line.end
        and (words[mention.last][:1].isupper() or not words[behind][:1].isupper())
    ):
        return NOTHING
    return _word(mention, behind)


def _two_persons(left: Mention, right: Mention) -> bool:
    """Are the persons whose ages they are named, and not the same?"""
    ours, theirs = _person(left), _person(right)
    return ours is not None and theirs is not None and not agree(name_of(ours), name_of(theirs))


def _person(mention: Mention) -> Person | None:
    """The one person whom a sentence names."""
    only = mention.line.article.people.only_in(mention.line.span)
    return only[1] if only is not None else None


def _word(mention: Mention, at: int) -> Keys:
    line = mention.line
    if not line.first <= at < line.end:
        return NOTHING
    return keys_of(line.article.lexicon, line.scene.passage.tokens.lowers[at])


def _of_calendar(mention: Mention) -> bool:
    """As in "in the second quarter", and "a third", which is no ordinal."""
    line = mention.line
    lexicon, lowers = line.article.lexicon, line.scene.passage.tokens.lowers
    indefinite = lexicon.data["numbers"]["articles"]["words"]
    if mention.first > line.first and lowers[mention.first - 1] in indefinite:
        return True
    behind = lowers[mention.last + 1 : min(line.end, mention.last + 2)]
    return any(lower in lexicon.glossary.background["periods"] for lower in behind)


def _is_difference(mention: Mention) -> bool:
    """Does a word beside it make it the difference between two, or what one leaves of another?"""
    line = mention.line
    lexicon, tokens = line.article.lexicon, line.scene.passage.tokens
    reach = LONGEST if mention.claim.kind == "duration" else 1  # "three years his junior"
    behind = tokens.lowers[mention.last + 1 : min(line.end, mention.last + 1 + reach)]
    if not lexicon.glossary.background["further"].isdisjoint(behind):
        return True
    remaining = lexicon.phrases("glossary", "remaining")
    hits = (
        (at, remaining.at(tokens, at))
        for at in range(max(line.first, mention.first - LONGEST), mention.first)
    )
    return any(hit is not None and at + hit[0] == mention.first for at, hit in hits)


def _told_of_change(mention: Mention) -> bool:
    """Is there any word of differences around it?"""
    line = mention.line
    glossary, tokens = line.article.lexicon.glossary, line.scene.passage.tokens
    low, high = max(line.first, mention.first - AROUND), min(line.end, mention.last + 1 + AROUND)
    around = tokens.lowers[low:high]
    remaining = line.article.lexicon.phrases("glossary", "remaining")
    return (
        not glossary.derived["difference"].isdisjoint(around)
        or not glossary.background["further"].isdisjoint(around)
        or any(remaining.at(tokens, at) for at in range(low, high))
    )
