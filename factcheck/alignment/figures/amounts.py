"""Two figures as amounts: of one unit or kind, of like digits, of quite other sizes."""

from fractions import Fraction
from functools import lru_cache

from factcheck.alignment.figures.values import group_of
from factcheck.alignment.lines import Mention
from factcheck.claims import Article
from factcheck.interval import exact
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import PhraseTable, table_of
from factcheck.model import Span

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
    """Two figures of one unit, or one of them a number of none: in digits, since those that are
    spelled out are numbers of things."""
    a, b = left.quantity, right.quantity
    if a is None or b is None or left.claim is right.claim:
        return False
    if group_of(a) == group_of(b) and a.unit == b.unit:
        return True
    bare = next((each for each in (a, b) if each.kind == "number"), None)
    return bare is not None and any(map(str.isdecimal, bare.span.text))


def kind_of(mention: Mention) -> str:
    """The kind of a figure with a value, else nothing."""
    quantity = mention.quantity
    return quantity.kind if quantity is not None and quantity.value is not None else ""


def unit_of(mention: Mention) -> str | None:
    """The unit, None of what has none."""
    quantity = mention.quantity
    return quantity.unit if quantity is not None else None


def value_of(mention: Mention) -> Fraction:
    """The value, 0 of what has none."""
    quantity = mention.quantity
    return exact(quantity.value) if quantity and quantity.value is not None else Fraction(0)


def borrowed(mention: Mention) -> bool:
    """Is the currency of an amount printed with another one: "11 Mio. Dollar, hier 10 Mio."?"""
    passage = mention.line.scene.passage
    units = passage.lexicon.units
    found = (units.at(passage.tokens, at) for at in range(mention.first, mention.last + 1))
    printed = any(hit is not None and hit[1].kind == "money" for hit in found)
    return not printed and mention.claim.span.start not in mention.line.measures


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


def many_times(left: Mention, right: Mention, times: int = FAR) -> bool:
    """Is one of two amounts of one unit so many times the other, and not by a scale word?"""
    low, high = sorted((abs(value_of(left)), abs(value_of(right))))
    if not low or not one_unit(left, right):
        return False
    scaled = any(low * scale < 2 * high < 4 * low * scale for scale in SCALES)
    return high > times * low and not scaled


def per_time(mention: Mention) -> str | None:
    """The length of time that a figure is of: a day of "6,400 passengers a day"."""
    found = _times_at(mention)
    return found[1] if found is not None else None


def per_unit(mention: Mention) -> tuple[str, Span] | None:
    """What it is for each of, and the words: a day of "6,400 passengers a day", "$79 a barrel"."""
    passage = mention.line.scene.passage
    time, at = _times_at(mention), _behind_per(mention)
    if time is not None:
        return time[1], passage.span(mention.last + 1, mention.last + time[0])
    found = passage.lexicon.units.at(passage.tokens, at) if at is not None else None
    if found is None or at is None:
        return None
    return found[1].unit, passage.span(mention.last + 1, at + found[0] - 1)


def _times_at(mention: Mention) -> tuple[int, str] | None:
    passage = mention.line.scene.passage
    if mention.last + 1 >= mention.line.end:
        return None
    return _times(passage.lexicon).at(passage.tokens, mention.last + 1)


def per_something(mention: Mention) -> bool:
    """Does "per" follow, so that it is of another unit than it seems: litres per square metre?"""
    return _behind_per(mention) is not None


def _behind_per(mention: Mention) -> int | None:
    """The token behind the "per" that follows a figure."""
    passage = mention.line.scene.passage
    per = passage.lexicon.phrases("per_unit", "per")
    for at in range(mention.last + 1, min(mention.line.end, mention.last + 1 + NEAR)):
        hit = per.at(passage.tokens, at)
        if hit is not None:
            return at + hit[0]
    return None


@lru_cache(maxsize=8)
def _times(lexicon: Lexicon) -> PhraseTable[str]:
    return table_of(lexicon.data["per_unit"]["times"])


def text_of(mention: Mention) -> str:
    """The figure as printed, on one line."""
    return " ".join(mention.claim.span.text.split())


def line_of(sign: str, *operands: Mention) -> str:
    """Figures as printed with a sign between them."""
    return sign.join(map(text_of, operands))


def other_rate(article: Article, left: Mention, right: Mention) -> Span | None:
    """The words that tell of a day what the other has of a week, of a litre what is of a barrel.

    Units of two dimensions may both be right: euros for a night, euros for a room.
    """
    ours = per_unit(left)
    theirs = per_unit(right) if ours is not None else None
    if ours is None or theirs is None or ours[0] == theirs[0]:
        return None
    a, b = (article.tables.units.get(unit) for unit, _ in (ours, theirs))
    return ours[1] if a and b and a.dimension == b.dimension else None
