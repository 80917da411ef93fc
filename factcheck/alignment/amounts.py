"""Two figures as amounts: of one unit or kind, of like digits, of quite other sizes."""

from fractions import Fraction
from functools import lru_cache

from factcheck.alignment.lines import Mention
from factcheck.alignment.values import group_of
from factcheck.interval import exact
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import PhraseTable, table_of

NEAR = 3
FAR, SCALES = 10, (10**3, 10**6, 10**9)


def one_kind(left: Mention, right: Mention) -> bool:
    """Of one unit, and counting things of one name, persons, or what is not named or known."""
    if not one_unit(left, right):
        return False
    if not left.noun or not right.noun or not left.noun.isdisjoint(right.noun):
        return True
    known = all(any(key[0] in "gk" for key in each.noun) for each in (left, right))
    across = left.line.article.lexicon.code != right.line.article.lexicon.code
    return left.personal and right.personal if known else across


def one_unit(left: Mention, right: Mention) -> bool:
    """Two figures of one unit, or one of them a number of none."""
    a, b = left.claim.quantity, right.claim.quantity
    if a is None or b is None or left.claim is right.claim:
        return False
    return "number" in {a.kind, b.kind} or (group_of(a) == group_of(b) and a.unit == b.unit)


def kind_of(mention: Mention) -> str:
    """The kind of a figure with a value, else nothing."""
    quantity = mention.claim.quantity
    return quantity.kind if quantity is not None and quantity.value is not None else ""


def unit_of(mention: Mention) -> str | None:
    """The unit, None of what has none."""
    quantity = mention.claim.quantity
    return quantity.unit if quantity is not None else None


def value_of(mention: Mention) -> Fraction:
    """The value, 0 of what has none."""
    quantity = mention.claim.quantity
    return exact(quantity.value) if quantity and quantity.value is not None else Fraction(0)


def same_digits(left: Mention, right: Mention) -> bool:
    """Have two figures the same digits in the same order, whatever their size?"""
    a, b = abs(value_of(left)), abs(value_of(right))
    if not a or not b:
        return False
    while a < b:
        a *= 10
    while b < a:
        b *= 10
    return a == b


def many_times(left: Mention, right: Mention) -> bool:
    """Is one of two amounts of one unit more than ten times the other, and not by a scale word?"""
    low, high = sorted((abs(value_of(left)), abs(value_of(right))))
    if not low or not one_unit(left, right):
        return False
    scaled = any(low * scale < 2 * high < 4 * low * scale for scale in SCALES)
    return high > FAR * low and not scaled


def per_time(mention: Mention) -> str | None:
    """The length of time that a figure is of: a day of "6,400 passengers a day"."""
    passage = mention.line.scene.passage
    found = _times(passage.lexicon).at(passage.tokens, mention.last + 1)
    return found[1] if found is not None and mention.last + 1 < mention.line.end else None


def per_something(mention: Mention) -> bool:
    """Does "per" follow, so that it is of another unit than it seems: litres per square metre?"""
    passage = mention.line.scene.passage
    per = passage.lexicon.phrases("per_unit", "per")
    end = min(mention.line.end, mention.last + 1 + NEAR)
    return any(per.at(passage.tokens, at) for at in range(mention.last + 1, end))


@lru_cache(maxsize=8)
def _times(lexicon: Lexicon) -> PhraseTable[str]:
    return table_of(lexicon.data["per_unit"]["times"])


def text_of(mention: Mention) -> str:
    """The figure as printed, on one line."""
    return " ".join(mention.claim.span.text.split())


def line_of(sign: str, *operands: Mention) -> str:
    """Figures as printed with a sign between them."""
    return sign.join(map(text_of, operands))
